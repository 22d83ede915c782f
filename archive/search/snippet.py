"""The piece of a text that shows why it was found, with what was looked for marked."""

from __future__ import annotations

from dataclasses import dataclass

from archive.search.words import Token, tokens

_LONGEST = 200_000
"""So many letters of a text are looked through."""
_WORDS = 24
"""So many words a snippet has."""
_BEFORE = 5
"""So many of them stand before the first that was looked for."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text on one line; `marks` are the stretches of it that were looked for, as (start, end)."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def snippet(text: str, words: frozenset[str]) -> Snippet:
    """The piece with most of these words, as they are compared; the beginning where none is there."""
    every = list(tokens(text[:_LONGEST]))
    wanted = [n for n, token in enumerate(every) if token.word in words]
    best = max(wanted, key=lambda n: (_different(every, words, n), -n), default=0)
    first = max(0, best - _BEFORE) if wanted else 0
    shown = every[first : first + _WORDS]
    if not shown:
        return Snippet(" ".join(text[:_LONGEST].split())[:200])
    return _on_one_line(text, shown, words, cut=(first > 0, first + _WORDS < len(every)))


def _different(every: list[Token], words: frozenset[str], at: int) -> int:
    window = every[at : at + _WORDS - _BEFORE]
    return len({token.word for token in window} & words)


def _on_one_line(text: str, shown: list[Token], words: frozenset[str], *, cut: tuple[bool, bool]) -> Snippet:
    low = shown[0].start if cut[0] else 0
    high = shown[-1].end if cut[1] else min(len(text), shown[-1].end + 20)
    line = "… " if cut[0] else ""
    marks: list[tuple[int, int]] = []
    at = low
    for token in shown:
        between = " ".join(("x" + text[at : token.start] + "x").split())[1:-1]
        line = (line + between).lstrip() if line.strip(" …") == "" and not cut[0] else line + between
        if token.word in words:
            marks.append((len(line), len(line) + token.end - token.start))
        line += " ".join(text[token.start : token.end].split())
        at = token.end
    line += " ".join(("x" + text[at:high]).split())[1:]
    return Snippet(line.rstrip() + (" …" if cut[1] else ""), tuple(marks))
