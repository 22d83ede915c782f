"""How each broken input must end: the one place where it is said."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import (
    EXIT_PARTIAL,
    InputDamaged,
    InputEmpty,
    InputEncrypted,
    InputForbidden,
    InputLoop,
    InputTooLarge,
    InputUnsupported,
    InputWithoutPages,
    JusteratError,
)


@dataclass(frozen=True, slots=True)
class End:
    """An input and its end: failed with a cause, or partial with a finding."""

    name: str
    cause: type[JusteratError] | None = None
    finding: str | None = None

    @property
    def status(self) -> str:
        """As the archive keeps it."""
        return "failed" if self.cause else "partial"

    @property
    def exit_code(self) -> int:
        """Of a run over this input alone."""
        return self.cause.exit_code if self.cause else EXIT_PARTIAL


ENDS = (
    End("bomb.zip", InputTooLarge),
    End("broken.docx", InputDamaged),
    End("empty.pdf", InputEmpty),
    End("empty.tif", InputEmpty),
    End("encrypted.pdf", InputEncrypted),
    End("enormous.png", InputTooLarge),
    End("forbidden.txt", InputForbidden),
    End("locked.zip", InputEncrypted),
    End("loop.pdf", InputLoop),
    End("no-pages.pdf", InputWithoutPages),
    End("text.pdf", finding="kind-differs-from-name"),
    End("truncated.pdf", InputDamaged),
    End("workbook.xlsx", InputUnsupported),
)
