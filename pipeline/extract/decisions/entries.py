"""Decisions: what was decided, proposed, or cited as decided before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from models.matter import Decision, Point
from models.mention import Dnr, Paragraph, PersonalNumber
from models.outline import Part
from models.swedish.bodies import bodies_in
from models.vocabulary import DecisionStatus, DnrRelation
from pipeline.extract.context import MINUTES, Context
from pipeline.extract.dates.value import FoundDate
from pipeline.extract.decisions.addressees import addressees
from pipeline.extract.decisions.amounts import amounts
from pipeline.extract.decisions.clauses import Clause, bare
from pipeline.extract.decisions.draft import Draft
from pipeline.extract.decisions.headed import of_item, of_letter
from pipeline.extract.decisions.letters import of_letter_text
from pipeline.extract.decisions.outcomes import outcome_of
from pipeline.extract.decisions.told import of_minutes
from pipeline.extract.decisions.verbs import NOW
from pipeline.extract.placed import Placed, Span

_DAY = len("2000-01-01")
_MENTIONED = "omnämnt"
_OF_PAPER = re.compile(
    r",\s*(?:som|hvil[kc]|vilk)|\b(?:förslag|skri[vf]+else|ansökan|ansökning|framställning|remiss|motion"
    r"|hemställan|anhållan)\w*\b",
    re.IGNORECASE,
)
"""What stands between a verb and a date that is of a paper."""
_PREPARED = re.compile(
    r"[ ](?:\w+[ ]){0,2}?"
    r"(?:föresl|upprätt|a[vf]gi[vf]|framlag|ingi[vf]|väck|date|uppgjor|anta|gjor|framställ)\w*",
    re.IGNORECASE,
)
"""What was done on the day before it: "den 5 mars 1920 upprättade förslaget"."""
_NEAR, _BESIDE = 60, 6
"""A verb's date follows it within so many letters; in letters, which tell at length, at once."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What else was found in the part, for its decisions to take their date, § and dnr from."""

    dates: Sequence[FoundDate]
    """In order and apart."""
    cited: Placed[Paragraph]
    dnr: Placed[Dnr]
    personal: Placed[PersonalNumber]
    """Numbers of people, which are no amounts."""

    def dates_within(self, start: int, end: int) -> Sequence[FoundDate]:
        """The dates that begin between these positions."""
        low = bisect_left(self.dates, start, key=_begin)
        return self.dates[low : bisect_left(self.dates, end, lo=low, key=_begin)]


def decisions(part: Part, context: Context, nearby: Nearby, record: str) -> tuple[Decision, ...]:
    """The part's decisions in the order of the text; ids are made of the record's id and their number."""
    if context.kind in MINUTES:
        found = [draft for item in part.items for draft in of_item(item)]
        found += (_located(draft, nearby, context.date) for draft in of_minutes(part))
    else:
        found = list(of_letter(part))
        found += (_located(draft, nearby, None) for draft in of_letter_text(part))
    heads = _heads(part)
    known = _merged([_numbered(draft, heads, nearby.dnr) for draft in found if _is_known(draft, context)])
    kept = sorted(known, key=lambda draft: (draft.first.start, draft.first.end))
    return tuple(_decision(part, draft, f"{record}-b{n}", context, nearby) for n, draft in enumerate(kept, 1))


def _begin(date: FoundDate) -> int:
    return date.start


def _heads(part: Part) -> Mapping[int | None, Sequence[Span]]:
    """Where the heads of the items of each § stand."""
    heads: dict[int | None, list[Span]] = defaultdict(list)
    for item in part.items:
        heads[item.paragraph].append(item.head)
    return heads


def _numbered(draft: Draft, heads: Mapping[int | None, Sequence[Span]], numbers: Placed[Dnr]) -> Draft:
    """The draft with the dnr of its own words, of its item, or of the letter that proposes it."""
    spans = [(clause.start, clause.end) for clause in draft.clauses]
    cites = draft.status is DecisionStatus.HANVISNING
    spans += () if cites else heads.get(draft.item, ())
    for span in spans:
        inside = numbers.within(span)
        if inside:
            return replace(draft, dnr=inside[0].value)
    proposes = draft.status is DecisionStatus.FORSLAG and draft.item is None
    own = next((number.value for number in numbers.things if number.relation is DnrRelation.OWN), None)
    return replace(draft, dnr=own if proposes else None)


def _located(draft: Draft, nearby: Nearby, today: str | None) -> Draft:
    """The draft with the date, § and body that its sentence names; what happened before `today` is cited."""
    start, end = draft.first.start, draft.first.end
    inside = nearby.dates_within(start, end)
    earlier = next(iter(nearby.cited.within((start, end))), None)
    bodies = bodies_in(draft.first.text)
    body = draft.first.text[bodies[0][0] : bodies[0][1]].removesuffix("s") if bodies else None
    whole = [date for date in inside if len(date.value) == _DAY]
    day = next(iter(whole[-1:] if draft.rule == "följande" else [*whole, *inside]), None)
    past = earlier is not None or _dated_after_verb(draft, inside, today)
    return replace(
        draft,
        status=DecisionStatus.HANVISNING if past and _may_be_cited(draft) else draft.status,
        date=day.value if day else None,
        paragraph=draft.paragraph or (earlier.number if earlier else None),
        body=(earlier.body if earlier else None) or body,
    )


def _may_be_cited(draft: Draft) -> bool:
    return draft.status is DecisionStatus.FATTAT and draft.rule == "prosa"


def _dated_after_verb(draft: Draft, dates: Sequence[FoundDate], today: str | None) -> bool:
    """Whether the deciding verb has a past date of its own: "antogs av nämnden den 5 mars 2020"."""
    verb = NOW.search(draft.first.text)
    if verb is None:
        return False
    rest = draft.first.part(verb.end(), len(draft.first.text))
    near = _NEAR if draft.item is not None else _BESIDE
    return bool(rest.spans) and any(
        0 <= date.start - rest.start < near
        and len(date.value) > len("2000")
        and not (today and today <= date.value)
        and not _is_of_paper(rest, date)
        for date in dates
    )


def _is_of_paper(rest: Clause, date: FoundDate) -> bool:
    """Whether the date is of what the verb decides on, not of the deciding."""
    between, after = rest.before(date.start), rest.after(date.end)
    return bool(_OF_PAPER.search(between) or _PREPARED.match(after))


def _is_known(draft: Draft, context: Context) -> bool:
    """Whether enough is known: of a citation a past date or a §, of a letter's decision a body or date."""
    if draft.status is DecisionStatus.HANVISNING:
        minutes = context.kind in MINUTES
        past = not (minutes and draft.date and context.date and draft.date >= context.date)
        return past and bool(draft.date or draft.paragraph)
    if draft.status is DecisionStatus.FATTAT and draft.item is None:
        return bool(draft.body or draft.date)
    return True


def _merged(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, a citation left out where its sentence decides, or what it cites is told elsewhere."""
    told = {(d.body, d.date) for d in drafts if d.status is DecisionStatus.FATTAT and d.date and d.body}
    taken = sorted((c.start, c.end) for d in drafts if d.rule != _MENTIONED for c in d.clauses)
    reach = [0, *accumulate((end for _, end in taken), max)]
    for draft in drafts:
        first = draft.first
        overlaps = draft.rule == _MENTIONED and reach[bisect_left(taken, (first.end, 0))] > first.start
        cites = draft.status is DecisionStatus.HANVISNING and (draft.body, draft.date) in told
        if not overlaps and not cites:
            yield draft


def _decision(part: Part, draft: Draft, identifier: str, context: Context, nearby: Nearby) -> Decision:
    own = draft.item is not None and draft.status in (DecisionStatus.FATTAT, DecisionStatus.FORSLAG)
    points = draft.points
    return Decision(
        id=identifier,
        item=draft.item,
        body=context.body if own else draft.body,
        date=context.date if own else draft.date,
        paragraph=draft.paragraph,
        dnr=draft.dnr,
        status=draft.status,
        outcome=draft.outcome,
        text="\n".join(clause.text for clause in draft.clauses) if points else bare(draft.first.text),
        points=tuple(
            Point(number=n, text=bare(point.text), outcome=outcome_of(point.text))
            for n, point in enumerate(points, 1)
        ),
        amounts=amounts(part.text, draft, nearby.personal),
        addressees=addressees(part.text, draft),
        places=tuple(place for clause in draft.clauses for place in clause.places(part.text, draft.rule)),
    )
