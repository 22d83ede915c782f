"""The real rooms, apart from the rest because they load every library that reads or understands documents."""

from __future__ import annotations

from ingest.files import open_source
from ingest.members import unpack
from ingest.reader import count_pages, read_pages
from models.swedish.lexicon import lexicon
from pipeline.batch.work import Rooms
from pipeline.document import read_document
from pipeline.extract.language import swedish

ROOMS = Rooms(open_source, count_pages, read_pages, read_document, unpack)

# What every document needs, built by the process that the others are forked from: they have it, as they have
# the libraries.
lexicon()
swedish()
