"""What the items of a meeting are about."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.extraction.grammar.fields import Fields

_ANYWHERE = ("återremiss", "bordlägga", "bordlägga_dag", "avskriva")
"""What may be decided of any matter."""
_NEVER_PUT_OFF = frozenset({"dagordning", "delegation", "anmälan", "information", "val"})
_QUIET = frozenset({"dagordning", "delegation", "anmälan", "information", "val", "avsägelse", "sammanträde"})


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter: its heading, what it is called in a decision, and the keys of the clauses decided."""

    kind: str
    heading: str
    thing: str
    keys: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        """Whether somebody might be against it."""
        return self.kind not in _QUIET

    @property
    def numbered(self) -> bool:
        """Whether it has a dnr of its own."""
        return self.kind not in {"dagordning", "anmälan", "delegation", "information"}


def matter_of(fields: Fields, row: dict[str, str]) -> Matter:
    """The matter of a row of `matters.tsv`."""
    chance = fields.chance
    kind = row["summary"]
    keys = [chance.one(row["clauses"].split(","))]
    if kind not in _NEVER_PUT_OFF and chance.happens(0.12):
        keys = [chance.one(_ANYWHERE)]
    elif row["second"] and chance.happens(0.5):
        keys.append(chance.one(row["second"].split(",")))
    return Matter(kind, fields.fill(row["heading"]), fields.fill(row["object"]), tuple(keys))
