"""Pictures of pages, drawn when they are asked for and kept in memory within a bound."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import BoundedSemaphore, Lock

from archive.export.kept import source_file
from archive.folder import Archive
from justerat.web.images.bounded import BoundedPictures
from justerat.web.images.draw import DRAWN, MODULE, Asked, Format, draw
from justerat.web.images.size import full_size
from models.errors import ExportError, PageTimeout, RecordMissing
from models.record import Record
from models.source import MediaType
from pipeline.batch.local import ProcessSpread

_KEPT_BYTES = 64_000_000
_KEPT_FILES = 1000
_AT_ONCE = 2
"""Pages that are drawn at a time; whoever asks for more waits."""
_SECONDS = 20


class PageImages:
    """Draws pages of an archive's files, each in a process of its own with limits of time and memory."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._spread = ProcessSpread(1, (MODULE,))
        self._room = BoundedSemaphore(_AT_ONCE)
        self._lock = Lock()
        self._drawn = BoundedPictures(_KEPT_BYTES)
        self._files: OrderedDict[str, tuple[Path, tuple[int, ...]]] = OrderedDict()

    def get(self, record: Record, number: int, width: int, form: Format) -> bytes:
        """The picture of page `number` of a record, `width` pixels wide or as wide as it can be.

        RecordMissing where the record has no such page, ExportError where the page has no picture, InputError
        where its file is gone, changed, or can't be drawn.
        """
        page = next((page for page in record.pages if page.number == number), None)
        if page is None:
            raise RecordMissing("The document has no such page.")
        media_type, full = MediaType(record.source.media_type), full_size(page)
        if media_type not in DRAWN or full is None or page.width is None:
            raise ExportError("The page has no picture: it was text, or could not be read.")
        width = min(width, full.width)
        key = (record.source.sha256, number, width, form)
        found = self._drawn.get(key)
        if found is None:
            path = self._file(record.source.sha256)
            found = self._draw(Asked(path, media_type, number, width, page.width, form))
            self._drawn.put(key, found)
        return found

    def _draw(self, asked: Asked) -> bytes:
        if not self._room.acquire(timeout=_SECONDS):
            raise PageTimeout("Too many pages are being drawn just now: ask again soon.")
        try:
            (ended,) = self._spread.map(draw, iter([asked]), lambda _: _SECONDS)
        finally:
            self._room.release()
        if ended.error is not None:
            raise ended.error
        return ended.result or b""

    def _file(self, sha256: str) -> Path:
        """Where the file lies; its digest is taken anew only when its size or time has changed."""
        with self._lock:
            known = self._files.get(sha256)
        if known is not None and _state(known[0]) == known[1]:
            return known[0]
        with self._archive.connection() as connection:
            path = source_file(connection, sha256, self._archive.unpacked)
        with self._lock:
            self._files[sha256] = (path, _state(path))
            if len(self._files) > _KEPT_FILES:
                self._files.popitem(last=False)
        return path


def _state(path: Path) -> tuple[int, ...]:
    """What changes when a file does; empty where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
