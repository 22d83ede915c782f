"""How long the web page of a search takes, over HTTP, as a browser asks for it: results, facets and all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.served import ask, justerat

_PATH = "/sok"


@dataclass(frozen=True, slots=True)
class Shown:
    """The milliseconds that the page of a question took: the first of the server, and the others."""

    question: str
    first_ms: float
    ms: tuple[float, ...]


def shown(archive: Path, questions: Sequence[str], times: int) -> tuple[Shown, ...]:
    """Ask for the first page of every question, again and again, from a server that was just started."""
    found: list[Shown] = []
    with justerat(archive) as client:
        for question in questions:
            taken = [ask(client, _PATH, {"q": question})[1] for _ in range(times + 1)]
            found.append(Shown(question, taken[0], tuple(taken[1:])))
    return tuple(found)
