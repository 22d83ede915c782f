"""Texts printed line for line: each word at its place, on as many sheets as it takes."""

from __future__ import annotations

from benchmarks.extraction.printed import printed


def test_words_stand_where_the_text_has_them() -> None:
    first, second = printed("Anna Ek      (S)\n\n  Bo Alm\n\f§ 2\n")
    assert [run.text for run in first.runs] == ["Anna", "Ek", "(S)", "Bo", "Alm"]
    xs = {run.text: run.x for run in first.runs}
    em = first.runs[0].type.size * 0.6
    assert round((xs["(S)"] - xs["Anna"]) / em) == 13
    assert round((xs["Bo"] - xs["Anna"]) / em) == 2
    assert [run.text for run in second.runs] == ["§", "2"]


def test_long_and_wide_pages_lose_nothing() -> None:
    lines = [f"rad {n} " + "ord " * 40 for n in range(200)]
    sheets = printed("\n".join(lines))
    assert len(sheets) > 1
    assert sum(run.text == "rad" for sheet in sheets for run in sheet.runs) == 200
