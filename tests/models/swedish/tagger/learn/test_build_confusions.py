from __future__ import annotations

import sys
from pathlib import Path

import pytest

from models.swedish.tagger.learn.build_confusions import learnt, main, priced, read_pairs, table, word_pairs
from models.swedish.tagger.learn.confusions import Confusion, read_confusions
from models.swedish.tagger.learn.letter_groups import grouped

LINES = [
    ("nämnden är här för året", "namnden ar har for aret"),
    ("nämnden antar förslaget", "namnden antar f6rslaget"),
    ("ärendet är vilande", "arendet dr vilande"),
    ("nämnden hör förvaltningen", "niimnden hor forvaltningen"),
    ("nämnderna hör modern", "niimndema hor modem"),
    ("moderna skolorna", "modema skoloma"),
    ("barnen är här", "bamen ar har"),
]


@pytest.mark.parametrize(
    ("printed", "read", "groups"),
    [
        ("är", "ar", [("ä", "a"), ("r", "r")]),
        ("barnen", "bamen", [("b", "b"), ("a", "a"), ("rn", "m"), ("e", "e"), ("n", "n")]),
        ("nämnd", "niimnd", [("n", "n"), ("ä", "ii"), ("m", "m"), ("n", "n"), ("d", "d")]),
        ("till", "tll", [("t", "t"), ("i", ""), ("l", "l"), ("l", "l")]),
    ],
)
def test_words_are_laid_beside_each_other(printed: str, read: str, groups: list[tuple[str, str]]) -> None:
    price = priced(learnt(word_pairs(LINES)))
    assert [tuple(row) for row in grouped(printed, read, price)] == groups


def test_the_groups_hold_both_words_whole() -> None:
    price = priced(learnt(word_pairs(LINES)))
    rows = grouped("återremitterades", "Aterrernittcrades", price)
    assert "".join(row.printed for row in rows) == "återremitterades"
    assert "".join(row.read for row in rows) == "Aterrernittcrades"


def test_no_way_leads_to_a_word_of_quite_another_length() -> None:
    assert grouped("å", "kommunstyrelsen", priced(learnt(word_pairs(LINES)))) == ()


def test_shares_are_of_the_times_that_the_letters_were_printed() -> None:
    known = learnt(word_pairs(LINES))
    assert known.times[Confusion("rn", "m")] == 5
    assert known.times[Confusion("ä", "ii")] == 2
    assert known.printed["ä"] == 10
    shares = known.shares()
    assert shares[Confusion("ä", "a")] == pytest.approx((7 - 0.5) / 10)
    assert shares[Confusion("n", "n")] > 0.5
    assert Confusion("ä", "d") not in shares, "met once"


def test_blanks_stand_in_no_table() -> None:
    lines = [("av en slump", "aven slump")] * 9
    assert all(" " not in row.printed + row.read for row in learnt(word_pairs(lines)).shares())


def test_a_table_is_read_back() -> None:
    shares = learnt(word_pairs(LINES)).shares()
    wrong = {row for row in shares if row.printed != row.read}
    read = read_confusions(table("eng", shares, "a remark").splitlines())
    assert read.keys() == {"eng"}
    assert read["eng"].keys() == wrong
    assert all(read["eng"][row] == pytest.approx(shares[row], rel=0.01) for row in wrong)


def test_lines_of_other_models_are_left_out() -> None:
    rows = ["eng\t1\t1\tär\tar\n", "swe\t1\t1\tär\tär\n"]
    assert list(read_pairs(rows, ["swe"])) == [("är", "är")]
    assert list(read_pairs(rows, [])) == [("är", "ar"), ("är", "är")]


def test_the_command_writes_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs, out = tmp_path / "pairs.tsv", tmp_path / "confusions.tsv"
    pairs.write_text("".join(f"eng\t1\t{n}\t{a}\t{b}\n" for n, (a, b) in enumerate(LINES)), "utf-8")
    monkeypatch.setattr(sys, "argv", ["build", str(pairs), "--out", str(out)])
    main()
    assert "\neng\tä\ta\t0.65\n" in out.read_text("utf-8")
