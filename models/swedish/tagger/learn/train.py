"""Trains the tagger: `python -m models.swedish.tagger.learn.train TEXT.xz --pairs PAIRS.tsv --out FILE.onnx`.

Needs the extra `learn` (torch, onnx, wordfreq). TEXT is Swedish running text, a paragraph on each line; PAIRS
are lines that engines read (`benchmarks.repair.pairs`). Paragraphs that are held out are not learnt from.

With a graphics card 24 minutes are enough; two processor cores would need three weeks (--minutes). The
weights
are kept beside FILE.onnx each quarter of the time. --resume trains kept ones further; the card of the tagger
tells how the one that ships was trained.
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

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from models.swedish.tagger.alphabet import PAD
from models.swedish.tagger.learn.corpus import Loose
from models.swedish.tagger.learn.data import (
    Supply,
    families,
    foreign_words,
    pages_of,
    paragraphs_of,
    rare_words,
)
from models.swedish.tagger.learn.export import export, load, save
from models.swedish.tagger.learn.net import Net
from models.swedish.tagger.learn.plan import Plan

_WARM = 300
"""Steps in which the rate rises to its highest."""
_LAST = 0.02
"""What is left of the rate at the end."""
_SHOW = 15.0
"""Seconds between lines of the report."""
_KEEP = 0.25
"""The share of the time after which the weights are kept."""


class Drawn(IterableDataset[Tensor]):
    """The batches of a supply, drawn by the loader's workers."""

    def __init__(self, supply: Supply, plan: Plan) -> None:
        self.supply, self.plan = supply, plan

    def __iter__(self) -> Iterator[Tensor]:
        worker = get_worker_info()
        return map(torch.from_numpy, self.supply.batches(self.plan, worker.id if worker else 0))


class Learner:
    """A network that learns, and the mean of what it was of late, which is better than it is at any time.

    AdamW (Loshchilov and Hutter 2019), with a moving mean of the weights (Polyak and Juditsky 1992).
    """

    def __init__(self, net: Net, device: str) -> None:
        self.device, self.steps = device, 0
        self.net = net.to(device)
        self.mean = copy.deepcopy(self.net)
        if device == "cuda":
            self.net.compile()
        self._optimiser = torch.optim.AdamW(
            self.net.parameters(), betas=(0.9, 0.98), weight_decay=0.01, fused=device == "cuda"
        )

    def learn(self, batch: Tensor, rate: float) -> Tensor:
        """One step; how wrong the network was before it."""
        for group in self._optimiser.param_groups:
            group["lr"] = rate * min(1.0, (self.steps + 1) / _WARM)
        with torch.autocast(self.device, dtype=torch.bfloat16):
            loss = loss_of(self.net, batch.to(self.device, non_blocking=True))
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self._optimiser.step()
        new = max(0.001, 1 / (self.steps + 2))
        with torch.no_grad():
            for mean, now in zip(self.mean.parameters(), self.net.parameters(), strict=True):
                mean.lerp_(now, new)
        self.steps += 1
        return loss.detach()


def loss_of(net: Net, batch: Tensor) -> Tensor:
    """How wrong the network's labels are: the cross entropy of both."""
    read, here, after = batch.long()
    odds: tuple[Tensor, Tensor] = net(read)
    seen = read.ne(PAD)
    said, lost = (row[seen].float() for row in odds)
    return nn.functional.cross_entropy(said, here[seen]) + nn.functional.cross_entropy(lost, after[seen])


def rate_at(done: float, highest: float) -> float:
    """The rate of learning when a share of the time is over: half a wave of a cosine, from its highest down.

    As by Loshchilov and Hutter 2017 (SGDR), without their restarts.
    """
    return highest * (_LAST + (1 - _LAST) * 0.5 * (1 + math.cos(math.pi * done)))


def train(learner: Learner, supply: Supply, plan: Plan, out: Path) -> None:
    """Let the network learn for as long as planned."""
    batches = iter(
        DataLoader(
            Drawn(supply, plan),
            batch_size=None,
            num_workers=plan.workers,
            prefetch_factor=8 if plan.workers else None,
            pin_memory=learner.device == "cuda",
        )
    )
    start, shown, saved = time.monotonic(), -_SHOW, 0.0
    while (done := (time.monotonic() - start) / 60 / plan.minutes) < 1:
        loss = learner.learn(next(batches), rate_at(done, plan.rate))
        passed = time.monotonic() - start
        if passed - shown > _SHOW:
            shown = passed
            speed = learner.steps * plan.batch / passed
            _say(f"{passed:6.0f} s  step {learner.steps}  loss {float(loss):.5f}  {speed:.1f} windows/s")
        if done > saved + _KEEP:
            saved = done
            save(learner.mean, out)
    save(learner.mean, out)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """From text to the tagger's file."""
    given = _parser().parse_args()
    plan = Plan(given.minutes, given.batch, given.workers, given.rate, given.real, given.seed)
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(plan.seed)
    pages = pages_of(given.pairs) if given.pairs else []
    loose = Loose(foreign_words(plan.seed), rare_words(given.words) if given.words else [])
    supply = Supply(paragraphs_of(given.text, given.most), loose, families(), pages)
    if len(supply.paragraphs) < max(1, plan.workers):
        sys.exit("The text has fewer paragraphs than there are workers: give more text, or fewer --workers.")
    net = Net()
    if given.resume:
        load(net, given.resume)
    learner = Learner(net, "cuda" if torch.cuda.is_available() else "cpu")
    weights = sum(value.numel() for value in net.parameters())
    _say(f"{weights} weights, {len(supply.paragraphs)} paragraphs, {len(pages)} pages, {learner.device}")
    train(learner, supply, plan, given.out)
    export(learner.mean, given.out)


def _parser() -> argparse.ArgumentParser:
    plan, form = Plan(), argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("text", type=Path, metavar="TEXT.xz")
    parser.add_argument("--pairs", type=Path, metavar="PAIRS.tsv", help="lines as printed and as read")
    parser.add_argument("--words", type=Path, metavar="WORDS.txt", help="rare words (learn.vocabulary)")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.onnx")
    parser.add_argument("--minutes", type=float, default=plan.minutes)
    parser.add_argument("--batch", type=int, default=plan.batch, help="windows at a time")
    parser.add_argument("--workers", type=int, default=plan.workers, help="processes that draw windows")
    parser.add_argument("--rate", type=float, default=plan.rate, help="the highest rate of learning")
    parser.add_argument("--real", type=float, default=plan.real, help="the share of windows really read")
    parser.add_argument("--seed", type=int, default=plan.seed)
    parser.add_argument("--most", type=int, help="lines of the text that are used")
    parser.add_argument("--resume", type=Path, metavar="FILE.onnx", help="begin with weights kept beside it")
    return parser


if __name__ == "__main__":
    main()
