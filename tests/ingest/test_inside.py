"""Kinds that only a look inside tells."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from pathlib import Path
from zipfile import ZipFile

import docx
import odfdo
import pytest

from ingest.files import open_source
from models.errors import InputDamaged, InputEncrypted, InputError, InputUnsupported
from models.settings import ReadingSettings
from models.source import MediaType
from tests.ingest.mail.cfb import ole2

SETTINGS = ReadingSettings()
TYPES = (
    '<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.{}"/></Types>'
)
WORD = b"\xec\xa5" + bytes(8)


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(name: str = "a.txt", content: bytes = b"%PDF-1.4 ord") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def open_document() -> bytes:
    out = io.BytesIO()
    odfdo.Document("text").save(out)
    return out.getvalue()


def write(folder: Path, content: bytes) -> Path:
    (folder / "akt").write_bytes(content)
    return folder / "akt"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (word(), MediaType.DOCX),
        (open_document(), MediaType.ODT),
        (zipped(**{"a.pdf": "%PDF-1.4"}), MediaType.ZIP),
        (zipped(mimetype="text/x"), MediaType.ZIP),
        (tarred(), MediaType.TAR),
        (gzip.compress(tarred(), mtime=0), MediaType.TAR),
        (bz2.compress(tarred()), MediaType.TAR),
        (lzma.compress(tarred()), MediaType.TAR),
        (ole2({"WordDocument": WORD + b"\0\0"}), MediaType.DOC),
        (ole2({"__properties_version1.0": bytes(32)}), MediaType.MSG),
        (b"{\\rtf1 ord}", MediaType.RTF),
    ],
)
def test_kind(content: bytes, kind: MediaType, tmp_path: Path) -> None:
    assert open_source(write(tmp_path, content), SETTINGS).media_type is kind


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (
            zipped(**{"[Content_Types].xml": TYPES.format("spreadsheetml.sheet.main+xml")}),
            InputUnsupported,
            "Excel",
        ),
        (zipped(**{"[Content_Types].xml": TYPES.format("presentationml.x")}), InputUnsupported, "PowerPoint"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), InputUnsupported, "spreadsheet"),
        (zipped(mimetype="application/epub+zip"), InputUnsupported, "EPUB"),
        (ole2({"Workbook": b"x"}), InputUnsupported, "Excel"),
        (ole2({"PowerPoint Document": b"x"}), InputUnsupported, "PowerPoint"),
        (ole2({"Okänd": b"x"}), InputUnsupported, "older office"),
        (ole2({"EncryptedPackage": b"x"}), InputEncrypted, "password"),
        (ole2({"WordDocument": WORD + b"\0\x01"}), InputEncrypted, "password"),
        (ole2({"WordDocument": WORD})[:700], InputDamaged, "OLE2"),
        (gzip.compress(b"protokoll", mtime=0), InputUnsupported, "no TAR"),
        (gzip.compress(tarred(), mtime=0)[:60], InputUnsupported, "no TAR"),
        (b"PK\x03\x04" + bytes(60), InputDamaged, "ZIP"),
        (b"7z\xbc\xaf\x27\x1c\0", InputUnsupported, "7-Zip"),
    ],
)
def test_what_is_refused(content: bytes, error: type[InputError], says: str, tmp_path: Path) -> None:
    with pytest.raises(error, match=says) as refused:
        open_source(write(tmp_path, content), SETTINGS)
    assert refused.value.sentence.startswith("akt ")
