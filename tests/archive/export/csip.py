"""What E-ARK's own validator demands of a package's METS, without the network that the validator asks for.

Its schema and its rules lie beside the environment (requirements/standards.txt). A rule is a test in XPath
for each node of its context; lists of allowed values, which the validator fetches, are given here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

_OWN = Path(sys.prefix, "standards", "eark_validator", "ipxml", "resources")
_RULES = _OWN / "schematron" / "V2.1.0" / "CSIP"
_SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
_NAMES = {
    "mets": "http://www.loc.gov/METS/",
    "csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
    "xlink": "http://www.w3.org/1999/xlink",
}
_LISTS = {
    "@TYPE_vocabulary_test": "@TYPE = 'Mixed'",
    "@csip:CONTENTINFORMATIONTYPE_vocabulary_test": "@csip:CONTENTINFORMATIONTYPE = 'OTHER'",
    "@csip:OAISPACKAGETYPE_vocabulary_test": "@csip:OAISPACKAGETYPE = 'SIP'",
    "@STATUS_vocabulary_test": "@STATUS = 'CURRENT'",
    "@MIMETYPE_IANA_test": "@MIMETYPE = 'text/xml'",
}
CONTRADICTED = {"CSIP63"}
"""It forbids each value but OTHER and each lack of one, so that groups of documentation can't keep it."""


def assert_valid_mets(path: Path) -> None:
    """The file keeps the schema of METS."""
    _schema().assertValid(etree.parse(path))


def broken(path: Path) -> Iterator[str]:
    """The rules of CSIP 2.1 that a package's METS breaks, warnings too."""
    document = etree.parse(path)
    for file in sorted(_RULES.glob("*.xml")):
        for rule in etree.parse(file).iter(f"{_SCHEMATRON}rule"):
            # That of "/" holds no node here: that the root is METS' own is what the schema says.
            nodes = document.xpath(rule.get("context", ""), namespaces=_NAMES)
            for one in rule.iter(f"{_SCHEMATRON}assert"):
                test = f"boolean({_with_lists(one.get('test', ''))})"
                if not all(node.xpath(test, namespaces=_NAMES) for node in nodes):
                    yield one.get("id", "")


def _with_lists(test: str) -> str:
    for name, allowed in _LISTS.items():
        test = test.replace(name, allowed)
    return test


@cache
def _schema() -> etree.XMLSchema:
    """The schema of METS, whose one import from the network is answered here."""
    schema = etree.parse(_OWN / "schema" / "mets.xsd")
    (imported,) = schema.iter("{http://www.w3.org/2001/XMLSchema}import")
    imported.set("schemaLocation", (_OWN / "schema" / "xlink.xsd").as_uri())
    return etree.XMLSchema(schema)
