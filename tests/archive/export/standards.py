"""The ALTO schema as its board published it; `tools/setup.sh dev` lays it beside the environment."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from lxml import etree

ALTO = Path(sys.prefix, "standards", "htrflow", "serialization", "schemas", "alto-4-4.xsd")
_XLINK = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xlink"
    targetNamespace="http://www.w3.org/1999/xlink">
  <xsd:attributeGroup name="simpleLink"/>
</xsd:schema>"""
"""The schema imports that of XLink from the network, for links that blocks may have and ours don't."""


class _Offline(etree.Resolver):
    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        del public_id
        if not system_url.endswith("/xlink.xsd"):
            return None
        return self.resolve_string(_XLINK, context)


@cache
def alto_schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Offline())
    return etree.XMLSchema(etree.parse(ALTO, parser))
