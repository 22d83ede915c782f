"""Letter-spaced lines: their letters come as words of one letter each, and the gaps tell the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.layer.words import Drawn
from models.geometry import hull
from models.page import Word
from models.swedish.lexicon import Lexicon

_LEAST_LETTERS = 6
_LONE_LETTERS = "111"
"""Words of one letter each in a row; a page without three is set as usual."""
_SINGLE_SHARE = 0.6
"""A line of which so many pieces are single letters may be letter-spaced."""
_WORD_GAP = 1.5
"""Between words the gap is at least so many times as wide as between their letters."""
_SAME_LINE = 0.5
_KNOWN_SHARE = 0.5
"""So many of the letters must stand in Swedish words afterwards: party letters in a row are no word."""
_LEAST_LINES, _PAGE_SHARE = 3, 0.5
"""So many lines, and such a share of those that may be letter-spaced, show that the page is."""
_EDGES = ".,:;()!?\"”'"


def with_words_whole(words: Sequence[Drawn], lexicon: Lexicon) -> tuple[Drawn, ...]:
    """`words` in the order in which they were drawn, letter-spaced lines with their words made whole.

    A line is so where its letters make Swedish words; where several of a page are, lines of names are too.
    """
    if _LONE_LETTERS not in "".join("1" if len(one.word.text) == 1 else "0" for one in words):
        return tuple(words)
    lines = [(line, _whole(line)) for line in _lines(words)]
    proved = [_is_proved(whole, lexicon) for _, whole in lines]
    page = sum(proved) >= max(_LEAST_LINES, _PAGE_SHARE * sum(bool(whole) for _, whole in lines))
    chosen = (
        whole if whole and (sure or page) else line for (line, whole), sure in zip(lines, proved, strict=True)
    )
    return tuple(one for line in chosen for one in line)


def _lines(words: Sequence[Drawn]) -> Iterator[list[Drawn]]:
    line: list[Drawn] = []
    for one in words:
        if line and not _follows(line[-1], one):
            yield line
            line = []
        line.append(one)
    if line:
        yield line


def _follows(one: Drawn, other: Drawn) -> bool:
    """Whether `other` goes on with the line of `one`."""
    level = abs(one.box.y1 - other.box.y1) <= _SAME_LINE * one.size
    return level and one.direction == other.direction and other.box.x0 >= one.box.x0


def _whole(line: list[Drawn]) -> list[Drawn]:
    """The words of a line of single letters, by the gaps between them; none where the line isn't such."""
    single = sum(len(one.word.text.strip(_EDGES)) == 1 for one in line)
    if single < max(_LEAST_LETTERS, _SINGLE_SHARE * len(line)):
        return []
    gaps = [other.box.x0 - one.box.x1 for one, other in pairwise(line)]
    usual = max(median(gaps), 0.0)
    groups = [[line[0]]]
    for gap, one in zip(gaps, line[1:], strict=True):
        if gap > _WORD_GAP * usual:
            groups.append([])
        groups[-1].append(one)
    return [_joined(group) for group in groups]


def _is_proved(line: Sequence[Drawn], lexicon: Lexicon) -> bool:
    """Whether most of the letters of a line stand in Swedish words."""
    known = sum(len(one.word.text) for one in line if _is_word(one.word.text, lexicon))
    return bool(line) and known >= _KNOWN_SHARE * sum(len(one.word.text) for one in line)


def _joined(group: Sequence[Drawn]) -> Drawn:
    box = hull(one.box for one in group)
    return group[0]._replace(word=Word("".join(one.word.text for one in group), box=box), box=box)


def _is_word(text: str, lexicon: Lexicon) -> bool:
    bare = text.strip(_EDGES)
    return len(bare) > 1 and lexicon.knows(bare)
