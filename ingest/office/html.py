"""Web pages: parsed with lxml, laid out with inscriptis; no script is run and nothing is fetched."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from lxml import etree, html

from ingest.office.sheets import GAP, Written
from ingest.office.xml import Element
from ingest.plain import decode
from models.errors import InputDamaged, InputTooLarge
from models.settings import ReadingSettings

_STEP = "html: laid out as text, decode"
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_HEAD_BYTES = 8192
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_NO_TEXT = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head")
_DEEPEST = 250
"""Elements that lie deeper in one another are a trap; inscriptis goes down one call for each."""


def read(file: Path, name: str, settings: ReadingSettings) -> Written:
    """The page as text; an `InputError` where it is too large, or no page at all."""
    if file.stat().st_size > settings.max_inner_bytes:
        limit = f"{settings.max_inner_bytes:,}"
        raise InputTooLarge(f"{name} has more bytes than the limit of {limit} for text (max_inner_bytes).")
    content = file.read_bytes()
    encoding = declared(content)
    text, told = (content.decode(encoding, "replace"), encoding) if encoding else _guessed(content)
    return Written((laid_out(text, name),), (f"{_STEP} {told}",))


def laid_out(markup: str, name: str) -> str:
    """The text of a page or piece of one, its title first; `InputDamaged` where it is nested too deep."""
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", markup).replace("\0", "") or "<p></p>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    if _depth(tree) > _DEEPEST:
        raise InputDamaged(f"{name} is nested too deep for a web page; save it anew, or as PDF.")
    title = " ".join((tree.findtext(".//title") or "").split())
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    text = Inscriptis(tree, ParserConfig(table_cell_separator=GAP)).get_text()
    lines = [line.rstrip() for line in text.replace("\f", " ").split("\n")]
    begin = "\n".join(lines).strip("\n")
    return begin if not title or begin.lstrip().startswith(title) else f"{title}\n\n{begin}"


def declared(content: bytes) -> str | None:
    """The encoding that the page names, where it isn't plainly another: a mark or sound UTF-8 says more."""
    found = _CHARSET.search(content[:_HEAD_BYTES])
    if found is None or decode(content).encoding not in {"cp1252", "latin-1", "mac-roman"}:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # Browsers take Latin-1 and ASCII for Windows-1252, and writers of pages mean it so.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": None}.get(known, known)


def _guessed(content: bytes) -> tuple[str, str]:
    decoded = decode(content)
    return decoded.text, decoded.encoding


def _depth(tree: Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
