"""Why the program stops: one class for each cause, with the sentence, exit code and HTTP status.

    JusteratError
    +-- InputError            a file that was given can't be used; a batch goes on without it
    |   +-- InputMissing      10  404  there is no such file
    |   +-- InputForbidden    11  403  its permissions forbid reading it
    |   +-- InputLoop         12  422  a link that leads back to itself
    |   +-- InputEmpty        13  422  it holds no bytes
    |   +-- InputUnsupported  14  415  of a kind that the program doesn't read
    |   +-- InputDamaged      15  422  it breaks off or breaks its format's rules
    |   +-- InputEncrypted    16  422  it can't be opened without its password
    |   +-- InputWithoutPages 17  422  it opens, and holds no pages or files
    |   +-- InputTooLarge     18  413  over the limit of bytes, pages or pixels
    |   +-- MostlyUnread      24  422  most of its pages could not be read
    +-- PageTimeout           19  504  one page took too long and was stopped
    +-- ProgramMissing        20  503  Tesseract, one of its models or LibreOffice isn't installed
    +-- WorkerLost            21  500  a process died over a file, most often for want of memory
    +-- ProgramFault          22  500  a fault of this program met a file
    +-- TooMuchMemory         23  413  a page or a file needs more memory than a process may take
    +-- ArchiveError          30  500  the archive folder can't be used
    |   +-- ArchiveMissing    31  404  no archive there
    |   +-- ArchiveBusy       32  409  another run writes to it
    |   +-- ArchiveNewer      33  409  made by a newer version of the program
    |   +-- RecordMissing     34  404  no record with that id
    |   +-- MatterMissing     35  404  no matter with that number or §, or several
    +-- SettingsError         40  422  a setting that can't be
    +-- NothingGiven          41  422  no input to work on
    +-- QueryError            42  422  a query that can't be understood
    +-- QueryTimeout          43  504  the database works too long on what was asked
    +-- CorrectionError       60  422  a correction that can't be
    |   +-- CorrectionStale   61  409  another has corrected the value meanwhile
    |   +-- CorrectionMissing 62  404  no correction with that number
    +-- ExportError           50  422  a document can't be written in the form that was asked for
        +-- SourceChanged     51  409  its file is not the one that was read

A run over many inputs ends with 0 when every document is whole, 3 when some are partial, the failure's own
code when all failures are of one kind, and 4 when they are of several. 2 is a wrong command line, 130 an
interruption. Anything else is a fault of the program (1).
"""

from __future__ import annotations

from typing import ClassVar

EXIT_WHOLE = 0
EXIT_PARTIAL = 3
EXIT_SEVERAL_FAILURES = 4
EXIT_INTERRUPTED = 130


class JusteratError(Exception):
    """A cause that the program knows; its text is one sentence for the user that says what to do."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    @property
    def sentence(self) -> str:
        """What is told to the user."""
        return str(self)


class InputError(JusteratError):
    """A file that was given can't be used."""

    http_status = 422


class InputMissing(InputError):
    """There is no such file."""

    exit_code, http_status = 10, 404


class InputForbidden(InputError):
    """The file's permissions forbid reading it."""

    exit_code, http_status = 11, 403


class InputLoop(InputError):
    """A link that leads back to itself."""

    exit_code = 12


class InputEmpty(InputError):
    """The file holds no bytes."""

    exit_code = 13


class InputUnsupported(InputError):
    """The file is of a kind that the program doesn't read."""

    exit_code, http_status = 14, 415


class InputDamaged(InputError):
    """The file breaks off or breaks its format's rules."""

    exit_code = 15


class InputEncrypted(InputError):
    """The file can't be opened without its password."""

    exit_code = 16


class InputWithoutPages(InputError):
    """The file opens and holds no pages or files."""

    exit_code = 17


class InputTooLarge(InputError):
    """The file is over the limit of bytes, pages or pixels."""

    exit_code, http_status = 18, 413


class MostlyUnread(InputError):
    """Most pages of the file could not be read, so that records of the rest would mislead."""

    exit_code = 24


class PageTimeout(JusteratError):
    """One page took too long and was stopped."""

    exit_code, http_status = 19, 504


class ProgramMissing(JusteratError):
    """Tesseract, one of its models or LibreOffice isn't installed."""

    exit_code, http_status = 20, 503


class WorkerLost(JusteratError):
    """A process died over a file, most often for want of memory."""

    exit_code = 21


class ProgramFault(JusteratError):
    """A fault of this program met a file; the others in the batch go on."""

    exit_code = 22


class TooMuchMemory(JusteratError):
    """A page or a file needs more memory than a process may take."""

    exit_code, http_status = 23, 413


class ArchiveError(JusteratError):
    """The archive folder can't be used."""

    exit_code = 30


class ArchiveMissing(ArchiveError):
    """There is no archive in that folder."""

    exit_code, http_status = 31, 404


class ArchiveBusy(ArchiveError):
    """Another run writes to the archive."""

    exit_code, http_status = 32, 409


class ArchiveNewer(ArchiveError):
    """The archive was made by a newer version of the program."""

    exit_code, http_status = 33, 409


class RecordMissing(ArchiveError):
    """The archive has no record with that id."""

    exit_code, http_status = 34, 404


class MatterMissing(ArchiveError):
    """The archive has no matter with that number or §, or several have it."""

    exit_code, http_status = 35, 404


class SettingsError(JusteratError):
    """A setting that can't be."""

    exit_code, http_status = 40, 422


class NothingGiven(JusteratError):
    """There was no input to work on."""

    exit_code, http_status = 41, 422


class QueryError(JusteratError):
    """A query can't be understood; `at` is the character, from 0, where that shows."""

    exit_code, http_status = 42, 422

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at

    @property
    def sentence(self) -> str:
        """What is told to the user: where in the query, and what is wrong there."""
        return f"At character {self.at + 1} of the query: {self}"


class QueryTimeout(JusteratError):
    """The database works too long on what was asked."""

    exit_code, http_status = 43, 504


class CorrectionError(JusteratError):
    """A correction can't be: what it says of a value is no value, or it names none."""

    exit_code, http_status = 60, 422


class CorrectionStale(CorrectionError):
    """Another has corrected the value, or the document was read anew, since it was looked at."""

    exit_code, http_status = 61, 409


class CorrectionMissing(CorrectionError):
    """The document has no correction with that number."""

    exit_code, http_status = 62, 404


class ExportError(JusteratError):
    """A document can't be written in the form that was asked for; the others are."""

    exit_code, http_status = 50, 422


class SourceChanged(ExportError):
    """The file of a document is not the one that was read."""

    exit_code, http_status = 51, 409


KINDS: dict[str, type[JusteratError]] = {
    kind.__name__: kind
    for kind in (
        InputMissing, InputForbidden, InputLoop, InputEmpty, InputUnsupported, InputDamaged, InputEncrypted,
        InputWithoutPages, InputTooLarge, MostlyUnread, PageTimeout, ProgramMissing, WorkerLost, ProgramFault,
        TooMuchMemory, ArchiveError, ArchiveMissing, ArchiveBusy, ArchiveNewer, RecordMissing, MatterMissing,
        SettingsError, NothingGiven, QueryError, QueryTimeout, ExportError, SourceChanged,
        CorrectionError, CorrectionStale, CorrectionMissing,
    )
}  # fmt: skip
"""Each cause by its name: how a failure kept in the archive finds its exit code again."""
