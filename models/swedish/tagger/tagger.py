"""The trained tagger: how likely each label is at each sign of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from models.swedish.tagger.alphabet import PAD, SIZE, Codes, encoded

WINDOW = 512
"""Signs that the tagger sees at a time."""
_MARGIN = 64
"""Signs at the ends of a window that are left to the window beside it, which sees more around them."""
_BATCH = 4
_STRIDE = 4
"""The network takes signs by fours."""
DATA = Path(__file__).with_name("tagger.onnx")

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Labels:
    """The log probabilities [sign, label] of what is printed at each sign, and of what was lost after it."""

    here: Floats = field(repr=False)
    after: Floats = field(repr=False)


class _Span(NamedTuple):
    """A window over a text, and the stretch in it that it settles."""

    start: int
    end: int
    low: int
    high: int


class Tagger:
    """A network in ONNX form that labels texts, on one core."""

    def __init__(self, path: Path = DATA) -> None:
        options = onnxruntime.SessionOptions()
        # The work is spread over documents; threads in one of them only get in each other's way.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.use_device_allocator_for_initializers", "1")
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def labels(self, text: str) -> Labels:
        """The labels of every sign of `text`."""
        codes = encoded(text)
        here, after = (np.empty((len(codes), SIZE), dtype=np.float32) for _ in range(2))
        spans = list(_spans(len(codes)))
        for at in range(0, len(spans), _BATCH):
            batch = spans[at : at + _BATCH]
            for span, said, lost in zip(batch, *self._run(codes, batch), strict=True):
                settled = slice(span.low - span.start, span.high - span.start)
                here[span.low : span.high] = _log_shares(said[settled])
                after[span.low : span.high] = _log_shares(lost[settled])
        return Labels(here, after)

    def _run(self, codes: Codes, spans: list[_Span]) -> tuple[Floats, Floats]:
        longest = max(span.end - span.start for span in spans)
        rows = np.full((len(spans), -(-longest // _STRIDE) * _STRIDE), PAD, dtype=np.int64)
        for row, span in zip(rows, spans, strict=True):
            row[: span.end - span.start] = codes[span.start : span.end]
        said, lost = self._session.run(None, {"codes": rows})
        return said, lost


def _spans(length: int) -> Iterator[_Span]:
    low = 0
    while low < length:
        start = max(0, min(low - _MARGIN, length - WINDOW))
        end = min(length, start + WINDOW)
        high = length if end == length else end - _MARGIN
        yield _Span(start, end, low, high)
        low = high


def _log_shares(odds: Floats) -> Floats:
    odds = odds - odds.max(axis=1, keepdims=True)
    shares: Floats = odds - np.log(np.exp(odds).sum(axis=1, keepdims=True))
    return shares


@cache
def tagger() -> Tagger:
    """The program's tagger, loaded once."""
    return Tagger()
