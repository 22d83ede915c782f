"""On a page with specks: full stops and quotation marks that the words around them rule out.

A speck behind a word reads as a full stop, one between two words as a point that joins them, one over the
line as a quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.rows import Line, lines_of
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon

_GLUED = re.compile(r"([^\W\d_]{3,},?)[.,;:'`’]([a-zåäö]{3,}[.,;:]?)$")
_OF_ADDRESSES = frozenset({"com", "info", "net", "org"})
_STOPPED = re.compile(r"[(\"”]?([a-zåäö]{4,})\.$")
_GOES_ON = re.compile(r"[a-zåäö]{2,}[.,;:)]?$")
_SHORTENED = frozenset({
    "bitr", "exkl", "forts", "inkl", "komm", "kungl", "motsv", "ordf", "prop", "resp", "suppl", "tillf",
})  # fmt: skip
"""What the lexicon lists and has a full stop within a sentence."""
_LONG = 8
"""No short form has so many letters."""
_NEAR = 1.5
"""Of a line's height: the next word of a sentence stands so near at most."""
_SINGLE, _DOUBLE = "'’‘", '"”“'
_OPENING = re.compile(r"[(]?(['’‘\"”“])(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,!?])(['’‘\"”“])[.,;:)]?$")
_OWN = re.compile(r"[A-ZÅÄÖ].*[sxz]'|.*\d['’\"”]")
"""An owner whose name ends in s has an apostrophe; minutes, feet and inches have such marks too."""


def without_stray(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """`words` without points and quotation marks that are specks; words that one has joined are parted."""
    parted = [one for word in words for one in _unglued(word, lexicon)]
    lines = lines_of(parted)
    without = dict(_false_stops(lines, lexicon)) | dict(_lone_quotes(lines))
    return tuple(replace(word, text=without[word]) if word in without else word for word in parted)


def _unglued(word: Word, lexicon: Lexicon) -> tuple[Word, ...]:
    """The two words that a speck between them has joined."""
    found = _GLUED.match(word.text)
    if found is None or word.box is None:
        return (word,)
    first, second = found[1], found[2]
    own = first.rstrip(","), second.rstrip(".,;:")
    if own[1] in _OF_ADDRESSES or not all(map(lexicon.knows, own)):
        return (word,)
    box, share = word.box, word.box.width / len(word.text)
    left, right = box.x0 + share * len(first), box.x1 - share * len(second)
    return (
        replace(word, text=first, box=Box(box.x0, box.y0, left, box.y1)),
        replace(word, text=second, box=Box(right, box.y0, box.x1, box.y1)),
    )


def _false_stops(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[tuple[Word, str]]:
    """Words with a full stop after which their sentence goes on, and how they read without it."""
    for line in lines:
        for (word, box), (after, beside) in pairwise(line.words):
            found = _STOPPED.match(word.text)
            near = beside.x0 - box.x1 <= _NEAR * line.box.height
            if not (found and near and _GOES_ON.match(after.text)):
                continue
            if len(found[1]) >= _LONG or (found[1] not in _SHORTENED and lexicon.knows(found[1])):
                yield word, word.text[:-1]


def _lone_quotes(lines: Sequence[Line]) -> Iterator[tuple[Word, str]]:
    """Words with the only quotation mark of its kind on the page, and how they read without it."""
    for kind in (_SINGLE, _DOUBLE):
        found = [
            (word, match.start(1))
            for line in lines
            for word, _ in line.words
            for match in (_OPENING.match(word.text), _CLOSING.search(word.text))
            if match and match[1] in kind
        ]
        if len(found) == 1 and not _OWN.match(found[0][0].text):
            word, at = found[0]
            yield word, word.text[:at] + word.text[at + 1 :]
