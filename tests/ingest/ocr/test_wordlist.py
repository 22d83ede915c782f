"""A model with another's words: the same words, spelt with its own numbers for the letters."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from math import ceil, log2
from pathlib import Path

import pytest

from ingest.ocr import probe
from ingest.ocr.wordlist import with_words_of

Edge = tuple[str, int, int]
"""A letter, its flags (1 last of its node, 4 end of a word), and the number of the edge it leads to."""
WORDS: list[Edge] = [("b", 0, 3), ("å", 4, 4), ("x", 1, 3), ("o", 5, 0), ("r", 5, 0)]
"""bo, å, år, xo."""
SPELT = ["b", "bo", "o", "r", "x", "xo", "å", "år"]
"""The same, and every letter."""


def word_list(edges: Sequence[Edge], letters: Sequence[str]) -> bytes:
    bits = ceil(log2(len(letters) + 1))
    ranked = [letters.index(letter) | flags << bits | then << bits + 3 for letter, flags, then in edges]
    return struct.pack(f"<hii{len(edges)}Q", 42, len(letters), len(edges), *ranked)


def model(path: Path, letters: Sequence[str], words: bytes) -> Path:
    """A model file of a network, a word list, letters and, where they stand in the files, nothing else."""
    listed = "\n".join([str(len(letters)), *(f"{letter} 3 0,255 Latin" for letter in letters), ""])
    parts = {17: b"network", 19: words, 21: listed.encode()}
    head, body = 4 + 8 * 24, b""
    starts = [-1] * 24
    for number, part in parts.items():
        starts[number] = head + len(body)
        body += part
    path.write_bytes(struct.pack("<i24q", 24, *starts) + body)
    return path


def part(content: bytes, number: int) -> bytes:
    (count,) = struct.unpack_from("<i", content)
    starts = struct.unpack_from(f"<{count}q", content, 4)
    ends = [start for start in (*starts, len(content)) if start > starts[number]]
    return content[starts[number] : min(ends)]


def spelt(words: bytes, letters: Sequence[str]) -> list[str]:
    """The words of a word list that are spelt with `letters` alone."""
    _, size, count = struct.unpack_from("<hii", words)
    assert size == len(letters)
    edges = struct.unpack_from(f"<{count}Q", words, 10)
    bits = ceil(log2(size + 1))
    found: list[str] = []

    def walk(at: int, before: str) -> None:
        while True:
            number = edges[at] & (1 << bits) - 1
            flags, then = edges[at] >> bits & 7, edges[at] >> bits + 3
            if number < size:
                word = f"{before}{letters[number]}"
                if flags & 4:
                    found.append(word)
                if then:
                    walk(then, word)
            if flags & 1:
                return
            at += 1

    walk(0, "")
    return sorted(found)


SWEDISH = ["NULL", "b", "o", "r", "x", "å"]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (SWEDISH, SPELT),
        (["NULL", "x", "å", "r", "o", "b"], SPELT),
        (["NULL", *"åo§^brx0123456789"], sorted([*SPELT, "§"])),
        (["NULL", *"årbo"], ["b", "bo", "o", "r", "å", "år"]),
    ],
)
def test_words_are_spelt_with_the_other_letters(
    letters: list[str], expected: list[str], tmp_path: Path
) -> None:
    script = model(tmp_path / "Latin", letters, b"a hundred languages")
    language = model(tmp_path / "swe", SWEDISH, word_list(WORDS, SWEDISH))
    made = with_words_of(script, language)
    assert made is not None
    assert part(made, 17) == b"network"
    assert part(made, 21) == part(script.read_bytes(), 21)
    words = part(made, 19)
    assert spelt(words, letters) == expected
    bits = ceil(log2(len(letters) + 1))
    edges = struct.unpack_from(f"<{(len(words) - 10) // 8}Q", words, 10)
    size = next(n for n, edge in enumerate(edges, 1) if edge >> bits & 1)
    first = [edge & (1 << bits) - 1 for edge in edges[:size]]
    assert first == sorted(first)


@pytest.mark.parametrize(
    "words",
    [b"", struct.pack("<hii", 42, 6, 5), struct.pack("<hii", 41, 6, 0), struct.pack("<hii", 42, 9, 0)],
)
def test_unknown_format_is_left_alone(words: bytes, tmp_path: Path) -> None:
    script = model(tmp_path / "Latin", SWEDISH, b"")
    assert with_words_of(script, model(tmp_path / "swe", SWEDISH, words)) is None


@pytest.mark.parametrize("content", [b"", b"\0" * 400, b"\xff" * 400])
def test_what_is_no_model_is_left_alone(content: bytes, tmp_path: Path) -> None:
    language = model(tmp_path / "swe", SWEDISH, word_list(WORDS, SWEDISH))
    (tmp_path / "Latin").write_bytes(content)
    assert with_words_of(tmp_path / "Latin", language) is None
    assert with_words_of(language, tmp_path / "Latin") is None
    assert with_words_of(language, tmp_path / "missing") is None


def test_installed_models_fit() -> None:
    script, language = probe.model_file("Latin"), probe.model_file("swe")
    assert script is not None
    assert language is not None
    made = with_words_of(script, language)
    assert made is not None
    assert len(made) < 8_000_000
