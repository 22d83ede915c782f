"""A record as IIIF resources.

https://iiif.io/api/presentation/3.0/ and https://iiif.io/api/image/3.0/, level 0: pictures in listed sizes.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue

from justerat.web.images.draw import DRAWN
from justerat.web.images.size import Size, sizes
from models.record import Record, RecordPage
from models.source import MediaType

_IMAGE = "http://iiif.io/api/image/3/context.json"
_PRESENTATION = "http://iiif.io/api/presentation/3/context.json"
Json = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class ImageLinks:
    """Addresses of resources under `base`."""

    base: str

    def image(self, record: Record, page: RecordPage) -> str:
        """Of a page's image service."""
        return f"{self.base}/{record.id}/{page.number}"

    def canvas(self, record: Record, page: RecordPage) -> str:
        """Of the canvas that a page is shown on."""
        return f"{self.base}/{record.id}/canvas/{page.number}"

    def manifest(self, record: Record) -> str:
        """Of the whole document."""
        return f"{self.base}/{record.id}/manifest"


def image_info(record: Record, page: RecordPage, links: ImageLinks) -> Json:
    """The `info.json` of a page that has a size."""
    offered = sizes(page)
    return {
        "@context": _IMAGE,
        "id": links.image(record, page),
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": offered[-1].width,
        "height": offered[-1].height,
        "sizes": [{"width": one.width, "height": one.height} for one in offered],
    }


def manifest(record: Record, links: ImageLinks) -> Json:
    """The manifest: title, what is known of the document, and a canvas a page that has a picture."""
    has_pictures = MediaType(record.source.media_type) in DRAWN
    pages = [page for page in record.pages if has_pictures and page.width]
    facts = {"Organ": record.body, "Datum": record.date, "Handlingstyp": record.kind.value}
    return {
        "@context": _PRESENTATION,
        "id": links.manifest(record),
        "type": "Manifest",
        "label": {"sv": [record.title or record.kind.value]},
        "metadata": [
            {"label": {"sv": [name]}, "value": {"sv": [value]}} for name, value in facts.items() if value
        ],
        "items": [_canvas(record, page, links) for page in pages],
    }


def _canvas(record: Record, page: RecordPage, links: ImageLinks) -> Json:
    full, canvas = sizes(page)[-1], links.canvas(record, page)
    painting: Json = {
        "id": f"{canvas}/painting",
        "type": "Annotation",
        "motivation": "painting",
        "target": canvas,
        "body": {
            "id": f"{links.image(record, page)}/full/max/0/default.jpg",
            "type": "Image",
            "format": "image/jpeg",
            **_measures(full),
            "service": [{"id": links.image(record, page), "type": "ImageService3", "profile": "level0"}],
        },
    }
    return {
        "id": canvas,
        "type": "Canvas",
        "label": {"none": [str(page.number)]},
        **_measures(full),
        "items": [{"id": f"{canvas}/page", "type": "AnnotationPage", "items": [painting]}],
    }


def _measures(size: Size) -> Json:
    return {"width": size.width, "height": size.height}
