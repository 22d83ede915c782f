"""The trained restorer: what was printed, at twice the resolution of a coarse and damaged scan."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

DATA = Path(__file__).with_name("restorer.onnx")
SCALE = 2
"""So many pixels come out for one, along each side."""
_ROWS, _MARGIN = 384, 24
"""Rows of the scan that are seen at a time, to bound memory; and what is shown of those around."""

Grey = npt.NDArray[np.uint8]


def restored(scan: Grey) -> Grey:
    """The print of `scan` (rows, columns; 0 black to 255 white) with `SCALE` times its rows and columns.

    About two seconds of one core for A4 at 150 dpi.
    """
    height, width = (int(side) for side in scan.shape)
    darker = np.float32(np.median(scan)) - scan.astype(np.float32)
    padded = np.pad(darker, ((_MARGIN, _MARGIN + height % 2), (0, width % 2)), mode="edge")
    made = np.empty((SCALE * height, SCALE * width), dtype=np.uint8)
    for top in range(0, height, _ROWS):
        rows = min(_ROWS, height - top)
        seen = padded[top : top + rows + rows % 2 + 2 * _MARGIN]
        out = np.clip(np.rint(_run(seen)), 0, 255).astype(np.uint8)
        first = SCALE * _MARGIN
        made[SCALE * top : SCALE * (top + rows)] = out[first : first + SCALE * rows, : SCALE * width]
    return made


def _run(darker: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    (out,) = _session().run(None, {"scan": np.ascontiguousarray(darker)[None, None]})
    return out.reshape(out.shape[2:])


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(DATA, options, providers=["CPUExecutionProvider"])
