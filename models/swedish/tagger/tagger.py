"""The trained tagger: how likely each label is at each sign of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from models.swedish.tagger.alphabet import PAD, SIZE, Codes, encoded

WINDOW = 512
"""Signs that the tagger sees at a time."""
_MARGIN = 64
"""Signs at the ends of a window that are left to the window beside it, which sees more around them."""
_RANKS = 6
"""So many labels of a sign are kept."""
STRIDE = 4
"""The network takes signs by fours."""
DATA = Path(__file__).with_name("tagger.onnx")

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Labels:
    """The likeliest labels of each sign, best first, with their log probabilities; a volume has millions."""

    labels: npt.NDArray[np.uint8] = field(repr=False)
    """[sign, rank]"""
    logs: npt.NDArray[np.float16] = field(repr=False)
    """[sign, rank]"""

    @classmethod
    def of(cls, shares: Floats) -> Labels:
        """The likeliest of the log probabilities [sign, label] of all."""
        best = np.argpartition(shares, -_RANKS, axis=1)[:, -_RANKS:]
        logs = np.take_along_axis(shares, best, axis=1)
        order = np.argsort(-logs, axis=1, kind="stable")
        ranked = np.take_along_axis(best, order, axis=1), np.take_along_axis(logs, order, axis=1)
        return cls(ranked[0].astype(np.uint8), ranked[1].astype(np.float16))

    @classmethod
    def joined(cls, parts: Sequence[Labels]) -> Labels:
        """The labels of texts that follow one another."""
        empty = cls.of(np.zeros((0, SIZE), dtype=np.float32))
        columns = [empty, *parts]
        return cls(np.concatenate([p.labels for p in columns]), np.concatenate([p.logs for p in columns]))

    def part(self, low: int, high: int) -> Labels:
        """The labels of a stretch."""
        return Labels(self.labels[low:high], self.logs[low:high])

    def ranked(self, at: int) -> list[tuple[int, float]]:
        """The likeliest labels of a sign, best first, each with its log probability."""
        return list(zip(self.labels[at].tolist(), self.logs[at].tolist(), strict=True))

    def log_of(self, at: int, label: int, least: float) -> float:
        """The log probability of a label at a sign; `least` for one that is less likely."""
        return max(least, dict(self.ranked(at)).get(label, least))


class Said(NamedTuple):
    """What the tagger says of each sign of a text: what is printed there, and what was lost after it."""

    here: Labels
    after: Labels


class _Span(NamedTuple):
    """A window over a text, and the stretch in it that it settles."""

    start: int
    end: int
    low: int
    high: int


class Tagger:
    """A network in ONNX form that labels texts, on one core."""

    def __init__(self, path: Path = DATA) -> None:
        # Sound text needs neither the network nor the 85 MB that it takes with its program.
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # The work is spread over documents; threads in one of them only get in each other's way.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.use_device_allocator_for_initializers", "1")
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def labels(self, text: str) -> Said:
        """The labels of every sign of `text`."""
        codes = encoded(text)
        here: list[Labels] = []
        after: list[Labels] = []
        # One window at a time: several are no faster, and take more memory.
        for span in _spans(len(codes)):
            settled = slice(span.low - span.start, span.high - span.start)
            said, lost = self._run(codes[span.start : span.end])
            here.append(Labels.of(_log_shares(said[settled])))
            after.append(Labels.of(_log_shares(lost[settled])))
        return Said(Labels.joined(here), Labels.joined(after))

    def _run(self, codes: Codes) -> tuple[Floats, Floats]:
        row = np.full((1, -(-len(codes) // STRIDE) * STRIDE), PAD, dtype=np.int64)
        row[0, : len(codes)] = codes
        said, lost = self._session.run(None, {"codes": row})
        return said[0], lost[0]


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
