"""The fields of a record that can be corrected: its lists of values, and its single values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from pydantic import JsonValue, TypeAdapter

from models.matter import Addressee, Amount, Attendance, Decision, Item, Meeting
from models.mention import DateMention, Dnr, Frozen, Organisation, Paragraph, Person, PersonalNumber, Place
from models.record import Municipality, Record
from models.vocabulary import Kind

APART = frozenset({"places", "amounts", "addressees"})
"""What a value doesn't hold for itself: its places, and what is corrected as a field of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a list; `owner` is the place (from 0) of the decision that holds it, 0 for other lists."""

    value: Frozen
    owner: int = 0

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands."""
        return cast("tuple[Place, ...]", getattr(self.value, "places", ()))

    @property
    def told(self) -> JsonValue:
        """The value as JSON, without what stands apart."""
        return told(self.value)


def told(value: Frozen) -> JsonValue:
    """A value as JSON, without what stands apart."""
    return cast("JsonValue", value.model_dump(mode="json", exclude=set(APART)))


@dataclass(frozen=True, slots=True)
class ListField:
    """A list: what it holds, by what its values are known, and how it is taken out and put back."""

    name: str
    model: type[Frozen]
    key: tuple[str, ...]
    get: Callable[[Record], tuple[Entry, ...]]
    put: Callable[[Record, Sequence[Entry]], Record]


def _plain(name: str, model: type[Frozen], *key: str) -> ListField:
    def get(record: Record) -> tuple[Entry, ...]:
        return tuple(map(Entry, cast("Iterable[Frozen]", getattr(record, name))))

    def put(record: Record, entries: Sequence[Entry]) -> Record:
        return record.model_copy(update={name: tuple(one.value for one in entries)})

    return ListField(name, model, key, get, put)


def _of_decisions(name: str, model: type[Frozen], *key: str) -> ListField:
    def get(record: Record) -> tuple[Entry, ...]:
        return tuple(
            Entry(value, owner)
            for owner, decision in enumerate(record.decisions)
            for value in cast("Iterable[Frozen]", getattr(decision, name))
        )

    def put(record: Record, entries: Sequence[Entry]) -> Record:
        decisions = tuple(
            decision.model_copy(update={name: tuple(e.value for e in entries if e.owner == owner)})
            for owner, decision in enumerate(record.decisions)
        )
        return record.model_copy(update={"decisions": decisions})

    return ListField(name, model, key, get, put)


def _attendance(record: Record) -> tuple[Entry, ...]:
    return tuple(map(Entry, record.meeting.attendance if record.meeting else ()))


def _put_attendance(record: Record, entries: Sequence[Entry]) -> Record:
    if record.meeting is None and not entries:
        return record
    meeting = record.meeting or Meeting()
    there = {"attendance": tuple(one.value for one in entries)}
    return record.model_copy(update={"meeting": meeting.model_copy(update=there)})


def _put_decisions(record: Record, entries: Sequence[Entry]) -> Record:
    """The record with these decisions; items no longer name those that are gone."""
    decisions = tuple(cast("Decision", one.value) for one in entries)
    gone = {one.id for one in record.decisions} - {one.id for one in decisions}
    items = tuple(
        item.model_copy(update={"decisions": tuple(i for i in item.decisions if i not in gone)})
        if gone.intersection(item.decisions)
        else item
        for item in record.items
    )
    return record.model_copy(update={"decisions": decisions, "items": items})


_DECISIONS = _plain("decisions", Decision, "text")
LISTS: dict[str, ListField] = {
    field.name: field
    for field in (
        _of_decisions("amounts", Amount, "value", "currency"),
        _of_decisions("addressees", Addressee, "name"),
        _plain("items", Item, "paragraph"),
        ListField("decisions", Decision, ("text",), _DECISIONS.get, _put_decisions),
        _plain("dnr", Dnr, "value"),
        _plain("dates", DateMention, "value"),
        _plain("paragraphs", Paragraph, "number", "kind"),
        _plain("people", Person, "name"),
        _plain("organisations", Organisation, "name"),
        _plain("personal_numbers", PersonalNumber),
        ListField("attendance", Attendance, ("name",), _attendance, _put_attendance),
    )
}
"""The lists by name, in the order in which corrections are laid over them.

What decisions hold comes before them, for with a decision goes what it holds; and so do items, which are
compared with what the program said of them, before they lose the name of a decision that was rejected.
"""

_WORDS = TypeAdapter[object](str | None)
_NUMBER = TypeAdapter[object](int | None)
_OWN: dict[str, TypeAdapter[object]] = {
    "kind": TypeAdapter[object](Kind),
    "title": _WORDS,
    "municipality": TypeAdapter[object](Municipality | None),
    "body": _WORDS,
    "date": _WORDS,
    "not_before": _WORDS,
    "not_after": _WORDS,
}
_OF_MEETING: dict[str, TypeAdapter[object]] = {
    **dict.fromkeys(
        ("body", "date", "start", "end", "location", "chair", "secretary", "adjusted_on", "posted_on",
         "removed_on", "kept_at"),
        _WORDS,
    ),
    "paragraph_from": _NUMBER,
    "paragraph_to": _NUMBER,
    "adjusters": TypeAdapter[object](tuple[str, ...]),
}  # fmt: skip
_MEETING = "meeting."
SINGLES: dict[str, TypeAdapter[object]] = _OWN | {f"{_MEETING}{name}": t for name, t in _OF_MEETING.items()}
"""The single values by name, each with what it may be."""
DAYS = frozenset(
    {"date", "not_before", "not_after", "meeting.date", "meeting.adjusted_on", "meeting.posted_on",
     "meeting.removed_on"}
)  # fmt: skip
"""Single values that are days, in EDTF."""


def single(record: Record, name: str) -> JsonValue:
    """A single value as JSON."""
    own = name.removeprefix(_MEETING)
    holder = record.meeting if own != name else record
    value = cast("object", getattr(holder, own)) if holder else None
    return cast("JsonValue", SINGLES[name].dump_python(value, mode="json")) if value is not None else None


def with_single(record: Record, name: str, value: JsonValue) -> Record:
    """The record with another single value; a list that is rejected is empty."""
    own = name.removeprefix(_MEETING)
    held = () if value is None and own == "adjusters" else SINGLES[name].validate_python(value)
    if own == name:
        return record.model_copy(update={name: held})
    meeting = record.meeting or Meeting()
    return record.model_copy(update={"meeting": meeting.model_copy(update={own: held})})
