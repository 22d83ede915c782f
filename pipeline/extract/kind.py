"""What a document is, and what it is called."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from models.outline import BlockKind, Line, LineRole, Part
from models.swedish.bodies import body_named
from models.swedish.headings import heading_of
from models.swedish.kinds import kind_of_title, titles
from models.vocabulary import Kind
from pipeline.structure.opening import opening_of

_HEAD = 14
"""A document says what it is within so many lines."""
_TOP = 8
_SHORT_TITLE = 5
"""Titles of so few letters end words of many kinds ("plan", "taxa")."""
_ABOUT = frozenset(["till", "om", "för", "över", "från", "av", "angående", "rörande", "avseende", "gällande"])
_TO = re.compile(r"Till:?\s+\w[\w -]{4,50}")
_FURTHER = 24
_LETTERS = frozenset(
    {Kind.TJANSTESKRIVELSE, Kind.YTTRANDE, Kind.REMISS, Kind.SKRIVELSE, Kind.ANSOKAN, Kind.MOTION}
)
_LIKE_MINUTES = frozenset({Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE, Kind.ANSLAGSBEVIS})
"""Kinds with the form of minutes, told apart from them by their title alone."""
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ]")
_LABEL = re.compile(
    r"(?:d\s?nr|diarienr|diarienummer|datum|handläggare|kontor|förvaltning|sida|telefon|e-?post|adress|till"
    r"|er referens)\b.{0,40}",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"[\W\d_]*|\S+@\S+|.*\bkommun\b\s*.{0,30}|\W*(?:19|20)\d\d[\s-]*\d\d[\s-]*\d\d\W*", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:angående|rörande|gällande|över|avseende|om|för)\b|^(?:svar på|yttrande|ansökan|motion)\b",
    re.IGNORECASE,
)


def kind_of(part: Part) -> Kind:
    """The kind of document: by its form (minutes), by its title, else by what it most often calls itself."""
    titled = _titled(part)
    if titled not in _LIKE_MINUTES and _is_minutes(part):
        return Kind.PROTOKOLL
    return titled or _addressed(part) or _called(part) or Kind.OVRIGT


def _addressed(part: Part) -> Kind | None:
    """A letter, where its head says to whom."""
    head = [line for line in part.lines if line.role is not LineRole.CONTENTS][:_TOP]
    return Kind.SKRIVELSE if any(_TO.fullmatch(line.text) for line in head) else None


def title_of(part: Part, kind: Kind) -> str | None:
    """The title: of minutes their name, of a letter its subject, else the first line that may be one."""
    head = [line for line in part.lines if line.role is LineRole.BODY][:_FURTHER]
    if kind is Kind.PROTOKOLL or kind in _LIKE_MINUTES:
        columns = (column for line in head for column in re.split(r"\s{3,}|\t", line.text))
        return next((column for column in columns if kind_of_title(column) is kind), None)
    opened = next((n for n, line in enumerate(head) if _opens_text(line)), len(head))
    free = [line for line in head[:opened] if _may_be_title(line)]
    subjects = (line for line in free if _SUBJECT.search(line.text)) if kind in _LETTERS else ()
    chosen = next(iter(subjects), None) or next(iter(free), None)
    return " ".join(chosen.text.split()) if chosen else None


def _is_minutes(part: Part) -> bool:
    front = {block.kind for block in part.front}
    met = BlockKind.DECIDING in front and BlockKind.TIME_AND_PLACE in front
    decided = any(block.kind is BlockKind.DECISION for item in part.items for block in item.blocks)
    return met or (bool(part.items) and (decided or BlockKind.DECIDING in front))


def _titled(part: Part) -> Kind | None:
    """The kind that a line of the head names: the whole of a column, or the line's first or last word."""
    head = [line for line in part.lines if line.role is not LineRole.CONTENTS][:_HEAD]
    opening = opening_of(part.lines)
    for line in head:
        if opening is not None and line.start >= opening.start:
            break
        if (kind := _kind_in(line)) is not None:
            return kind
    if opening is not None:
        return Kind.PROTOKOLLSUTDRAG if opening.extract else Kind.PROTOKOLL
    return next((kind for line in head[:_TOP] if (kind := _kind_within(line.text)) is not None), None)


def _kind_within(line: str) -> Kind | None:
    """The kind named by the first or last word of a short line, or by one that a preposition follows."""
    words = line.strip(" .:").split()
    if not 1 < len(words) <= 8 or line.endswith((".", ",")) or not line[:1].isupper():
        return None
    followed = [word for word, after in pairwise(words) if after.casefold() in _ABOUT]
    whole = (kind_of_title(word) for word in (words[0], *followed, words[-1]))
    parts = (_compound(word) for word in (*followed, words[-1]))
    return next((kind for kind in (*whole, *parts) if kind is not None), None)


def _compound(word: str) -> Kind | None:
    """The kind whose title is the last part of the word ("månadsrapport")."""
    folded = word.casefold()
    ends = [title for title in titles() if len(title) > _SHORT_TITLE and folded.endswith(title)]
    return titles()[max(ends, key=len)] if ends else None


def _kind_in(line: Line) -> Kind | None:
    columns = re.split(r"\s{3,}|\t", line.text)
    kinds = [kind for column in columns if (kind := kind_of_title(column)) is not None]
    if Kind.PROTOKOLLSUTDRAG in kinds:
        return Kind.PROTOKOLLSUTDRAG
    return kinds[0] if kinds else None


def _called(part: Part) -> Kind | None:
    """The kind whose titles, alone or as a word's last part, stand most often in the text."""
    words = Counter(re.findall(r"[a-zåäö]{4,}", part.text.content.casefold()))
    counts: Counter[Kind] = Counter()
    for title, kind in titles().items():
        forms = (title, f"{title}en", f"{title}et", f"{title}n", f"{title}er", f"{title}s")
        counts[kind] += sum(words[form] for form in forms)
    kind, count = max(counts.items(), key=lambda pair: pair[1])
    return kind if count >= 3 else None


def _opens_text(line: Line) -> bool:
    """Whether the document's own text begins here: a known heading, a chapter's number, a full sentence."""
    if kind_of_title(line.text) is not None:
        return False
    sentence = len(line.text) > 80 or (line.text.endswith(".") and line.text.count(" ") > 5)
    return sentence or heading_of(line.text, labels=False) is not None or bool(_CHAPTER.match(line.text))


def _may_be_title(line: Line) -> bool:
    if _LABEL.fullmatch(line.text) or _TO.fullmatch(line.text) or _NO_TITLE.fullmatch(line.text):
        return False
    if kind_of_title(line.text) is not None or body_named(line.text) is not None:
        return False
    return len(line.text) > 7 and line.text[:1].isalpha() and not line.text.endswith((".", ","))
