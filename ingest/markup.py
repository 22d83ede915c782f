"""Whether a text is a web page or an e-mail, by how it begins and never by a word that stands in it."""

from __future__ import annotations

import re

_BEFORE_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,5000}?-->\s*){0,8}", re.DOTALL)
_HTML = re.compile(r"<!doctype\s+html\b|<html[\s>]", re.IGNORECASE)
_PIECE = re.compile(
    r"<(?:head|title|meta|body|div|p|h[1-6]|table|ul|ol|center|font|span|b|i|br)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"</(?:head|title|body|div|p|h[1-6]|table|ul|ol|center|font|span|b|i)\s*>", re.IGNORECASE
)
_POSTMARK = re.compile(r"From \S+ .{0,80}\n")
"""The line by which mailboxes in one file part their e-mails."""
_FIELD = re.compile(r"([!-9;-~]+):(?:[ \t]|$)")
_WRITER = frozenset({"from", "sender"})
_ADDRESSED = frozenset({"to", "cc", "date", "subject"})
_BY_PROGRAMS = frozenset(
    {
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "content-type",
        "delivered-to",
        "dkim-signature",
    }
)
"""Fields that no person writes: what tells an e-mail from a letter that begins with From and To."""
_MOST_LINES = 500


def is_html(text: str) -> bool:
    """Whether a text that begins so is a web page, or a piece of one, marked up from its first sign."""
    start = _BEFORE_HTML.match(text)
    begin = text[start.end() if start else 0 :]
    if _HTML.match(begin):
        return True
    return _PIECE.match(begin) is not None and _CLOSED.search(begin) is not None


def is_mail(text: str) -> bool:
    """Whether a text begins with the head of an e-mail (RFC 5322), fields of mail programs among its own."""
    text = text.replace("\r\n", "\n").lstrip("\n")
    text = _POSTMARK.sub("", text, count=1) if _POSTMARK.match(text) else text
    names: set[str] = set()
    for line in text.split("\n")[:_MOST_LINES]:
        field = _FIELD.match(line)
        if field:
            names.add(field[1].lower())
        elif not line or not (names and line[0] in " \t"):
            break
    return bool(names & _WRITER and names & _ADDRESSED and names & _BY_PROGRAMS)
