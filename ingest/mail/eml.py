"""E-mail as it is sent (RFC 5322, MIME), and web archives (MHTML), which are the same."""

from __future__ import annotations

import email
import mimetypes
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import cast

from ingest.mail.heads import day, field, text_of
from ingest.mail.letter import WRITTEN_HEADS, Attachment, Letter, is_ornament
from ingest.office import html
from ingest.office.sheets import Written
from models.errors import InputDamaged, InputEncrypted, InputTooLarge
from models.settings import ReadingSettings

_STEP = "e-mail: head and body as text"
_FAULTS = (RecursionError, LookupError, ValueError, TypeError, AttributeError, AssertionError)
"""What the standard library raises on an e-mail that breaks the rules; most it takes as it comes."""
_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
     "message/delivery-status", "text/rfc822-headers", "message/disposition-notification"}
)  # fmt: skip
"""Parts that programs add for programs."""
_LOCKED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TEXTS = frozenset({"text/plain", "text/html"})


def read(file: Path, name: str, settings: ReadingSettings) -> Written:
    """The e-mail as text; an `InputError` where it can't be opened."""
    return letter(file, name, settings).written(_STEP)


def letter(file: Path, name: str, settings: ReadingSettings) -> Letter:
    """The e-mail; an `InputError` where it is encrypted, too large or of too many parts."""
    if file.stat().st_size > settings.max_inner_bytes:
        limit = f"{settings.max_inner_bytes:,}"
        raise InputTooLarge(
            f"{name} has more bytes than the limit of {limit} for an e-mail (max_inner_bytes)."
        )
    try:
        message = email.message_from_bytes(file.read_bytes().lstrip(b"\r\n"))
        _judge(message, name, settings)
        body = "\n\n".join(_text(part, name) for part in _bodies(message))
        return Letter(tuple(_heads(message)), body, tuple(_attachments(message)))
    except _FAULTS as error:
        raise InputDamaged(f"{name} breaks the rules of e-mail; save it anew.") from error


def _judge(message: Message, name: str, settings: ReadingSettings) -> None:
    for number, part in enumerate(message.walk(), 1):
        if number > settings.max_members:
            raise InputTooLarge(
                f"{name} has more parts than the limit of {settings.max_members:,} (max_members)."
            )
        kind = part.get_content_type()
        signed = str(part.get_param("smime-type", "")) == "signed-data"
        if kind == "multipart/encrypted" or (kind in _LOCKED and not signed):
            raise InputEncrypted(
                f"{name} is encrypted; open it where it was received, and save it from there."
            )


def _heads(message: Message) -> Iterator[tuple[str, str]]:
    raw: dict[str, str] = {}
    for name, value in message.raw_items():
        raw.setdefault(name.lower(), str(value))
    for name in WRITTEN_HEADS:
        value = raw.get(name.lower(), "")
        if value:
            yield name, day(value) if name == "Date" else field(value)


def _bodies(part: Message) -> list[Message]:
    """The parts that are the text of the e-mail: of alternatives the plain one, where it says anything."""
    kind, inner = part.get_content_type(), _inner(part)
    if kind == "multipart/alternative":
        offers = [found for one in inner if (found := _bodies(one))]
        plain = (
            found
            for found in offers
            if found[0].get_content_type() == "text/plain" and _payload(found[0]).strip()
        )
        return next(plain, offers[-1] if offers else [])
    if kind == "multipart/related":
        return _bodies(inner[0]) if inner else []
    if part.get_content_maintype() == "multipart":
        return [found for one in inner for found in _bodies(one)]
    return [part] if kind in _TEXTS and not _is_attached(part) else []


def _text(part: Message, name: str) -> str:
    content, charset = _payload(part), part.get_content_charset()
    if part.get_content_type() == "text/html":
        return html.laid_out(text_of(content, charset or html.declared(content)), name)
    text = text_of(content, charset).replace("\r\n", "\n")
    return _unflowed(text) if str(part.get_param("format", "")).lower() == "flowed" else text


def _unflowed(text: str) -> str:
    """Lines that only the program has broken (RFC 3676) in one again."""
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        if goes_on and line:
            lines[-1] += line
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _attachments(part: Message) -> Iterator[Attachment]:
    kind = part.get_content_type()
    if kind == "message/rfc822" and _inner(part):
        inner = _inner(part)[0]
        yield Attachment(
            _name(part) or f"{field(str(inner.get('Subject', ''))) or 'e-mail'}.eml", inner.as_bytes()
        )
    elif part.get_content_maintype() == "multipart":
        for one in _inner(part):
            yield from _attachments(one)
    elif kind not in _SIGNATURES and (kind not in _TEXTS or _is_attached(part)):
        content = _payload(part)
        inside = "Content-ID" in part and part.get_content_disposition() != "attachment"
        if not is_ornament(kind, content, shown_inside=inside):
            yield Attachment(_name(part) or f"unnamed{mimetypes.guess_extension(kind) or ''}", content)


def _inner(part: Message) -> list[Message]:
    if not part.is_multipart():
        return []
    return cast("list[Message]", part.get_payload())


def _payload(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _name(part: Message) -> str:
    return field(part.get_filename() or "")
