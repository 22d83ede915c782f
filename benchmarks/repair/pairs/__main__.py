"""Make pairs of lines: `python -m benchmarks.repair.pairs TEXT.xz eng=100 swe=15 --out PAIRS.tsv`.

TEXT is UTF-8 running text, a paragraph on each line, plain or packed with xz. PAIRS.tsv gets the model, the
page, the line, what was printed and what was read; it is written on while pages are made. The page's face,
resolution, wear and share of words right go into PAIRS.pages.tsv beside it.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.repair.pairs.content import fit
from benchmarks.repair.pairs.page import Drawn, ReadPage, made
from benchmarks.repair.pairs.recognise import MODELS, installed
from models.swedish.held_out import held_out


def main() -> int:
    """Draw, wear, recognise, align and write."""
    asked = _arguments()
    missing = set(asked.pages) - installed()
    if missing:
        print(f"Tesseract lacks the models {', '.join(sorted(missing))}: apt-get install tesseract-ocr-...")
        return 2
    paragraphs = [line for line in fit(lines_of(asked.text)) if held_out(line) == asked.held_out]
    if not paragraphs:
        print(f"{asked.text} holds no paragraph that can be set on a page.")
        return 2
    about = asked.out.with_suffix(".pages.tsv")
    with asked.out.open("w", encoding="utf-8") as pairs, about.open("w", encoding="utf-8") as pages:
        for page, read in made(paragraphs, asked.seed, planned(asked.pages)):
            pages.write(described(page, read))
            pairs.writelines(
                f"{read.model}\t{page.number}\t{line.line}\t{line.printed}\t{line.read}\n"
                for line in read.lines
            )
            pages.flush()
            pairs.flush()
    return 0


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text, which may be packed with xz."""
    with (
        lzma.open(path, "rt", encoding="utf-8")
        if path.suffix == ".xz"
        else path.open(encoding="utf-8") as lines
    ):
        yield from lines


def planned(pages: Mapping[str, int]) -> Sequence[Sequence[str]]:
    """The models that read each page: every model its number of pages, spread evenly over all."""
    most = max(pages.values())
    return [
        [model for model, number in pages.items() if at * number // most < (at + 1) * number // most]
        for at in range(most)
    ]


def described(page: Drawn, read: ReadPage) -> str:
    """A page and how well it was read, as a line."""
    size = len(" ".join(page.lines).split())
    kept = f"{len(read.lines)}/{len(page.lines)}"
    made_as = f"{page.face}\t{page.dpi}\t{page.degree.name}\t{size}"
    return f"{read.model}\t{page.number}\t{made_as}\t{kept}\t{read.right:.4f}\n"


def _arguments() -> argparse.Namespace:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m benchmarks.repair.pairs", description=__doc__, formatter_class=form
    )
    parser.add_argument("text", type=Path, help="running text, a paragraph a line, .xz or plain")
    parser.add_argument(
        "pages", type=_pages, nargs="+", metavar="MODEL=PAGES", help=f"of {', '.join(MODELS)} ..."
    )
    parser.add_argument("--out", type=Path, required=True, metavar="PAIRS.tsv")
    parser.add_argument(
        "--held-out", action="store_true", help="of the paragraphs that nothing is learnt from"
    )
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    asked.pages = dict(asked.pages)
    return asked


def _pages(text: str) -> tuple[str, int]:
    model, _, number = text.partition("=")
    if not number.isdecimal() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not MODEL=PAGES")
    return model, int(number)


if __name__ == "__main__":
    sys.exit(main())
