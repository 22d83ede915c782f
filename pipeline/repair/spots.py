"""Odd words in sound text: the few that no Swedish word looks like are read anew among their neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from models.swedish.languages import NEAR, language_of
from models.swedish.letters import letter_model
from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.name_parts import is_name
from models.swedish.tagger.tagger import Said
from models.text import Text
from pipeline.repair.alike import LOOKS_ALIKE, alike
from pipeline.repair.deterministic import OF_ENGINES
from pipeline.repair.gate import Stretch
from pipeline.repair.labelled import Labelled, labelled
from pipeline.repair.mending import Mending
from pipeline.repair.nearest import nearest
from pipeline.repair.pieces import Kind, between
from pipeline.repair.specks import DASHES, mend_signs
from pipeline.repair.words import Read, Reader

_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,80}(?![\w@/-])")
_NO_LETTER = re.compile(r"[\W\d_]+")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_ODD = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d(?<=[a-zåäö].)(?=[a-zåäö])",
        r"[|!\]łl](?<=[a-zåäö,] .)(?= [a-zåäö])|\|(?<![^\n].)(?= [A-ZÅÄÖa-zåäö])",
        r"[A-ZÅÄÖ]{2}(?<![^\W_]..)[A-ZÅÄÖ]*o(?=[A-ZÅÄÖ]{2,}(?!\w))",
        r"[8S5](?<=\d .)(?= [a-zåäö]|[.,;)])",
        r"(?:\$[$&]?|SS)(?:(?<=\d ..)|(?<=\d .)|(?= ?\d))(?= [a-zåäö]|[.,;)]| ?\d)",
    )
)
"""A figure inside a word, a lone sign that may be the word "i", a small o among capitals, and what section
signs are read as. A pattern that begins with signs, and looks behind after them, finds its places sooner."""
_ODD_LETTER = re.compile(r"[àáâãèêëìíîïðñòóôõùúûýþæøħıįłēū]")
"""A letter that Swedish words haven't."""
_STRANGE = -3.1
"""Below this log probability a letter a word looks like no Swedish one: one in a thousand of sound words."""
_ALIKE = (
    ("rn", "m"), ("m", "rn"), ("ii", "u"), ("cl", "d"), ("li", "h"), ("l", "t"), ("t", "l"), ("l", "i"),
    ("i", "l"), ("c", "e"), ("e", "c"), ("f", "t"), ("t", "f"), ("n", "u"), ("u", "n"), ("h", "b"),
    ("b", "h"), ("a", "å"), ("a", "ä"), ("o", "ö"), ("ä", "å"), ("å", "ä"), ("j", "i"), ("l", "j"),
)  # fmt: skip
"""What is read, and what looks like it."""
_COMMON = 20
"""So often a word must be met in the text behind the lexicon to be looked for behind an odd one."""
_SURE = 0.97
"""How sure a mending of sound text must be."""
_RECOGNISED = 0.97
_RECOGNISED_LONG = 0.93
_RECOGNISED_COMMON = 0.8
_LONG = 6
_LISTED_LENGTH = 4
_LOSES_MARK = {"ätt": "att", "Ätt": "Att", "öm": "om", "äv": "av", "öch": "och"}
"""Rare words, or none, as which the commonest are read where a speck lies over them."""
_ONLY_MARKS = 0.9
"""How sure it must be in text that an engine read; less will do where only marks of letters change."""
_LONG_DASH = 0.8
"""The same of a dash that is read too long, as engines read it and hardly any writer sets it."""
_WITNESSES = 2
_WITNESS_SHARE = 1 / 1000
"""So many sure ones, and such a share of words, show that an engine read the text."""
_ACRONYM = 3
_LONGER_ACRONYM = 5
_UNIT = 2
_MARKED = str.maketrans("åäö", "***")
_UNSURE = 0.8
"""A word that recognition was less sure of is odd where it is unknown."""
_AROUND = 60
"""Signs to either side by which an odd word is judged."""


def mend_spots(text: Text, without: Sequence[Stretch]) -> Iterator[Mending]:
    """What to put for odd words outside the stretches (of `text.content`) that are read anew as a whole.

    Where enough of them are wrong, or signs were mended that only engines misread, all words are looked at.
    """
    content = text.content
    ends = [end for _, end in without]
    outside = (spot for spot in _found(text) if not _is_within(spot[0], without, ends))
    spots = [spot for spot in outside if _may_be_swedish(content, spot)]
    sure = [done for done in _read(content, spots) if done.confidence >= _SURE]
    witnesses = max(_WITNESSES, _WITNESS_SHARE * content.count(" "))
    told = any(not OF_ENGINES.isdisjoint(edit.reason.split("+")) for edit in text.edits)
    return _everything(content, without) if told or len(sure) >= witnesses else iter(sure)


def _is_within(at: int, stretches: Sequence[Stretch], ends: Sequence[int]) -> bool:
    """Whether a place lies in one of the stretches, which stand in order and end at `ends`."""
    number = bisect_right(ends, at)
    return number < len(stretches) and stretches[number][0] <= at


def _everything(content: str, without: Sequence[Stretch]) -> Iterator[Mending]:
    ends = [0, *(place for stretch in without for place in stretch), len(content)]
    for low, high in zip(ends[::2], ends[1::2], strict=True):
        reader = Reader.of(content, labelled(content[low:high]), low)
        words = [*reader.read()]
        yield from _apt(reader, words)
        yield from filter(_is_dash, mend_signs(reader, between((piece for piece, _ in words), low, high)))


def _apt(reader: Reader, words: Sequence[Read]) -> Iterator[Mending]:
    """What to put for words of text that an engine read well, by the tagger or else by their looks."""
    for piece, done in words:
        if done and _is_apt(done) and not _is_acronym(reader.content, done):
            yield done
        elif piece.kind is Kind.WORD and piece not in reader.kept:
            text = alike(piece.text) or nearest(reader.labelled, reader.start, piece, piece.text)
            if text:
                yield Mending(piece.start, piece.text, text, LOOKS_ALIKE)


def _is_dash(done: Mending) -> bool:
    """Whether a hyphen or dash surely is one of another length."""
    least = _LONG_DASH if (done.read, done.text) == ("—", "–") else _RECOGNISED
    return done.read in DASHES and done.text in DASHES and done.confidence >= least


def _is_apt(done: Mending) -> bool:
    """Whether a mending may be made in text that an engine read well: it makes a word of what was none."""
    if not done.read.isalpha():
        loses = _NO_LETTER.sub("", done.read) == done.text
        return done.confidence >= _RECOGNISED and not loses
    only_marks = plain(done.read) == plain(done.text)
    if _LOSES_MARK.get(done.read) == done.text:
        return done.confidence >= _ONLY_MARKS
    parted = " " in done.text
    if (
        parted
        or lexicon().knows(done.read)
        or (done.read.isupper() and len(done.read) <= _ACRONYM and not only_marks)
    ):
        return False
    if _is_short(done.read) or (not only_marks and _same_but_marked(done.read, done.text)):
        return False
    named = (
        done.text[0].isupper() and done.gains and plain(done.read) == done.read.lower() and is_name(done.text)
    )
    known = named or all(map(lexicon().knows, done.text.split()))
    return known and done.confidence >= (_ONLY_MARKS if only_marks else _least(done))


def _least(done: Mending) -> float:
    """How sure a mending of letters must be: less where a common word comes of it."""
    if len(done.read) >= _LISTED_LENGTH and lexicon().count(done.text) >= _COMMON:
        return _RECOGNISED_COMMON
    return _RECOGNISED if len(done.read) < _LONG else _RECOGNISED_LONG


def _is_acronym(content: str, done: Mending) -> bool:
    """Whether a short word stands in capitals where the line around it doesn't."""
    end = content.find("\n", done.start)
    line = content[content.rfind("\n", 0, done.start) + 1 : end if end >= 0 else None]
    return done.read.isupper() and len(done.read) <= _LONGER_ACRONYM and not line.isupper()


def _is_short(read: str) -> bool:
    """Whether it may be a unit or an abbreviation ("ar", "kv")."""
    return len(read) <= _UNIT and read.isascii() and read.islower()


def _same_but_marked(read: str, text: str) -> bool:
    """Whether ä becomes ö or the like, which no engine takes for each other that has both."""
    return read.lower().translate(_MARKED) == text.lower().translate(_MARKED)


def _read(content: str, spots: Sequence[Stretch]) -> list[Mending]:
    """What to put for the words that hold the spots, once for each word; near ones are read together."""
    if not spots:
        return []
    found: list[Mending] = []
    around = _merged(_around(content, spot) for spot in spots)
    starts = [start for start, _ in spots]
    whole = labelled("\n".join(content[start:end] for start, end in around))
    at = 0
    for start, end in around:
        part = _part(whole, at, at + end - start)
        at += end - start + 1
        for piece, done in Reader.of(content, part, start).read():
            next_spot = bisect_left(starts, piece.start)
            if done and next_spot < len(starts) and starts[next_spot] < piece.end:
                found.append(done)
    return found


def _merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches, which stand in order of their beginnings, with those that overlap made one."""
    found: list[Stretch] = []
    for start, end in stretches:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _part(whole: Labelled, low: int, high: int) -> Labelled:
    said = Said(*(labels.part(low, high) for labels in whole.said))
    return Labelled(whole.text[low:high], said)


def _found(text: Text) -> list[Stretch]:
    knows = lexicon().knows
    unknown = {word for word in {*_WORD.findall(text.content)} if word.islower() and not knows(word)}
    met = (word for word in _WORD.finditer(text.content) if word[0] in unknown) if unknown else ()
    odd = [word.span() for word in met if _is_strange(word[0]) or _was_unsure(text, word.span())]
    letters = (one.span() for one in _ODD_LETTER.finditer(text.content))
    odd += [letter for letter in letters if _is_in_small(text.content, letter[0])]
    return sorted({*odd, *(one.span() for pattern in _ODD for one in pattern.finditer(text.content))})


def _is_in_small(content: str, at: int) -> bool:
    """Whether a letter stands in a word in small letters: foreign names begin with a capital."""
    first = at
    while first and content[first - 1].isalpha():
        first -= 1
        if at - first > _AROUND:
            return False
    return content[first].islower()


@lru_cache(maxsize=100_000)
def _is_strange(word: str) -> bool:
    return letter_model().log_probability(word) < _STRANGE * (len(word) + 1) or _looks_like_another(word)


def _looks_like_another(word: str) -> bool:
    """Whether a common word looks like this one but for letters that are easily taken for each other."""
    words = lexicon()
    return any(
        words.count(other) >= _COMMON or (len(read) > 1 and words.knows(other))
        for read, printed in _ALIKE
        for other in (word[: at.start()] + printed + word[at.end() :] for at in re.finditer(read, word))
    )


def _was_unsure(text: Text, word: Stretch) -> bool:
    confidence = text.confidence(*word)
    return confidence is not None and confidence < _UNSURE


def _may_be_swedish(content: str, spot: Stretch) -> bool:
    start, end = _around(content, spot)
    return language_of(_ANY_WORD.findall(content[start:end])) in NEAR


def _around(content: str, spot: Stretch) -> Stretch:
    """The stretch around a spot that it is judged by, cut at blanks."""
    start, end = max(0, spot[0] - _AROUND), min(len(content), spot[1] + _AROUND)
    first, last = content.find(" ", start, spot[0]) + 1, content.rfind(" ", spot[1], end)
    return first or start, last if last >= spot[1] else end
