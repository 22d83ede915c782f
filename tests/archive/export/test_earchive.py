"""A package is valid, whole, and holds every matter once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from archive.export.earchive.package import write_package
from archive.export.earchive.writing import Packed
from archive.folder import Archive
from models.errors import ExportError
from models.matter import Decision
from models.mention import Dnr
from models.outcome import Outcome
from models.record import Record
from models.vocabulary import DecisionOutcome, DecisionStatus, DnrRelation
from tests.archive.export.csip import CONTRADICTED, assert_valid_mets, broken
from tests.archive.export.erms import faults
from tests.archive.export.standards import parsed
from tests.archive.records import outcome_of, record_of, source_of

ERMS = "{https://DILCIS.eu/XML/ERMS}"
METS = "{http://www.loc.gov/METS/}"
PREMIS = "{http://www.loc.gov/premis/v3}"
HREF = "{http://www.w3.org/1999/xlink}href"
HOSTILE = "Bygglov <script>\x00& ]]>\u202e"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Two documents of one matter, one of another with a hostile title, and one without number."""
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.put(outcome_of(parts=2))
        for name, dnr in ((b"b", (Dnr(value="KS 2001/3"),)), (b"c", ())):
            source = source_of(name, f"in/{name.decode()}.txt")
            update = {"dnr": dnr, "title": HOSTILE, "decisions": (decision(),)}
            opened.put(Outcome(source, (record_of(source).model_copy(update=update),)))
        yield opened


def decision() -> Decision:
    return Decision(
        id="d1",
        date="2001-02-03",
        status=DecisionStatus.FATTAT,
        outcome=DecisionOutcome.BIFALL,
        text="Nämnden bifaller ansökan.",
    )


@pytest.fixture
def package(archive: Archive, tmp_path: Path) -> Path:
    with archive.connection() as connection:
        (tmp_path / "ut").mkdir()
        mets, count = write_package(connection, tmp_path / "ut", "1.2")
    assert count == 3
    assert [path.name for path in (tmp_path / "ut").iterdir()] == [mets.parent.name]
    return mets.parent


def root_of(path: Path) -> Element:
    return parsed(path.read_bytes())


def test_mets_keeps_schema_and_rules(package: Path) -> None:
    for path in (package / "METS.xml", package / "representations" / "rep1" / "METS.xml"):
        assert_valid_mets(path)
    assert set(broken(package / "METS.xml")) == CONTRADICTED


def test_a_rule_that_is_broken_is_found(package: Path) -> None:
    path = package / "METS.xml"
    path.write_text(path.read_text("utf-8").replace(' LASTMODDATE="', ' ID="x'), encoding="utf-8")
    assert "CSIP8" in set(broken(path))


def test_every_file_is_told_with_its_checksum(package: Path) -> None:
    told: dict[Path, tuple[str | None, str | None]] = {}
    for folder in (package, package / "representations" / "rep1"):
        for kind in ("mdRef", "file"):
            for one in root_of(folder / "METS.xml").iter(f"{METS}{kind}"):
                link = one if kind == "mdRef" else one[0]
                told[folder / link.get(HREF, "")] = (one.get("CHECKSUM"), one.get("SIZE"))
    there = {path for path in package.rglob("*") if path.is_file()} - {package / "METS.xml"}
    assert told.keys() == there
    for path, (digest, size) in told.items():
        content = path.read_bytes()
        assert (digest, size) == (hashlib.sha256(content).hexdigest(), str(len(content)))


def test_premis_tells_of_the_same_files(package: Path) -> None:
    premis = root_of(package / "metadata" / "preservation" / "premis.xml")
    assert [child.tag.removeprefix(PREMIS) for child in premis] == ["object"] * 4 + ["event", "agent"]
    for one in premis.iter(f"{PREMIS}object"):
        path = package / one.findtext(f"{PREMIS}objectIdentifier/{PREMIS}objectIdentifierValue", "")
        digest = one.findtext(f".//{PREMIS}messageDigest")
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
        Record.model_validate_json(path.read_bytes())


def test_a_case_for_each_number_with_its_documents(package: Path, archive: Archive) -> None:
    erms = root_of(package / "metadata" / "descriptive" / "erms.xml")
    cases = list(erms.iter(f"{ERMS}aggregation"))
    assert [case.findtext(f"{ERMS}extraId") for case in cases] == ["BN 1974/187", "KS 2001/3", None]
    assert [len(case.findall(f"{ERMS}record")) for case in cases] == [2, 1, 1]
    assert cases[2].get("otherAggregationType") == "without_dnr"
    names = [one.get("systemIdentifier") for one in erms.iter() if one.get("systemIdentifier")]
    assert len(names) == len(set(names)) == 7
    appendices = {one.get("path", "") for one in erms.iter(f"{ERMS}appendix")}
    assert appendices == {f"representations/rep1/data/{one.id}.json" for one in archive.records()}
    assert all((package / path).is_file() for path in appendices)
    (action,) = cases[1].iter(f"{ERMS}action")
    assert [child.text for child in action][:2] == ["Nämnden bifaller ansökan.", "bifall"]
    assert cases[1].findtext(f"{ERMS}record/{ERMS}title") == "Bygglov <script>\ufffd& ]]>\u202e"


def test_erms_keeps_the_rules_of_its_schema(package: Path) -> None:
    assert list(faults(root_of(package / "metadata" / "descriptive" / "erms.xml"))) == []


@pytest.mark.parametrize("day", ["XXXX-06-07", "2001", "2001-02", "2001-21", "2001-02-03/2001-02-04", None])
def test_what_is_no_day_of_a_known_year_is_no_date_of_erms(day: str | None, tmp_path: Path) -> None:
    source = source_of(b"d", "in/d.txt")
    taken = decision().model_copy(update={"date": day})
    blank = {"title": " ", "body": "\t", "decisions": (taken,), "date": day}
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.put(Outcome(source, (record_of(source).model_copy(update=blank),)))
        with opened.connection() as connection:
            mets, _ = write_package(connection, tmp_path, "1.2")
    erms = root_of(mets.parent / "metadata" / "descriptive" / "erms.xml")
    assert list(faults(erms)) == []
    assert list(erms.iter(f"{ERMS}actionDate")) == []


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("<maintenanceStatus value=", "<maintenanceStatus worth=", "maintenanceStatus: lacks @value"),
        ('agentType="creator"', 'agentType="maker"', "agent: @agentType=maker"),
        ("<title>", "<otherTitle/><title>", "otherTitle title"),
        ("T00:00:00", "", "date: 1974-11-05"),
        (' otherAggregationType="without_dnr"', "", "aggregation: lacks @otherAggregationType"),
        ("<actionText>", "<actionDue/><actionText>", "action: actionDue actionText"),
        ('systemIdentifier="', 'systemIdentifier="x', "aggregation: @systemIdentifier=x"),
        ("-11-05T", "-02-30T", "date: 1974-02-30T00:00:00"),
        ("<aggregations>", '<aggregations xmlns="">', "erms: aggregations is of another namespace"),
        ("<aggregations>", "<aggregations>text", "aggregations: text in it"),
        ("</aggregation>", "</aggregation>text", "aggregations: text in it"),
        (
            '<maintenanceStatus value="new" />',
            '<maintenanceStatus value="new"> </maintenanceStatus>',
            "text in it",
        ),
        ("<name>justerat 1.2</name>", "<name> </name>", "name is empty"),
        ("<erms ", "<html ", "root: {https://DILCIS.eu/XML/ERMS}html"),
    ],
)
def test_a_rule_of_erms_that_is_broken_is_found(package: Path, written: str, instead: str, told: str) -> None:
    text = (package / "metadata" / "descriptive" / "erms.xml").read_text("utf-8")
    text = text.replace("</erms>", "</html>") if "html" in instead else text
    assert written in text
    assert any(told in one for one in faults(parsed(text.replace(written, instead).encode())))


def test_a_package_of_nothing_is_refused(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as archive, archive.connection() as connection:
        (tmp_path / "ut").mkdir()
        with pytest.raises(ExportError, match="one document at least"):
            write_package(connection, tmp_path / "ut", "1")
    assert list((tmp_path / "ut").iterdir()) == []


def test_a_number_that_is_only_cited_makes_no_case(tmp_path: Path) -> None:
    cited = (Dnr(value="KS 2001/3", relation=DnrRelation.CITED),)
    record = record_of(source_of()).model_copy(update={"dnr": cited})
    with Archive.writing(tmp_path / "arkiv") as archive, archive.connection() as connection:
        archive.put(Outcome(source_of(), (record,)))
        mets, count = write_package(connection, tmp_path, "1")
    assert count == 1
    erms = root_of(mets.parent / "metadata" / "descriptive" / "erms.xml")
    assert [one.get("otherAggregationType") for one in erms.iter(f"{ERMS}aggregation")] == ["without_dnr"]


def test_nothing_is_left_of_a_package_that_fails(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(file: Packed) -> Element:
        raise OSError(f"the disk is full at {file.name}")

    monkeypatch.setattr("archive.export.earchive.package.premis_object", fails)
    (tmp_path / "ut").mkdir()
    with archive.connection() as connection, pytest.raises(OSError, match="disk is full"):
        write_package(connection, tmp_path / "ut", "1")
    assert list((tmp_path / "ut").iterdir()) == []
