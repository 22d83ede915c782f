"""Who asks something of the archive, and what that person or program may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an asker may do; each role may do what those before it may."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"

    def includes(self, needed: Role) -> bool:
        """Whether this role may do what `needed` may."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class Asker:
    """A person or program that asks: the name under which corrections are kept, and the role."""

    name: str
    role: Role
