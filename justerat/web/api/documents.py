"""Documents and their records."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from archive.files import record_json
from archive.reading import documents
from archive.reading.documents import DocumentQuery, DocumentRow
from justerat.web.api.listing import (
    Body,
    Cursor,
    FirstDay,
    LastDay,
    Limit,
    Listed,
    Municipality,
    iso,
    listed,
)
from justerat.web.served import Here, RecordId
from models.record import Record
from models.vocabulary import Kind

router = APIRouter()


@router.get("/documents", summary="List documents", tags=["documents"])
def list_documents(  # noqa: PLR0913, PLR0917  the parameters of the request
    here: Here,
    kind: Annotated[Kind | None, Query(description="What kind of document.")] = None,
    body: Body = None,
    municipality: Municipality = None,
    first: FirstDay = None,
    last: LastDay = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Listed[DocumentRow]:
    """The documents that meet every filter, the latest first and those without a date last."""
    query = DocumentQuery(kind, body, municipality, iso(first), iso(last), limit, cursor)
    with here.archive.connection() as connection:
        return listed(documents.documents(connection, query))


@router.get("/documents/{record_id}", summary="One document", tags=["documents"])
def one_document(here: Here, record_id: RecordId) -> DocumentRow:
    """What the list says of one document."""
    with here.archive.connection() as connection:
        return documents.document(connection, record_id)


@router.get("/records/{record_id}", summary="One record", tags=["documents"], response_model=Record)
def one_record(here: Here, record_id: RecordId) -> Response:
    """The whole record: text, repairs, and everything found with its places."""
    return Response(record_json(here.archive.get(record_id)), media_type="application/json")
