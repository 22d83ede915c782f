"""When the minutes of a meeting were adjusted, and when the notice of it was posted and taken down."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from models.outline import BlockKind, Part
from models.swedish.marks import loose
from pipeline.extract.dates.value import FoundDate

_CUT = r"datum (?:då|för|när) anslag(?:et)?s?"
"""A label whose rest stands on the next line, in a column beside the date."""
_LABELS = {
    "adjusted_on": r"(?:plats och |dag och )?(?:tid|datum|dag)(?: och plats)? för justering(?:en)?"
    r"|justeringens? (?:plats och tid|tid och plats|tid|plats|datum|dag)"
    r"|justeringsda(?:tum|g)|protokollet (?:är )?justera(?:t|des|s)\b|justering(?=[ ]*:|[ ]{2,})"
    r"|justera(?:dt|t|des) (?=den\b)",
    "posted_on": r"(?:datum (?:då|för|när) )?"
    r"anslag(?:et)?s? (?:sätts?(?: upp)?|uppsättande|uppsatt|publicera\w+)"
    r"|anslagsda(?:tum|g)|anslås|anslogs|uppsatt(?=[ ]*:|[ ]{2,}| den)|uppsättningsdatum|anslaget den"
    rf"|{_CUT}(?=[ ]{{2,}}[^\n]*\n[ ]*(?:sätts?|uppsätt|publicera))",
    "removed_on": r"(?:datum (?:då|för|när) )?(?:anslag(?:et)?s? )?(?:ta[sg]s?|tages|togs) (?:ned|ner|bort)\b"
    r"|(?:datum för )?anslag(?:et)?s? (?:nedtag\w+|borttag\w+|avpublicera\w+)|nedtag(?:et|es|ningsdatum)\b"
    rf"|{_CUT}(?=[ ]{{2,}}[^\n]*\n[ ]*(?:ta[sg]s? ne|nedta|borttag|avpublicera))",
}
_LABEL = re.compile("|".join(f"(?P<{name}>{loose(form)})" for name, form in _LABELS.items()), re.IGNORECASE)
_LAST = 8
"""So many lines at the end of minutes without headings may be no text of the last item."""
_REACH = 110
"""How far after its label a date is looked for, in characters."""


def days_told(part: Part, dates: Sequence[FoundDate]) -> dict[str, str]:
    """The dates as EDTF that stand after their labels, before the first item or after the last.

    The keys are `adjusted_on`, `posted_on` and `removed_on`. `dates` are the part's, in order.
    """
    labels = [label for label in _LABEL.finditer(part.text.content) if _outside(part, label.start())]
    if not labels:
        return {}
    ends = [label.start() for label in labels[1:]] + [len(part.text.content)]
    found: dict[str, str] = {}
    for label, end in zip(labels, ends, strict=True):
        reach = min(label.end() + _REACH, end)
        near = dates[bisect_left(dates, label.end(), key=_start) : bisect_left(dates, reach, key=_start)]
        name = label.lastgroup or ""
        day = next((date for date in near if _outside(part, date.start)), None)
        if day is not None and len(day.value) == len("2000-01-01"):
            found.setdefault(name, day.value)
    return found


def _start(date: FoundDate) -> int:
    return date.start


def _outside(part: Part, at: int) -> bool:
    """Whether it stands on the front page, or after what the last item decides."""
    if not part.items or at < part.items[0].start:
        return True
    if part.back:
        first = part.back[0]
        return at >= (first.heading or first.lines[0]).start
    last = part.items[-1].blocks[-1:]
    return any(block.kind is BlockKind.LEAD and at >= block.lines[-_LAST:][0].start for block in last)
