"""PREMIS 3: each file with its checksum, the event that made them, and the program that did."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element

from archive.export.earchive.writing import Packed, Writer, add, document, made, moment

NAMESPACE = "http://www.loc.gov/premis/v3"
_ROOT = {"xmlns": NAMESPACE, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "version": "3.0"}
_EVENT, _AGENT = "creation", "justerat"


@contextmanager
def premis(path: Path, version: str, now: datetime) -> Generator[Writer]:
    """A PREMIS file that objects are written to; event and agent stand at its end."""
    with document(path, "premis", _ROOT) as root:
        yield root
        root.write(_event(now))
        root.write(_agent(version))


def premis_object(file: Packed) -> Element:
    """A file as a PREMIS object."""
    one = made("object", {"xsi:type": "file"})
    _identify(one, "object", file.href)
    told = add(one, "objectCharacteristics")
    fixity = add(told, "fixity")
    add(fixity, "messageDigestAlgorithm", "SHA-256")
    add(fixity, "messageDigest", file.sha256)
    add(told, "size", str(file.size))
    add(add(add(told, "format"), "formatDesignation"), "formatName", file.media_type)
    _identify(one, "linkingEvent", _EVENT)
    return one


def _identify(parent: Element, what: str, value: str) -> None:
    one = add(parent, f"{what}Identifier")
    add(one, f"{what}IdentifierType", "local")
    add(one, f"{what}IdentifierValue", value)


def _event(now: datetime) -> Element:
    event = made("event")
    _identify(event, "event", _EVENT)
    add(event, "eventType", "creation")
    add(event, "eventDateTime", moment(now))
    _identify(event, "linkingAgent", _AGENT)
    return event


def _agent(version: str) -> Element:
    agent = made("agent")
    _identify(agent, "agent", _AGENT)
    add(agent, "agentName", f"justerat {version}")
    add(agent, "agentType", "software")
    return agent
