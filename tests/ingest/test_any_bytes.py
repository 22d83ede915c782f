"""Files of every kind that holds text or files, changed or cut off: words come, or a sentence."""

from __future__ import annotations

import gzip
import io
import zipfile
from contextlib import suppress
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import docx
import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.files import open_source
from ingest.members import unpack
from ingest.reader import count_pages, read_page
from ingest.unpack.room import Room
from ingest.unpacked import Folders
from models.errors import InputError
from models.settings import ReadingSettings
from tests.ingest.mail.cfb import ole2
from tests.ingest.mail.messages import attachment, message
from tests.ingest.unpack.boxes import tarred, zipped

LIMITS = ReadingSettings(
    max_bytes=5_000_000, max_unpacked_bytes=9_000_000, max_members=60, max_inner_bytes=2_000_000
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}"
    rb"{\header Granby}\trowd\cell a\cell\row \u229?\page b}"
)
HTML = b"<!doctype html><meta charset=utf-8><table><tr><td>a<td>b</table><ul><li>c</ul>"


def stored(content: bytes) -> bytes:
    """The same ZIP without packing, so that a changed byte is one of the text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if not name.endswith((".jpeg", ".png")):
                new.writestr(name, old.read(name))
    return out.getvalue()


def word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_heading("Protokoll", 1)
    document.add_paragraph("ett", style="List Number")
    document.add_table(1, 2).cell(0, 0).text = "cell"
    document.sections[0].header.paragraphs[0].text = "Granby"
    document.save(out)
    return out.getvalue()


def open_document() -> bytes:
    document, out = odfdo.Document("text"), io.BytesIO()
    document.body.append(odfdo.List(["ett", "två"]))
    document.save(out)
    return out.getvalue()


def mail() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["Subject"], letter["Date"] = (
        "a@granby.se",
        "Åäö",
        "Wed, 05 Mar 2014 10:12:00 +0100",
    )
    letter.set_content("Hej å\n")
    letter.add_alternative("<p>Hej</p>", subtype="html")
    letter.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="å.pdf")
    return letter.as_bytes()


@cache
def sound() -> dict[str, bytes]:
    """A sound file of each kind."""
    outlook = message({0x0037: "Fråga", 0x1000: "Hej", 0x0C1A: "Åsa"}, attachment("a.pdf", b"%PDF-" * 9))
    return {
        "docx": word(), "stored docx": stored(word()), "odt": open_document(),
        "stored odt": stored(open_document()),
        "rtf": RTF, "html": HTML, "eml": mail(), "msg": ole2(outlook),
        "zip": zipped({"a.txt": b"a", "b.eml": mail()}),
        "tar": tarred({"a.txt": b"a" * 700, "b": b"b"}),
        "tgz": gzip.compress(tarred({"a.txt": b"a" * 700}), mtime=0),
    }  # fmt: skip


def read(path: Path, folder: Path) -> None:
    """Everything that a batch asks of a file."""
    source = open_source(path, LIMITS)
    for number in range(1, count_pages(source, LIMITS) + 1):
        assert read_page(source, number, LIMITS).number == number
    if source.media_type.holds_files:
        folders = Folders(folder / "members", folder)
        for found in unpack(
            source, LIMITS, folders, Room(LIMITS.max_members, LIMITS.max_unpacked_bytes, 3)
        ).found:
            assert (found.unpacked is None) is (found.error is not None)


@settings(max_examples=250, deadline=None)
@given(
    kind=st.sampled_from(sorted(sound())),
    changes=st.lists(st.tuples(st.integers(0), st.binary(min_size=1, max_size=6)), max_size=4),
    cut=st.one_of(st.none(), st.integers(1)),
)
def test_any_bytes_end_in_words_or_a_sentence(
    kind: str, changes: list[tuple[int, bytes]], cut: int | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(sound()[kind])
    for at, change in changes:
        begin = at % len(content)
        content[begin : begin + len(change)] = change
    folder = tmp_path_factory.mktemp("any")
    path = folder / "akt"
    path.write_bytes(content[: cut % len(content)] if cut else content)
    with suppress(InputError):
        read(path, folder)
    assert {one.name for one in folder.iterdir()} <= {"akt", "members"}
