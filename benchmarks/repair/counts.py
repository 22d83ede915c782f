"""What is counted of a repaired document; counts of many documents add up."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from benchmarks.reliability import Bin, together

EDGES = (0.0, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
"""Where each bin of confidence begins; the last one ends with 1."""
CLASSES = ("å ä ö", "real-word", "name", "compound", "number")
"""What a word is counted as, beside the whole; it may be several, or none."""


class Words(BaseModel):
    """Words printed; those read wrongly, of them those repaired; those read rightly that repair broke."""

    model_config = ConfigDict(frozen=True)

    words: int = 0
    wrong: int = 0
    fixed: int = 0
    broken: int = 0

    def __add__(self, other: Words) -> Words:
        """Both together."""
        return Words(
            words=self.words + other.words,
            wrong=self.wrong + other.wrong,
            fixed=self.fixed + other.fixed,
            broken=self.broken + other.broken,
        )

    @property
    def before(self) -> float:
        """The share of words right as read."""
        return share(self.words - self.wrong, self.words)

    @property
    def after(self) -> float:
        """The share of words right after repair."""
        return share(self.words - self.wrong + self.fixed - self.broken, self.words)

    @property
    def mended(self) -> float:
        """The share of wrong words that were repaired."""
        return share(self.fixed, self.wrong)

    @property
    def harm(self) -> float:
        """How many of 100,000 words read rightly were made wrong."""
        return 1e5 * share(self.broken, self.words - self.wrong)


class Counts(BaseModel):
    """All that is counted: `bare` are words without the signs around them."""

    model_config = ConfigDict(frozen=True)

    documents: int = 0
    worse: int = 0
    """Documents with more words wrong after repair than before."""
    words: Words = Words()
    bare: Words = Words()
    classes: dict[str, Words] = {}
    characters: int = 0
    errors_before: int = 0
    errors_after: int = 0
    bins: tuple[Bin, ...] = tuple(Bin() for _ in EDGES)
    seconds: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        names = sorted({*self.classes, *other.classes})
        return Counts(
            documents=self.documents + other.documents,
            worse=self.worse + other.worse,
            words=self.words + other.words,
            bare=self.bare + other.bare,
            classes={name: self.of(name) + other.of(name) for name in names},
            characters=self.characters + other.characters,
            errors_before=self.errors_before + other.errors_before,
            errors_after=self.errors_after + other.errors_after,
            bins=together(self.bins, other.bins),
            seconds=self.seconds + other.seconds,
        )

    def of(self, name: str) -> Words:
        """The words of a class."""
        return self.classes.get(name, Words())

    @property
    def cer_before(self) -> float:
        """Character error rate as read."""
        return share(self.errors_before, self.characters)

    @property
    def cer_after(self) -> float:
        """Character error rate after repair."""
        return share(self.errors_after, self.characters)

    @property
    def speed(self) -> float:
        """Words a second of processor time."""
        return share(self.words.words, self.seconds)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of all."""
    return sum(counts, Counts())


def share(some: float, all_: float) -> float:
    """A share; 0 of nothing."""
    return some / all_ if all_ else 0.0
