"""What leaves when a query, or ids, are given."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyarrow.parquet import read_table

from archive.folder import Archive
from models.errors import ExportError, QueryError, RecordMissing
from models.matter import Amount
from models.outcome import Outcome
from models.vocabulary import Currency, DecisionOutcome
from tests.archive.search.made import FORSLAG, Matter, minutes
from tests.justerat.conftest import Call

FIRST = minutes(
    Matter(1, "Bygglov i Ekvalla", "Hörs.", DecisionOutcome.AVSLAG, "Ansökan avslås.", ("BN 1974/1",)),
    Matter(2, "Skolskjutsar", "Inget bygglov.", DecisionOutcome.BIFALL, "Motionen bifalls.", ("BN 1974/2",)),
    Matter(3, "Taxa", "Nya avgifter.", DecisionOutcome.AVSLAG, "Taxan avslås.", status=FORSLAG),
    front="Framsidan om ett museum",
)  # fmt: skip
SECOND = minutes(
    Matter(1, "Museum", "Se på taket.", DecisionOutcome.BIFALL, "Museet byggs."),
    date="1981-02-03", body="Kommunstyrelsen", content=b"b",
)  # fmt: skip
ONE, TWO = FIRST.records[0].id, SECOND.records[0].id


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two minutes; each decision of the first names an amount, its § in kronor."""
    record = FIRST.records[0]
    decisions = tuple(
        one.model_copy(update={"amounts": (Amount(value=str(one.paragraph), currency=Currency.SEK),)})
        for one in record.decisions
    )
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.put(Outcome(FIRST.source, (record.model_copy(update={"decisions": decisions}),)))
        opened.put(SECOND)
    return tmp_path / "arkiv"


def tables(call: Call, archive: Path, to: Path, *asked: str) -> dict[str, list[str]]:
    """Of each table that was written, the rows: § where they have one, else what they are."""
    assert call("export", "csv", *asked, "--archive", archive, "--to", to).code == 0
    found: dict[str, list[str]] = {}
    for path in to.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        found[path.stem] = [row.get("paragraph") or row.get("value") or row["id"] for row in rows]
    return found


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        (("in:beslut utfall:avslag",), ((ONE,), ("1", "2", "3"), ("1", "3"))),
        (("in:beslut", "utfall:avslag", "status:fattat"), ((ONE,), ("1", "2", "3"), ("1",))),
        (("bygglov",), ((ONE,), ("1", "2"), ("1", "2", "3"))),
        (("bygglov", "--whole"), ((ONE,), ("1", "2", "3"), ("1", "2", "3"))),
        (("museum",), ((ONE, TWO), ("1",), ("1", "2", "3", "1"))),
        (("organ:kommunstyrelsen",), ((TWO,), ("1",), ("1",))),
        (("i:beslut museet",), ((TWO,), ("1",), ("1",))),
        (("", ), ((ONE, TWO), ("1", "2", "3", "1"), ("1", "2", "3", "1"))),
        (("färdtjänst",), ((), (), ())),
        ((ONE[:8],), ((ONE,), ("1", "2", "3"), ("1", "2", "3"))),
        ((TWO, ONE), ((ONE, TWO), ("1", "2", "3", "1"), ("1", "2", "3", "1"))),
        ((f"id:{ONE[:3]} in:beslut §:2",), ((ONE,), ("1", "2", "3"), ("2",))),
        ((f"id:{TWO}",), ((TWO,), ("1",), ("1",))),
        ((f"id:{TWO}7",), ((), (), ())),
    ],
)  # fmt: skip
def test_tables_hold_what_was_found(
    call: Call,
    archive: Path,
    tmp_path: Path,
    query: tuple[str, ...],
    whole: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
) -> None:
    documents, items, decisions = whole
    found = tables(call, archive, tmp_path / "ut", *query)
    assert found["documents"] == sorted(documents)
    assert (sorted(found["items"]), sorted(found["decisions"])) == (sorted(items), sorted(decisions))


def test_amounts_go_with_their_decisions(call: Call, archive: Path, tmp_path: Path) -> None:
    assert tables(call, archive, tmp_path / "a", "in:beslut §:2")["amounts"] == ["2.0"]
    assert tables(call, archive, tmp_path / "b", "skolskjuts")["amounts"] == ["1.0", "2.0", "3.0"]


@pytest.mark.parametrize("query", ["in:beslut bifall*", "in:beslut från:1975", "bygglov", "in:dokument"])
def test_as_many_rows_leave_as_the_search_finds(
    call: Call, archive: Path, tmp_path: Path, query: str
) -> None:
    total = call("search", query, "--archive", archive, "--json").json["total"]
    assert call("export", "parquet", query, "--archive", archive, "--to", tmp_path / "ut").code == 0
    kind = {"in:b": "decisions", "in:d": "documents"}.get(query[:4], "items")
    assert len(read_table(tmp_path / "ut" / f"{kind}.parquet").to_pylist()) == total


def test_lines_hold_whole_documents(call: Call, archive: Path) -> None:
    said = call("export", "jsonl", "in:beslut", "museum", "--archive", archive)
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == [TWO]
    said = call("export", "jsonld", "utfall:bifall", "--archive", archive)
    assert len(json.loads(said.out)["@graph"]) == 2
    said = call("export", "annotations", "museum -från:1980", "--archive", archive)
    assert {json.loads(line)["target"][0]["scope"] for line in said.out.splitlines()} == {
        f"urn:justerat:documents/{ONE}"
    }


def test_packages_and_descriptions_are_of_what_was_found(call: Call, archive: Path, tmp_path: Path) -> None:
    said = call("export", "erms", "kommunstyrelsen", "--archive", archive, "--to", tmp_path / "a")
    assert said.code == ExportError.exit_code
    assert "needs one document at least" in said.err
    said = call("export", "erms", "organ:kommunstyrelsen", "--archive", archive, "--to", tmp_path / "b")
    (erms,) = (tmp_path / "b").rglob("erms.xml")
    (record,) = ElementTree.parse(erms).iter("{https://DILCIS.eu/XML/ERMS}record")  # noqa: S314  our own
    assert record.findtext("{https://DILCIS.eu/XML/ERMS}objectId") == TWO
    assert [path.stem for path in (tmp_path / "b").rglob("data/*.json")] == [TWO]
    about = ("--url", "https://a.example", "--publisher", "G", "--contact", "a@b.example")
    said = call(
        "export", "dcat", "in:beslut utfall:avslag", *about, "--licence", "https://l.example",
        "--archive", archive, "--to", tmp_path / "c",
    )  # fmt: skip
    assert said.code == 0
    assert "1 handlingar med 2 beslut" in (tmp_path / "c").read_text("utf-8")


@pytest.mark.slow
def test_pages_are_of_the_documents_found(call: Call, archive: Path, tmp_path: Path) -> None:
    said = call("export", "alto", "museum from:1980", "--archive", archive, "--to", tmp_path, "--json")
    # What is made here has no pages that were read: each document that is asked for is told to lack them.
    assert [one["ids"] for one in said.listed("failed")] == [[TWO]]


def test_a_query_that_cannot_be_understood_is_told_with_its_place(
    call: Call, archive: Path, tmp_path: Path
) -> None:
    said = call("export", "csv", "bygglov färg:röd", "--archive", archive, "--to", tmp_path / "ut")
    assert said.code == QueryError.exit_code
    assert said.err.startswith("justerat: At character 9 of the query: färg is no field")
    assert not (tmp_path / "ut").exists()


def test_words_that_look_like_ids_are_told_how_to_be_looked_for(call: Call, archive: Path) -> None:
    said = call("export", "jsonl", "bada", "--archive", archive)
    assert said.code == RecordMissing.exit_code
    assert """looked for in quotation marks: '"bada"'.""" in said.err
    assert call("export", "jsonl", '"bada"', "--archive", archive).code == 0
    assert call("export", "jsonl", "bada", "museum", "--archive", archive).code == 0
