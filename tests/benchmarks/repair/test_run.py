"""Where documents come from, the programs, and a whole run with tables and docs."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.repair.__main__ import main, show
from benchmarks.repair.cold import steps
from benchmarks.repair.document import Document, Facts, clean
from benchmarks.repair.pairs.lines import planned
from benchmarks.repair.programs import symspell
from benchmarks.repair.programs.hunspell import FirstSuggestion
from benchmarks.repair.programs.known import FIRST_OF_A_SET, PROGRAMS, SHOWN
from benchmarks.repair.programs.program import Corrected, Span, word_by_word
from benchmarks.repair.programs.symspell import WordCounts
from benchmarks.repair.report import main as report
from benchmarks.repair.result import Result
from benchmarks.repair.run import run
from benchmarks.repair.sources import drawn as drawn_source
from benchmarks.repair.sources.clean import bundled, of_file, of_running_text
from benchmarks.repair.sources.drawn import drawn, own_paragraphs
from benchmarks.repair.sources.pairs import given
from benchmarks.repair.worker import Done, Job, Repaired, work, worked
from models.swedish.held_out import held_out

PRINTED = "Nämnden är här för frågan.\n"
READ = "Namnden ar har for fragan.\n"


def documents() -> list[Document]:
    facts = [Facts(name=f"p{n}", set="eng", kind="damaged", degree="copy") for n in range(5)]
    damaged = [Document(facts=one, printed=PRINTED, read=READ) for one in facts]
    return [*damaged, clean("minutes", "minutes", PRINTED)]


def fake(job: Job) -> Done:
    """Repairs all but one word, and breaks nothing."""
    texts = (text.replace("Namnden ar", "Nämnden är").replace("fragan", "frågan") for text in job.texts)
    edits = (Span(1, 2, 0.99), Span(8, 9, 0.96))
    done = [Repaired(corrected=Corrected(text=text, edits=edits), seconds=0.5) for text in texts]
    return Done(version="fake 1", load=0.1, peak=2**20, documents=done)


def test_a_run_judges_every_program() -> None:
    said: list[str] = []
    result, judged = run(documents(), ["nothing", "hunspell"], said.append, fake)
    assert [program.name for program in result.programs] == ["nothing", "hunspell"]
    assert len(judged["nothing"]) == 6
    given_to_hunspell = [counts is not None for counts in result.programs[1].counts]
    assert sum(given_to_hunspell) == FIRST_OF_A_SET["hunspell"] + 1
    assert said == ["nothing: 3.0 s", "hunspell: 1.5 s"]


def test_tables_and_docs_hold_the_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = run(documents(), ["nothing", "ours"], print, fake)
    out = io.StringIO()
    show(result, Console(file=out, width=200))
    assert "0.00% → 60.00%" in out.getvalue()
    kept = tmp_path / "repair.json"
    kept.write_text(result.model_dump_json(), "utf-8")
    assert Result.model_validate_json(kept.read_text("utf-8")) == result
    monkeypatch.setattr(sys, "argv", ["report", str(kept), "--docs", str(tmp_path), "--remark", "A remark."])
    report()
    page = (tmp_path / "repair.md").read_text("utf-8")
    for part in (
        "A remark.",
        "| eng, copy | 60.00% | 60.00% |",
        "| 0.95–0.98 | 6 |",
        "| 0.95–1.00 | 12 |",
        "| minutes | 5 |",
    ):
        assert part in page, part
    assert (tmp_path / "pictures" / "repair.svg").read_text("utf-8").startswith("<?xml")


def test_every_program_has_a_name_for_tables() -> None:
    assert PROGRAMS.keys() == SHOWN.keys()


def test_nothing_changes_nothing() -> None:
    done = work(Job(program="nothing", texts=[READ]))
    assert done.documents[0].corrected == Corrected(text=READ)
    assert done.peak > 0


@pytest.mark.slow
def test_ours_tells_its_edits() -> None:
    text = READ * 12
    done = work(Job(program="ours", texts=[text]))
    corrected = done.documents[0].corrected
    assert corrected.edits
    for span in corrected.edits:
        assert 0 <= span.start <= span.end <= len(corrected.text)


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    (tmp_path / "sv_XX.aff").write_text("SET UTF-8\nTRY aeåäö\n", "utf-8")
    (tmp_path / "sv_XX.dic").write_text("3\nnämnden\nfrågan\nfor\n", "utf-8")
    return tmp_path / "sv_XX.dic"


def test_hunspell_takes_its_first_suggestion(dictionary: Path) -> None:
    correct = FirstSuggestion(dictionary=dictionary).ready()
    assert correct("(namnden) for fragan, 12\n").text == "(nämnden) for frågan, 12\n"


def test_symspell_may_leave_known_words_alone(dictionary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def counts(_: str, wordlist: str) -> dict[str, float]:
        return {"för": 0.01, "frågan": 0.001} if wordlist else {}

    monkeypatch.setattr(symspell, "get_frequency_dict", counts)
    text = "For for fragan 12\n"
    assert WordCounts().ready()(text).text == "För för frågan 12\n"
    assert WordCounts(leave_known=True, dictionary=dictionary).ready()(text).text == "For for frågan 12\n"


def test_words_are_put_through_without_their_signs() -> None:
    assert word_by_word("(en), 12 två-tre – §", str.upper).text == "(EN), 12 TVÅ-TRE – §"


def test_pairs_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "care").mkdir()
    for name in ("a", "care/b"):
        (tmp_path / f"{name}.gt.txt").write_text(PRINTED, "utf-8")
        (tmp_path / f"{name}.txt").write_text(READ, "utf-8")
    (tmp_path / "alone.gt.txt").write_text(PRINTED, "utf-8")
    (tmp_path / "lines.tsv").write_text("eng\t2\t2\tår\tar\neng\t2\t1\tän\tan\neng\t10\t1\tå\ta\n", "utf-8")
    (tmp_path / "lines.pages.tsv").write_text("eng\t2\tSchola\t300\tCOPY\t1\t2/2\t0\n", "utf-8")
    found = list(given(tmp_path))
    assert [(one.facts.name, one.facts.set) for one in found[:2]] == [("a", tmp_path.name), ("b", "care")]
    assert [(one.printed, one.facts.degree) for one in found[2:]] == [("än\når\n", "copy"), ("å\n", "")]


def test_models_come_in_the_order_in_which_they_are_known(tmp_path: Path) -> None:
    rows = [f"{model}\t0\t1\tår\tar\n" for model in ("Latin", "fin", "eng", "swe")]
    (tmp_path / "lines.tsv").write_text("".join(rows), "utf-8")
    assert [one.facts.set for one in given(tmp_path)] == ["eng", "swe", "Latin", "fin"]


def test_bundled_texts_are_of_several_kinds() -> None:
    found = list(bundled(1))
    assert {one.facts.set for one in found} == {"minutes", "statute", "report", "prose", "table", "names"}
    assert all(one.printed == one.read for one in found)
    assert "<" not in "".join(one.printed for one in found)
    assert list(bundled(1)) == found


def test_a_long_text_becomes_several_documents(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("Nämnden antar taxan.\n" * 900, "utf-8")
    assert [len(one.printed.splitlines()) for one in of_file(path)] == [150] * 6
    assert [len(one.printed.splitlines()) for one in of_file(path, most_words=30)] == [10]


def test_of_running_text_only_what_is_held_out(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("".join(f"Nämnden antar taxan {n}.\n" for n in range(900)), "utf-8")
    (found,) = of_running_text(path)
    lines = found.printed.splitlines()
    assert 5 < len(lines) < 40
    assert all(map(held_out, lines))


def test_own_texts_are_long_enough_and_filled() -> None:
    paragraphs = own_paragraphs(1)
    assert len(" ".join(paragraphs).split()) > 4_000
    assert not any("~" in paragraph or "<" in paragraph for paragraph in paragraphs)


def test_pages_read_once_are_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []

    def write(_: object, __: object, plan: object, out: Path) -> None:
        calls.append(plan)
        out.write_text("swe\t0\t1\tår\tar\n", "utf-8")
        out.with_suffix(".pages.tsv").write_text("swe\t0\tSchola\t300\tWORN\t1\t1/1\t0\n", "utf-8")

    monkeypatch.setattr(drawn_source, "write_pairs", write)
    for _ in range(2):
        (page,) = drawn([PRINTED], {"swe": 1}, 1, tmp_path)
        assert (page.printed, page.facts.degree) == ("år\n", "worn")
    list(drawn([PRINTED, READ], {"swe": 1}, 1, tmp_path))
    assert calls == [planned({"swe": 1})] * 2


@pytest.mark.slow
def test_the_command_measures_the_bundled_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "repair.json"
    monkeypatch.setattr(sys, "argv", ["repair", "--quick", "--json", str(kept), "--misses", "3"])
    assert main() == 0
    assert "sound text" in capsys.readouterr().out
    programs = json.loads(kept.read_text("utf-8"))["programs"]
    assert [program["name"] for program in programs] == ["nothing", "ours"]


@pytest.mark.slow
def test_a_worker_is_a_process_of_its_own() -> None:
    assert worked(Job(program="nothing", texts=[READ])).documents[0].corrected.text == READ


def test_cold_start_is_told_step_by_step() -> None:
    names = [name for name, _ in steps()]
    tables = ["lexicon", "rare words", "neighbours", "letters", "names"]
    assert names == ["imports", *tables, "network", "first sentence"]
    assert all(seconds >= 0 for _, seconds in steps())
