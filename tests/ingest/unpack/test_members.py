"""Archives are unpacked within limits, and nothing in them reaches the file system but bytes."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.files import Found, open_source
from ingest.members import unpack
from ingest.unpack.names import Names, is_hidden
from ingest.unpack.room import Room
from ingest.unpacked import Folders, Members
from models.errors import (
    ArchiveError,
    InputDamaged,
    InputEncrypted,
    InputError,
    InputTooLarge,
    InputUnsupported,
    InputWithoutPages,
)
from models.settings import ReadingSettings
from tests.ingest.unpack.boxes import (
    LINK,
    encrypted,
    long_remark,
    lying,
    overlapping,
    special,
    tarred,
    zipped,
)

LIMITS = ReadingSettings(
    max_bytes=50_000_000, max_unpacked_bytes=60_000_000, max_members=50, max_depth=3, max_ratio=200
)
FILES = {"protokoll/1974.txt": b"Granby", "brev.txt": b"Hej"}


class Place:
    """A folder to unpack in, with a file beside it that must stay as it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folders = Folders(folder / "arkiv" / "members", folder / "arkiv" / "work")
        self.folders.incoming.mkdir(parents=True)

    def unpack(self, content: bytes, limits: ReadingSettings = LIMITS, depth: int = 3) -> Members:
        """What comes of an archive."""
        path = self.folder / "akt"
        path.write_bytes(content)
        room = Room(limits.max_members, limits.max_unpacked_bytes, depth)
        return unpack(open_source(path, limits), limits, self.folders, room)

    def written(self) -> list[Path]:
        """All files that are there now, besides the archive itself."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file() and path.name != "akt")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def told(members: Members) -> dict[str, bytes | str]:
    """Each member by its name in the archive: what it holds, or the name of its error."""
    return {
        one.path.as_posix().partition("akt/")[2]: one.unpacked.read_bytes()
        if one.unpacked
        else type(one.error).__name__
        for one in members.found
    }


@pytest.mark.parametrize(
    "content",
    [
        zipped(FILES),
        zipped(FILES, method=zipfile.ZIP_STORED),
        tarred(FILES),
        gzip.compress(tarred(FILES)),
        bz2.compress(tarred(FILES)),
        lzma.compress(tarred(FILES)),
        gzip.compress(tarred(FILES)[:700]) + gzip.compress(tarred(FILES)[700:]),
    ],
)
def test_members_lie_under_their_digest(content: bytes, place: Place) -> None:
    members = place.unpack(content)
    assert told(members) == FILES
    assert {one.depth for one in members.found} == {1}
    assert members.size == 9
    digests = (hashlib.sha256(content).hexdigest() for content in FILES.values())
    assert place.written() == sorted(place.folders.unpacked / digest[:2] / digest for digest in digests)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            zipped({"../../ut.txt": b"x", "/rot.txt": b"y", "C:\\a\\b.txt": b"z"}),
            ["ut.txt", "rot.txt", "a/b.txt"],
        ),
        (tarred({"../../ut.txt": b"x", "/etc/passwd": b"y"}), ["ut.txt", "etc/passwd"]),
        (zipped({"a.txt": b"x", "./a.txt": b"y", "../a.txt": b"z"}), ["a.txt", "a (2).txt", "a (3).txt"]),
        (
            zipped({"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "b/Thumbs.db": b"x", "a.txt": b"y"}),
            ["a.txt"],
        ),
        (zipped({"a\nb\x1b.txt": b"x", "..": b"y"}), ["a_b_.txt", "unnamed"]),
        (tarred({"a.txt": b"x", "lank": "/etc/passwd"}), ["a.txt", "lank"]),
    ],
)
def test_names_are_only_shown(content: bytes, expected: list[str], place: Place) -> None:
    assert list(told(place.unpack(content))) == expected
    assert all(place.folders.unpacked in path.parents for path in place.written())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (zipped({"lank": b"/etc/passwd"}, attributes=LINK), InputUnsupported),
        (zipped({"a": b"ord"}, method=zipfile.ZIP_LZMA), InputUnsupported),
        (tarred({"lank": "../../etc/passwd"}), InputUnsupported),
        (special(tarfile.LNKTYPE), InputUnsupported),
        (special(tarfile.CHRTYPE), InputUnsupported),
        (special(tarfile.FIFOTYPE), InputUnsupported),
        (
            zipped({"a": b"ord" * 999}, method=zipfile.ZIP_STORED).replace(b"ordord", b"ordorm", 1),
            InputDamaged,
        ),
        (lying(zipped({"a": b"ord" * 999}), 30), InputDamaged),
        (zipped({"a": bytes(3_000_000)}), InputTooLarge),
    ],
)
def test_a_member_that_cannot_be_had_fails_alone(
    content: bytes, expected: type[InputError], place: Place
) -> None:
    (member,) = place.unpack(content, ReadingSettings(max_bytes=2_000_000)).found
    assert isinstance(member.error, expected)
    assert member.error.sentence.startswith(member.path.name)
    assert place.written() == []


def test_of_several_only_the_locked_one_fails(place: Place) -> None:
    members = place.unpack(encrypted(zipped(FILES), only=0))
    assert told(members) == {"protokoll/1974.txt": "InputEncrypted", "brev.txt": b"Hej"}


MANY = {f"{number}.txt": b"" for number in range(51)}
ZEROS = bytes(30_000_000)


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (encrypted(zipped(FILES)), InputEncrypted, "password"),
        (zipped(MANY), InputTooLarge, "max_members"),
        (tarred(MANY), InputTooLarge, "max_members"),
        (zipped({"a": ZEROS}), InputTooLarge, "max_ratio"),
        (gzip.compress(tarred({"a": ZEROS})), InputTooLarge, "max_ratio"),
        (bz2.compress(tarred({"a": ZEROS})), InputTooLarge, "max_ratio"),
        (lzma.compress(tarred({"a": ZEROS})), InputTooLarge, "max_ratio"),
        (lying(zipped({"a": b"x"}), 4_000_000_000), InputTooLarge, "max_unpacked_bytes"),
        (overlapping(9, 1_000_000), InputDamaged, "ZIP|over one another"),
        (zipped({}), InputWithoutPages, "holds no files"),
        (zipped({".dold": b"x"}), InputWithoutPages, "holds no files"),
        (tarred({}), InputUnsupported, "no kind"),
        (zipped(FILES)[:-30], InputDamaged, "ZIP"),
        (gzip.compress(long_remark(3_000_000)), InputDamaged, "TAR"),
    ],
)  # fmt: skip
def test_an_archive_that_is_refused_leaves_nothing(
    content: bytes, error: type[InputError], says: str, place: Place
) -> None:
    with pytest.raises(error, match=says) as refused:
        place.unpack(content)
    assert refused.value.sentence.startswith("akt ")
    assert place.written() == []


def test_more_than_there_is_room_for_is_found_while_it_is_unpacked(place: Place) -> None:
    files = {f"{number}": bytes(9_000) + str(number).encode() for number in range(5)}
    with pytest.raises(InputTooLarge, match="max_unpacked_bytes"):
        place.unpack(tarred(files), LIMITS.model_copy(update={"max_unpacked_bytes": 30_000}))
    assert place.written() == []


def test_what_lies_too_deep_is_refused(place: Place) -> None:
    with pytest.raises(InputTooLarge, match="max_depth"):
        place.unpack(zipped(FILES), depth=0)


def test_a_tar_that_breaks_off_keeps_what_came_before(place: Place) -> None:
    content = tarred({"a": b"ett", "b": bytes(5000)})
    for cut in (1024 + 512 + 100, 1024 + 100):
        members = place.unpack(content[:cut])
        assert told(members)["a"] == b"ett"
        assert isinstance(members.error, InputDamaged)


def test_a_broken_entry_is_not_the_end(place: Place) -> None:
    content = bytearray(tarred({"a": b"ett", "b": b"tva"}))
    content[1024 : 1024 + 100] = b"\xff" * 100
    members = place.unpack(bytes(content))
    assert told(members) == {"a": b"ett"}
    assert isinstance(members.error, InputDamaged)


def test_names_of_windows_and_of_utf_8_unsaid(place: Place) -> None:
    names = (name for name in ("åäö.txt".encode("cp850"), "åäö.txt".encode()))
    for name in names:
        content = zipped({"x" * len(name): b"x"}).replace(b"x" * len(name), name)
        assert list(told(place.unpack(content))) == ["åäö.txt"]


def test_a_folder_that_cannot_be_written_is_no_fault_of_the_file(place: Place) -> None:
    place.folders.unpacked.write_bytes(b"in the way")
    with pytest.raises(ArchiveError, match="can't be written"):
        place.unpack(zipped(FILES))


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=6))
def test_any_name_is_shown_under_its_archive_and_once(names: list[str]) -> None:
    archive = Path("akt.zip")
    shown = Names(archive)
    paths = [shown.path(name) for name in names]
    assert len(set(paths)) == len(names)
    for path in paths:
        assert path.parts[0] == "akt.zip"
        assert len(path.parts) > 1
        assert ".." not in path.parts
        assert str(path).isprintable()


@pytest.mark.parametrize(
    ("name", "hidden"),
    [("a/.git/b", True), ("__MACOSX/a", True), ("a/Thumbs.db", True), ("./a/b.txt", False), ("../a", False)],
)
def test_hidden(name: str, hidden: bool) -> None:
    assert is_hidden(name) is hidden


SOUND = [zipped(FILES), tarred(FILES), gzip.compress(tarred(FILES)), lzma.compress(tarred(FILES))]


@settings(max_examples=150, deadline=None)
@given(
    sound=st.sampled_from(SOUND),
    at=st.integers(0),
    change=st.binary(min_size=1, max_size=8),
    cut=st.booleans(),
)
def test_any_bytes_end_in_members_or_a_sentence(
    sound: bytes, at: int, change: bytes, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = Place(tmp_path_factory.mktemp("any"))
    at %= len(sound)
    broken = sound[:at] if cut else sound[:at] + change + sound[at + len(change) :]
    for one in _found(place, broken):
        assert (one.unpacked is None) is (one.error is not None)
    assert all(place.folders.unpacked in path.parents for path in place.written())


def _found(place: Place, content: bytes) -> Iterator[Found]:
    with suppress(InputError):
        yield from place.unpack(content or b"x").found
