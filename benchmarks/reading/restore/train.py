"""Trains the restorer: `python -m benchmarks.reading.restore.train --minutes 34 --out restorer.onnx`.

Needs the extra `learn` (torch, onnx). One processor core is enough. --resume trains one further that was
written before.
"""

# torch is not among the locked dependencies: its types are in typings/, its source may be nowhere.
# pyright: reportMissingModuleSource=false
from __future__ import annotations

import argparse
import copy
import math
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from benchmarks.reading.restore.net import Net, export, load
from benchmarks.reading.restore.prints import pair

_PATCH = 96
_SCANS = 2
"""Scans whose patches are mixed."""
_WARM = 100
"""Steps in which the rate rises to its highest."""
_LAST = 0.02
"""What is left of the rate at the end."""
_MEAN = 0.995
_SHOW = 60.0
"""Seconds between lines of the report, and between the files that are written."""


class Learner:
    """A network that learns, and the mean of what it was of late, which is better than it is at any time."""

    def __init__(self, net: Net, highest: float) -> None:
        self.net, self.mean, self.step = net, copy.deepcopy(net), 0
        self._highest = highest
        self._optimiser = torch.optim.AdamW(
            net.parameters(), betas=(0.9, 0.999), weight_decay=1e-4, fused=False
        )

    def learn(self, scans: Tensor, true: Tensor, past: float) -> float:
        """One step, when `past` of the time has gone; gives the loss."""
        rate = self._highest * min(1, (self.step + 1) / _WARM)
        for group in self._optimiser.param_groups:
            group["lr"] = rate * (_LAST + (1 - _LAST) * (1 + math.cos(math.pi * past)) / 2)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            guessed: Tensor = self.net(scans.contiguous(memory_format=torch.channels_last))
        loss = nn.functional.binary_cross_entropy_with_logits(guessed.float(), true)
        self._optimiser.zero_grad()
        loss.backward()
        self._optimiser.step()
        with torch.no_grad():
            weight = 1 - min(_MEAN, self.step / (self.step + 10))
            for kept, now in zip(self.mean.parameters(), self.net.parameters(), strict=True):
                kept.lerp_(now, weight)
        self.step += 1
        return float(loss.detach())


def batches(seed: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Patches of scans, of several scans in each batch, and what was printed on each."""
    generator = np.random.default_rng(seed)
    while True:
        made = [pair(generator) for _ in range(_SCANS)]
        scans = [
            _patches(np.float32(np.median(one.scan)) - one.scan.astype(np.float32), _PATCH) for one in made
        ]
        prints = [_patches(one.print, 2 * _PATCH) for one in made]
        for n in range(_SCANS):
            yield _mixed(scans, n), _mixed(prints, n)


def _patches(image: np.ndarray, side: int) -> np.ndarray:
    rows, columns = (length // side for length in image.shape)
    cut = image[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return cut.swapaxes(1, 2).reshape(-1, 1, side, side)


def _mixed(every: list[np.ndarray], first: int) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(np.concatenate([one[first::_SCANS] for one in every])))


def train(learner: Learner, minutes: float, out: Path, seed: int) -> None:
    """Learn for so long; the network is written each minute, as it is by then, and at the end."""
    begun = shown = time.monotonic()
    losses: list[float] = []
    for scans, true in batches(seed):
        past = (time.monotonic() - begun) / 60 / minutes
        if past >= 1:
            break
        losses.append(learner.learn(scans, true, past))
        if time.monotonic() - shown > _SHOW:
            shown = time.monotonic()
            print(f"{past:.1%} step {learner.step} loss {np.mean(losses):.4f}", file=sys.stderr)
            losses = []
            export(learner.mean, out)
    export(learner.mean, out)


def main() -> None:
    """Do what was asked."""
    parser = argparse.ArgumentParser("python -m benchmarks.reading.restore.train", description=__doc__)
    add = parser.add_argument
    add("--minutes", type=float, default=34)
    add("--out", type=Path, required=True)
    add("--resume", type=Path, metavar="FILE", help="a network that was written before")
    add("--rate", type=float, default=3e-3, help="how fast it learns at most")
    add("--seed", type=int, default=71)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    net = load(asked.resume) if asked.resume else Net()
    train(Learner(net, asked.rate), asked.minutes, asked.out, asked.seed)


if __name__ == "__main__":
    main()
