"""Outlook's files ([MS-OXMSG]), made of their properties."""

from __future__ import annotations

import struct

from tests.ingest.mail.cfb import Tree

_TEXT, _BYTES, _NUMBER, _TIME = 0x001F, 0x0102, 0x0003, 0x0040


def storage(head: int, properties: dict[int, str | bytes | int], **inside: Tree) -> Tree:
    """A message, recipient or attachment: `head` bytes before its properties, `inside` what lies in it."""
    tree: dict[str, bytes | Tree] = {}
    rows = bytes(head)
    for number, value in properties.items():
        if isinstance(value, int):
            kind = _TIME if value > 0xFFFFFFFF else _NUMBER
            rows += struct.pack("<HHIQ", kind, number, 6, value)
            continue
        kind, content = (_TEXT, value.encode("utf-16-le")) if isinstance(value, str) else (_BYTES, value)
        tree[f"__substg1.0_{number:04X}{kind:04X}"] = content
        rows += struct.pack("<HHIII", kind, number, 6, len(content), 0)
    return {"__properties_version1.0": rows, **tree, **inside}


def message(properties: dict[int, str | bytes | int], *attachments: Tree, head: int = 32) -> Tree:
    """A message with a recipient and these attachments."""
    inside = {f"__attach_version1.0_#{number:08X}": one for number, one in enumerate(attachments)}
    recipient = storage(8, {0x3001: "Bo Al", 0x39FE: "bo@granby.se", 0x0C15: 1})
    return storage(head, properties, **inside, **{"__recip_version1.0_#00000000": recipient})


def attachment(name: str, content: bytes, **more: Tree) -> Tree:
    """An attached file."""
    return storage(8, {0x3705: 1, 0x3707: name, 0x3701: content}, **more)


def attached_message(inner: Tree) -> Tree:
    """A message attached to another."""
    return storage(8, {0x3705: 5}, **{"__substg1.0_3701000D": inner})
