"""Tellings of one step put together: which of them can be of the same, and how well they fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.swedish.organs import Organ
from models.vocabulary import Kind
from models.way import Act, Stated, Told

_MINUTES = frozenset({None, Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
_RUN_OVER_THE_YEAR = 1920
"""From when on § are taken to be numbered through the year; before, many began anew at each meeting."""
_EXACT, _SAME_DAY, _POSSIBLE, _OTHER_DAY = 8, 6, 4, 2
"""How well a citation fits a step: in all, by day and §, in what is known, in all but the day."""


_Key = tuple[str, str | int]
_Known = tuple[Organ | None, str | None, int | None, int | None, Kind | None, Act, str | None]


@dataclass(frozen=True, slots=True)
class Cited:
    """A telling of another document's step, and the step that cites it."""

    stated: Stated
    by: Stated

    @property
    def told(self) -> Told:
        """What is told."""
        return self.stated.told


@dataclass(slots=True)
class Draft:
    """A step in the making: its own documents, and where it is cited."""

    own: list[Stated] = field(default_factory=list[Stated])
    cites: list[Cited] = field(default_factory=list[Cited])
    _alike: dict[_Known, list[Cited]] = field(default_factory=dict[_Known, list[Cited]])

    @property
    def first(self) -> Told:
        """What is told of it first: by its own document, if there is one."""
        return self.own[0].told if self.own else self.cites[0].told

    @property
    def tellings(self) -> tuple[Told, ...]:
        """All that is told of it, its own documents first."""
        return tuple(one.told for one in (*self.own, *(cite.stated for cite in self.cites)))

    def cite(self, cite: Cited) -> None:
        """Take a citation in."""
        self.cites.append(cite)
        self._alike.setdefault(_known_of(cite.told), []).append(cite)

    def fits(self, cite: Cited) -> int:
        """How well a citation fits, 0 where it is of another step: the step's own document is what counts."""
        if cite.by in self.own or _is_later(self.first, cite):
            return 0
        if self.own:
            fit = _fit(cite.told, self.own[0].told)
            return fit + 1 if fit else 0
        best = 0
        for alike in self._alike.values():
            fit = _fit(cite.told, alike[0].told) or min(_beside(cite, one) for one in alike)
            if not fit:
                return 0
            best = max(best, fit)
        return best


class _Made:
    """The drafts so far, found by what a telling of the same step has in common with them: its § or a day."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by: dict[_Key, set[int]] = {}

    def near(self, told: Told) -> list[int]:
        """Where those stand that can be of the same step."""
        return sorted({at for key in _keys(told) for at in self._by.get(key, ())})

    def add(self, draft: Draft) -> None:
        """One more."""
        self.drafts.append(draft)
        self._note(len(self.drafts) - 1, draft.first)

    def cite(self, at: int, cite: Cited) -> None:
        """A citation of one of them."""
        self.drafts[at].cite(cite)
        if not self.drafts[at].own:
            self._note(at, cite.told)

    def _note(self, at: int, told: Told) -> None:
        for key in _keys(told):
            self._by.setdefault(key, set()).add(at)


def _keys(told: Told) -> Iterable[_Key]:
    """What two tellings of one step share at least one of."""
    values = (("§", told.paragraph), ("day", told.date), ("day", told.received))
    return [(name, value) for name, value in values if value is not None]


def _known_of(told: Told) -> _Known:
    """All of a telling that tells which step it is of."""
    return (told.organ, told.date, told.year, told.paragraph, told.kind, told.act, told.received)


def drafts(own: Iterable[Stated], cited: Iterable[Cited]) -> list[Draft]:
    """Each step once, however the tellings came: the best known citations are placed first."""
    made = _Made()
    for stated in sorted(own, key=_rank):
        near = (made.drafts[at] for at in made.near(stated.told))
        same = next((draft for draft in near if _is_copy(draft.own[0].told, stated.told)), None)
        if same:
            same.own.append(stated)
        else:
            made.add(Draft([stated]))
    for cite in sorted(cited, key=lambda cite: _rank(cite.stated)):
        _place(made, cite)
    return made.drafts


def _place(made: _Made, cite: Cited) -> None:
    """Put a citation to the one step that it fits best, or make a step of it."""
    near = made.near(cite.told)
    fits = [made.drafts[at].fits(cite) for at in near]
    best = max(fits, default=0)
    if best and fits.count(best) == 1:
        made.cite(near[fits.index(best)], cite)
    else:
        draft = Draft()
        draft.cite(cite)
        made.add(draft)


def _rank(stated: Stated) -> tuple[bool, int, int, str, int]:
    """Minutes before extracts of them, and those that say more before those that say less."""
    told = stated.told
    known = (told.date, told.organ and told.organ.owner, told.organ, told.paragraph, told.kind, told.year)
    unknown = sum(value is None for value in known)
    return (told.kind is Kind.PROTOKOLLSUTDRAG, unknown, -len(told.rulings), stated.document, told.position)


def _is_copy(first: Told, second: Told) -> bool:
    """Whether two documents are of one step: the same minutes twice, an extract of them, a letter's copy."""
    if first.date is None or first.date != second.date or first.paragraph != second.paragraph:
        return False
    if first.paragraph is not None:
        return bool(first.organ and second.organ and first.organ.may_be(second.organ))
    same_title = (first.title or "").casefold() == (second.title or "").casefold()
    return first.kind == second.kind and first.organ == second.organ and same_title


def _fit(cite: Told, told: Told) -> int:
    if _is_minutes(cite) != _is_minutes(told) or not _same_organ(cite, told):
        return 0
    return _fit_of_minutes(cite, told) if _is_minutes(cite) else _fit_of_papers(cite, told)


def _beside(cite: Cited, other: Cited) -> int:
    """A step that names a § twice, once with its body alone and once with its day, means the same."""
    one, two = cite.told, other.told
    same = cite.by == other.by and one.paragraph is not None and one.paragraph == two.paragraph
    parted = (one.organ is None) != (two.organ is None) and (one.date is None) != (two.date is None)
    return _OTHER_DAY if same and parted and _same_year(one, two) else 0


def _is_later(told: Told, cite: Cited) -> bool:
    """Whether a step came after the one that cites a § without its day."""
    citing = cite.by.told.date
    return cite.told.date is None and bool(told.date and citing and told.date > citing)


def _is_minutes(told: Told) -> bool:
    return told.paragraph is not None or (told.kind in _MINUTES and told.act is not Act.RECEIVED)


def _same_organ(cite: Told, told: Told) -> bool:
    return cite.organ is None or told.organ is None or cite.organ.may_be(told.organ)


def _fit_of_papers(cite: Told, told: Told) -> int:
    """A letter is known by its kind and its day, be it the day that it bears or that it came in."""
    same_kind = cite.kind == told.kind if cite.kind and told.kind else cite.act == told.act
    same_day = cite.date is not None and cite.date in {told.date, told.received}
    return _EXACT if same_kind and same_day else 0


def _fit_of_minutes(cite: Told, told: Told) -> int:
    bodies = cite.organ is not None and told.organ is not None
    if cite.paragraph is None or told.paragraph is None:
        same_day = cite.date is not None and cite.date == told.date
        return _POSSIBLE if same_day and bodies else 0
    if cite.paragraph != told.paragraph or not _same_year(cite, told):
        return 0
    if cite.date is None or told.date is None:
        return _POSSIBLE if bodies else 0
    if cite.date == told.date:
        return _EXACT if bodies else _SAME_DAY
    return _OTHER_DAY if bodies and (told.year or 0) >= _RUN_OVER_THE_YEAR else 0


def _same_year(cite: Told, told: Told) -> bool:
    return cite.year is None or told.year is None or cite.year == told.year
