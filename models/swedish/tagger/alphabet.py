"""The signs that the tagger knows, and its labels: what stands on paper where a sign was read."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]

_SIGNS = (
    " \nabcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789"
    ".,;:!?()[]{}<>/\\|\"'`´’‘”“„»«–—-_+*=%&§$#@^~°·•…©®¢£€¥½é"
    "èêëáàâãíìîïóòôõøúùûüýçñæšžßÉÈÁÓØÜÆÇŠ"
)
"""Every sign with a code of its own; the rest share one."""
PAD = 0
OTHER = 1
_FIRST = 2
SIZE = _FIRST + len(_SIGNS)
"""Codes of signs: 0 is padding, 1 any sign not listed."""
KEEP = 0
"""The label of a sign that was read right."""
LOST = 1
"""The label of a sign that stands for nothing on paper."""
NOTHING = 0
"""The label of a sign after which nothing was lost. Other labels are the codes of what is printed."""
_CODES = {sign: code for code, sign in enumerate(_SIGNS, _FIRST)}
_TABLE = np.full(0x3000, OTHER, dtype=np.int64)
for _sign, _code in _CODES.items():
    _TABLE[ord(_sign)] = _code


def encoded(text: str) -> Codes:
    """The codes of the signs of `text`, one a code point."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _TABLE[np.minimum(points, len(_TABLE) - 1)]


def code_of(sign: str) -> int:
    """The code of one sign."""
    return _CODES.get(sign, OTHER)


def sign_of(code: int) -> str:
    """The sign with this code; nothing for padding and for the code that several signs share."""
    return _SIGNS[code - _FIRST] if code >= _FIRST else ""
