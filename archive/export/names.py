"""What things of the archive are called outside of it: IRIs made of ids, never of what a document says."""

from __future__ import annotations

from dataclasses import dataclass

_NOWHERE = "urn:justerat:"


@dataclass(frozen=True, slots=True)
class Names:
    """Makes IRIs below the address that the archive is published at; without one, they are URNs."""

    url: str | None = None

    def __call__(self, *path: str | int) -> str:
        """The IRI of what lies at this path: `documents`, a record's id, `pages`, a number."""
        base = f"{self.url.rstrip('/')}/" if self.url else _NOWHERE
        return base + "/".join(map(str, path))

    def page(self, record_id: str, number: int) -> str:
        """The IRI of a page of a document, `number` as in the file."""
        return self("documents", record_id, "pages", number)
