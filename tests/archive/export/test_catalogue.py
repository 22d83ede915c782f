"""The catalogue has what DCAT-AP-SE asks for, as a reader of RDF sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD, Namespace

from archive.export.catalogue import Publication, write_catalogue
from archive.export.names import Names
from archive.folder import Archive
from tests.archive.records import outcome_of

# rdflib's reader of JSON-LD warns of what rdflib itself has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
URL = "https://arkiv.granby.example"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
ACCESS = "http://publications.europa.eu/resource/authority/access-right/"
NEEDED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCTERMS.identifier,
        DCTERMS.accessRights,
        DCTERMS.language,
        DCTERMS.modified,
        DCTERMS.temporal,
        DCAT.contactPoint,
        DCAT.distribution,
        DCAT.keyword,
        DCAT.theme,
    ),
    DCAT.Distribution: (DCAT.accessURL, DCAT.mediaType, DCTERMS.license, DCTERMS.format, DCTERMS.title),
    FOAF.Agent: (FOAF.name,),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}


def catalogue(folder: Path, *, public: bool = False) -> Graph:
    by = Publication('Granby "kommun"', LICENCE, "arkiv@granby.example")
    with Archive.writing(folder / "arkiv") as archive, archive.connection() as connection:
        archive.put(outcome_of(parts=2))
        write_catalogue(connection, folder / "dcat.jsonld", Names(URL), by, public=public)
    return Graph().parse(folder / "dcat.jsonld", format="json-ld")


def test_everything_has_what_the_profile_asks_for(tmp_path: Path) -> None:
    graph = catalogue(tmp_path)
    for kind, properties in NEEDED.items():
        subjects = list(graph.subjects(RDF.type, kind))
        assert subjects, kind
        for subject in subjects:
            for needed in properties:
                assert (subject, needed, None) in graph, (subject, needed)
    for link in (DCAT.accessURL, DCTERMS.license, DCTERMS.publisher, DCAT.theme, DCTERMS.accessRights):
        assert all(isinstance(one, URIRef) for one in graph.objects(None, link))


def test_it_tells_what_the_archive_holds(tmp_path: Path) -> None:
    graph = catalogue(tmp_path)
    dataset = URIRef(f"{URL}/dataset")
    assert Literal("2 documents with 4 decisions and proposals", lang="en") in set(
        graph.objects(dataset, DCTERMS.description)
    )
    period = graph.value(dataset, DCTERMS.temporal)
    assert graph.value(period, DCAT.startDate) == Literal("1974-11-05", datatype=XSD.date)
    assert Literal("Ekvalla kommun", lang="sv") in set(graph.objects(dataset, DCAT.keyword))
    assert graph.value(URIRef(f"{URL}/publisher"), FOAF.name) == Literal('Granby "kommun"')
    assert len(set(graph.subjects(RDF.type, DCAT.Distribution))) == 5


@pytest.mark.parametrize(("public", "right"), [(True, "PUBLIC"), (False, "NON_PUBLIC")])
def test_only_what_is_made_for_everybody_is_public(tmp_path: Path, public: bool, right: str) -> None:
    graph = catalogue(tmp_path, public=public)
    assert graph.value(URIRef(f"{URL}/dataset"), DCTERMS.accessRights) == URIRef(f"{ACCESS}{right}")
