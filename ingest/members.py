"""The files in an archive or e-mail, unpacked within limits so that each can be an input of its own."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from tarfile import TarError

from ingest.files import Found, shown
from ingest.mail.parts import parts as parts_of_mail
from ingest.unpack import streams, tars, zips
from ingest.unpack.names import Names, is_hidden
from ingest.unpack.room import Part, Room
from ingest.unpack.shelf import Shelf
from ingest.unpacked import Folders, Members
from models.errors import InputDamaged, InputError, InputTooLarge, InputWithoutPages
from models.settings import ReadingSettings
from models.source import MediaType, Source

_FAULTS = (*zips.FAULTS, *streams.FAULTS, TarError)


@dataclass(frozen=True, slots=True)
class _Unpacking:
    """One archive, on the way to the shelf."""

    source: Source
    names: Names
    shelf: Shelf
    room: Room
    depth: int

    def member(self, part: Part) -> Found:
        """The part as an input, unpacked; with its error where it alone can't be had."""
        path = self.names.path(part.name)
        if part.refused or part.open is None:
            kind, sentence = part.refused or (InputDamaged, "holds nothing; pack it anew.")
            return Found(path, kind(f"{shown(path)} {sentence}"), depth=self.depth)
        try:
            with part.open() as stream:
                file = self.shelf.put(stream, lambda count: self.room.take(count, shown(self.source.path)))
        except _FAULTS:
            broken = f"{shown(path)} breaks off or is broken in {shown(self.source.path)}; pack it anew."
            return Found(path, InputDamaged(broken), depth=self.depth)
        if file is None:
            limit = f"{self.shelf.most:,}"
            large = InputTooLarge(f"{shown(path)} has more bytes than the limit of {limit} (max_bytes).")
            return Found(path, large, depth=self.depth)
        return Found(path, None, file, self.depth)


def unpack(source: Source, settings: ReadingSettings, folders: Folders, room: Room) -> Members:
    """Unpack an archive or e-mail, each file under its digest.

    An `InputError` where nothing of it can be had; then, and where it is too much, nothing new stays.
    """
    depth = settings.max_depth - room.depth + 1
    shelf = Shelf(folders.unpacked, folders.incoming, settings.max_bytes)
    unpacking = _Unpacking(source, Names(source.path), shelf, room, depth)
    before, found = room.bytes, list[Found]()
    try:
        for member in _members(unpacking, settings):
            found.append(member)
    except InputDamaged as error:
        if not found:
            raise
        return Members(tuple(found), before - room.bytes, error)
    except InputError:
        unpacking.shelf.clear()
        raise
    if not found and not source.media_type.has_pages:
        message = f"{shown(source.path)} opens and holds no files; fetch it again or leave it out."
        raise InputWithoutPages(message)
    return Members(tuple(found), before - room.bytes)


def _members(unpacking: _Unpacking, settings: ReadingSettings) -> Iterator[Found]:
    with closing(_parts(unpacking.source, settings)) as parts:
        for part in parts:
            if not is_hidden(part.name):
                unpacking.room.take_file(shown(unpacking.source.path))
                yield unpacking.member(part)


def _parts(source: Source, settings: ReadingSettings) -> Generator[Part]:
    name = shown(source.path)
    match source.media_type:
        case MediaType.ZIP:
            yield from zips.parts(source.file, name, settings)
        case MediaType.TAR:
            yield from tars.parts(source.file, name, settings)
        case _:
            yield from parts_of_mail(source, settings)
