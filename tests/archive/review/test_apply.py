"""What must always hold of corrections, whatever is corrected in whatever order and read anew meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from sqlalchemy import Connection

from archive.folder import Archive
from archive.review.apply import apply
from archive.review.chains import chains
from archive.review.fields import LISTS, SINGLES
from archive.review.propose import Said, proposed, undone
from archive.review.text import text_of
from models.correction import TEXT, Act, Asked, Correction
from models.errors import CorrectionError
from models.record import Record
from tests.archive.review.made import READ, check_true, document

DRAWN = settings(max_examples=60, deadline=None)
_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\f"), max_size=12)
_MISREAD = st.sampled_from(
    [
        ("Oberg", "Obcrg"),
        ("Granby", "Cranby"),
        ("12", "l2"),
        ("Nils ", ""),
        ("ansokan", "an sokan"),
        ("\n", "\n\n"),
    ]
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Connection:
    """Of an archive that keeps no pages as read."""
    with Archive.writing(tmp_path_factory.mktemp("apply") / "arkiv") as archive:
        return archive.connection()


@st.composite
def _values(draw: st.DrawFn, field: str, record: Record) -> JsonValue:
    """Another value of the field: one of the record's, one of whose texts is another."""
    if field in SINGLES:
        kinds: dict[str, st.SearchStrategy[JsonValue]] = {
            "kind": st.sampled_from(["protokoll", "motion"]),
            "municipality": st.just({"name": "Granby kommun", "code": None}),
            "meeting.adjusters": st.just(["Åsa Öberg"]),
        }
        numbers = {"meeting.paragraph_from", "meeting.paragraph_to"}
        days = {n for n in SINGLES if "date" in n or "_on" in n or "not_" in n}
        known = st.just(12) if field in numbers else st.just("1974-11") if field in days else _WORDS
        return draw(kinds.get(field, known))
    entries = LISTS[field].get(record) or LISTS[field].get(document())
    if not entries:
        return {"kind": "personnummer"}
    value = dict(cast("dict[str, JsonValue]", draw(st.sampled_from(entries)).told))
    for name in ("name", "heading", "text"):
        if name in value:
            value[name] = draw(_WORDS)
    return value


@st.composite
def _askings(draw: st.DrawFn, record: Record, seen: int) -> Asked:
    field = draw(st.sampled_from([*LISTS, *SINGLES, "people", "people", *[TEXT] * 15]))
    act = draw(st.sampled_from([Act.CORRECT, Act.CORRECT, Act.CONFIRM, Act.REJECT, Act.ADD]))
    told: dict[str, object] = {"act": act, "field": field, "seen": seen}
    if field == TEXT:
        first = record.text.index("\f")
        low, high = draw(st.sampled_from([(0, first), (first + 1, len(record.text))]))
        start = draw(st.integers(low, max(low, high - 1)))
        told |= {
            "start": start,
            "end": draw(st.integers(start, min(start + 20, high))),
            "value": draw(_WORDS),
        }
    else:
        told["value"] = draw(_values(field, record))
    if field in LISTS:
        told |= {"position": draw(st.integers(1, 3)), "within": "d1"}
        told |= draw(
            st.sampled_from([{}, {"page": 1, "words": "Nils"}, {"page": 2, "boxes": ((0, 0, 300, 90),)}])
        )
    return Asked.model_validate(told)


class _Desk:
    """Corrections of one document, as the archive makes them, without its database."""

    def __init__(self, connection: Connection) -> None:
        self.original = document()
        self.said: list[Correction] = []
        self._connection = connection

    def ask(self, asked: Asked) -> None:
        self._keep(
            lambda blank: proposed(self._connection, Said(self.original, self.said, blank, False), asked)
        )

    def undo(self, number: int) -> None:
        self._keep(lambda blank: undone(self.said, number, blank))

    def record(self) -> Record:
        return apply(self.original, self.said).record

    def _keep(self, make: Callable[[Correction], Correction]) -> None:
        number = len(self.said) + 1
        blank = Correction(
            number=number, document=self.original.id, sha256=self.original.source.sha256, by="Vera",
            at="2026-01-01", act=Act.CONFIRM, field="", root=number, change=number,
        )  # fmt: skip
        try:
            self.said.append(make(blank))
        except CorrectionError:
            return


@given(data=st.data())
@DRAWN
def test_what_is_corrected_is_true_and_undone_is_the_original(
    connection: Connection, data: st.DataObject
) -> None:
    desk = _Desk(connection)
    for _ in range(data.draw(st.integers(1, 8))):
        seen = data.draw(st.sampled_from([*[len(desk.said)] * 3, 0]))
        undoes: bool = data.draw(st.booleans())
        if desk.said and undoes:
            desk.undo(data.draw(st.integers(1, len(desk.said))))
        desk.ask(data.draw(_askings(apply(desk.original, desk.said[:seen]).record, seen)))
        record = desk.record()
        check_true(record)
        assert text_of(record).raw == text_of(desk.original).raw
        assert record == desk.record()
        assert [one.code for one in record.findings if one.code.startswith("review")] == []
    while standing := chains(desk.said):
        before = len(standing) + sum(len(one.standing) for one in standing)
        desk.undo(data.draw(st.sampled_from(standing)).last.number)
        assert len(chains(desk.said)) + sum(len(one.standing) for one in chains(desk.said)) < before
        check_true(desk.record())
    assert desk.record() == desk.original


@given(random=st.randoms(use_true_random=False))
@DRAWN
def test_the_text_stays_true(connection: Connection, random: Random) -> None:
    desk = _Desk(connection)
    for _ in range(12):
        text = desk.record().text
        start = random.randrange(len(text))
        end = start + random.randrange(1, 15)
        value = "".join(random.choices(" abÅö\n", k=random.randrange(12)))
        act = random.choice([Act.CORRECT, Act.CORRECT, Act.CONFIRM, Act.REJECT])
        desk.ask(Asked(act=act, field=TEXT, seen=len(desk.said), start=start, end=end, value=value))
        said = desk.said[-1] if desk.said else None
        record = desk.record()
        check_true(record)
        if said and said.act is Act.CORRECT and record.text != text:
            assert str(said.after) in record.text
        if random.random() < 0.3:
            desk.undo(random.randrange(1, len(desk.said) + 2))
            check_true(desk.record())
    assert text_of(desk.record()).raw == text_of(desk.original).raw


@given(data=st.data())
@DRAWN
def test_another_run_loses_nothing(connection: Connection, data: st.DataObject) -> None:
    desk = _Desk(connection)
    for _ in range(data.draw(st.integers(1, 5))):
        desk.ask(data.draw(_askings(desk.record(), len(desk.said))))
    first, second = READ
    for wrong, put in data.draw(st.lists(_MISREAD, max_size=3)):
        first, second = first.replace(wrong, put), second.replace(wrong, put)
    again = document(read=(first, second))
    found = apply(again, desk.said)
    check_true(found.record)
    assert {mark.chain.root for mark in found.marks} >= {
        chain.root for chain in chains(desk.said) if chain.field != TEXT
    }
    for mark in found.marks:
        after = mark.chain.last.after
        if mark.field in LISTS and mark.chain.last.act is not Act.REJECT and mark.chain.within is None:
            assert mark.position is not None
            assert LISTS[mark.field].get(found.record)[mark.position].told == after
    codes = [one.code for one in found.record.findings if one.code.startswith("review")]
    assert len(codes) == len(found.disagreements)
    if again == desk.original:
        assert codes == []
        assert found.record == desk.record()
