"""What a form asks of a value, and the value that comes of its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import JsonValue

from archive.review.fields import APART, LISTS
from models.mention import Frozen
from models.vocabulary import Kind

_DERIVED = {"dates": frozenset({"start", "end", "precision"}), "decisions": frozenset({"id"})}
"""What follows from the rest of a value, and is not asked for."""
_LONG = frozenset({"text", "summary", "procedure"})
_LISTED = frozenset({"meeting.adjusters"})
_NUMBERS = frozenset({"meeting.paragraph_from", "meeting.paragraph_to"})
Form = Literal["line", "long", "number", "choice", "flag", "lines"]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that is asked for; `name` as in a record, `choices` where the values are a closed list."""

    name: str
    form: Form
    value: JsonValue
    choices: tuple[str, ...] = ()
    required: bool = False

    @property
    def lines(self) -> str:
        """A list of texts, a line each."""
        return "\n".join(map(str, self.value)) if isinstance(self.value, list) else ""


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
    answers = {one.name: _answer(one, given.get(one.name, "")) for one in inputs_of(field, before)}
    if field in LISTS or field == "municipality":
        return {**(before if isinstance(before, dict) else {}), **answers}
    return answers[field]


def _answer(asked: Input, given: str) -> JsonValue:
    text = given.replace("\r\n", "\n").strip()
    match asked.form:
        case "flag":
            return bool(text)
        case "lines":
            return [line.strip() for line in text.split("\n") if line.strip()]
        case "number":
            return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text or None
        case _:
            return text if text or asked.required else None


def _of_model(model: type[Frozen], held: Mapping[str, JsonValue], derived: frozenset[str]) -> Iterator[Input]:
    for name, info in model.model_fields.items():
        if name in APART or name in derived:
            continue
        form = _form(name, info.annotation)
        if form:
            default: JsonValue = None if info.is_required() else info.get_default()
            plain = list(default) if isinstance(default, tuple) else default
            yield Input(name, form, held.get(name, plain), _choices(info.annotation), info.is_required())


def _form(name: str, annotation: object) -> Form | None:
    """How a field is asked for; None for what no simple form can ask."""
    kind = _bare(annotation)
    if _choices(annotation):
        return "choice"
    if kind is str:
        return "long" if name in _LONG else "line"
    known: dict[object, Form] = {bool: "flag", int: "number", tuple[str, ...]: "lines"}
    return known.get(kind)


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
