"""Running text cut into words, numbers and signs: the same cut where language models are built and used."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_LETTER = re.compile(r"[^\W\d_]")
_MARKED = re.compile(r"[åäöÅÄÖ]")
_JUDGEABLE = 60
"""A line of fewer letters is too short to be judged by its share of å ä ö."""
_LEAST_SHARE = 0.012
"""Sound Swedish has about 4.5 letters in a hundred with ring or dots."""


def tokens(line: str) -> list[str]:
    """The runs of letters, runs of digits and single signs of a line, in order."""
    return _TOKEN.findall(line)


def is_swedish(line: str) -> bool:
    """Whether a line of sound text may be Swedish: short, or with å ä ö in the share that Swedish has."""
    letters = len(_LETTER.findall(line))
    return letters < _JUDGEABLE or len(_MARKED.findall(line)) >= letters * _LEAST_SHARE
