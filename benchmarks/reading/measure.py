"""How far what was read is from what is true.

Both texts are brought to Unicode form NFC, and every run of white space (blanks, line ends, form feeds)
counts as one blank. Nothing else is made equal: case, dashes, quotes and hyphens at line ends must stand as
printed.

- CER: Levenshtein distance between the texts in code points, divided by the true text's length; over several
  pages the sum of distances divided by the sum of lengths, so that long pages weigh more.
- WER: the same over words, which are what white space parts.
- Errors on å ä ö Å Ä Ö, on § and on digits: of the true text's characters of that class, the share that the
  shortest way from one text to the other doesn't keep. What is read where nothing stands counts in CER alone.
- Words lost: of the true words, the share that was read nowhere on the page, whatever the order.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict
from rapidfuzz.distance import Levenshtein

_SWEDISH = frozenset("åäöÅÄÖ")
_DIGITS = frozenset("0123456789")


class Counts(BaseModel):
    """Characters, words and errors of one page or of many."""

    model_config = ConfigDict(frozen=True)

    pages: int = 0
    characters: int = 0
    character_errors: int = 0
    words: int = 0
    word_errors: int = 0
    words_lost: int = 0
    swedish: int = 0
    swedish_errors: int = 0
    signs: int = 0
    sign_errors: int = 0
    digits: int = 0
    digit_errors: int = 0

    @property
    def cer(self) -> float:
        """Character error rate."""
        return _share(self.character_errors, self.characters)

    @property
    def wer(self) -> float:
        """Word error rate."""
        return _share(self.word_errors, self.words)

    @property
    def lost(self) -> float:
        """The share of words that were read nowhere on the page."""
        return _share(self.words_lost, self.words)

    @property
    def swedish_rate(self) -> float:
        """Error rate on å ä ö Å Ä Ö."""
        return _share(self.swedish_errors, self.swedish)

    @property
    def sign_rate(self) -> float:
        """Error rate on §."""
        return _share(self.sign_errors, self.signs)

    @property
    def digit_rate(self) -> float:
        """Error rate on digits."""
        return _share(self.digit_errors, self.digits)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of all."""
    sums: Counter[str] = Counter()
    for one in counts:
        sums.update(one.model_dump())
    return Counts(**sums)


def normal(text: str) -> str:
    """The text as it is compared: NFC, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def compare(truth: str, read: str, aside: Sequence[str] = ()) -> Counts:
    """The counts of one page; words of `aside` may have been read beside the text."""
    true_words = normal(truth).split(" ") if normal(truth) else []
    read_words = without(true_words, normal(read).split(), aside)
    true, found = " ".join(true_words), " ".join(read_words)
    lost = missed(true, found)
    return Counts(
        pages=1,
        characters=len(true),
        character_errors=Levenshtein.distance(true, found),
        words=len(true_words),
        word_errors=Levenshtein.distance(true_words, read_words),
        words_lost=(Counter(true_words) - Counter(read_words)).total(),
        swedish=sum(character in _SWEDISH for character in true),
        swedish_errors=sum(true[at] in _SWEDISH for at in lost),
        signs=true.count("§"),
        sign_errors=sum(true[at] == "§" for at in lost),
        digits=sum(character in _DIGITS for character in true),
        digit_errors=sum(true[at] in _DIGITS for at in lost),
    )


def missed(truth: str, read: str) -> list[int]:
    """The places in `truth` of characters that the shortest way to `read` doesn't keep."""
    steps = Levenshtein.opcodes(truth, read)
    return [at for step in steps if step.tag != "equal" for at in range(step.src_start, step.src_end)]


def without(truth: Sequence[str], read: Sequence[str], aside: Sequence[str]) -> list[str]:
    """The words read, less those of `aside` that stand where the true text has no word."""
    if not aside:
        return list(read)
    left = Counter(word.casefold() for word in aside)
    kept: list[str] = []
    for step in Levenshtein.opcodes(truth, read):
        for word in read[step.dest_start : step.dest_end]:
            beside = step.tag == "insert" and left[word.casefold()] > 0
            if beside:
                left[word.casefold()] -= 1
            else:
                kept.append(word)
    return kept


def _share(errors: int, all_: int) -> float:
    return errors / all_ if all_ else 0.0
