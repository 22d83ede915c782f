"""Minutes made for the tests of search, of a municipality that never was."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.matter import Decision, Item
from models.mention import Person, Place
from models.outcome import Outcome
from models.record import Municipality, Record
from models.vocabulary import DecisionOutcome, DecisionStatus
from tests.archive.records import record_of, source_of

FATTAT, FORSLAG = DecisionStatus.FATTAT, DecisionStatus.FORSLAG


@dataclass(frozen=True, slots=True)
class Matter:
    """An item: its §, heading and text, what was decided, the dnr, and the names in it with their parties."""

    paragraph: int
    heading: str
    text: str = ""
    outcome: DecisionOutcome | None = None
    decision: str = ""
    dnr: tuple[str, ...] = ()
    people: dict[str, str | None] = field(default_factory=dict[str, "str | None"])
    status: DecisionStatus = FATTAT


def minutes(
    *matters: Matter,
    front: str = "",
    date: str | None = "1974-11-05",
    body: str = "Byggnadsnämnden",
    municipality: str = "Granby",
    content: bytes = b"a",
) -> Outcome:
    """A file with one document: a front page, and the matters after it."""
    source = source_of(content, f"in/{content.hex()}.txt")
    text, items, decisions, people = front, list[Item](), list[Decision](), list[Person]()
    for n, one in enumerate(matters, 1):
        start = len(text) + 1
        text += f"\n§ {one.paragraph} {one.heading}\n{one.text}\n{one.decision}"
        place = Place(page=1, start=start, end=start + 3, raw="§", confidence=1, rule="§ item")
        own = (f"b{n}",) if one.outcome else ()
        items.append(
            Item(paragraph=one.paragraph, heading=one.heading, dnr=one.dnr, decisions=own, places=(place,))
        )
        if one.outcome:
            decisions.append(
                Decision(
                    id=f"b{n}", paragraph=one.paragraph, status=one.status, outcome=one.outcome,
                    text=one.decision, date=date, body=body, places=(place,),
                )
            )  # fmt: skip
        people += [Person(name=name, party=party, places=(place,)) for name, party in one.people.items()]
    return Outcome(source, (_record(record_of(source, pages=(text,)), items, decisions, people).model_copy(
        update={
            "date": date, "dates": (), "body": body, "municipality": Municipality(name=municipality),
            "dnr": (), "paragraphs": (),
        }
    ),))  # fmt: skip


def _record(record: Record, items: list[Item], decisions: list[Decision], people: list[Person]) -> Record:
    return record.model_copy(
        update={"items": tuple(items), "decisions": tuple(decisions), "people": tuple(people)}
    )
