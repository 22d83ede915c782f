"""The model of a script with the words of one language in place of those of all its languages.

The word list of `Latin` takes 89 MB, which Tesseract copies into memory at each call; words of a hundred
languages in it also favour what is no Swedish. The list of `swe` numbers its letters otherwise, so it is
numbered anew. (Tesseract's `tessdatamanager.h` and `dawg.h` have the two formats.)
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache
from math import ceil, log2
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_WORDS, _LETTERS = 19, 21
"""Which parts of a model these are: its word list, and the characters that it knows."""
_MOST_PARTS = 64
_MAGIC = 42
_HEAD = struct.Struct("<hii")
"""Of a word list: its mark, how many letters there may be, and how many edges follow."""
_LAST, _END = 1, 4
"""The flags of a node's last edge, and of an edge that ends a word."""
_FLAG_BITS = 3
_ALONE = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ", *"abcdefghijklmnopqrstuvwxyzåäö", "§")
"""Initials, letters of lists and parties, and the sign of sections are words of minutes, and not listed."""

Edges = NDArray[np.uint64]
"""The edges of a word list: from the lowest bit on a letter's number, flags, and the node that follows."""


@cache
def with_words_of(model: Path, language: Path) -> bytes | None:
    """The model file `model` with the word list of `language`; None where either is of another format."""
    try:
        parts, words = _parts(model, leaving=_WORDS), _parts(language)
        given, numbers = _numbers(words[_LETTERS]), _numbers(parts[_LETTERS])
        parts[_WORDS] = _renumbered(words[_WORDS], given, numbers)
    except (OSError, KeyError, ValueError, struct.error):
        return None
    return _joined(parts)


def _parts(model: Path, leaving: int | None = None) -> dict[int, bytes]:
    """The parts of a model by their numbers, without that which is left."""
    with model.open("rb") as file:
        (count,) = struct.unpack("<i", file.read(4))
        if not _LETTERS < count <= _MOST_PARTS:
            raise ValueError(model)
        starts = struct.unpack(f"<{count}q", file.read(8 * count))
        ends = [*sorted(start for start in starts if start >= 0), model.stat().st_size]
        parts: dict[int, bytes] = {}
        for number, start in enumerate(starts):
            if start >= 0 and number != leaving:
                file.seek(start)
                parts[number] = file.read(ends[ends.index(start) + 1] - start)
    return parts


def _joined(parts: Mapping[int, bytes]) -> bytes:
    count = max(parts) + 1
    starts = [-1] * count
    at = 4 + 8 * count
    for number in sorted(parts):
        starts[number] = at
        at += len(parts[number])
    head = struct.pack(f"<i{count}q", count, *starts)
    return b"".join((head, *(parts[number] for number in sorted(parts))))


def _numbers(letters: bytes) -> dict[str, int]:
    """The number of each character that a model knows."""
    count, *lines = letters.decode("utf-8").split("\n")
    numbers = {line.split(" ", 1)[0]: number for number, line in enumerate(lines[: int(count)])}
    if len(numbers) != int(count):
        raise ValueError(count)
    return numbers


def _renumbered(words: bytes, given: Mapping[str, int], numbers: Mapping[str, int]) -> bytes:
    """A word list whose letters are numbered as `given`, numbered as in `numbers`; with `_ALONE`."""
    magic, letters, count = _HEAD.unpack_from(words)
    if magic != _MAGIC or letters != len(given):
        raise ValueError(magic)
    edges = np.frombuffer(words, dtype="<u8", count=count, offset=_HEAD.size)
    new = np.full(1 << _bits(letters), len(numbers), dtype=np.uint64)  # a number that no letter has
    for character, number in given.items():
        new[number] = numbers.get(character, len(numbers))
    rest = edges >> np.uint64(_bits(letters))
    letter = edges & np.uint64((1 << _bits(letters)) - 1)
    bits = _bits(len(numbers))
    alone = np.array([numbers[one] for one in _ALONE if one in numbers], dtype=np.uint64)
    moved = _first_sorted(_with_alone(new[letter] | rest << np.uint64(bits), alone, bits), bits)
    return _HEAD.pack(_MAGIC, len(numbers), len(moved)) + moved.astype("<u8").tobytes()


def _with_alone(edges: Edges, alone: Edges, bits: int) -> Edges:
    """The edges with words of one letter: marked where longer ones begin with it, else added to the first."""
    size = _size_of_first(edges, bits)
    end = np.uint64(_END << bits)
    letters = edges & np.uint64((1 << bits) - 1)
    added = np.setdiff1d(alone, letters[:size]) | end
    shift = np.uint64(len(added) << bits + _FLAG_BITS)
    moved = edges + np.where(edges >> np.uint64(bits + _FLAG_BITS) > 0, shift, np.uint64(0))
    moved[:size] |= np.where(np.isin(letters[:size], alone), end, np.uint64(0))
    return np.concatenate((added, moved))


def _first_sorted(edges: Edges, bits: int) -> Edges:
    """The edges with those of the first node in the order of their letters, as Tesseract looks for them."""
    last = np.uint64(_LAST << bits)
    size = _size_of_first(edges, bits)
    first = edges[:size] & ~last
    order = np.lexsort((first >> np.uint64(bits + _FLAG_BITS), first & np.uint64((1 << bits) - 1)))
    first = first[order]
    first[-1] |= last
    return np.concatenate((first, edges[size:]))


def _size_of_first(edges: Edges, bits: int) -> int:
    """How many edges the first node has."""
    return int(np.argmax((edges & np.uint64(_LAST << bits)) > 0)) + 1


def _bits(letters: int) -> int:
    """How many bits a letter's number takes where there are so many letters."""
    return ceil(log2(letters + 1))
