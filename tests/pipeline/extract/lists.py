"""Minutes with a list of those present, and who was there by it."""

from __future__ import annotations

from models.matter import Attendance, Meeting
from models.vocabulary import Kind
from pipeline.extract.context import Context
from pipeline.extract.dates.find import find_dates
from pipeline.extract.meeting.entries import meeting
from pipeline.structure.outline import outline
from tests.support import text_of

HEAD = "GRANBY KOMMUN        SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen      2013-04-16\n\n"
TAIL = "\n§ 54\nBokslut\n\nBeslut\nBokslutet godkänns.\n"


def meeting_of(cover: str) -> Meeting:
    """The meeting of minutes with this list on their front page."""
    (part,) = outline(text_of(HEAD + cover + TAIL))
    found = meeting(part, Context(Kind.PROTOKOLL, date="2013-04-16"), find_dates(part.text))
    assert found is not None
    return found


def present(cover: str) -> list[tuple[str, str | None, str, str | None]]:
    """Name, party, capacity and whom he or she sat for, of each in the list."""
    return [_row(person) for person in meeting_of(cover).attendance]


def _row(person: Attendance) -> tuple[str, str | None, str, str | None]:
    return person.name, person.party, person.capacity.value, person.replaces
