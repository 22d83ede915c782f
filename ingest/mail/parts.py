"""The files that are attached to an e-mail."""

from __future__ import annotations

import io
from collections.abc import Generator
from functools import partial

from ingest.files import shown
from ingest.mail import eml, msg
from ingest.unpack.room import Part
from models.settings import ReadingSettings
from models.source import MediaType, Source


def parts(source: Source, settings: ReadingSettings) -> Generator[Part]:
    """Each attached file; an `InputError` where the e-mail can't be opened."""
    read = eml.letter if source.media_type is MediaType.EML else msg.letter
    for one in read(source.file, shown(source.path), settings).attachments:
        yield Part(one.name, partial(io.BytesIO, one.content))
