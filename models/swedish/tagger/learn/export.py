"""From a trained network to the file that ships: weights in 16 bits, then ONNX, then products in eight bits.

The weights are kept beside FILE.onnx as FILE-0.npy, FILE-1.npy and so on: it can be trained further.
"""

# torch is not among the locked dependencies: its types are in typings/, its source may be nowhere.
# pyright: reportMissingModuleSource=false
from __future__ import annotations

import math
from importlib import import_module
from pathlib import Path

import numpy as np
import torch

from models.swedish.tagger.learn.net import Net
from models.swedish.tagger.tagger import WINDOW

_PART = 7_000_000
"""The most weights in one file."""
_OPSET = 17


def save(net: Net, path: Path) -> None:
    """Keep the weights beside `path`, in parts."""
    values = [value.detach().float().cpu().numpy().ravel() for value in net.state_dict().values()]
    weights = np.concatenate(values).astype(np.float16)
    for number, part in enumerate(np.array_split(weights, math.ceil(len(weights) / _PART))):
        np.save(path.with_name(f"{path.stem}-{number}.npy"), part)


def load(net: Net, path: Path) -> None:
    """Put the weights that were kept beside `path` into the network."""
    parts = sorted(path.parent.glob(f"{path.stem}-[0-9].npy"))
    weights = torch.from_numpy(np.concatenate([np.load(part) for part in parts]).astype(np.float32))
    at = 0
    for value in net.state_dict().values():
        value.copy_(weights[at : at + value.numel()].reshape(*value.shape))
        at += value.numel()


def export(net: Net, path: Path) -> None:
    """Write the network as the tagger reads it, made of the weights that are kept beside `path`."""
    load(net, path)
    whole = path.with_name(f"{path.stem}-whole.onnx")
    try:
        _write(net, whole)
        _quantise(whole, path)
    finally:
        whole.unlink(missing_ok=True)


def _write(net: Net, path: Path) -> None:
    torch.onnx.export(
        net.cpu().eval(),
        (torch.zeros(1, WINDOW, dtype=torch.long),),
        str(path),
        input_names=["codes"],
        output_names=["here", "after"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("codes", "here", "after")},
        opset_version=_OPSET,
        # The newer way needs yet another library, onnxscript.
        dynamo=False,
    )


def _quantise(whole: Path, path: Path) -> None:
    """Write the products of matrices in eight bits: a file of a fourth of the size, and a faster one."""
    # It imports onnx, which only teaching has; and only what the program uses of onnxruntime has types.
    quantiser = import_module("onnxruntime.quantization")
    quantiser.quantize_dynamic(
        whole,
        path,
        weight_type=quantiser.QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        # Processors without VNNI add eight-bit products in 16 bits, which seven-bit weights don't overflow.
        reduce_range=True,
    )
