"""JSON-LD that says the same to every reader: it is expanded by rdflib and asked in SPARQL's terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, XSD

from archive.export.linked import CONTEXT, Json, linked_lines
from archive.export.names import Names
from models.matter import Attendance, Decision, Item, Meeting, PersonVote, Vote
from models.outcome import Outcome
from models.record import Record
from models.vocabulary import Ballot, Capacity, DecisionOutcome, DecisionStatus, VoteMethod
from tests.archive.records import outcomes, record_of, source_of

# rdflib's reader of JSON-LD warns of what rdflib itself has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
BESLUIT = Namespace("http://data.vlaanderen.be/ns/besluit#")
SCHEMA = Namespace("http://schema.org/")
URL = "https://arkiv.granby.example"


def graph_of(*records: Record) -> Graph:
    return Graph().parse(data="".join(linked_lines(records, Names(URL))), format="json-ld")


@pytest.fixture
def record() -> Record:
    decision = Decision(
        id="d1", status=DecisionStatus.FATTAT, outcome=DecisionOutcome.BIFALL, text="Motionen bifalls."
    )
    vote = Vote(
        method=VoteMethod.VOTERING,
        yes=21,
        no=18,
        abstain=2,
        by_person=(PersonVote(name="Åsa Öberg", vote=Ballot.JA),),
    )
    meeting = Meeting(
        body="Kommunfullmäktige",
        date="1974-11-05",
        chair="Åsa Öberg",
        attendance=(Attendance(name="Nils Åkerfält", capacity=Capacity.ERSATTARE),),
    )
    items = (Item(paragraph=1, heading="Val"), Item(paragraph=2, vote=vote, decisions=("d1",)))
    update = {"decisions": (decision,), "items": items, "meeting": meeting}
    return record_of(source_of()).model_copy(update=update)


def test_the_matter_is_told_in_the_terms_of_besluit(record: Record) -> None:
    graph = graph_of(record)
    name = f"{URL}/documents/{record.id}"
    first, second, decision = (URIRef(f"{name}/{part}") for part in ("items/1", "items/2", "decisions/d1"))
    assert set(graph.subjects(RDF.type, BESLUIT.BehandelingVanAgendapunt)) == {first, second}
    assert graph.value(second, BESLUIT.gebeurtNa) == first
    assert graph.value(second, PROV.generated) == decision
    assert (decision, RDF.type, BESLUIT.Besluit) in graph
    assert graph.value(decision, PROV.value) == Literal("Motionen bifalls.")
    vote = graph.value(second, BESLUIT.heeftStemming)
    numbers = [BESLUIT.aantalVoorstanders, BESLUIT.aantalTegenstanders, BESLUIT.aantalOnthouders]
    assert [graph.value(vote, number) for number in numbers] == [Literal(n) for n in (21, 18, 2)]
    assert graph.value(vote, BESLUIT.geheim) == Literal(lexical_or_value=False)
    assert (URIRef(f"{name}/meeting"), RDF.type, BESLUIT.Zitting) in graph


def test_how_it_was_made_is_told_in_the_terms_of_prov(record: Record) -> None:
    graph = graph_of(record)
    name = URIRef(f"{URL}/documents/{record.id}")
    assert graph.value(name, PROV.wasDerivedFrom) == URIRef(f"urn:sha256:{record.source.sha256}")
    activity = graph.value(name, PROV.wasGeneratedBy)
    assert graph.value(activity, PROV.endedAtTime) == Literal(
        "2026-01-02T00:00:00+00:00", datatype=XSD.dateTime
    )
    agent = graph.value(activity, PROV.wasAssociatedWith)
    assert graph.value(agent, SCHEMA.name) == Literal("justerat 1")


def test_the_document_is_told_in_the_terms_of_schema_org_and_dublin_core(record: Record) -> None:
    graph = graph_of(record)
    name = URIRef(f"{URL}/documents/{record.id}")
    assert (name, RDF.type, SCHEMA.DigitalDocument) in graph
    assert graph.value(name, DCTERMS.identifier) == Literal("BN 1974/187")
    assert {str(graph.value(person, SCHEMA.name)) for person in graph.objects(name, SCHEMA.mentions)} == {
        "Åsa Öberg",
        "Nils Åkerfält",
    }


def test_a_proposal_is_no_decision() -> None:
    graph = graph_of(record_of(source_of()))
    decisions = {str(one).rpartition("/")[2] for one in graph.subjects(RDF.type, BESLUIT.Besluit)}
    assert decisions == {"d1"}
    (amount,) = graph.subjects(SCHEMA.value, Literal("1250.5", datatype=XSD.decimal))
    assert graph.value(amount, SCHEMA.currency) == Literal("SEK")


@given(outcomes())
def test_whatever_a_document_says_is_one_document_of_json(outcome: Outcome) -> None:
    told = json.loads("".join(linked_lines(outcome.records, Names())))
    assert [one["id"] for one in told["@graph"]] == [
        f"urn:justerat:documents/{record.id}" for record in outcome.records
    ]


def test_no_records_are_an_empty_graph() -> None:
    assert json.loads("".join(linked_lines([], Names())))["@graph"] == []


def test_every_member_has_a_term(record: Record) -> None:
    """A member that the context doesn't name would be dropped in silence."""
    terms = json.loads(Path(CONTEXT).read_text("utf-8"))["@context"]

    def walk(value: Json) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                assert key in terms
                walk(inner)
            kinds = value.get("type", [])
            assert all(kind in terms for kind in (kinds if isinstance(kinds, list) else [kinds]))
        if isinstance(value, list):
            for inner in value:
                walk(inner)

    for one in (record, record_of(source_of())):
        walk(json.loads("".join(linked_lines([one], Names())))["@graph"])
