"""Kinds of file that only a look inside tells apart: what a ZIP, an OLE2 or a compressed file holds."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import olefile

from ingest.unpack import tars, zips
from ingest.unpack.streams import is_compressed
from models.errors import InputDamaged, InputEncrypted, InputUnsupported
from models.settings import ReadingSettings
from models.source import MediaType

KINDS_READ = "PDF, image, DOCX, ODT, RTF, DOC, HTML, e-mail or plain text"
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE2_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LONGEST_LIST = 1_000_000
"""The list of kinds in an office document has a few kilobytes."""
_OOXML: tuple[tuple[bytes, MediaType | str], ...] = (
    (b"wordprocessingml.document.main+xml", MediaType.DOCX),
    (b"wordprocessingml.template.main+xml", MediaType.DOCX),
    (b"ms-word.document.macroEnabled.main+xml", MediaType.DOCX),
    (b"ms-word.template.macroEnabledTemplate.main+xml", MediaType.DOCX),
    (b"spreadsheetml", "an Excel workbook"),
    (b"ms-excel", "an Excel workbook"),
    (b"presentationml", "a PowerPoint presentation"),
    (b"ms-visio", "a Visio drawing"),
)
_MIMETYPES: tuple[tuple[str, MediaType | str], ...] = (
    ("application/vnd.oasis.opendocument.text", MediaType.ODT),
    ("application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    ("application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"),
    ("application/vnd.oasis.opendocument.graphics", "an OpenDocument drawing"),
    ("application/epub+zip", "an EPUB book"),
)
_STREAMS: tuple[tuple[str, MediaType | str], ...] = (
    ("WordDocument", MediaType.DOC),
    ("__properties_version1.0", MediaType.MSG),
    ("Workbook", "an Excel workbook"),
    ("Book", "an Excel workbook"),
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("VisioDocument", "a Visio drawing"),
)
_WORD_FLAGS_AT = 0x0A
_WORD_ENCRYPTED = 0x0100


def kind_inside(file: Path, head: bytes, name: str, settings: ReadingSettings) -> MediaType | None:
    """The kind of a file in which others lie, None where it is no such file.

    `InputUnsupported` names a known kind that the program doesn't read; `InputEncrypted` where the file
    needs a password; `InputDamaged` and `InputTooLarge` where it can't be looked into.
    """
    if head.startswith(_ZIP_MARKS):
        return _read(_in_zip(file, name, settings), name)
    if head.startswith(_OLE2_MARK):
        return _read(_in_ole2(file, name), name)
    if tars.is_tar(file, head, settings):
        return MediaType.TAR
    if is_compressed(head):
        return _read("a compressed file that is no TAR archive, and is unpacked by hand", name)
    return None


def _read(kind: MediaType | str, name: str) -> MediaType:
    if isinstance(kind, MediaType):
        return kind
    raise InputUnsupported(f"{name} is {kind}; give it as {KINDS_READ}.")


def _in_zip(file: Path, name: str, settings: ReadingSettings) -> MediaType | str:
    with zips.opened(file, name, settings) as archive:
        inner = set(archive.namelist())
        if "[Content_Types].xml" in inner:
            listed = zips.content(archive, "[Content_Types].xml", _LONGEST_LIST, name)
            return next(
                (kind for mark, kind in _OOXML if mark in listed), "an unknown kind of office document"
            )
        if "mimetype" in inner:
            return _of_mimetype(archive, name)
    return MediaType.ZIP


def _of_mimetype(archive: ZipFile, name: str) -> MediaType | str:
    told = zips.content(archive, "mimetype", _LONGEST_LIST, name).decode("ascii", "replace").strip()
    return next((kind for begin, kind in _MIMETYPES if told.startswith(begin)), MediaType.ZIP)


def _in_ole2(file: Path, name: str) -> MediaType | str:
    try:
        with olefile.OleFileIO(str(file)) as ole:
            streams = {entry[0] for entry in ole.listdir(streams=True, storages=False) if len(entry) == 1}
            if "EncryptedPackage" in streams or _is_locked(ole, streams):
                raise InputEncrypted(f"{name} can't be opened without its password; save it without one.")
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise InputDamaged(f"{name} breaks off or breaks the rules of OLE2; save the file anew.") from error
    return next((kind for stream, kind in _STREAMS if stream in streams), "an older office or Windows file")


def _is_locked(ole: olefile.OleFileIO, streams: set[str]) -> bool:
    """Whether a Word document is encrypted ([MS-DOC] 2.5.2, fEncrypted)."""
    if "WordDocument" not in streams:
        return False
    with ole.openstream("WordDocument") as stream:
        flags = stream.read(_WORD_FLAGS_AT + 2)[_WORD_FLAGS_AT:]
    return bool(int.from_bytes(flags, "little") & _WORD_ENCRYPTED)
