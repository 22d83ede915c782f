"""Text cut into what can be mended and what is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(r"\S+|\n\s*\n")
_PIECE = re.compile(r"^[‘‚`]+(?=\w)(?![^’]*’)|[^\s.,;:!?()\[\]\"”“„»«/\\–—\-•*=+<>%…§_]+|[.,;:!?()\[\]–—•/_]")
_ADDRESS = re.compile(r"@[^@]*\.|^@|www\.|://|_|\w\.\w{2}|\w['’](?:d|ll|m|re|ve|t)$")
"""E-mail and web addresses, names of files, abbreviations with full stops inside, English verbs (I'm)."""
_BRACKETED = re.compile(r"\(\w{1,4}\)")
"""A party's letters behind a name."""
_SIGNS = "{}#|&'’!`´^~$@€£¢©®"
_MEASURES = frozenset("²³½¼¾‰µ")
"""Signs of measures, which the tagger doesn't know and would leave out."""
_LOST_INSIDE = re.compile(r"(?:[1-9]|[^\W\d_])(?:[AO46]{0,2}[a-zåäö]+)+")
"""A word inside which å and ö were read as capitals or figures, and its first letter perhaps as a figure."""
_LONE = frozenset("1lIj|!][{}")
"""What the word "i" is read as."""
_ABBREVIATIONS = frozenset({
    "kkr", "tkr", "mkr", "mnkr", "mg", "tsek", "msek", "kvm", "kwh", "mwh", "gwh", "twh", "tjg", "kl",
    "kbm", "hl", "pr", "dnr", "kap", "mom", "ordf", "jfr", "ang", "inkl", "exkl", "sign", "resp", "skr",
    "prop", "bet",
})  # fmt: skip
"""Units and short forms that are no words, and sound as they stand."""
_ACRONYM = 3
"""A word in capitals of at most so many letters is an acronym."""


class Kind(Enum):
    """What a piece is to the repair."""

    WORD = auto()
    """A word that may be damaged."""
    LONE = auto()
    """A single sign between blanks that may be the word "i"."""
    KEPT = auto()
    """A word that is left as it is: an address, an acronym, a code."""
    NUMBER = auto()
    COMMA = auto()
    BREAK = auto()
    """The end of a sentence or of a block, a bracket, a dash."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`content[start:end]`, what it is, and whether it opens a line or a sentence: capitals tell nothing."""

    start: int
    end: int
    text: str
    kind: Kind
    opens: bool


def pieces(content: str, start: int, end: int) -> Iterator[Piece]:
    """What `content[start:end]` consists of, in order; blanks and hyphens between words are left out."""
    line = True
    for token in _TOKEN.finditer(content, start, end):
        line = line or "\n" in content[token.start() - 1 : token.start()]
        if token[0].isspace():
            yield Piece(token.start(), token.end(), token[0], Kind.BREAK, True)
            line = True
            continue
        for piece in _cut(token, line):
            yield piece
            line = piece.kind is Kind.BREAK and (line or piece.text in ".!?•")


def between(found: Iterable[Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of `content[start:end]` where no word or number of `found` is: its signs and blanks."""
    at = start
    for piece in found:
        if piece.kind not in {Kind.BREAK, Kind.COMMA}:
            yield at, piece.start
            at = piece.end
    yield at, end


def _cut(token: re.Match[str], opens: bool) -> Iterator[Piece]:
    whole = token[0].strip(".,;:()\"'”_")
    if _ADDRESS.search(whole) or _BRACKETED.match(token[0]):
        yield Piece(token.start(), token.end(), token[0], Kind.KEPT, opens)
        return
    for found in _PIECE.finditer(token[0]):
        at = token.start() + found.start()
        kind = _kind(found[0], alone=found[0] == token[0])
        yield Piece(at, at + len(found[0]), found[0], kind, opens)
        opens = kind is Kind.BREAK and found[0] in ".!?•"


def _kind(text: str, *, alone: bool) -> Kind:
    if text == ",":
        return Kind.COMMA
    if alone and text in _LONE:
        return Kind.LONE
    letters = sum(sign.isalpha() for sign in text)
    digits = sum(sign.isdigit() for sign in text)
    if not letters:
        return Kind.NUMBER if digits else Kind.BREAK
    return Kind.WORD if _mendable(text, letters, digits) else Kind.KEPT


def _mendable(text: str, letters: int, digits: int) -> bool:
    """Whether a piece looks like a word with, at most, a few letters lost: no acronym, code or initial."""
    capitals = sum(sign.isupper() for sign in text)
    signs = len(text) - letters - digits
    if (
        len(text) < 2
        or text.lower() in _ABBREVIATIONS
        or digits > letters
        or digits + signs > 2
        or any(s not in _SIGNS for s in text if not s.isalnum())
        or not _MEASURES.isdisjoint(text)
    ):
        return False
    if capitals == letters:
        return letters > _ACRONYM and not digits
    if 2 * (letters - capitals) >= len(text) > _ACRONYM and _LOST_INSIDE.fullmatch(text):
        return True
    if digits and capitals:
        return text[0].isupper() and capitals == 1 and letters > 2
    return capitals <= 1 + (not text[0].isupper()) or (capitals == 2 and len(text) > 4)
