"""The names of a document: one that was read well in one place mends the places where it was read badly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from models.swedish.lexicon import lexicon
from models.swedish.name_parts import listed_names
from pipeline.repair.mending import MARKED

_NAME = re.compile(r"(?<![^\W\d_])[A-ZÅÄÖ][a-zåäöé]{4,}(?![^\W\d_])")
_LETTERS_FOR_A_MISTAKE = 4
"""Of so many letters of a name one may have been read wrong."""
_LEAST = 2
"""So often a name without å, ä or ö must stand in the text to be taken as read well."""


_SHAPE = str.maketrans(dict.fromkeys("åäöaoéèóôòi6405d", "*"))
"""å, ä and ö, and what they are read as, alike: names that may be taken for each other have one shape."""


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """The listed names with å, ä or ö, by their shape."""
    shapes: dict[str, list[str]] = defaultdict(list)
    for name in sorted(listed_names()):
        shapes[name.translate(_SHAPE)].append(name.title())
    return {shape: tuple(found) for shape, found in shapes.items()}


def listed(read: str) -> tuple[str, ...]:
    """The names of the lists that are read as `read` where their å, ä and ö are lost, nothing else."""
    return _listed().get(read.lower().translate(_SHAPE), ())


@dataclass(frozen=True)
class Names:
    """Names as they are printed in a document, each known to be read well."""

    own: frozenset[str] = frozenset()

    def near(self, read: str) -> Iterator[str]:
        """The names that may have been printed where `read` stands, in the case of `read`."""
        word = read.title()
        most = len(read) // _LETTERS_FOR_A_MISTAKE
        found = process.extract(
            word, sorted(self.own), scorer=Levenshtein.distance, score_cutoff=most, limit=3
        )
        yield from (name for name, distance, _ in found if distance)


def sound_names(content: str, mended: Iterable[str] = ()) -> Names:
    """The names that stand in sound text, and those that were mended surely, met often enough."""
    met: dict[str, int] = {}
    for name in (*_NAME.findall(content), *(word for word in mended if _NAME.fullmatch(word))):
        met[name] = met.get(name, 0) + 1
    common = lexicon().is_common
    often = (name for name, times in met.items() if times >= _LEAST or MARKED & {*name})
    return Names(frozenset(name for name in often if not common(name)))
