"""Records and tables for other programs: lines to standard output or a file, tables to a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archive.export.names import Names
from archive.folder import Archive
from archive.masking.record import masked
from justerat.cli.output import write_text
from models.errors import SettingsError
from models.record import Record

Files = list[tuple[Path, int]]
"""Files that were written, each with its number of rows."""
_Lines = Callable[[Iterable[Record]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class FileExport:
    """An export of an archive that is open, of all documents or of those with these ids."""

    archive: Archive
    form: str
    ids: Sequence[str] = field(default=())
    url: str | None = None
    public: bool = field(default=False, kw_only=True)

    def to_standard_output(self) -> None:
        """Write the lines of a form that has lines; SettingsError for all other."""
        lines = self._lines()
        if lines is None:
            message = f"It needs a folder to go to: give one, as in justerat export {self.form} --to ut."
            raise SettingsError(message)
        for line in lines(self._records()):
            write_text(line)

    def to_files(self, to: Path) -> Files:
        """Write a file of lines, or a folder of tables."""
        lines = self._lines()
        if lines:
            from archive.export.jsonl import write_lines

            return [(to, write_lines(lines(self._records()), to))]
        if self.ids:
            message = "The tables hold all documents: leave the ids out, or take jsonl."
            raise SettingsError(message)
        return self._tables(to)

    def _lines(self) -> _Lines | None:
        match self.form:
            case "jsonl":
                from archive.export.jsonl import lines

                return lines
            case "annotations":
                from archive.export.annotations import annotation_lines

                return lambda records: annotation_lines(records, Names(self.url))
            case "jsonld":
                from archive.export.linked import linked_lines

                return lambda records: linked_lines(records, Names(self.url))
            case _:
                return None

    def _tables(self, to: Path) -> Files:
        with self.archive.connection() as connection:
            match self.form:
                case "parquet":
                    from archive.export.parquet import write_parquet

                    return write_parquet(connection, to, public=self.public)
                case "sqlite":
                    from archive.export.datasette import write_datasette

                    return write_datasette(connection, to, public=self.public)
                case _:
                    from archive.export.package import write_package
                    from archive.export.tables import write_tables

                    written = write_tables(connection, to, public=self.public)
                    write_package(to, {path.stem: rows for path, rows in written})
                    return written

    def _records(self) -> Iterator[Record]:
        ids = self.ids
        records = (self.archive.get(one) for one in ids) if ids else self.archive.records()
        return map(masked, records) if self.public else records
