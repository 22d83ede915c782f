"""Words kept on disk and found again without reading them all."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.lexicon import lexicon
from models.swedish.word_table import Use, WordTable, write

USES = st.builds(Use, st.integers(0, 10**9), st.integers(0, 10**9))
WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20)


@given(st.dictionaries(WORDS, USES, max_size=30), WORDS)
def test_what_is_written_is_found(words: dict[str, Use], other: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words"
        write(words.items(), path)
        table = WordTable(path)
        assert dict(table) == words
        assert len(table) == len(words)
        assert (other in table) is (other in words)
        assert table.get(other) == words.get(other)


@pytest.mark.parametrize("word", ["", "qvx", "och\t1\t2", "och\n", "\ud800", "OCH"])
def test_what_no_table_holds_is_not_found(word: str) -> None:
    assert word not in lexicon().uses
    with pytest.raises(KeyError):
        lexicon().uses[word]
