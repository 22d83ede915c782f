"""Words that no file may hold, whatever its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.fault import Fault

# The patterns are written so that they do not match themselves.
FORBIDDEN = (
    (
        re.compile(
            r"\b(?:pypi|pythonhosted|npmjs|anaconda|(?:deb|security)[.]debian|(?:archive|security)[.]ubuntu)"
            r"[.](?:org|com)\b",
            re.IGNORECASE,
        ),
        "names the host of a package registry; each machine has its own",
    ),
    (
        re.compile(r"(?<![\w.~/-])/(?:home|root|Users|work)/[\w.]"),
        "names a path of one machine",
    ),
)


def forbidden_words(path: str, text: str) -> Iterator[Fault]:
    """The lines with a word that would tie the project to one machine."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, message in FORBIDDEN:
            if pattern.search(line):
                yield Fault(path, number, message)
