"""Matters as CITS ERMS 3.0: an aggregation for each diarienummer, a record for each of its documents.

The schema is that of the DILCIS Board, version 3.0.2 of 2024; the order of elements is its.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from archive.export.earchive.cases import Case, Paper, Taken
from archive.export.earchive.writing import Writer, add, document, made, moment
from archive.export.markup import clean

NAMESPACE = "https://DILCIS.eu/XML/ERMS"
_WITHOUT = "Handlingar utan diarienummer"


def write_erms(path: Path, package: str, version: str, cases: Iterable[Case], now: datetime) -> int:
    """Write the matters to a file, one after the other; how many there were."""
    count = 0
    with document(path, "erms", {"xmlns": NAMESPACE}) as root:
        root.write(_control(package, version, now))
        with root.element("aggregations"):
            for case in cases:
                _write_case(root, case)
                count += 1
    return count


def _control(package: str, version: str, now: datetime) -> Element:
    control = made("control")
    add(control, "identification", package, {"identificationType": "package"})
    maintenance = add(control, "maintenanceInformation")
    add(maintenance, "maintenanceStatus", None, {"value": "new"})
    add(add(maintenance, "maintenanceAgency"), "agencyName", "justerat")
    event = add(add(maintenance, "maintenanceHistory"), "maintenanceEvent")
    add(event, "eventType", None, {"value": "created"})
    add(event, "eventDateTime", moment(now))
    agent = add(event, "agent", None, {"agentType": "creator"})
    add(agent, "name", f"justerat {version}")
    return control


def _write_case(root: Writer, case: Case) -> None:
    kind = {"aggregationType": "caseFile"}
    if case.dnr is None:
        kind = {"aggregationType": "own_aggregation_definition", "otherAggregationType": "without_dnr"}
    key = f"{case.municipality or ''} {case.dnr or ''}"
    attributes = {"systemIdentifier": _uuid(key), **kind}
    with root.element("aggregation", attributes):
        for one in _about(case):
            root.write(one)
        for paper in case.papers:
            root.write(_record(paper, key))


def _about(case: Case) -> Iterator[Element]:
    shown = case.dnr or _WITHOUT
    yield made("objectId", text=_uuid(f"{case.municipality or ''} {shown}"))
    if case.dnr:
        yield made("extraId", {"extraIdType": "dnr"}, case.dnr)
    yield made("title", text=shown)
    if municipality := _said(case.municipality):
        agents = made("agents")
        add(add(agents, "agent", None, {"agentType": "creator"}), "name", municipality)
        yield agents


def _record(paper: Paper, key: str) -> Element:
    record = made(
        "record",
        {
            "systemIdentifier": _uuid(f"{key} {paper.id}"),
            "recordType": paper.kind,
            "recordPhysicalOrDigital": "digital",
        },
    )
    add(record, "objectId", paper.id)
    add(record, "title", _said(paper.title) or paper.kind)
    if body := _said(paper.body):
        add(add(add(record, "agents"), "agent", None, {"agentType": "creator"}), "name", body)
    if paper.day:
        add(add(record, "dates"), "date", f"{paper.day}T00:00:00", {"dateType": "created"})
    for taken in paper.decisions:
        _act(record, taken)
    name = f"{paper.id}.json"
    path = {"name": name, "path": f"representations/rep1/data/{name}", "fileFormat": "application/json"}
    add(add(record, "additionalInformation"), "appendix", None, path)
    return record


def _act(record: Element, taken: Taken) -> None:
    action = add(record, "action")
    add(action, "actionText", taken.text)
    add(action, "actionType", taken.outcome)
    if taken.day:
        dates = add(action, "dates")
        add(dates, "actionDate", f"{taken.day}T00:00:00", {"dateType": "decision_date"})


def _said(text: str | None) -> str:
    """The text as it will be written; "" where it says nothing, as blanks alone."""
    return clean(text or "")


def _uuid(name: str) -> str:
    """Always the same for the same thing."""
    return str(uuid5(NAMESPACE_URL, f"urn:justerat:erms:{name}"))
