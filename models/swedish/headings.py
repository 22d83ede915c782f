"""The headings that open the parts of a document, matched so that damaged ones count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from models.outline import BlockKind
from models.swedish.likeness import likeness, worn
from models.swedish.table import rows_of

_OWNER = r"[\w/-]+(?: [\w/-]+){0,3}s"
_ORGAN = r"(?:[\w/-]+ ){0,3}[\w/-]*(?:nämnd(?:en)?|styrelsen?|fullmäktige|utskott(?:et)?|beredning(?:en)?)"
_WHEN = r"(?: (?:den )?\d[\d /.-]{3,9}\d)?(?:,? §+ ?\d{1,4})?"
"""When it was made: "Kommunstyrelsens förslag 2011-10-31, § 188"."""
_BY_BODY: tuple[tuple[re.Pattern[str], BlockKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (rf"{_OWNER} förslag(?: till (?:beslut|{_ORGAN}))?{_WHEN}", BlockKind.PROPOSAL),
        (rf"(?:förslag till beslut|beslutsförslag)(?: (?:i|till|för|från) {_ORGAN})?", BlockKind.PROPOSAL),
        (rf"{_OWNER} beslut(?: för egen del)?", BlockKind.DECISION),
        (rf"beslut (?:i|av|för) {_ORGAN}", BlockKind.DECISION),
    )
)
"""Headings that name a body ("Kommunstyrelsens beslut"), which no list can hold."""
COVER = frozenset(
    {
        BlockKind.TIME_AND_PLACE,
        BlockKind.DECIDING,
        BlockKind.SUBSTITUTES,
        BlockKind.OTHERS_PRESENT,
        BlockKind.ADJUSTING,
        BlockKind.SIGNATURES,
        BlockKind.PARAGRAPHS,
    }
)
"""Blocks of a front page, whose labels share their line with a value."""
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+")
_LONGEST = 90
_SIMILAR = 83.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found at the start of a line: what it opens, and how many characters it takes."""

    kind: BlockKind
    length: int


@cache
def known_headings() -> dict[str, BlockKind]:
    """Each known heading, case folded, with the block that it opens."""
    return {row["heading"].casefold(): BlockKind(row["block"]) for row in rows_of("headings")}


def heading_of(line: str, *, labels: bool) -> Heading | None:
    """The heading that `line` is or, with `labels`, begins with (as on a front page)."""
    numbered = _SECTION.match(line)
    skipped = numbered.end() if numbered else 0
    bare = line[skipped:]
    if not bare[:1].isupper():
        return None
    found = _whole(bare) or _before_colon_or_gap(bare) or (_label(bare) if labels else None)
    return Heading(found.kind, found.length + skipped) if found else None


def _whole(line: str) -> Heading | None:
    bare = line.rstrip(" :.")
    damaged = worn(bare) not in _worn_headings()
    if len(bare) > _LONGEST or line.endswith(("...", ",")) or (damaged and line.endswith(".")):
        return None  # "Antecknades till protokollet." tells what was done
    kind = _lookup(bare)
    if kind is None and not line.endswith("."):
        kind = next((kind for pattern, kind in _BY_BODY if pattern.fullmatch(bare)), None)
    return Heading(kind, len(line)) if kind else None


@cache
def _lookup(bare: str) -> BlockKind | None:
    folded = worn(bare)
    if folded in _worn_headings():
        return _worn_headings()[folded]
    if len(folded) < 5:
        return None
    best = max(_worn_headings(), key=lambda heading: likeness(folded, heading))
    return _worn_headings()[best] if likeness(folded, best) >= _SIMILAR else None


@cache
def _worn_headings() -> dict[str, BlockKind]:
    return {worn(heading): kind for heading, kind in known_headings().items()}


def _before_colon_or_gap(line: str) -> Heading | None:
    cut = re.search(r":\s|\s{3,}", line)
    if cut is None:
        return None
    kind = _lookup(line[: cut.start()])
    return Heading(kind, cut.end()) if kind else None


def _label(line: str) -> Heading | None:
    folded = line.casefold()
    fits = [
        heading
        for heading, kind in known_headings().items()
        if kind in COVER and folded.startswith(heading + " ") and not line[len(heading) + 1].islower()
    ]
    if not fits:
        return None
    longest = max(fits, key=len)
    return Heading(known_headings()[longest], len(longest) + 1)
