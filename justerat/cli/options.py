"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ArchiveFolder = Annotated[
    Path,
    typer.Option("--archive", "-a", metavar="DIR", envvar="JUSTERAT_ARCHIVE", help="The archive's folder."),
]
InMunicipality = Annotated[
    str | None, typer.Option("--municipality", metavar="NAME", help="The municipality (kommun).")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON for programs instead of text for people.")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", "-w", min=1, metavar="N", help="Processes to read with; one a core if not given."
    ),
]
DEFAULT_ARCHIVE = Path("arkiv")
