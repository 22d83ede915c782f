"""The way of one document, from words to a record, without a file, a program or a database."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reader import ListReader
from models.finding import Finding, Severity
from models.mention import Place
from models.outcome import Outcome
from models.page import Origin, Page
from models.record import Record
from models.settings import Settings
from models.source import MediaType, Source
from models.vocabulary import Status
from pipeline.document import read_document
from tests.support import page_of

SOURCE = Source(Path("granby.txt"), "ab" * 32, 10, MediaType.TEXT)
MINUTES = """GRANBY KOMMUN                SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2021-03-09

Plats och tid       Granbysalen, kl. 13.00-15.30
Beslutande          Maj Lindqvist (S), ordförande
                    Tore Ahl (M)
                    Pia Ek (C)
Paragrafer          §§ 31-33

§ 31                 Dnr KS 2021/12
Ny taxa för vatten

Sammanfattning av ärendet
Fullmäktige antog den 4 maj 2014, § 96, den taxa som gäller.

Beslutsunderlag
Tjänsteskrivelse, 2021-02-11
Byggnadsnämndens protokoll 2021-02-02, § 8

Yrkanden
Tore Ahl (M) yrkar avslag på förslaget.

Omröstning
Med 2 ja-röster mot 1 nej-röst beslutar kommunstyrelsen enligt förslaget.

Beslut
Kommunstyrelsen antar taxan.
Paragrafen justeras omedelbart.

Reservation
Tore Ahl (M) reserverar sig mot beslutet.

Beslutet skickas till
Byggnadsnämnden
Ekonomienheten

§ 32
Val av ombud

Jäv
Pia Ek (C) anmäler jäv och deltar inte.

Beslut
Maj Lindqvist (S) utses till ombud.

Särskilt yttrande
Tore Ahl (M) hade gärna sett en annan ordning.
"""


def read(*pages: Page, source: Source = SOURCE) -> Outcome:
    return read_document(source, ListReader(pages), Settings())


@pytest.fixture(scope="module")
def record() -> Record:
    (found,) = read(page_of(MINUTES)).records
    return found


def test_the_record_knows_its_file(record: Record) -> None:
    assert record.id == "abababababababab-1"
    assert (record.source.path, record.source.page_count) == ("granby.txt", 1)
    assert record.quality.status is Status.WHOLE


def test_what_the_minutes_are(record: Record) -> None:
    assert (record.kind.value, record.body, record.date) == ("protokoll", "Kommunstyrelsen", "2021-03-09")
    assert record.municipality is not None
    assert (record.municipality.name, record.municipality.code) == ("Granby", None)


def test_an_item_holds_what_was_told_moved_and_decided(record: Record) -> None:
    item = record.items[0]
    assert (item.paragraph, item.heading, item.dnr) == (31, "Ny taxa för vatten", ("KS 2021/12",))
    assert item.basis == ("Tjänsteskrivelse, 2021-02-11", "Byggnadsnämndens protokoll 2021-02-02, § 8")
    assert [(p.by, p.party) for p in item.proposals] == [("Tore Ahl", "M")]
    assert item.vote is not None
    assert (item.vote.method.value, item.vote.yes, item.vote.no) == ("votering", 2, 1)
    assert [r.name for r in item.reservations] == ["Tore Ahl"]
    assert item.sent_to == ("Byggnadsnämnden", "Ekonomienheten")
    assert item.immediate
    assert {(e.paragraph, e.date) for e in item.earlier} == {(96, "2014-05-04"), (8, "2021-02-02")}


def test_an_item_takes_its_own_decisions_by_id(record: Record) -> None:
    by_id = {decision.id: decision for decision in record.decisions}
    assert [[by_id[i].outcome.value for i in item.decisions] for item in record.items] == [
        ["anta", "anta"],
        ["utse"],
    ]


def test_recusals_and_statements(record: Record) -> None:
    item = record.items[1]
    assert [r.name for r in item.recusals] == ["Pia Ek"]
    assert [(s.by, s.text) for s in item.statements] == [
        ("Tore Ahl", "Tore Ahl (M) hade gärna sett en annan ordning.")
    ]


def test_a_promised_paragraph_that_is_missing_is_a_finding(record: Record) -> None:
    assert [(f.code, f.severity.value) for f in record.findings] == [("paragraph-missing", "warning")]


def test_a_lost_page_makes_the_document_partial() -> None:
    lost = Page(2, (), Origin.OCR, findings=(Finding("page-unread", Severity.ERROR, "gone", 2),))
    outcome = read(page_of(MINUTES), lost)
    assert outcome.status is Status.PARTIAL
    assert ("page-unread", 2) in {(f.code, f.page) for f in outcome.records[0].findings}
    assert [page.number for page in outcome.records[0].pages] == [1, 2]


def test_a_document_without_words_is_whole_and_says_so() -> None:
    (found,) = read(Page(1, (), Origin.OCR)).records
    assert [f.code for f in found.findings] == ["no-text"]
    assert found.text == ""


def test_the_same_words_give_the_same_record() -> None:
    first, second = (read(page_of(MINUTES)).records[0] for _ in range(2))
    assert first.model_dump(exclude={"pipeline"}) == second.model_dump(exclude={"pipeline"})


PIECES = st.lists(
    st.sampled_from(
        [
            *MINUTES.split("\n"),
            "\f",
            "Granby den 3 mars 2009",
            "8 kap. 2 §",
            "Kf 11/2006",
            "k0mmunstyrelsen",
            "att anslå kr. 1.250:50 och 2-3 mnkr per år till Granby IF",
            "att uppdra åt herrar Alm och Ek att",
            "1. Kommunchefen får i uppdrag att",
            "högst femhundra kronor",
        ]
    )
    | st.text(max_size=30),
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(PIECES)
def test_any_text_becomes_records_whose_every_place_is_true(lines: list[str]) -> None:
    pages = "\n".join(lines).split("\f")
    for found in read(*(page_of(page, n) for n, page in enumerate(pages, 1))).records:
        for place in _places(found):
            assert found.text[place.start : place.end].strip()
            assert undone(found, place.start, place.end) == place.raw
            assert found.part.page_from <= place.page <= found.part.page_to


def _places(found: Record) -> list[Place]:
    every = (
        found.dnr,
        found.dates,
        found.paragraphs,
        found.people,
        found.organisations,
        found.items,
        found.decisions,
    )
    amounts = [place for one in found.decisions for amount in one.amounts for place in amount.places]
    turned = [place for one in found.decisions for named in one.addressees for place in named.places]
    return [*(place for things in every for thing in things for place in thing.places), *amounts, *turned]


def undone(found: Record, start: int, end: int) -> str:
    """`text[start:end]` with the edits that it touches undone, as the contract tells users to do it."""
    out, at = "", start
    for edit in found.edits:
        if edit.start < end and edit.end > start:
            out += found.text[at : max(at, edit.start)] + edit.raw
            at = edit.end
    return out + found.text[at:end]
