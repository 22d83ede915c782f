"""What a form asks of a value, and the value that comes of its answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import repeat
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, cast, get_args, get_origin

from pydantic import JsonValue

from archive.review.fields import APART, LISTS
from models.matter import ParagraphRange
from models.mention import Frozen
from models.vocabulary import Kind

_DERIVED = {
    "dates": frozenset({"start", "end", "precision"}),
    "decisions": frozenset({"id"}),
    "dnr": frozenset({"registry", "year", "number"}),
}
"""What follows from the rest of a value, and is not asked for."""
_LONG = frozenset({"text", "summary", "procedure"})
_LISTED = frozenset({"meeting.adjusters"})
_NUMBERS = frozenset({"meeting.paragraph_from", "meeting.paragraph_to"})
_RANGES = tuple[ParagraphRange, ...]
_RANGE = re.compile(r"(?:§+\s*)?(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?$")
_BLANK_ROWS = 2
"""So many more rows a list of values has room for; who needs yet more sends the form and opens it again."""
Form = Literal["line", "long", "number", "choice", "flag", "lines", "ranges", "group", "rows"]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that is asked for; `choices` where the values are a closed list.

    `name` is as in a record, after those of the groups and the number of the row that it is in
    ("vote/yes", "proposals/0/text"). `parts` are what a group asks for, and the groups of rows.
    """

    name: str
    form: Form
    value: JsonValue
    choices: tuple[str, ...] = ()
    required: bool = False
    parts: tuple[Input, ...] = ()

    @property
    def label(self) -> str:
        """The name in the record alone."""
        return self.name.rpartition("/")[2]

    @property
    def lines(self) -> str:
        """A list of texts, or of ranges of numbers, a line each."""
        return "\n".join(map(_line, self.value)) if isinstance(self.value, list) else ""


def inputs_of(field: str, value: JsonValue) -> tuple[Input, ...]:
    """What is asked of a value of this field; `value` is what there is, None for a new one."""
    if field in LISTS:
        held = value if isinstance(value, dict) else {}
        return tuple(_of_model(LISTS[field].model, held, _DERIVED.get(field, frozenset())))
    if field == "kind":
        return (Input(field, "choice", value, tuple(Kind), required=True),)
    if field == "municipality":
        held = value if isinstance(value, dict) else {}
        return (
            Input("name", "line", held.get("name"), required=True),
            Input("code", "line", held.get("code")),
        )
    form: Form = "lines" if field in _LISTED else "number" if field in _NUMBERS else "line"
    return (Input(field, form, value),)


def value_of(field: str, before: JsonValue, given: Mapping[str, str]) -> JsonValue:
    """The value that the answers make of the one before; what isn't asked for stays."""
    asked = inputs_of(field, before)
    if field in LISTS or field == "municipality":
        return _held(before, asked, given)
    return _answer(asked[0], given)


def _held(before: JsonValue, asked: Iterable[Input], given: Mapping[str, str]) -> dict[str, JsonValue]:
    """An object with the answers; what isn't asked for stays as before."""
    answers = {one.label: _answer(one, given) for one in asked}
    return {**(before if isinstance(before, dict) else {}), **answers}


def _answer(asked: Input, given: Mapping[str, str]) -> JsonValue:
    """The answer to one question; a group that is left blank holds nothing, and a blank row is none."""
    if asked.form == "group":
        blank = all(_is_blank(_answer(part, given)) for part in asked.parts)
        return None if blank else _held(asked.value, asked.parts, given)
    if asked.form == "rows":
        return [row for row in (_answer(part, given) for part in asked.parts) if row]
    return _written(asked, given.get(asked.name, "").replace("\r\n", "\n").strip())


def _is_blank(answer: JsonValue) -> bool:
    return answer is None or answer is False or answer in ("", [])


def _written(asked: Input, text: str) -> JsonValue:
    match asked.form:
        case "ranges":
            return [_range(line) for line in text.split("\n")] if text else None
        case "flag":
            return bool(text)
        case "lines":
            return [line.strip() for line in text.split("\n") if line.strip()]
        case "number":
            return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text or None
        case _:
            return text if text or asked.required else None


def _line(value: JsonValue) -> str:
    return "–".join(map(str, dict.fromkeys(map(str, value)))) if isinstance(value, list) else str(value)


def _range(line: str) -> JsonValue:
    """The first and last number of a range ("§§ 3–5", "7"); the line itself, to be refused, if it is none."""
    found = _RANGE.match(line.strip())
    return [int(found[1]), int(found[2] or found[1])] if found else line


def _of_model(
    model: type[Frozen],
    held: Mapping[str, JsonValue],
    derived: frozenset[str] = frozenset(),
    within: str = "",
) -> Iterator[Input]:
    """What is asked of a value; within a group nothing is demanded, for all of it may be left blank."""
    for name, info in model.model_fields.items():
        if name in APART or name in derived:
            continue
        form, inner = _form(name, info.annotation)
        default: JsonValue = None if info.is_required() else info.get_default()
        value = held.get(name, list(default) if isinstance(default, tuple) else default)
        full = f"{within}{name}"
        parts = tuple(_parts(form, inner, value, full)) if inner else ()
        required = info.is_required() and not within
        yield Input(full, form, value, _choices(info.annotation), required, parts)


def _parts(form: Form, model: type[Frozen], value: JsonValue, name: str) -> Iterator[Input]:
    """What a group asks for; of rows, a group for each, and for some that are blank."""
    if form == "group":
        yield from _of_model(model, value if isinstance(value, dict) else {}, within=f"{name}/")
        return
    rows: list[JsonValue] = value if isinstance(value, list) else []
    for number, row in enumerate([*rows, *repeat(None, _BLANK_ROWS)]):
        place = f"{name}/{number}"
        yield Input(place, "group", row, parts=tuple(_parts("group", model, row, place)))


def _form(name: str, annotation: object) -> tuple[Form, type[Frozen] | None]:
    """How a field is asked for, and the model of what a group or a row of it holds."""
    kind = _bare(annotation)
    if _choices(annotation):
        return "choice", None
    if kind is str:
        return ("long" if name in _LONG else "line"), None
    if isinstance(kind, type) and issubclass(kind, Frozen):
        return "group", kind
    known: dict[object, Form] = {bool: "flag", int: "number", tuple[str, ...]: "lines", _RANGES: "ranges"}
    if kind in known:
        return known[kind], None
    return "rows", cast("type[Frozen]", get_args(kind)[0])


def _bare(annotation: object) -> object:
    """An annotation without its conditions, and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        kinds = [one for one in get_args(annotation) if one is not NoneType]
        return _bare(kinds[0]) if len(kinds) == 1 else annotation
    return annotation


def _choices(annotation: object) -> tuple[str, ...]:
    kind = _bare(annotation)
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()
