"""The pages for readers, taken apart: fenced blocks, headings, links and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.sv.md")
GUIDES = tuple(sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")))
PAGES = (*READMES, *GUIDES)

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language and what stands in it."""

    language: str
    code: str


def read(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def blocks(page: str, *languages: str) -> list[Block]:
    """The fenced blocks in order, all or those in these languages."""
    found = (Block(match[1], match[2]) for match in _BLOCK.finditer(read(page)))
    return [block for block in found if not languages or block.language in languages]


def prose(page: str) -> str:
    """The page without its fenced blocks, in which # is no heading."""
    return _BLOCK.sub("", read(page))


def headings(page: str) -> list[tuple[int, str]]:
    """Level and text of each heading."""
    return [(len(match[1]), match[2]) for match in _HEADING.finditer(prose(page))]


def links(page: str) -> list[str]:
    return _LINK.findall(prose(page))


def rows(page: str) -> Iterator[list[str]]:
    """The cells of every row of every table."""
    for match in _ROW.finditer(prose(page)):
        yield [cell.strip() for cell in match[1].split("|")]


def anchor(heading: str) -> str:
    """What a link to the heading ends in, as GitHub makes it."""
    kept = re.sub(r"[^\w\- ]", "", heading.casefold())
    return kept.strip().replace(" ", "-")
