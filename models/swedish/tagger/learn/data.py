"""What the tagger is taught from: running text, other languages, pages really read; endless batches."""

from __future__ import annotations

import csv
import itertools
import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from wordfreq import top_n_list

from models.swedish.held_out import held_out
from models.swedish.tagger.learn.confusions import confusions
from models.swedish.tagger.learn.corpus import Loose
from models.swedish.tagger.learn.noise import table_of
from models.swedish.tagger.learn.plan import Plan
from models.swedish.tagger.learn.samples import Family, Page, drawn, really_read

Batch = npt.NDArray[np.int16]
"""[3, window, sign]: what is read, what is printed there, what was lost after it."""

_SPREAD = {
    "eng": (0.34, 1.0),
    "worn": (0.30, 1.0),
    "nor": (0.08, 1.0),
    "deu": (0.07, 1.0),
    "swe": (0.21, 4.0),
}
"""How often each family is drawn, and the scale of its marked letters' damage.

Swedish models lose so few of them that four times as many still are few.
"""
_LANGUAGES = ("en", "en", "en", "fi", "de", "fr", "es", "da", "nb", "pl")
"""What stands beside Swedish in documents; one named more often is drawn more often."""
_WORDS = 3000
_COMMON = ((60, 6), (400, 2))
"""So many of the commonest words are there so many times more."""
_TITLES = 0.08
"""The share of words that begin with a capital."""


@dataclass(frozen=True)
class Supply:
    """All that batches are drawn from."""

    paragraphs: Sequence[str] = field(repr=False)
    loose: Loose = field(repr=False)
    families: Sequence[Family] = field(repr=False)
    pages: Sequence[Page] = field(repr=False)

    def batches(self, plan: Plan, worker: int = 0) -> Iterator[Batch]:
        """Batches without end; each worker draws from a share of the text that is its own."""
        share = len(self.paragraphs) // max(1, plan.workers)
        own = self.paragraphs[worker * share : (worker + 1) * share]
        windows = drawn(own, self.loose, self.families, plan.seed + worker)
        real = really_read(self.pages, plan.seed + worker)
        chances = np.random.default_rng(plan.seed + worker)
        wanted = plan.real if self.pages else 0.0
        while True:
            chosen = [next(real if chances.random() < wanted else windows) for _ in range(plan.batch)]
            yield np.stack([np.stack(window) for window in chosen], axis=1).astype(np.int16)


def paragraphs_of(path: Path, most: int | None = None) -> list[str]:
    """The paragraphs of a text, packed with xz, one on each of its lines; those that are held out are not."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = (line.strip() for line in itertools.islice(file, most))
        return [line for line in lines if line and not held_out(line)]


def pages_of(path: Path) -> list[Page]:
    """The pages of a table of pairs: model, page, line, printed line, read line."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        groups = itertools.groupby(rows, key=lambda row: (row[0], row[1]))
        return [[(row[3], row[4]) for row in page] for _, page in groups]


def families() -> list[Family]:
    """The families of recognition models that windows are read by."""
    tables = confusions()
    return [Family(table_of(tables[name]), *spread) for name, spread in _SPREAD.items()]


def foreign_words(seed: int, languages: Sequence[str] = _LANGUAGES) -> list[list[str]]:
    """For each language its common words, the commonest many times over."""
    rng = random.Random(seed)  # noqa: S311
    return [_words_of(language, rng) for language in languages]


def rare_words(path: Path) -> list[str]:
    """Swedish words, one on each line (`learn/vocabulary.py`)."""
    return path.read_text("utf-8").split()


def _words_of(language: str, rng: random.Random) -> list[str]:
    # Some of the list are no words; a few hundred more than are wanted make up for them.
    listed = [word for word in top_n_list(language, _WORDS + 500) if word.isalpha()][:_WORDS]
    words = [word.title() if rng.random() < _TITLES else word for word in listed]
    return [word for most, times in _COMMON for word in words[:most] * times] + words
