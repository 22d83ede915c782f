"""The ALTO schema as its board published it; `tools/setup.sh dev` lays it beside the environment."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from lxml import etree

ALTO = Path(sys.prefix, "standards", "htrflow", "serialization", "schemas", "alto-4-4.xsd")
_XLINK = Path(__file__).with_name("xlink.xsd")
_IMPORT = "{http://www.w3.org/2001/XMLSchema}import"


def assert_valid_alto(content: bytes) -> None:
    """The XML keeps the rules of ALTO 4.4."""
    _alto().assertValid(etree.fromstring(content))


def parsed(content: bytes) -> ElementTree.Element:
    """The root of XML that the program itself has written."""
    return ElementTree.fromstring(content)  # noqa: S314  nobody else has written it


@cache
def _alto() -> etree.XMLSchema:
    """The schema, whose one import from the network is answered here."""
    schema = etree.parse(ALTO)
    (imported,) = schema.iter(_IMPORT)
    imported.set("schemaLocation", _XLINK.as_uri())
    return etree.XMLSchema(schema)
