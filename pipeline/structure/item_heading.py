"""The heading of an item, told from a dnr in the margin and from text that runs on from the § sign."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.outline import Line
from models.swedish.headings import heading_of

DNR = re.compile(
    r"\(?\b(?:d\s?nr|diarienr|diarienummer|beteckning)\b|\(?\b[A-ZÅÄÖ]{2,5}[ /-]?(?:19|20)\d\d[:/-]",
    re.IGNORECASE,
)
"""Where a dnr begins beside or under a § sign."""
_CHAIN = re.compile(r"(?:(?:[A-ZÅÄÖ][A-Za-zåäö]{0,5})\s*§{1,2}\s*\d+(?:[-–]\d+)?[\s,;]*)+")
"""Earlier handling of the matter: "Kf § 118 Au § 94"."""
_TELLS = re.compile(
    r"\b(?:utsågs|valdes|beslöt[os]?|beslutades?|uppdrog[s]?|godkändes|bordlades|lades|upplästes|föredrogs|förelåg"
    r"|meddelades?|anmäldes|bifölls|a[vf]slogs|öppnade|antogs|fastställdes|återremitterades|beviljades?|väcktes"
    r"|framlades|redogjorde|förekom|justerades)\b",
    re.IGNORECASE,
)
"""Verbs of a sentence: no heading holds them."""
_STOP = re.compile(r"(?<=[a-zåäö0-9)]{2}\.)\s+(?=[A-ZÅÄÖ])")
_NUMBER = re.compile(r"[A-ZÅÄÖ]{2,5}[ /-]?(?:19|20)\d\d[:/ -]\d+(?:[.-][\d.]+)?")
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Headed:
    """The lines of a heading, and those of the text under it."""

    heading: tuple[Line, ...]
    text: tuple[Line, ...]


def headed(rest: Line | None, body: tuple[Line, ...]) -> Headed:
    """The heading in `rest`, which shares the sign's line, and `body`, the lines below."""
    if rest is None:
        return _below(body)
    paragraph = [rest]
    for line in body:
        if line.spaced or line.text.startswith("./.") or heading_of(line.text, labels=False):
            break
        paragraph.append(line)
    if _runs_on(paragraph):
        heading, left = _first_sentence(paragraph)
        return Headed(heading, (*left, *body[len(paragraph) - 1 :]))
    return _beside(rest, body)


def after_sign(line: Line, length: int) -> Line | None:
    """What stands after the sign on its own line, but for a dnr in the margin and earlier handling."""
    tail = line.text[length:]
    dnr = DNR.search(tail)
    kept = (tail[: dnr.start()] if dnr else tail).rstrip(" (")
    bare = kept.strip(" .:–-")
    if not bare or _CHAIN.fullmatch(bare):
        return None
    start = line.start + length + kept.index(bare)
    end = start + len(bare) + kept.endswith(".")
    return replace(line, start=start, end=end, text=bare + "." * kept.endswith("."))


def is_margin(line: Line) -> bool:
    """Whether the line is a dnr or earlier handling and nothing else."""
    number = _NUMBER.fullmatch(line.text) or (DNR.match(line.text) and len(line.text) < 60)
    return bool(number or _CHAIN.fullmatch(line.text))


def _runs_on(paragraph: list[Line]) -> bool:
    text = " ".join(line.text for line in paragraph)
    return bool(_TELLS.search(text)) or (len(paragraph) > 1 and bool(_STOP.search(text)))


def _first_sentence(paragraph: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The paragraph's first sentence as heading, unless it tells what was done, and what follows it."""
    heading: list[Line] = []
    for n, line in enumerate(paragraph):
        stop = _STOP.search(line.text)
        if stop is None and not (line.text.endswith(".") and n + 1 < len(paragraph)):
            heading.append(line)
            continue
        cut = stop.start() if stop else len(line.text)
        heading.append(replace(line, end=line.start + cut, text=line.text[:cut]))
        if len(heading) > _LONGEST or any(_TELLS.search(part.text) for part in heading):
            break
        after = line.text[stop.end() :] if stop else ""
        left = [replace(line, start=line.end - len(after), text=after, spaced=True)] if after else []
        return _bare(heading), (*left, *paragraph[n + 1 :])
    return (), tuple(paragraph)


def _bare(heading: list[Line]) -> tuple[Line, ...]:
    """The heading without the full stop at its end."""
    last = heading[-1]
    text = last.text.rstrip(".")
    return (*heading[:-1], replace(last, end=last.start + len(text), text=text))


def _beside(rest: Line, body: tuple[Line, ...]) -> Headed:
    """A heading that begins on the sign's line and wraps in lower case."""
    heading = [rest]
    used = 0
    for line in body[: _LONGEST + 2]:
        if heading_of(line.text, labels=False) or len(heading) >= _LONGEST:
            break
        if is_margin(line):
            used += 1
            continue
        wraps = line.text[:1].islower() or heading[-1].text.endswith(("-", ",", " och"))
        if line.spaced or heading[-1].text.endswith(".") or not wraps:
            break
        heading.append(line)
        used += 1
    return Headed(_bare(heading), body[used:])


def _below(body: tuple[Line, ...]) -> Headed:
    """A heading under the sign: the first paragraph, up to a known heading or a full stop."""
    heading: list[Line] = []
    used = 0
    for line in body[: _LONGEST + 2]:
        if heading_of(line.text, labels=False) or len(heading) >= _LONGEST:
            break
        if is_margin(line):
            used += 1
            continue
        if line.text.startswith("./.") or (heading and (line.spaced or heading[-1].text.endswith("."))):
            break
        heading.append(line)
        used += 1
    if any(_TELLS.search(line.text) for line in heading):
        return Headed((), body)
    return Headed(_bare(heading) if heading else (), body[used:])
