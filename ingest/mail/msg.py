"""E-mail as Outlook keeps it ([MS-OXMSG]), read with python-oxmsg."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import olefile
from oxmsg.attachment import Attachment as Attached
from oxmsg.message import Message
from oxmsg.storage import Storage

from ingest.mail.heads import day, field
from ingest.mail.letter import Attachment, Letter, is_ornament
from ingest.office import html
from ingest.office.sheets import Written
from models.errors import InputDamaged, InputTooLarge
from models.settings import ReadingSettings

_STEP = "e-mail: head and body as text"
_FAULTS = (
    OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, LookupError,
    OverflowError, RecursionError, struct.error,
)  # fmt: skip
"""What olefile and python-oxmsg raise on a file that breaks the rules."""
_KIND_OF_RECIPIENT, _SHORT_NAME, _METHOD, _CONTENT_ID = 0x0C15, 0x3704, 0x3705, 0x3712
_TO, _CC = 1, 2
_IS_MESSAGE = 5
_INNER_MESSAGE = "__substg1.0_3701000D"
_PROPERTIES = "__properties_version1.0"
_INNER_HEAD, _OUTER_HEAD = 24, 32
"""Bytes before the first property: eight more in the message that is not in another."""
_DEEPEST = 5


def read(file: Path, name: str, settings: ReadingSettings) -> Written:
    """The e-mail as text; an `InputError` where it can't be opened."""
    return letter(file, name, settings).written(_STEP)


def letter(file: Path, name: str, settings: ReadingSettings) -> Letter:
    """The e-mail; an `InputError` where it breaks the format's rules or is too large."""
    if file.stat().st_size > settings.max_inner_bytes:
        limit = f"{settings.max_inner_bytes:,}"
        raise InputTooLarge(
            f"{name} has more bytes than the limit of {limit} for an e-mail (max_inner_bytes)."
        )
    try:
        with olefile.OleFileIO(str(file)) as ole:
            return _letter(Storage.from_ole(ole), name, 0)
    except _FAULTS as error:
        raise InputDamaged(
            f"{name} breaks off or breaks the rules of Outlook's files; save it anew."
        ) from error


def _letter(storage: Storage, name: str, depth: int) -> Letter:
    message = Message(storage)
    body = message.body or html.laid_out(message.html_body or "", name)
    files = (_attachment(one, name, depth) for one in storage.iter_attachment_storages())
    return Letter(tuple(_heads(message)), body.replace("\r\n", "\n"), tuple(one for one in files if one))


def _heads(message: Message) -> Iterator[tuple[str, str]]:
    sent = {key.lower(): value for key, value in message.message_headers.items()}
    when = f"{message.sent_date:%Y-%m-%d %H:%M}" if message.sent_date else ""
    yield "From", field(message.sender or "")
    yield "To", field(sent.get("to", "")) or _recipients(message, _TO)
    yield "Cc", field(sent.get("cc", "")) or _recipients(message, _CC)
    # The head has the hour of the writer's own clock, the property that of Greenwich.
    yield "Date", day(sent["date"]) if "date" in sent else when
    yield "Subject", field(message.subject)


def _recipients(message: Message, kind: int) -> str:
    of_kind = (one for one in message.recipients if one.properties.int_prop_value(_KIND_OF_RECIPIENT) == kind)
    return ", ".join(_person(one.name, one.email_address) for one in of_kind)


def _person(name: str, address: str) -> str:
    return f"{name} <{address}>" if name and address and name != address else name or address


def _attachment(storage: Storage, name: str, depth: int) -> Attachment | None:
    attached = Attached(storage)
    properties = attached.properties
    told = attached.file_name or properties.str_prop_value(_SHORT_NAME) or ""
    if properties.int_prop_value(_METHOD) == _IS_MESSAGE:
        return _inner_message(storage, name, depth)
    content = attached.file_bytes or b""
    inside = bool(properties.str_prop_value(_CONTENT_ID))
    if is_ornament(attached.mime_type or "", content, shown_inside=inside):
        return None
    return Attachment(field(told) or "unnamed", content)


def _inner_message(storage: Storage, name: str, depth: int) -> Attachment | None:
    """An e-mail in the e-mail, as a file of its own."""
    inner = next((one for one in storage.storages if one.name == _INNER_MESSAGE), None)
    if inner is None or depth >= _DEEPEST:
        return None
    found = _letter(_as_outer(inner), name, depth + 1)
    subject = dict(found.heads).get("Subject", "")
    return Attachment(f"{subject or 'e-mail'}.eml", found.mime())


def _as_outer(inner: Storage) -> Storage:
    """The storage of an inner message with the head of an outer one, which is all that python-oxmsg reads."""
    gap = bytes(_OUTER_HEAD - _INNER_HEAD)
    streams = (
        replace(one, bytes_=one.bytes_[:_INNER_HEAD] + gap + one.bytes_[_INNER_HEAD:])
        if one.name == _PROPERTIES
        else one
        for one in inner.streams
    )
    return Storage(inner.path, tuple(streams), inner.storages)
