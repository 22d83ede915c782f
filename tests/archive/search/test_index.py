"""The index stays as large as what is in it, whatever is taken out and put in anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pyroaring import BitMap
from sqlalchemy import Connection, delete, func, select

from archive.folder import Archive
from archive.search import index
from archive.search.tables import ENTRIES, ENTRY_DAYS, FIELD_VALUES, POSTINGS, WORD_FORMS, WORDS
from archive.search.writing import FREE, LIVE
from archive.store import Query
from models.outcome import Outcome
from models.vocabulary import DecisionOutcome
from tests.archive.search.made import Matter, minutes

pytestmark = pytest.mark.usefixtures("each_database")

WORDS_TO_TELL = ("bygglov", "skolskjuts", "taxa", "museum", "badplats", "gatubelysning")


def document(name: bytes, *told: str) -> Outcome:
    matters = [
        Matter(n, word.capitalize(), f"Om {word}.", DecisionOutcome.BIFALL, f"Nämnden bifaller {word}.")
        for n, word in enumerate(told, 1)
    ]
    return minutes(*matters, content=name)


def size(connection: Connection) -> dict[str, int]:
    """Rows of each table of the index, the bytes of its sets, and the numbers that were ever given."""
    tables = (ENTRIES, POSTINGS, ENTRY_DAYS, WORDS, WORD_FORMS, FIELD_VALUES)
    found = {
        one.name: connection.execute(select(func.count()).select_from(one)).scalar_one() for one in tables
    }
    found["bytes"] = connection.execute(select(func.sum(func.length(POSTINGS.c.members)))).scalar_one()
    found["numbers"] = connection.execute(select(func.sum(func.length(ENTRY_DAYS.c.starts)))).scalar_one()
    return found


def test_documents_made_anew_a_hundred_times_take_no_more_room(tmp_path: Path) -> None:
    files = [document(bytes([n]), *WORDS_TO_TELL[n : n + 3]) for n in range(4)]
    with Archive.writing(tmp_path / "arkiv") as archive, archive.connection() as connection:
        archive.put_all(files)
        once = size(connection)
        for n in range(100):
            record = files[n % 4].records[0]
            index.take_out(connection, [record.id])
            connection.execute(delete(ENTRIES).where(ENTRIES.c.document == record.id))
            index.put(connection, [record])
        often = size(connection)
    assert {name: often[name] for name in ("entries", "words", "word_forms", "field_values")} == {
        name: once[name] for name in ("entries", "words", "word_forms", "field_values")
    }
    assert often["postings"] <= once["postings"] + 1
    assert often["bytes"] <= 2 * once["bytes"]
    # As many dead as live, and those of one document more, which come before they are counted.
    assert often["numbers"] <= 2.5 * once["numbers"]


def test_words_and_values_that_are_nowhere_are_forgotten(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as archive, archive.connection() as connection:
        archive.put(document(b"a", "bygglov"))
        archive.put(document(b"a", "museum"))
        connection.rollback()
        words = set(connection.scalars(select(WORDS.c.word)))
        assert "museum" in words
        assert "bygglov" not in words
        assert "bygglov" not in set(connection.scalars(select(WORD_FORMS.c.word)))
        terms = set(connection.scalars(select(POSTINGS.c.term)))
        assert not [term for term in terms if "bygglov" in term]


def answers(archive: Archive) -> dict[str, list[tuple[str, str, int | None]]]:
    """What each word finds."""
    return {
        word: sorted(
            (hit.document, hit.entry, hit.paragraph) for hit in archive.search(Query(word, limit=1000)).hits
        )
        for word in (*WORDS_TO_TELL, "in:beslut", "in:dokument", "från:1974", "bifaller")
    }


@pytest.mark.slow
def test_whatever_is_made_anew_is_found_as_in_a_new_archive(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  nothing secret
    there: dict[bytes, Outcome] = {}
    with Archive.writing(tmp_path / "old") as old, old.connection() as connection:
        for n in range(45):
            name = chance.choice([b"a", b"b", b"c"])
            there[name] = document(name, *chance.sample(WORDS_TO_TELL, chance.randrange(4)))
            old.put(there[name])
            if n % 15 == 0:
                with Archive.writing(tmp_path / f"new{n}") as new:
                    new.put_all(list(there.values()))
                    assert answers(old) == answers(new)
            connection.rollback()
            asked = select(POSTINGS.c.term, POSTINGS.c.members).where(POSTINGS.c.term.in_([LIVE, FREE]))
            sets = {row.term: BitMap.deserialize(row.members) for row in connection.execute(asked)}
            assert sets[LIVE] == BitMap(connection.scalars(select(ENTRIES.c.number)))
            assert not sets[LIVE] & sets.get(FREE, BitMap())
