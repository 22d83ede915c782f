"""Pictures of pages, and what IIIF viewers need to show them.

IIIF Image API 3.0 at compliance level 0 and IIIF Presentation API 3.0.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi import Path as InPath
from pydantic import JsonValue
from starlette.responses import Response

from justerat.web.api.iiif import ImageLinks, image_info, manifest
from justerat.web.images.draw import Format
from justerat.web.images.size import MOST_PIXELS, sizes
from justerat.web.served import Here, PageNumber, RecordId
from models.errors import RecordMissing
from models.record import Record, RecordPage

router = APIRouter(tags=["pictures"])
_PICTURES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/jpeg": {}, "image/png": {}}, "description": "The picture."}
}
"""As FastAPI wants it."""
_LEAST_PIXELS = 16


@router.get(
    "/documents/{record_id}/pages/{number}/image",
    summary="Picture of a page",
    response_class=Response,
    responses=_PICTURES,
)
def page_image(
    here: Here,
    record_id: RecordId,
    number: PageNumber,
    width: Annotated[int, Query(ge=_LEAST_PIXELS, le=MOST_PIXELS, description="In pixels, at most.")] = 1200,
    form: Annotated[Format, Query(alias="format", description="JPEG or PNG.")] = Format.JPEG,
) -> Response:
    """The page in grey, no wider than asked for and no wider than it is."""
    picture = here.images.get(here.archive.get(record_id), number, width, form)
    return Response(picture, media_type=form.media_type)


@router.get("/iiif/{record_id}/manifest", summary="IIIF manifest", response_model=None)
def iiif_manifest(here: Here, request: Request, record_id: RecordId) -> dict[str, JsonValue]:
    """The document for viewers of IIIF Presentation 3: a canvas for each page that has a picture."""
    return manifest(here.archive.get(record_id), ImageLinks(_base(request)))


@router.get("/iiif/{record_id}/{number}/info.json", summary="IIIF image", response_model=None)
def iiif_info(here: Here, request: Request, record_id: RecordId, number: PageNumber) -> dict[str, JsonValue]:
    """What IIIF Image 3 at level 0 says of a page: its size, and the sizes that it can be had in."""
    record = here.archive.get(record_id)
    return image_info(record, _page(record, number), ImageLinks(_base(request)))


@router.get(
    "/iiif/{record_id}/{number}/full/{size}/0/default.jpg",
    summary="IIIF picture",
    response_class=Response,
    responses=_PICTURES,
)
def iiif_image(
    here: Here,
    record_id: RecordId,
    number: PageNumber,
    size: Annotated[str, InPath(pattern="^(max|[1-9][0-9]{0,4},[1-9][0-9]{0,4})$", examples=["max"])],
) -> Response:
    """The whole page in one of the sizes that `info.json` lists."""
    record = here.archive.get(record_id)
    offered = {f"{one.width},{one.height}": one.width for one in sizes(_page(record, number))}
    offered |= {"max": MOST_PIXELS}
    if size not in offered:
        raise RecordMissing("The picture isn't offered in that size: info.json lists the sizes.")
    picture = here.images.get(record, number, offered[size], Format.JPEG)
    return Response(picture, media_type=Format.JPEG.media_type)


def _page(record: Record, number: int) -> RecordPage:
    for page in record.pages:
        if page.number == number and page.width:
            return page
    raise RecordMissing("The document has no such page, or the page has no picture.")


def _base(request: Request) -> str:
    """Where IIIF's resources lie: their ids are whole addresses."""
    return f"{request.base_url}api/v1/iiif"
