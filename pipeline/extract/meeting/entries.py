"""The meeting that minutes are of: when, where, who presided, who sat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.matter import Meeting, ParagraphRange
from models.outline import LineRole, Part
from models.swedish.marks import loose
from pipeline.extract.columns import zones
from pipeline.extract.context import MINUTES, Context
from pipeline.extract.dates.value import FoundDate
from pipeline.extract.issuer import body_of
from pipeline.extract.language import parse
from pipeline.extract.meeting.adjusters import adjusters_told
from pipeline.extract.meeting.attendance import attendance, holder
from pipeline.extract.meeting.days import days_told
from pipeline.extract.meeting.keeper import keeper_told, with_keeper
from pipeline.extract.meeting.told import attendance_told, chair_told
from pipeline.extract.people.candidates import candidates

_CLOCK = r"([0-2]?\d)[.:]([0-5]\d)"
_TIME = re.compile(
    rf"(?<![\d.:-]){_CLOCK}\s*(?:[-–—]|till|och)+\s*(?:kl\.?[ ]*)?{_CLOCK}(?![\d:.]\d)", re.IGNORECASE
)
"""From when to when, also where the line ends between the two."""
_PLACE = re.compile(
    r"^(?:(?:plats[ ]+och[ ]+tid|tid[ ]+och[ ]+plats)(?:[ ]+för\b(?:[ ]+sammanträdet?)?)?"
    r"|plats(?:[ ]*:|[ ]{2,}|$))[ :]*",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(
    r"(?:paragraf(?:er)?|omfattning|§§?)[^\w]*(\d+)(?:[ ]*[-–—][ ]*§?[ ]*(\d+))?", re.IGNORECASE
)
_DETACHED = re.compile(
    r"(?<=[ ][ ])§*[ ]?(\d+)(?:[ ]*[-–—][ ]*(\d+))?\n+[ ]*Paragraf(?:er)?\b", re.IGNORECASE
)
"""The numbers in the line above their label, where columns were squeezed."""
_OFFICES = {
    "chair": r"ordförande",
    "secretary": r"sekreterare|vid[ ]protokollet",
    "adjusters": r"utses[ ]+att[ ]+justera|(?:till[ ]+)?att[ ]+justera|protokolljusterare|justera(?:re|nde)"
    r"|justeringsmän",
}
_ANY_OFFICE = "|".join(f"(?P<{name}>{loose(form)})" for name, form in _OFFICES.items())
_OFFICE = re.compile(rf"^(?:underskrifter[ ]+)?(?:{_ANY_OFFICE})(?=[ :]|$)[ :]*", re.IGNORECASE)
_WHEN = re.compile(
    r"[ ]{3,}|,?[ ]*\b(?:kl|k1|klockan)\b|,?[ ]*\d{4}-\d\d|,?[ ]*\b(?:\w+dagen[ ]+)?den[ ]+\d", re.IGNORECASE
)
_EDGES = " ,.:;-–—"
_TIME_FIRST = re.compile(
    rf"^[ ]*(?:kl\.?|klockan)?[ ]*{_CLOCK}(?:[ ]*[-–—][ ]*{_CLOCK})?[ ]*,?", re.IGNORECASE
)
_TOLD_PLACE = re.compile(
    r"\bsammanträde[^§]{5,150}?\bkl(?:\.|ockan)\s*\d[\d.:]*(?:\s*[-–]\s*\d[\d.:]*)?\s+(?:i|å|på|uti)\s"
    r"([^.;§]{3,70})\."
)
_KEPT = re.compile(r"förvaringsplats(?:[ ]för[ ]protokollet)?[ :]*\n?[ ]*(\S[^\n]*)", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\bersättare\b", re.IGNORECASE)
_COLUMN = re.compile(r"[ ]{3,}")


def meeting(part: Part, context: Context, found: Sequence[FoundDate]) -> Meeting | None:
    """The meeting that the part's front page tells of; None for what is no minutes.

    `found` are the part's dates, in order.
    """
    if context.kind not in MINUTES:
        return None
    cover = _cover(part)
    paragraphs = _paragraphs(cover, part)
    start, end = _times(cover)
    officers = _officers(part)
    dates = days_told(part, found)
    keeper = keeper_told(part)
    present = attendance(part, context, paragraphs) or attendance_told(part, context)
    kept = _KEPT.search(_notice(part))
    return Meeting(
        body=context.body or body_of(part),
        date=context.date,
        start=start,
        end=end,
        location=_location(cover),
        paragraph_from=paragraphs[0] if paragraphs else None,
        paragraph_to=paragraphs[1] if paragraphs else None,
        chair=next(iter(officers["chair"]), None) or holder(part, "ordförande") or chair_told(part),
        secretary=next(iter(officers["secretary"]), None)
        or holder(part, "sekreterare")
        or (keeper.name if keeper else None),
        adjusters=tuple(officers["adjusters"]) or adjusters_told(part),
        adjusted_on=dates.get("adjusted_on"),
        posted_on=dates.get("posted_on"),
        removed_on=dates.get("removed_on"),
        kept_at=_COLUMN.split(kept[1])[0] if kept else None,
        attendance=with_keeper(part, keeper, present),
    )


def _cover(part: Part) -> str:
    """The lines before the first item."""
    end = part.items[0].sign.start if part.items else len(part.text.content)
    return "\n".join(
        line.text for line in part.lines if line.start < end and line.role is not LineRole.CONTENTS
    )


def _notice(part: Part) -> str:
    """The front page and what stands after the last item, where the notice of posting may be."""
    after = "\n".join(
        text for block in part.back for text in ((block.heading.text if block.heading else ""), block.text)
    )
    return f"{_cover(part)}\n{after}"


def _times(cover: str) -> tuple[str | None, str | None]:
    found = _TIME.search(cover)
    if found is None or int(found[1]) > 24 or int(found[3]) > 24:
        return None, None
    return f"{int(found[1]):02}:{found[2]}", f"{int(found[3]):02}:{found[4]}"


def _location(cover: str) -> str | None:
    """The place of the meeting, without its time: the first line after "Plats och tid"."""
    rows = cover.split("\n")
    for n, row in enumerate(rows):
        label = _PLACE.match(row)
        if label is None or "justering" in row.casefold():
            continue
        value = row[label.end() :] or (rows[n + 1] if n + 1 < len(rows) else "")
        place = _WHEN.split(value)[0].strip(_EDGES) or _WHEN.split(_TIME_FIRST.sub("", value))[0].strip(
            _EDGES
        )
        return place or None
    told = _TOLD_PLACE.search(cover)
    return " ".join(told[1].split()) if told else None


def _paragraphs(cover: str, part: Part) -> ParagraphRange | None:
    """The §§ of the meeting, from its front page, else from its items."""
    label = re.search(r"(?:paragraf(?:er)?|omfattning)[ :]*(?:\n\s*(?=§|\d))?[^\n]*", cover, re.IGNORECASE)
    found = _DETACHED.search(cover) or (_PARAGRAPHS.search(label[0]) if label else None)
    if found:
        return int(found[1]), int(found[2] or found[1])
    numbers = [item.paragraph for item in part.items]
    return (min(numbers), max(numbers)) if numbers else None


def _officers(part: Part) -> dict[str, list[str]]:
    """The names after "Ordförande", "Sekreterare", "Justerande" on the front page and at the end."""
    found: dict[str, list[str]] = {office: [] for office in _OFFICES}
    office: str | None = None
    for row in _rows(part):
        label = _OFFICE.match(row)
        if label is not None:
            office = next(name for name in _OFFICES if label[name])
        if office is None:
            continue
        value = row[label.end() :] if label else row
        names = [candidate.name for candidate in candidates(parse(f"{value}\n"))]
        if not _SUBSTITUTE.search(value):
            found[office] += [name for name in names if name not in found[office]]
        if (value and not names) or (names and office != "adjusters"):
            office = None
    for name in ("chair", "secretary"):
        found[name] = found[name] or _above_label(part, name)
    return found


def _above_label(part: Part, office: str) -> list[str]:
    """The name alone on the line above the office, as at the end of older minutes."""
    rows = list(_rows(part))
    for above, row in pairwise(rows):
        label = _OFFICE.fullmatch(row)
        names = [c.name for c in candidates(parse(f"{above}\n"))] if label and label[office] else []
        if names == [above.strip()]:
            return names
    return []


def _rows(part: Part) -> Iterator[str]:
    """The lines of the front page and the end that are in no list of those present."""
    listed = {line.start for zone in zones(part) for line in zone.lines}
    first = part.items[0].sign.start if part.items else len(part.text.content)
    last = part.back[0].lines[0].start if part.back and part.back[0].lines else len(part.text.content)
    for line in part.lines:
        outside = line.start < first or line.start >= last
        if outside and line.start not in listed and line.role is LineRole.BODY:
            yield line.text
