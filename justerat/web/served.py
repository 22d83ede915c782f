"""What a request is answered from: the open archive, and the pictures of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Path
from starlette.requests import HTTPConnection

from archive.folder import Archive
from justerat.web.images.kept import PageImages


@dataclass(frozen=True, slots=True)
class Served:
    """An archive that is open for reading."""

    archive: Archive
    images: PageImages


def served(request: HTTPConnection) -> Served:
    """What the program serves, put there when it began."""
    return cast("Served", request.app.state.served)


Here = Annotated[Served, Depends(served)]
RecordId = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{16}-[1-9][0-9]{0,5}$",
        max_length=24,
        description="The record's id.",
        examples=["5799f0042e77af24-1"],
    ),
]
PageNumber = Annotated[int, Path(ge=1, le=1_000_000, description="A page of the file, from 1.", examples=[1])]
