"""Runs of words that may be a person's name, found by form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span, Token

from models.swedish.lexicon import lexicon
from models.swedish.municipalities import known
from models.swedish.names import NAME_WORD, PARTICLES, is_family, is_given
from models.swedish.parties import PRINTED
from models.swedish.roles import is_address, is_role
from pipeline.extract.language import parse
from pipeline.extract.people.titles import is_party_behind

_INITIAL = r"[A-ZÅÄÖ](?:[.]|-[A-ZÅÄÖ][.]?)?"
_ENDS_NO_NAME = tuple(
    """
    nämnd nämnden nämndens styrelse styrelsen styrelsens fullmäktige fullmäktiges utskott utskottet utskottets
    kommun kommuns kommunen kommunens förvaltning förvaltningen kontor kontoret förbund förbundet förening
    föreningen gatan vägen torget skolan parken rummet salen huset gården verket myndigheten bolaget län läns
    region sverige protokoll dnr kronor beredning beredningen revisionen rapport program policy consulting
    group aktiebolag bank universitet högskola stiftelsen fond fonden
    """.split()  # noqa: SIM905
)
"""How words end that are of no person's name: bodies, places, firms and papers."""
_SINGLE = frozenset("AB HB KB IT EU VD II III IV VI DIN ISO GIS SKR SKL DO Dnr Kl".split())  # noqa: SIM905
_SURNAME_FIRST = re.compile(
    rf"^({NAME_WORD}),[ ]({NAME_WORD}(?:[ ]{NAME_WORD})?)(?=[ ]*(?:{PRINTED}|,[ ]?[A-Za-z]{{1,3}}$))",
    re.MULTILINE,
)
_JOINS = frozenset({",", "och", "samt", "ävensom", "jämte", "med"})
_CELL_BEFORE = re.compile(r"[ ]{3,}\Z")
_CELL_AFTER = re.compile(r"[ ]?,?(?:[ ]{3,}|[ ]*(?:\n|\Z))")
_MOST_WORDS = 5
_STRETCH = 50_000
"""So many characters at least are cut into tokens at a time."""
_WORD = re.compile(NAME_WORD)
_DOTTED = re.compile(r"[A-ZÅÄÖ]\.")
"""An initial, with which a name may begin."""
_INSIDE = re.compile(rf"{_INITIAL}|{'|'.join(sorted(PARTICLES))}|[ ]|[ ]?\n[ ]?")
"""What may stand between the words of a name: initials, particles, a blank or a line end."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that have the form of a name: `start` and `end` in the flow's text, `words` as printed."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        """The words as one line."""
        return " ".join(self.words)

    @property
    def without_first(self) -> Candidate:
        """The candidate that is left where the first word is no part of the name ("Hej Anna Ek")."""
        first, *words = self.words
        return Candidate(self.start + len(first) + 1, self.end, tuple(words))

    @property
    def turned(self) -> Candidate:
        """The candidate with its first word last, as one says a name that is printed surname first."""
        return replace(self, words=(*self.words[1:], self.words[0]))

    @property
    def given(self) -> bool:
        """Whether it begins with a known given name."""
        return is_given(self.words[0])

    @property
    def even(self) -> bool:
        """Whether all its words, initials aside, are in capitals, or none ("SOS Ekvalla" is no name)."""
        return len({word.isupper() for word in self.words if len(word) > 2}) < 2

    @property
    def family(self) -> bool:
        """Whether its last word is a known family name, or at least no everyday word or place."""
        last = self.words[-1]
        return is_family(last) or not (is_everyday(last) or known(last))


@cache
def is_everyday(word: str) -> bool:
    """Whether the word is normally written in lower case and is no name of a person."""
    return not is_given(word) and not is_family(word) and lexicon().is_common(word)


def surname_first(text: str) -> Iterator[Candidate]:
    """Names of lists that print the surname first ("Ek, Anna (S)"), in the order in which they are spoken."""
    for found in _SURNAME_FIRST.finditer(text):
        if is_given(found[2].split()[0]) and not is_everyday(found[1]):
            yield Candidate(found.start(), found.end(2), (*found[2].split(), found[1]))


def candidates_in(text: str) -> Iterator[Candidate]:
    """The candidates of a text of any length, cut at empty lines, over which no name goes on.

    spaCy's tokens take a hundred times the memory of the text.
    """
    start = 0
    while start < len(text):
        empty = text.find("\n\n", start + _STRETCH)
        end = len(text) if empty < 0 else empty + len("\n\n")
        for found in candidates(parse(text[start:end])):
            yield replace(found, start=found.start + start, end=found.end + start)
        start = end


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Every run of two to five words that may be a name, roles and everyday words at its ends left out."""
    text = doc.text
    for span in _stretches(doc):
        for run in _runs(span):
            yield from _trimmed(run, text)


def _stretches(doc: Doc) -> Iterator[Span]:
    """The longest stretches of words, initials and particles that names may hold, found in one pass.

    A spaCy Matcher gives the same stretches, in time that grows with the square of their length.
    """
    first, last = None, 0
    for token in doc:
        if _WORD.fullmatch(token.text):
            first, last = token.i if first is None else first, token.i
        elif first is None and _DOTTED.fullmatch(token.text):
            first = last = token.i
        elif first is not None and not _INSIDE.fullmatch(token.text):
            if last > first:
                yield doc[first : last + 1]
            first = None
    if first is not None and last > first:
        yield doc[first : last + 1]


def _runs(tokens: Span) -> Iterator[list[Token]]:
    """The run cut at roles, at words that no name holds, and at line ends that part two names."""
    run: list[Token] = []
    for n, token in enumerate(tokens):
        if token.is_space:
            following = tokens[n + 1] if n + 1 < len(tokens) else None
            if "\n" in token.text and not _goes_on(run, following):
                yield run
                run = []
        elif _parts(token.text, bool(run)):
            yield run
            run = []
        else:
            run.append(token)
    yield run


def _goes_on(run: list[Token], following: Token | None) -> bool:
    """Whether a name goes on over the line's end: only given names or a particle stand before it."""
    if len(run) > 1 and run[-1].text in PARTICLES:
        return is_given(run[0].text)
    if following is not None and len(run) > 1 and _is_no_name(following.text):
        return False
    if 0 < len(run) <= 2 and all(is_given(t.text) and not is_everyday(t.text) for t in run):
        return True
    return len(run) == 1 and following is not None and _is_listed(run[0], following)


def _is_no_name(word: str) -> bool:
    """Whether a line that begins with the word can't go on with a name: a known word, a role, a label."""
    named = is_given(word) or is_family(word)
    return is_role(word) or (not (named or word in PARTICLES) and lexicon().knows(word.casefold()))


def _is_listed(first: Token, last: Token) -> bool:
    """Whether the two words stand in a list of names, so that an unknown given name can open the first."""
    before = first.nbor(-1).text if first.i else ""
    after = last.nbor(1).text if last.i + 1 < len(last.doc) else "."
    unknown = not any(is_everyday(t.text) or known(t.text) for t in (first, last))
    joined = before.casefold() in _JOINS or is_role(before) or is_address(before)
    return unknown and joined and not is_given(last.text) and (after in ",.;" or after in _JOINS)


def _parts(word: str, inside: bool) -> bool:
    """Whether no name goes on through the word."""
    if word in _SINGLE or is_role(word) or is_address(word) or word.casefold().endswith(_ENDS_NO_NAME):
        return True
    return not inside and word in PARTICLES


def _trimmed(run: list[Token], text: str) -> Iterator[Candidate]:
    """The run without everyday words at its ends; a surname may be an everyday word after a given name.

    `text` is the whole document's: spaCy puts it together anew each time it is asked for.
    """
    words = list(run)
    if 2 <= len(words) <= 4 and is_given(words[0].text) and fills_cell(text, *_span(words)):
        yield Candidate(*_span(words), tuple(word.text for word in words))
        return
    while words and _opens_no_name(words):
        words.pop(0)
    while len(words) > 2 and (_hangs_on(words) or is_party_behind(words[-1].text)):
        words.pop()
    while words and (words[-1].text in PARTICLES or words[-1].text.endswith(".")):
        words.pop()
    if 2 <= len(words) <= _MOST_WORDS:
        yield Candidate(*_span(words), tuple(word.text for word in words))


def _span(words: list[Token]) -> tuple[int, int]:
    return words[0].idx, words[-1].idx + len(words[-1])


def fills_cell(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the column, which is not the first of its line."""
    return bool(_CELL_BEFORE.search(text, max(0, start - 4), start) and _CELL_AFTER.match(text, end))


def _opens_no_name(words: list[Token]) -> bool:
    """Whether the first word is an everyday one, or a known one before a given name ("Hej Anna Ek")."""
    first = words[0].text
    if is_everyday(first) or first in PARTICLES or len(first) < 2:
        return True
    greets = len(words) > 2 and is_given(words[1].text) and not is_given(first) and not is_family(first)
    return greets and (lexicon().knows(first) or known(first) is not None)


def _hangs_on(words: list[Token]) -> bool:
    return is_everyday(words[-1].text)
