"""The heading of an item, told from a dnr in the margin and from text that runs on from the § sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from models.outline import BlockKind, Line
from models.swedish.dnr_labels import DNR_LABEL
from models.swedish.headings import COVER, heading_of
from pipeline.structure.margin import Parted

DNR = re.compile(rf"\(?\b(?i:{DNR_LABEL})|\(?\b[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,4}}[ /-]?(?:19|20)\d\d[:/-]")
"""Where a dnr begins beside or under a § sign."""
_CHAIN = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,5}\s*(?:§{1,2}\s*\d+(?:/\d{2,4}|[-–]\d+)?|\d{1,3}/\d{2})"
    r"(?:[\s,]*(?:19|20)\d\d[-–]\d\d[-–]\d\d)?[\s,;]*)+"
)
"""Earlier handling of the matter: "Kf § 118 Au § 94", "Ks § 12/24, 2024-02-01"."""
_TELLS = re.compile(
    r"\b(?:(?:utsåg|vald|beslöt|uppdrog|biföll|a[vf]slog|a[vf]skre[vf]|antog|framlad|bordlad|upptog|företog|föredrog|förelåg)"
    r"(?:[eo]?s|o)?|\w{3,}(?:ades|stes|rdes|ldes|mdes|gdes|ktes)|\w*(?:slogs|togs|drogs|ga[vf]s)|beslutade|godkändes?|lades|öppnade|redogjorde|förekom"
    r"|hade|hava|yrkade|yttrade|uppstod|anhöll(?:it|o|s)?|begärde|anmälde|meddelade|inkom|genomgicks|utföll|erhöll"
    r"|ble[fv]o?|uppsköts|lät|kunde|var alltså|lämnat)\b",
    re.IGNORECASE,
)
"""Verbs of a sentence: no heading holds them."""
_MATTERS = frozenset(["information", "redovisning", "redogörelse", "rapporter", "övrigt"])
"""Headings of blocks that are matters of their own where they stand under a sign."""
_ASSERTS = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?: [\w-]+){0,2} "
    r"(?:är|har|ligger|avser|ska|skall|får|gäller|innebär|önskar|söker|anhåller|föreslår|omfattar)\b"
)
"""How a sentence begins that stands right under a heading: its subject, and what it says of it."""
_LEAD = re.compile(
    r"[A-ZÅÄÖ][\w, -]*(?:fullmäktige|nämnden|styrelsen|utskottet|stämman|direktionen|beredningen)\s+"
    r"(?:beslutar|beslutade|beslöt|föreslår|har beslutat)\b"
)
"""How a decision begins that stands right under a heading."""
_STOP = re.compile(r"(?<=[a-zåäö0-9)]{2}\.)(?<!\bK[ou]ngl\.)\s+(?=[A-ZÅÄÖ])")
_LABEL = rf"(?i:{DNR_LABEL}[.: ]*)"
_REGISTRY = r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6}[ ./-]{0,2})"
_FIGURES = r"\d+(?:[ ]?[-–/:. ][ ]?\d+)"
_NUMBER = rf"(?:{_REGISTRY}?{_FIGURES}+|\d{{4}}[/-][ ]?{_REGISTRY}\d+(?:[ /.-]\d+)*|{_LABEL}[^\s].{{0,40}})"
_MARGIN = re.compile(rf"\(?{_LABEL}?{_NUMBER}\)?", re.IGNORECASE)
"""A dnr in any order of registry, year, number and class, and nothing else."""
_MARGIN_ENDS = re.compile(rf"(?:^|(?<=\s\s))\(?{_LABEL}?{_REGISTRY}?{_FIGURES}+\)?$")
_SURE = r"(?!SOU|SFS|COM|DS|SKR)[A-ZÅÄÖ]{2,6}[ /.-]?(?:19|20)\d\d[/:.-][ ]?\d+(?:[-./:]\d+)*"
_MARGIN_BESIDE = re.compile(
    rf"(?<=\s)\({_LABEL}?(?!SOU|SFS|COM|DS|SKR|prop){_REGISTRY}\d{{1,6}}[/-]\d{{1,6}}(?:[ /-]\d{{2,3}})?\)$|"
    rf"(?<=\s)\(?(?:{_LABEL}{_NUMBER}|{_LABEL}?{_SURE})\)?$"
    rf"|(?<=\s\s\s)\(?(?:[A-ZÅÄÖ]{{2,6}}[ ./-]?)?{_FIGURES}+\)?$"
)
"""A dnr behind a heading: with a label or its registry and year, or in a column of its own."""
_TITLE_LABEL = re.compile(r"(?:Ärende(?:rubrik|mening)?|Rubrik)(?::[ ]{1,20}|[ ]{3,})(?=\S)")
_SECRET = re.compile(r"(?<=\s\s\s)\(?sekretess\)?$", re.IGNORECASE)
"""What stands in a column beside the heading of an item that is not for everybody's eyes."""
_SHORT = 0.6
"""A line shorter than this share of the longest beside it was not broken for want of room."""
_NARROW = 40
"""No line is broken for want of room before so many letters."""
_LONGEST = 4
_TITLES = COVER | {
    BlockKind.RECUSAL,
    BlockKind.SENT_TO,
    BlockKind.NOTICE,
    BlockKind.RESERVATION,
    BlockKind.STATEMENT,
}
"""Words that head a block further down, and under a sign the matter itself: "Val av justerare"."""


@dataclass(frozen=True, slots=True)
class Headed:
    """The lines of a heading, those of the text under it, and what in the margin is a dnr."""

    heading: tuple[Line, ...]
    text: tuple[Line, ...]
    beside: tuple[Line, ...] = ()


def headed(rest: Line | None, body: tuple[Line, ...]) -> Headed:
    """The heading in `rest`, which shares the sign's line, and `body`, the lines below."""
    if rest is None:
        return _labelled(body) or _below(body)
    paragraph = [rest]
    for line in body:
        if (
            line.spaced
            or line.text.startswith("./.")
            or heading_of(line.text, labels=False)
            or is_margin(line)
        ):
            break
        paragraph.append(line)
    if len(paragraph) > 1 and _own_length(paragraph) == 1 and not _TELLS.search(rest.text):
        return Headed(_bare([rest]), body)
    if _runs_on(paragraph):
        heading, left = _first_sentence(paragraph)
        return Headed(heading, (*left, *body[len(paragraph) - 1 :]))
    return _beside(rest, body)


def headed_in_margin(columns: Parted) -> Headed:
    """The heading of an item with a margin: what stands there, else what stands beside the sign."""
    heading = _kept(list(columns.margin))
    beside = tuple(line for line in columns.margin if is_margin(line))
    if heading:
        return Headed(_bare(heading), columns.text, beside)
    return replace(headed(columns.text[0], columns.text[1:]), beside=beside)


def after_sign(line: Line, length: int) -> Line | None:
    """What stands after the sign on its own line, but for a dnr in the margin and earlier handling."""
    tail = line.text[length:]
    dnr = DNR.search(tail) or _MARGIN_ENDS.search(tail)
    kept = (tail[: dnr.start()] if dnr else tail).rstrip(" (")
    bare = kept.strip(" .:–-")
    if not bare or _CHAIN.fullmatch(bare):
        return None
    start = line.start + length + kept.index(bare)
    end = start + len(bare) + kept.endswith(".")
    indent = line.indent + start - line.start
    return replace(line, start=start, end=end, indent=indent, text=bare + "." * kept.endswith("."))


def _without_margin(line: Line) -> Line:
    beside = _MARGIN_BESIDE.search(line.text) or _SECRET.search(line.text)
    kept = line.text[: beside.start()].rstrip() if beside else line.text
    return replace(line, end=line.start + len(kept), text=kept)


def is_margin(line: Line) -> bool:
    """Whether the line is a dnr or earlier handling and nothing else."""
    number = _MARGIN.fullmatch(line.text) or (DNR.match(line.text) and len(line.text) < 60)
    return bool(number or _CHAIN.fullmatch(line.text.strip("()")))


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
        left = [_from(line, len(line.text) - len(after))] if after else []
        return _bare(heading), (*left, *paragraph[n + 1 :])
    return (), tuple(paragraph)


def _from(line: Line, at: int) -> Line:
    """The rest of the line from `at`, which begins a paragraph where it stands."""
    indent = line.indent + at
    return replace(line, start=line.start + at, text=line.text[at:], indent=indent, spaced=True)


def _bare(heading: list[Line]) -> tuple[Line, ...]:
    """The heading without the full stop at its end, and its lines without a dnr in the margin."""
    if not heading:
        return ()
    heading = [_without_margin(line) for line in heading]
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


def _labelled(body: tuple[Line, ...]) -> Headed | None:
    """A heading behind its label in a column of labels: "Ärende            Fastställande av dagordning"."""
    at = next((n for n, line in enumerate(body) if not is_margin(line)), len(body))
    label = _TITLE_LABEL.match(body[at].text) if at < len(body) else None
    if label is None:
        return None
    heading = [_from(body[at], label.end())]
    for line in body[at + 1 : at + _LONGEST]:
        if line.spaced or abs(line.indent - heading[0].indent) > 1:
            break
        heading.append(line)
    return Headed(_bare(heading), body[at + len(heading) :])


def _below(body: tuple[Line, ...]) -> Headed:
    """A heading under the sign: the first paragraph, up to a known heading, unless it is running text."""
    at = next((n for n, line in enumerate(body) if not is_margin(line)), len(body))
    paragraph = list(_paragraph(body[at:]))
    own = _own_length(paragraph)
    if 0 < own < len(paragraph) and not any(_ends_or_tells(line) for line in paragraph[:own]):
        return Headed(_bare(_kept(paragraph[:own])), body[at + own :])
    text = " ".join(line.text for line in paragraph)
    if text.endswith((".", ":")) and (_TELLS.search(text) or _STOP.search(text) or len(paragraph) > _LONGEST):
        heading, left = _first_sentence(paragraph)
        return Headed(heading, (*left, *body[at + len(paragraph) :]))
    return Headed(_bare(_kept(paragraph[:own])), body[at + own :])


def _ends_or_tells(line: Line) -> bool:
    return line.text.endswith((".", ":")) or _TELLS.search(line.text) is not None


def _kept(heading: list[Line]) -> list[Line]:
    """The lines that are no dnr and no earlier handling."""
    return [line for line in heading if not is_margin(line)]


def _paragraph(body: tuple[Line, ...]) -> Iterator[Line]:
    """The lines up to an empty one or a known heading."""
    for n, line in enumerate(body):
        known = heading_of(line.text, labels=False)
        titles = known and not n and (known.kind in _TITLES or line.text.casefold() in _MATTERS)
        if (n and line.spaced) or line.text.startswith("./.") or (known and not titles):
            return
        yield line


def _own_length(paragraph: list[Line]) -> int:
    """How many lines of a heading's paragraph are its own: text may follow with no empty line between."""
    width = max((line.indent + len(line.text) for line in paragraph), default=0)
    for n, (line, after) in enumerate(pairwise(paragraph), 1):
        edge = line.indent + len(line.text)
        roomy = edge + 1 + len(after.text.split()[0]) <= width and len(after.text) > len(line.text)
        full = edge >= _SHORT * width and len(line.text) >= _NARROW and not roomy
        wraps = full or after.text[:1].islower() or line.text.endswith(("-", ","))
        told = any(rest.text.endswith((".", ":")) for rest in paragraph[n:])
        begins = _LEAD.match(after.text) or (told and _ASSERTS.match(after.text))
        if line.text.endswith(".") or n >= _LONGEST or (told and not wraps) or begins:
            return n
    return len(paragraph)
