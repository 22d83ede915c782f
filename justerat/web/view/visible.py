"""Text of documents made fit to be shown: signs that act on a reader's screen are shown instead."""

from __future__ import annotations

from markupsafe import Markup

from justerat.web.view.text import MOST_CHARACTERS

_PICTURES = 0x2400
_KEPT = frozenset("\n\t")
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that change the direction of what follows, by which a name can be made to read as another."""
_TABLE: dict[int, str] = {
    **{code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in _KEPT},
    **{code: f"[U+{code:04X}]" for code in range(0x7F, 0xA0)},
    **{ord(sign): f"[U+{ord(sign):04X}]" for sign in (*_TURNING, "\u2028", "\u2029", "\ufeff")},
}


def visible(value: object) -> object:
    """What a template shows of a value: nothing of None, text cut where too long, no signs that act."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    cut = value if len(value) <= MOST_CHARACTERS else f"{value[:MOST_CHARACTERS]}…"
    return cut.translate(_TABLE)
