"""To whom the service answers, and under which names."""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field

from models.asker import Asker, Role

_NAMELESS = "local"


def person_here(name: str | None = None) -> Asker:
    """The person at this machine, by the name given or the one that the system knows; may do everything."""
    return Asker(name or _system_name(), Role.ADMIN)


def _system_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # A process in a container may run as a number that has no name.
        return _NAMELESS


@dataclass(frozen=True, slots=True)
class Access:
    """Who is answered: the person `here`, or, where that is None, only who shows a token.

    `names` are the public hosts, "name" or "name:port" in lower case, that requests may name; without any,
    the service is this machine's own.
    """

    here: Asker | None = field(default_factory=person_here)
    names: frozenset[str] = frozenset()

    @property
    def is_public(self) -> bool:
        """Whether other machines may ask: then all must come encrypted."""
        return bool(self.names)
