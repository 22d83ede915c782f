"""Items of minutes that report on many matters at once, so that what they cite is no step of one matter."""

from __future__ import annotations

import re

_GATHERS = re.compile(
    r"\b(?:meddelande(?:n|na)?|delegation(?:en|särenden)?|deleg(?:ations|erings)beslut\w*|delegerade beslut"
    r"|delgivning\w*|anmälan av|anmälningar|anmälningsärende\w*|anmälda|information(?:er|särenden)?|rapporter"
    r"|inkomna? (?:skrivelser?|handlingar|ärenden)|dagordning\w*|ärendelista|(?:föregående )?protokoll från"
    r"|föregående protokoll|obesvarade|balanslista|beslutsuppföljning|övriga (?:frågor|ärenden))\b",
    re.IGNORECASE,
)


def gathers(heading: str | None) -> bool:
    """Whether an item with this heading reports on many matters ("Meddelanden", "Delegationsbeslut")."""
    return _GATHERS.search(heading or "") is not None
