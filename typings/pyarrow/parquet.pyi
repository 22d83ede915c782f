from pathlib import Path
from typing import Self

from pyarrow import Schema, Table

class FileMetaData:
    num_rows: int
    num_row_groups: int

class ParquetFile:
    metadata: FileMetaData
    schema_arrow: Schema
    def __init__(self, source: Path) -> None: ...

class ParquetWriter:
    def __init__(self, where: Path, schema: Schema, *, compression: str = ...) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *arguments: object) -> None: ...
    def write_table(self, table: Table, row_group_size: int | None = ...) -> None: ...

def read_table(source: Path) -> Table: ...
