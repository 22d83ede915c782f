from numpy import float32
from numpy.typing import NDArray
from onnx import TensorProto

def to_array(tensor: TensorProto) -> NDArray[float32]: ...
