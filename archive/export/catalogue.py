"""The archive as a data portal lists it: a catalogue with one dataset, by DCAT-AP-SE 3, in JSON-LD.

What the profile asks for (publisher, licence, contact) nobody but the archive's owner knows: it is given.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from archive.export.beside import beside
from archive.export.extent import EVERYTHING, Extent
from archive.export.names import Names
from archive.masking.mask import Mask
from archive.tables import DECISIONS, DOCUMENTS

_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FORMS = {
    "jsonl": ("JSON Lines", "application/jsonl", "JSON"),
    "jsonld": ("JSON-LD", "application/ld+json", "JSON_LD"),
    "csv": ("CSV", "text/csv", "CSV"),
    "parquet": ("Parquet", "application/vnd.apache.parquet", "PARQUET"),
    "sqlite": ("SQLite", "application/vnd.sqlite3", "SQLITE"),
}
"""Each form of the dataset: its title, media type (IANA) and file type (EU's list of file types)."""
_KEYWORDS = ("protokoll", "beslut", "kommun", "diarium")

Json = str | list["Json"] | dict[str, "Json"]
Node = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes the archive, under which licence (an IRI), and whom to write to (an e-mail address)."""

    publisher: str
    licence: str
    contact: str


@dataclass(frozen=True, slots=True)
class _Held:
    """What the archive holds: counts, first and last day, municipalities, and when it last changed."""

    documents: int
    decisions: int
    first_day: str | None
    last_day: str | None
    municipalities: tuple[str, ...]
    changed: str | None


def write_catalogue(  # noqa: PLR0913  what the profile asks for
    connection: Connection,
    path: Path,
    names: Names,
    by: Publication,
    extent: Extent = EVERYTHING,
    *,
    public: bool = False,
) -> int:
    """Write the description to a file, whole or not at all; how many datasets it lists.

    `public` says that the exports were made with personal numbers hidden, for everybody.
    """
    held = _held(connection, extent, Mask(frozenset()))
    told = {"@context": _CONTEXT, **_catalogue(held, names, by, public=public)}
    with beside(path) as part:
        part.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 1


def _held(connection: Connection, extent: Extent, mask: Mask) -> _Held:
    columns = DOCUMENTS.c
    span = select(
        func.count(), func.min(columns.date_start), func.max(columns.date_end), func.max(columns.processed_at)
    )
    documents, first, last, changed = connection.execute(span.where(extent.holds())).one()
    counted = select(func.count()).select_from(DECISIONS).join(DOCUMENTS, DECISIONS.c.document == columns.id)
    decisions = connection.execute(counted.where(extent.holds(), extent.rows_of(DECISIONS))).scalar_one()
    named = select(columns.municipality).where(columns.municipality.is_not(None), extent.holds()).distinct()
    municipalities = tuple(mask(name) for name in sorted(connection.scalars(named)))
    return _Held(documents, decisions, first, last, municipalities, changed)


def _catalogue(held: _Held, names: Names, by: Publication, *, public: bool) -> Node:
    publisher: Node = {"@id": names("publisher"), "@type": "foaf:Agent", "foaf:name": by.publisher}
    return {
        "@id": names("catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": _text(f"Beslutsarkiv: {by.publisher}", f"Archive of decisions: {by.publisher}"),
        "dct:description": _text(
            "Handlingar som är lästa ur arkivet, som data", "Documents read from the archive, as data"
        ),
        "dct:publisher": publisher,
        "dct:license": _iri(by.licence),
        "dct:language": _iri(f"{_AUTHORITY}language/SWE"),
        "dcat:dataset": _dataset(held, names, by, public=public),
    }


def _dataset(held: _Held, names: Names, by: Publication, *, public: bool) -> Node:
    count = f"{held.documents} handlingar med {held.decisions} beslut och förslag"
    english = f"{held.documents} documents with {held.decisions} decisions and proposals"
    dataset: Node = {
        "@id": names("dataset"),
        "@type": "dcat:Dataset",
        "dct:identifier": names("dataset"),
        "dct:title": _text(f"Kommunala beslut: {by.publisher}", f"Municipal decisions: {by.publisher}"),
        "dct:description": _text(count, english),
        "dct:publisher": _iri(names("publisher")),
        "dcat:contactPoint": {
            "@id": names("contact"),
            "@type": "vcard:Organization",
            "vcard:fn": by.publisher,
            "vcard:hasEmail": _iri(f"mailto:{by.contact}"),
        },
        "dcat:theme": _iri(f"{_AUTHORITY}data-theme/GOVE"),
        "dct:accessRights": _iri(f"{_AUTHORITY}access-right/{'PUBLIC' if public else 'NON_PUBLIC'}"),
        "dct:language": _iri(f"{_AUTHORITY}language/SWE"),
        "dcat:keyword": [{"@value": word, "@language": "sv"} for word in (*_KEYWORDS, *held.municipalities)],
        "dcat:distribution": [_distribution(form, names, by) for form in _FORMS],
    }
    if held.first_day and held.last_day:
        dataset["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _typed(held.first_day, "date"),
            "dcat:endDate": _typed(held.last_day, "date"),
        }
    if held.changed:
        dataset["dct:modified"] = _typed(datetime.fromisoformat(held.changed).isoformat(), "dateTime")
    return dataset


def _distribution(form: str, names: Names, by: Publication) -> Node:
    title, media, kind = _FORMS[form]
    return {
        "@id": names("distributions", form),
        "@type": "dcat:Distribution",
        "dct:title": _text(title, title),
        "dcat:accessURL": _iri(names("exports", form)),
        "dct:license": _iri(by.licence),
        "dct:format": _iri(f"{_AUTHORITY}file-type/{kind}"),
        "dcat:mediaType": _iri(f"https://www.iana.org/assignments/media-types/{media}"),
    }


def _text(swedish: str, english: str) -> Json:
    return [{"@value": swedish, "@language": "sv"}, {"@value": english, "@language": "en"}]


def _iri(name: str) -> Node:
    return {"@id": name}


def _typed(value: str, kind: str) -> Node:
    return {"@value": value, "@type": f"xsd:{kind}"}
