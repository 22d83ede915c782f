"""Web pages and e-mails are told from texts that speak of them."""

from __future__ import annotations

import pytest

from ingest.sniff import media_type
from models.source import MediaType

HTML, EML, TEXT = MediaType.HTML, MediaType.EML, MediaType.TEXT
HEAD = "From: a@granby.se\nTo: b@granby.se\nSubject: Fråga\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html>\n<html>", HTML),
        ("\ufeff  <!-- sparad -->\n<html lang=sv>", HTML),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C">', HTML),
        ("<p>Hej</p>", HTML),
        ("<table border=1><tr><td>x</table>", HTML),
        ("<p är ett tecken", TEXT),
        ("Taggen <html> inleder en sida, </html> avslutar den.", TEXT),
        ("<Namn> skrivs här", TEXT),
        (HEAD + "MIME-Version: 1.0\n\nHej", EML),
        (HEAD + "Received: from x\n\tby y\n\nHej", EML),
        ("From granby Wed Mar  5 10:12:00 2014\n" + HEAD + "Message-ID: <1@x>\n\nHej", EML),
        (HEAD.replace("\n", "\r\n") + "Message-ID: <1@x>\r\n\r\nHej", EML),
        (HEAD + "\nEtt utskrivet brev", TEXT),
        ("Protokoll\n" + HEAD + "Message-ID: <1@x>\n", TEXT),
        ("From: Anna\nTo: Bo\nDate: i dag\n\nMessage-ID: <1@x>", TEXT),
        ("Subject: X\nMIME-Version: 1.0\n\nutan avsändare", TEXT),
        ("Från: Anna\nTill: Bo\n\nHej", TEXT),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_kind(text: str, kind: MediaType, encoding: str) -> None:
    expected = TEXT if kind is EML and encoding == "utf-16" else kind
    assert media_type(text.encode(encoding)) is expected
