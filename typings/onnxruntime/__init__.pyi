"""The part of ONNX Runtime (whose own types are partial) that the program uses."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from numpy import float32, int64
from numpy.typing import NDArray

class SessionOptions:
    intra_op_num_threads: int
    inter_op_num_threads: int
    def add_session_config_entry(self, key: str, value: str) -> None: ...

class InferenceSession:
    def __init__(
        self, path_or_bytes: str | Path, sess_options: SessionOptions, providers: Sequence[str]
    ) -> None: ...
    def run(
        self, output_names: None, input_feed: Mapping[str, NDArray[int64] | NDArray[float32]]
    ) -> list[NDArray[float32]]: ...
