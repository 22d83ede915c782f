"""The paragraphs of a record: items of these minutes, items of others, sections of laws."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from models.mention import Paragraph, Place
from models.outline import ItemOutline, Line, LineRole, Part
from models.swedish.parties import PRINTED
from models.vocabulary import Kind, ParagraphKind
from pipeline.extract.context import MEETING_KINDS, Context
from pipeline.extract.dates.value import FoundDate
from pipeline.extract.paragraphs.bodies import nearest_body
from pipeline.extract.paragraphs.cited import citations, sentence_start
from pipeline.extract.paragraphs.statute import FoundParagraph, statutes
from pipeline.extract.position import line_at
from pipeline.extract.stretches import Stretches

_OWN_SECTIONS = frozenset({Kind.REGLEMENTE, Kind.TAXA, Kind.STYRDOKUMENT, Kind.AVTAL, Kind.DETALJPLAN})
"""Documents whose own sections bear the sign."""
_COVER = re.compile(
    r"\bParagraf(?:er)?\b[ \t:]*(?:\n[ \t]*)?§{0,2}\s?(\d{1,4})(?:\s?[-–—]\s?§?\s?(\d{1,4}))?"
)
_OF_MINUTES = re.compile(
    r"\b(?:beslut\w*|protokoll\w*|sammanträd\w*|ärende\w*|antagen|antaget|paragraf\w*|juster\w*)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"(?:{PRINTED}|\bParagraf(?:er)?|\btjänstgör(?:ande)?|\bnärvarande)[ \t,:]*$", re.IGNORECASE
)
"""What stands before the § for which somebody is present, or which the cover counts."""
_CELLS = re.compile(r"[ \t]{2,}|\t")

Group = dict[Paragraph, list[Place]]


def paragraphs(part: Part, context: Context, found_dates: Sequence[FoundDate]) -> tuple[Paragraph, ...]:
    """One entry for each distinct §, with its places: what it minutes, what it cites, the laws it names."""
    grouped: Group = defaultdict(list)
    for paragraph, places in (*_minuted(part, context), *_mentioned(part, context, found_dates)):
        grouped[paragraph].extend(places)
    return tuple(key.model_copy(update={"places": tuple(places)}) for key, places in grouped.items())


def _minuted(part: Part, context: Context) -> Iterator[tuple[Paragraph, tuple[Place, ...]]]:
    for rule, items in (("paragraph.item", part.items), ("paragraph.contents", part.listed)):
        for item in items:
            yield _item(context, item.paragraph, None), part.text.places(*_sign_of(item), rule)
    cover = _COVER.search(part.text.content)
    if cover and not part.items and context.kind in MEETING_KINDS:
        first, last = int(cover[1]), int(cover[2] or cover[1])
        paragraph = _item(context, first, last if last > first else None)
        yield paragraph, part.text.places(*cover.span(), "paragraph.cover")


def _item(context: Context, number: int, number_to: int | None) -> Paragraph:
    return Paragraph(
        number=number,
        number_to=number_to,
        year=context.year,
        body=context.body,
        date=context.date,
        kind=ParagraphKind.MINUTED,
    )


def _sign_of(item: ItemOutline) -> tuple[int, int]:
    sign = re.search(rf"\S{{0,2}}\s?{item.paragraph}\b", item.sign.text)
    low, high = sign.span() if sign else (0, len(item.sign.text))
    return item.sign.start + low, item.sign.start + high


def _mentioned(
    part: Part, context: Context, found_dates: Sequence[FoundDate]
) -> Iterator[tuple[Paragraph, tuple[Place, ...]]]:
    content = part.text.content
    taken = Stretches()
    own = _own_numbers(part)
    for found in _apart(statutes(content), taken):
        yield _mention(found, ParagraphKind.STATUTE), _places(part, found)
    for found in _apart(citations(content, found_dates), taken):
        if _is_citation(part, context, found, own):
            yield _mention(found, ParagraphKind.CITED), _places(part, found)


def _apart(found: Iterable[FoundParagraph], taken: Stretches) -> Iterator[FoundParagraph]:
    """The finds that share no letter with one before; those of one enumeration share its span."""
    last: tuple[int, int] | None = None
    for one in found:
        if one.span == last or taken.add(*one.span):
            last = one.span
            yield one


def _mention(found: FoundParagraph, kind: ParagraphKind) -> Paragraph:
    return Paragraph(
        number=found.number,
        number_to=found.number_to,
        year=found.year,
        body=found.body,
        date=found.date,
        kind=kind,
        statute=found.statute,
    )


def _places(part: Part, found: FoundParagraph) -> tuple[Place, ...]:
    return part.text.places(found.start, found.end, found.rule)


def _is_citation(part: Part, context: Context, found: FoundParagraph, own: range) -> bool:
    """Whether a § is of other minutes: not a sign of this document's own items or sections."""
    line = line_at(part, found.start)
    item = part.item_at(found.start)
    is_sign = item is not None and found.start < item.sign.end
    if is_sign or (line is not None and (line.role is not LineRole.BODY or _is_presence(part, line, found))):
        return False
    if found.date is not None and found.date != context.date:
        return True
    if found.number in own and found.year in {None, context.year} and found.body in {None, context.body}:
        return False
    if found.body is not None or found.year is not None:
        return True
    own_section = context.kind in _OWN_SECTIONS or (line is not None and line.start == found.start)
    start = sentence_start(part.text.content, found.start)
    return not own_section and _OF_MINUTES.search(part.text.content, start, found.start) is not None


def _is_presence(part: Part, line: Line, found: FoundParagraph) -> bool:
    """Whether a § says for which items somebody is present: on the cover, each without body and day."""
    before = line.text[: found.start - line.start]
    told = _PRESENT.search(before)
    if told and nearest_body(told[0]) is None:
        return True
    on_cover = bool(part.items) and found.start < part.items[0].sign.start
    cell = _CELLS.split(before.rstrip())[-1]
    return on_cover and nearest_body(cell) is None and not re.search(r"\d{4}|\d/\d", cell)


def _own_numbers(part: Part) -> range:
    """The numbers that this document minutes, by its items or else its cover."""
    numbers = [item.paragraph for item in (*part.items, *part.listed)]
    if not numbers:
        cover = _COVER.search(part.text.content)
        numbers = [int(number) for number in cover.groups() if number] if cover else []
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)
