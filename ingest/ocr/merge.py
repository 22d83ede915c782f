"""Two readings of one page become one: word by word by their boxes, with the lexicon as the judge.

The Swedish model can't write signs such as §, %, @, ü and the dash; the model for all Latin script writes
letters of other languages, and "!" for l. They err in different places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from statistics import fmean, median

from ingest.ocr.align import Group, align
from models.geometry import hull
from models.page import Word
from models.swedish.lexicon import Lexicon

SIGNS = frozenset("§%@*°½•–—üÜ„“”’…€")
"""What the Swedish model has no letter for."""
_SECTION_LIKE = re.compile(r"(?:[8S$&5]|[S$8&]{2}|5[S$])$")
"""What the Swedish model writes for § or §§."""
_FOREIGN = re.compile(r"[^\W\d_A-Za-zÅÄÖåäöÉéÈèÜüÀàáÆæØøÇçÑñëèêïôûíóšžłß]")
_FALSE_L = re.compile(r"[a-zåäö]!|![a-zåäö]|[a-zåäö]\|")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_EDGES = ".,:;()[]!?\"'–-/”“•*"
_SURE = 0.6
_MARGIN = 0.15
"""By so much the second reading must be surer where nothing else tells the two apart."""
_ONLY_SECOND = 0.7
_SPECK_CONFIDENCE = 0.4
_SPECK_HEIGHT = 0.45


def merge(first: Sequence[Word], second: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """One reading out of `first` (Swedish) and `second` (all Latin script), boxes in the same image."""
    merged: list[Word] = []
    for group in align(first, second):
        merged += _judged(group, lexicon)
    return tuple(merged)


def without_specks(words: Sequence[Word]) -> tuple[Word, ...]:
    """`words` without the dots that are dirt: unsure, tiny, no letter or digit, on no line of print."""
    boxes = [word.box for word in words if word.box and _says_something(word.text)]
    if not boxes:
        return tuple(words)
    usual = median(box.height for box in boxes)

    def is_speck(word: Word) -> bool:
        if word.box is None or _says_something(word.text) or (word.confidence or 0) >= _SPECK_CONFIDENCE:
            return False
        box = word.box
        near = any(
            other.y0 - 0.3 * usual <= box.middle <= other.y1 + 0.3 * usual
            and other.x0 - 3 * usual <= box.x1
            and box.x0 <= other.x1 + 3 * usual
            for other in boxes
        )
        return not near and box.height < _SPECK_HEIGHT * usual

    return tuple(word for word in words if not is_speck(word))


def _says_something(text: str) -> bool:
    return any(character.isalnum() or character == "§" for character in text)


def _judged(group: Group, lexicon: Lexicon) -> Sequence[Word]:
    if not group.second:
        return group.first
    if not group.first:
        return [
            word
            for word in group.second
            if (word.confidence or 0) >= _ONLY_SECOND and _says_something(word.text)
        ]
    if len(group.first) == len(group.second) == 1:
        return [_better(group.first[0], group.second[0], lexicon)]
    if _parts_better(group, lexicon):
        return group.second
    return group.first


def _parts_better(group: Group, lexicon: Lexicon) -> bool:
    """Whether the second reading parts the print into better words than the first."""
    texts = " ".join(word.text for word in group.second)
    if _is_false(texts):
        return False
    if SIGNS & set(texts) and _same_but_signs(" ".join(word.text for word in group.first), texts):
        return True
    ours, theirs = (fmean(_score(word, lexicon) for word in words) for words in (group.first, group.second))
    return theirs > ours + _MARGIN


def _better(one: Word, other: Word, lexicon: Lexicon) -> Word:
    """The reading of one word that fits Swedish better; both boxes cover it."""
    if one.text == other.text:
        return Word(one.text, box=one.box, confidence=max(one.confidence or 0, other.confidence or 0))
    text, sure = _chosen(one, other, lexicon)
    box = hull(box for box in (one.box, other.box) if box)
    return Word(text, box=box, confidence=sure)


def _chosen(one: Word, other: Word, lexicon: Lexicon) -> tuple[str, float | None]:
    if _is_false(other.text):
        return one.text, one.confidence
    if SIGNS & set(other.text):
        taken = _with_signs(one.text, other.text)
        if taken is not None:
            return taken, other.confidence
    ours, theirs = _score(one, lexicon), _score(other, lexicon)
    return (other.text, other.confidence) if theirs > ours + _MARGIN else (one.text, one.confidence)


def _is_false(text: str) -> bool:
    """Whether a reading has letters of other languages, or "!" where only l can stand."""
    return bool(_FOREIGN.search(text) or _FALSE_L.search(text))


def _with_signs(plain: str, signed: str) -> str | None:
    """`plain` with the signs that `signed` has in their places; None where the two part too far."""
    if _SECTION_LIKE.match(plain) and set(signed) <= {"§"}:
        return signed
    if not _same_but_signs(plain, signed):
        return None
    matcher = SequenceMatcher(None, plain, signed, autojunk=False)
    pieces: list[str] = []
    for kind, start, end, low, high in matcher.get_opcodes():
        take = kind != "equal" and SIGNS & set(signed[low:high])
        pieces.append(signed[low:high] if take else plain[start:end])
    return "".join(pieces)


def _same_but_signs(plain: str, signed: str) -> bool:
    """Whether the two readings differ in little more than signs that one of them can't write."""
    matcher = SequenceMatcher(None, plain, signed, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    signs = sum(character in SIGNS for character in signed)
    return common + 2 * signs >= max(len(plain), len(signed)) - len(signed) // 5


def _score(word: Word, lexicon: Lexicon) -> float:
    """How likely a reading is right: its confidence, and whether it is a word."""
    text = word.text.strip(_EDGES)
    sure = word.confidence if word.confidence is not None else _SURE
    if not _LETTER.search(text) or _DIGIT.search(text):
        return sure
    return sure + (1.0 if lexicon.knows(text) else 0.0)
