"""A whole package: a folder with descriptions, schema, documentation and the records themselves."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from archive.export.earchive.cases import Case, cases
from archive.export.earchive.erms import write_erms
from archive.export.earchive.mets import Content, Made, mets_file, representation_mets, write_package_mets
from archive.export.earchive.premis import premis, premis_object
from archive.export.earchive.writing import Packed, packed
from archive.export.extent import EVERYTHING, Extent
from archive.masking.record import masked
from models.errors import ExportError
from models.record import Record
from models.schema import PATH as SCHEMA

_README = """Documents that justerat {version} has read and repaired.

metadata/descriptive/erms.xml tells of the matters (CITS ERMS 3), metadata/preservation/premis.xml of files.
representations/rep1/data holds a record for each document, as JSON by schemas/record.schema.json.
"""


def write_package(
    connection: Connection, to: Path, version: str, extent: Extent = EVERYTHING, *, public: bool = False
) -> tuple[Path, int]:
    """Write a package to a new folder below `to`, whole or not at all; its METS, and its number of matters.

    ExportError where there is nothing to put into it, for CITS ERMS asks for one matter at least. `public`
    hides personal numbers.
    """
    now = datetime.now(UTC)
    name = f"justerat-{uuid4()}"
    root = to / f".{name}.part"
    try:
        matters, records = cases(connection, extent, public=public), extent.records(connection)
        records = map(masked, records) if public else records
        content, count = _Package(root, Made(name, version, now)).fill(matters, records)
        write_package_mets(root / "METS.xml", Made(name, version, now), content)
        root.replace(to / name)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return to / name / "METS.xml", count


class _Package:
    """The folder while it is filled."""

    def __init__(self, root: Path, made: Made) -> None:
        self._root = root
        self._made = made
        self._inside = root / "representations" / "rep1"
        for folder in ("metadata/descriptive", "metadata/preservation", "documentation", "schemas"):
            (root / folder).mkdir(parents=True)
        (self._inside / "data").mkdir(parents=True)

    def fill(self, matters: Iterable[Case], records: Iterable[Record]) -> tuple[Content, int]:
        """Write all but the package's own METS; what there is, and how many matters."""
        documentation = self._root / "documentation" / "README.txt"
        documentation.write_text(_README.format(version=self._made.version), encoding="utf-8")
        schema = self._root / "schemas" / SCHEMA.name
        shutil.copyfile(SCHEMA, schema)
        erms = self._root / "metadata" / "descriptive" / "erms.xml"
        count = write_erms(erms, self._made.name, self._made.version, matters, self._made.now)
        if not count:
            raise ExportError("A package needs one document at least, and none is here or answers the query.")
        told = self._root / "metadata" / "preservation" / "premis.xml"
        self._represent(told, records)
        content = Content(
            self._packed(erms, "erms", "text/xml"),
            self._packed(told, "premis", "text/xml"),
            self._packed(documentation, "documentation", "text/plain"),
            self._packed(schema, "schemas", "application/json"),
            self._packed(self._inside / "METS.xml", "rep1", "text/xml"),
        )
        return content, count

    def _represent(self, told: Path, records: Iterable[Record]) -> None:
        """Write the records, and tell of each in METS and PREMIS as it is written."""
        made = Made("rep1", self._made.version, self._made.now)
        with ExitStack() as open_files:
            mets = open_files.enter_context(representation_mets(self._inside / "METS.xml", made))
            objects = open_files.enter_context(premis(told, self._made.version, self._made.now))
            for name, path in self._written(records):
                file = packed(path, self._inside, name, "application/json", self._made.now)
                mets.write(mets_file(file))
                objects.write(premis_object(self._packed(path, name, "application/json")))

    def _written(self, records: Iterable[Record]) -> Iterator[tuple[str, Path]]:
        """Each record in a file that is named by its id, which the program has made."""
        for record in records:
            path = self._inside / "data" / f"{record.id}.json"
            path.write_text(record.model_dump_json(indent=2) + "\n", encoding="utf-8")
            yield record.id, path

    def _packed(self, path: Path, name: str, media_type: str) -> Packed:
        return packed(path, self._root, name, media_type, self._made.now)
