"""To whom the service answers."""

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
    """Who is answered: the person at this machine."""

    here: Asker = field(default_factory=person_here)
