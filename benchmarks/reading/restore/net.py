"""The network: small convolutions on squares of four pixels, and four times as many pixels out of them."""

# torch is not among the locked dependencies: its types are in typings/, its source may be nowhere.
# pyright: reportMissingModuleSource=false
from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

WIDTH, BLOCKS = 40, 4
_SHADES = 128
"""Shades that are one in the network."""
_DRAWN = 64


class Net(nn.Module):
    """Scans [batch, 1, H, W] (H, W even; shades darker than paper) to logits of ink [batch, 1, 2H, 2W]."""

    def __init__(self) -> None:
        super().__init__()
        self.fold = nn.PixelUnshuffle(2)
        self.first = nn.Conv2d(4, WIDTH, 3, padding=1)
        self.blocks = nn.Sequential(*(Block() for _ in range(BLOCKS)))
        self.last = nn.Conv2d(WIDTH, 16, 3, padding=1)
        self.unfold = nn.PixelShuffle(4)

    def forward(self, scans: Tensor) -> Tensor:
        """See the class."""
        return self.unfold(self.last(self.blocks(self.first(self.fold(scans / _SHADES)))))


class Block(nn.Module):
    """Two convolutions, added to what they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Sequential(
            nn.ReLU(), nn.Conv2d(WIDTH, WIDTH, 3, padding=1),
            nn.ReLU(), nn.Conv2d(WIDTH, WIDTH, 3, padding=1),
        )  # fmt: skip

    def forward(self, seen: Tensor) -> Tensor:
        """See the class."""
        return seen + self.inner(seen)


class _Sheet(nn.Module):
    """The network as it ships: paper white (255) and ink black (0) come out."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, scans: Tensor) -> Tensor:
        ink: Tensor = torch.sigmoid(self.net(scans))
        return 255 - 255 * ink


def export(net: Net, out: Path) -> None:
    """Write the network for ONNX Runtime: `scan` (1, 1, H, W), how much darker than paper, to `print`."""
    torch.onnx.export(
        _Sheet(net).eval(), (torch.from_numpy(np.zeros((1, 1, _DRAWN, _DRAWN), dtype=np.float32)),), str(out),
        input_names=["scan"], output_names=["print"],
        dynamic_axes={"scan": {2: "height", 3: "width"}, "print": {2: "rows", 3: "columns"}},
        opset_version=17, dynamo=False,
    )  # fmt: skip


def load(path: Path) -> Net:
    """A network that `export` wrote."""
    kept = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}
    net = Net()
    with torch.no_grad():
        for name, weights in net.state_dict().items():
            weights.copy_(torch.from_numpy(np.array(kept[f"net.{name}"])))
    return net
