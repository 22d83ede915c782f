"""What the restorer's teaching uses of onnx, which is not among the dependencies that are locked."""

from collections.abc import Sequence

from onnx import numpy_helper

__all__ = ["numpy_helper"]

class TensorProto:
    name: str

class GraphProto:
    initializer: Sequence[TensorProto]

class ModelProto:
    graph: GraphProto

def load(f: str) -> ModelProto: ...
