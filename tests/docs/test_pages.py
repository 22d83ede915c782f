"""What can be checked of the pages by reading them."""

from __future__ import annotations

import re

import pytest

from archive.review.apply import Code
from archive.search.query import FIELDS
from models.errors import (
    EXIT_INTERRUPTED,
    EXIT_PARTIAL,
    EXIT_SEVERAL_FAILURES,
    EXIT_WHOLE,
    KINDS,
    JusteratError,
)
from models.record import Record
from models.vocabulary import DecisionOutcome
from tests.docs.pages import PAGES, READMES, ROOT, anchor, blocks, headings, links, prose, read, rows

_CODE = re.compile(r"`([^`]+)`")
_FINDING = re.compile(r'(?:[Ff]inding\(|UNCERTAIN =)\s*"([a-z-]+)"')
_PICTURE_BYTES = 150_000


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    for link in links(page):
        assert "://" not in link, f"{link} can't be checked here: say it without a link"
        path, _, part = link.partition("#")
        target = (folder / path).resolve() if path else ROOT / page
        assert target.exists(), link
        if part:
            known = {anchor(text) for _, text in headings(target.relative_to(ROOT).as_posix())}
            assert part in known, link


@pytest.mark.parametrize("page", PAGES)
def test_every_block_is_of_a_kind_that_is_tested(page: str) -> None:
    assert {block.language for block in blocks(page)} <= {"sh", "sql", "python", "json", "mermaid"}


def test_readmes_have_the_same_sections() -> None:
    english, swedish = ([level for level, _ in headings(page)] for page in READMES)
    assert english == swedish


def test_readmes_have_the_same_commands_and_record() -> None:
    english, swedish = (blocks(page, "sh", "json") for page in READMES)
    assert english == swedish


def test_readmes_lead_to_the_same_pages() -> None:
    english, swedish = (set(links(page)) - set(READMES) for page in READMES)
    assert english == swedish


def test_every_figure_stands_in_both_readmes() -> None:
    english, swedish = (re.findall(r"\b[01][.,]\d\d\b", prose(page)) for page in READMES)
    assert english == [figure.replace(",", ".") for figure in swedish]


def test_exit_codes_are_those_of_the_program() -> None:
    told = {cells[0]: cells[1] for cells in rows("docs/archivist.md") if cells[0].isdecimal()}
    causes = {str(cause.exit_code): name for name, cause in KINDS.items()}
    plain = (EXIT_WHOLE, JusteratError.exit_code, 2, EXIT_PARTIAL, EXIT_SEVERAL_FAILURES, EXIT_INTERRUPTED)
    assert told == causes | {str(code): "" for code in plain}


def test_every_finding_is_explained() -> None:
    sources = (path for folder in ("ingest", "pipeline") for path in (ROOT / folder).rglob("*.py"))
    made = {code for path in sources for code in _FINDING.findall(path.read_text("utf-8"))}
    made |= {code.value for code in Code}
    weights = {"error", "warning", "info"}
    told = [cells[0].strip("`") for cells in rows("docs/archivist.md") if cells[1] in weights]
    assert sorted(told) == sorted(made)


def test_every_field_of_the_record_is_named_in_its_order() -> None:
    table = [cells[0] for cells in rows("docs/integrator.md")]
    named = [name for cell in table for name in _CODE.findall(cell) if " " not in name]
    assert named == list(Record.model_fields)


def test_every_outcome_is_named() -> None:
    page = " ".join(read("docs/researcher.md").split())
    assert ", ".join(outcome.value for outcome in DecisionOutcome) in page


def test_every_field_of_a_search_is_named() -> None:
    named = {name for cells in rows("docs/researcher.md") for name in _CODE.findall(cells[0])}
    assert {f"{name}:" for name in FIELDS.values()} <= named


def test_the_tests_that_security_names_are_there() -> None:
    named = {name for cells in rows("docs/security.md") for name in _CODE.findall(cells[-1])}
    assert named
    assert all((ROOT / name).exists() for name in named if name.startswith("tests/"))


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").iterdir())
    drawn, shown = ("extraction", "reading", "repair", "run"), ("corrected", "review", "search", "web")
    known = {f"{name}.svg" for name in drawn} | {f"{name}.png" for name in shown}
    assert {path.name for path in pictures} <= known
    assert all(path.stat().st_size <= _PICTURE_BYTES for path in pictures)
