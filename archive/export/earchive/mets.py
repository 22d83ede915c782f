"""METS 1.12 as E-ARK CSIP 2.1 wants it: what lies in a package, each file with its SHA-256."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element

from archive.export.earchive.writing import Attributes, Packed, Writer, add, document, made, moment

METS = "http://www.loc.gov/METS/"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
XLINK = "http://www.w3.org/1999/xlink"
_NAMES = {"xmlns": METS, "xmlns:csip": CSIP, "xmlns:xlink": XLINK}
_PROFILE = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP-v2-1-0.xml"
_CONTENT = {
    "csip:CONTENTINFORMATIONTYPE": "OTHER",
    "csip:OTHERCONTENTINFORMATIONTYPE": "citserms_v3_0",
}
"""The list of CSIP 2.1 ends with version 2.1 of CITS ERMS."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a METS file is of: the name of its folder, and who made it when."""

    name: str
    version: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Content:
    """What a package holds besides its METS: descriptions, and one file of each other kind."""

    erms: Packed
    premis: Packed
    documentation: Packed
    schema: Packed
    representation: Packed


def write_package_mets(path: Path, about: Made, content: Content) -> None:
    """Write the METS of a package."""
    with _mets(path, about) as root:
        root.write(_referred("dmdSec", None, content.erms, {"MDTYPE": "OTHER", "OTHERMDTYPE": "ERMS"}))
        root.write(_referred("amdSec", "digiprovMD", content.premis, {"MDTYPE": "PREMIS"}))
        files = made("fileSec", {"ID": "files"})
        for use, file in _groups(content).items():
            kind = _CONTENT if use.startswith("Representations") else {}
            group = add(files, "fileGrp", None, {"ID": f"group-{file.name}", "USE": use, **kind})
            group.append(mets_file(file))
        root.write(files)
        root.write(_structure(about, content))


@contextmanager
def representation_mets(path: Path, about: Made) -> Generator[Writer]:
    """The METS of a representation, to which files (`mets_file`) are written as they come."""
    with _mets(path, about) as root:
        with (
            root.element("fileSec", {"ID": "files"}),
            root.element("fileGrp", {"ID": "data", "USE": "Data", **_CONTENT}),
        ):
            yield root
        structure = made("structMap", {"ID": "structure", "TYPE": "PHYSICAL", "LABEL": "CSIP"})
        whole = add(structure, "div", None, {"ID": "div-whole", "LABEL": about.name})
        data = add(whole, "div", None, {"ID": "div-data", "LABEL": "Data"})
        add(data, "fptr", None, {"FILEID": "data"})
        root.write(structure)


@contextmanager
def _mets(path: Path, about: Made) -> Generator[Writer]:
    attributes = {**_NAMES, "OBJID": about.name, "TYPE": "Mixed", "PROFILE": _PROFILE, **_CONTENT}
    with document(path, "mets", attributes) as root:
        root.write(_header(about))
        yield root


def _header(about: Made) -> Element:
    dates = {"CREATEDATE": moment(about.now), "LASTMODDATE": moment(about.now)}
    header = made("metsHdr", {**dates, "csip:OAISPACKAGETYPE": "SIP"})
    agent = add(header, "agent", None, {"ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"})
    add(agent, "name", "justerat")
    add(agent, "note", about.version, {"csip:NOTETYPE": "SOFTWARE VERSION"})
    return header


def _referred(section: str, inner: str | None, file: Packed, kind: Attributes) -> Element:
    """A section of metadata that lies in a file of its own."""
    about = {"ID": file.name, "CREATED": moment(file.created), "STATUS": "CURRENT"}
    outer = made(section, {"ID": f"{file.name}-section"} if inner else about)
    within = add(outer, inner, None, about) if inner else outer
    add(within, "mdRef", None, {**_link(file.href), **kind, **_told(file)})
    return outer


def mets_file(file: Packed) -> Element:
    """A file as it stands in a group."""
    one = made("file", {"ID": f"file-{file.name}", **_told(file)})
    add(one, "FLocat", None, _link(file.href))
    return one


def _link(href: str) -> dict[str, str]:
    return {"LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": href}


def _told(file: Packed) -> dict[str, str]:
    return {
        "MIMETYPE": file.media_type,
        "SIZE": str(file.size),
        "CREATED": moment(file.created),
        "CHECKSUM": file.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }


def _groups(content: Content) -> Mapping[str, Packed]:
    return {
        "Documentation": content.documentation,
        "Schemas": content.schema,
        "Representations/rep1": content.representation,
    }


def _structure(about: Made, content: Content) -> Element:
    structure = made("structMap", {"ID": "structure", "TYPE": "PHYSICAL", "LABEL": "CSIP"})
    whole = add(structure, "div", None, {"ID": "div-whole", "LABEL": about.name})
    described = {"ADMID": content.premis.name, "DMDID": content.erms.name}
    add(whole, "div", None, {"ID": "div-metadata", "LABEL": "Metadata", **described})
    for use, file in _groups(content).items():
        label = use.partition("/")[0]
        part = add(whole, "div", None, {"ID": f"div-{file.name}", "LABEL": label})
        add(part, "fptr", None, {"FILEID": f"group-{file.name}"})
        if label != use:
            inner = add(part, "div", None, {"ID": f"div-{file.name}-mets", "LABEL": use})
            add(inner, "mptr", None, {**_link(file.href), "xlink:title": f"group-{file.name}"})
    return structure
