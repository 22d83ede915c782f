"""An e-mail, whatever format it was kept in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from ingest.office.sheets import Written

WRITTEN_HEADS = ("From", "To", "Cc", "Date", "Subject")
"""The fields of the head that belong to the document, in the order in which they are set."""
_SMALL_PICTURE = 20_000
"""A picture of fewer bytes that the body shows is an ornament: a logo, a line, a smile."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was attached."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail: `heads` as (field, value) in their order, `body` as text."""

    heads: tuple[tuple[str, str], ...]
    body: str
    attachments: tuple[Attachment, ...] = ()

    def written(self, step: str) -> Written:
        """The e-mail as a page of text; of the attachments their names."""
        names = ", ".join(" ".join(one.name.split()) for one in self.attachments)
        heads = [*self.heads, *([("Attachments", names)] if names else [])]
        lines = [f"{field}: {value}" for field, value in heads if value]
        text = "\n\n".join(piece for piece in ("\n".join(lines), self.body.strip("\n")) if piece)
        return Written((text.replace("\f", "\n"),), (step,))

    def mime(self) -> bytes:
        """The e-mail as a file of its own (RFC 5322); the same e-mail always gives the same bytes."""
        message = MIMEMultipart(
            boundary=f"=_{hashlib.sha256(self.body.encode('utf-8', 'replace')).hexdigest()}"
        )
        for field, value in ((name, dict(self.heads).get(name, "")) for name in WRITTEN_HEADS):
            if value or field == "From":
                message.add_header(field, Header(value or "unknown", "utf-8").encode())
        message.attach(MIMEText(self.body.encode("utf-8", "replace").decode(), "plain", "utf-8"))
        for one in self.attachments:
            part = MIMEApplication(one.content)
            part.add_header(
                "Content-Disposition", "attachment", filename=("utf-8", "", " ".join(one.name.split()))
            )
            message.attach(part)
        return message.as_bytes()


def is_ornament(kind: str, content: bytes, *, shown_inside: bool) -> bool:
    """Whether an attached file is a small picture that the body shows where it stands."""
    return shown_inside and kind.startswith("image/") and len(content) < _SMALL_PICTURE
