"""Trains the tagger: `python -m models.swedish.tagger.learn.train TEXT.xz --pairs PAIRS.tsv --out FILE.onnx`.

Needs torch and onnx, which nothing else here does. TEXT is Swedish running text, a paragraph on each line;
PAIRS are lines that engines read (`benchmarks.repair.pairs`). Paragraphs that are held out are not learnt from.
With a graphics card ten minutes are enough; without, let it run for a night (--minutes).
"""

from __future__ import annotations

import argparse
import copy
import csv
import itertools
import lzma
import math
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from models.swedish.held_out import held_out
from models.swedish.tagger.alphabet import PAD
from models.swedish.tagger.learn.confusions import Confusion
from models.swedish.tagger.learn.net import Net
from models.swedish.tagger.learn.noise import table_of
from models.swedish.tagger.learn.samples import WINDOW, Family, drawn, really_read

_RATE = 1.2e-3
_REAL = 0.04
"""The share of windows that are from pages really read."""


class Drawn(IterableDataset[Tensor]):
    """Batches [3, size, WINDOW] without end, each worker from its own share of the text."""

    def __init__(
        self,
        paragraphs: list[str],
        foreign: list[list[str]],
        families: list[Family],
        pairs: list[list[tuple[str, str]]],
        size: int,
        seed: int,
        real: float,
    ) -> None:
        self.real = real
        self.paragraphs, self.foreign, self.families, self.pairs, self.size, self.seed = (
            paragraphs,
            foreign,
            families,
            pairs,
            size,
            seed,
        )

    def __iter__(self) -> Iterator[Tensor]:
        worker = get_worker_info()
        number, workers = (worker.id, worker.num_workers) if worker else (0, 1)
        share = len(self.paragraphs) // workers
        own = self.paragraphs[number * share : (number + 1) * share]
        windows = drawn(own, self.foreign, self.families, self.seed + number)
        real = really_read(self.pairs, self.seed + number) if self.pairs else None
        spread = np.random.default_rng(self.seed + number)
        while True:
            batch = [
                next(real) if real and spread.random() < self.real else next(windows)
                for _ in range(self.size)
            ]
            yield torch.from_numpy(np.stack([np.stack(w) for w in batch], axis=1).astype(np.int16))


def loss_of(net: nn.Module, batch: Tensor) -> Tensor:
    read, here, after = batch.long()
    said, lost = net(read)
    seen = read != PAD
    first = nn.functional.cross_entropy(said[seen].float(), here[seen])
    return first + nn.functional.cross_entropy(lost[seen].float(), after[seen])


def pages_of(path: Path) -> list[list[tuple[str, str]]]:
    """The lines of each page and model of a table of pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    groups = itertools.groupby(rows, key=lambda row: (row[0], row[1]))
    return [[(row[3], row[4]) for row in page] for _, page in groups]


_FAMILIES = {
    "eng": (0.34, 1.0),
    "worn": (0.30, 1.0),
    "nor": (0.08, 1.0),
    "deu": (0.07, 1.0),
    "swe": (0.21, 4.0),
}


def families_of(path: Path) -> list[Family]:
    found: dict[str, dict[Confusion, float]] = {name: {} for name in _FAMILIES}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, printed, read, share = line.split("\t")
        found[name][Confusion(printed, read)] = float(share)
    for row, share in found["worn"].items():
        if row.printed not in "åäöÅÄÖ":
            found["swe"].setdefault(row, share / 4)
            found["nor"].setdefault(row, share / 4)
            found["deu"].setdefault(row, share / 4)
            found["eng"].setdefault(row, share / 8)
    return [Family(table_of(found[name]), *_FAMILIES[name]) for name in _FAMILIES]


def train(net: Net, data: Drawn, device: str, minutes: float, workers: int, out: Path, most: float) -> Net:
    batches = iter(
        DataLoader(
            data,
            batch_size=None,
            num_workers=workers,
            prefetch_factor=8 if workers else None,
            pin_memory=device == "cuda",
        )
    )
    net = net.to(device)
    mean = copy.deepcopy(net)
    fast = torch.compile(net) if device == "cuda" else net
    optimiser = torch.optim.AdamW(
        net.parameters(), lr=most, betas=(0.9, 0.98), weight_decay=0.01, fused=device == "cuda"
    )
    start, step, shown, saved = time.time(), 0, 0.0, 0.0
    while (done := (time.time() - start) / 60 / minutes) < 1:
        rate = most * min(1.0, (step + 1) / 300) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        batch = next(batches).to(device, non_blocking=True)
        with torch.autocast(device, dtype=torch.bfloat16):
            loss = loss_of(fast, batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        keep = min(0.999, 1 - 1 / (step + 2))
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.parameters()), list(net.parameters()), 1 - keep)
        step += 1
        if time.time() - shown > 15:
            shown = time.time()
            sys.stdout.write(
                f"{shown - start:6.0f} s  step {step}  loss {float(loss):.5f}  {step * batch[0].numel() / (shown - start):.0f} signs/s\n"
            )
            sys.stdout.flush()
        if done > saved + 0.25:
            saved = done
            save(mean, out)
    return mean


def load(net: Net, path: Path) -> None:
    """Put weights that were kept into the network."""
    parts = sorted(path.parent.glob(f"{path.stem}-?.npy"))
    weights = torch.from_numpy(np.concatenate([np.load(part) for part in parts]).astype(np.float32))
    at = 0
    for value in net.state_dict().values():
        value.copy_(weights[at : at + value.numel()].reshape(value.shape))
        at += value.numel()


def export(net: Net, path: Path) -> None:
    """Write the network as ONNX with its weights in 16 bits."""
    net = net.cpu().eval()
    codes = torch.zeros(1, WINDOW, dtype=torch.long)
    torch.onnx.export(
        net,
        (codes,),
        str(path),
        input_names=["codes"],
        output_names=["here", "after"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in ("codes", "here", "after")},
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--foreign", type=Path, help="words of other languages, one language a line")
    parser.add_argument("--real", type=float, default=_REAL)
    parser.add_argument("--rate", type=float, default=_RATE)
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=8.0)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--workers", type=int, default=14)
    parser.add_argument("--most", type=int)
    parser.add_argument("--resume", type=Path, help="begin with weights that were kept")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(given.seed)
    with lzma.open(given.text) as file:
        lines = (line.decode().strip() for line in itertools.islice(file, given.most))
        paragraphs = [line for line in lines if line and not held_out(line)]
    families = families_of(given.tables)
    foreign = (
        [line.split() for line in given.foreign.read_text(encoding="utf-8").splitlines()]
        if given.foreign
        else []
    )
    pairs = pages_of(given.pairs) if given.pairs else []
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net = Net()
    if given.resume:
        load(net, given.resume)
    sys.stdout.write(
        f"{sum(p.numel() for p in net.parameters())} weights, {len(paragraphs)} paragraphs, {len(pairs)} pages, {device}\n"
    )
    mean = train(
        net,
        Drawn(paragraphs, foreign, families, pairs, given.batch, given.seed, given.real),
        device,
        given.minutes,
        given.workers,
        given.out,
        given.rate,
    )
    save(mean, given.out)


def save(net: Net, path: Path) -> None:
    """Keep the weights in 16 bits, in parts of at most seven million."""
    weights = np.concatenate([p.detach().float().cpu().numpy().ravel() for p in net.state_dict().values()])
    for number, part in enumerate(
        np.array_split(weights.astype(np.float16), math.ceil(len(weights) / 7_000_000))
    ):
        np.save(path.with_name(f"{path.stem}-{number}.npy"), part)


if __name__ == "__main__":
    main()
