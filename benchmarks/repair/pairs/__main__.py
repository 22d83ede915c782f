"""Make pairs of lines: `python -m benchmarks.repair.pairs TEXT.xz eng=100 swe=15 --out PAIRS.tsv`.

TEXT is UTF-8 running text, a paragraph on each line, plain or packed with xz. PAIRS.tsv gets the model, the
page, the line, what was printed and what was read; it is written on while pages are made. The page's face,
resolution, wear and share of words right go into PAIRS.pages.tsv beside it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.reading.make.faces import Face
from benchmarks.repair.pairs.content import fit
from benchmarks.repair.pairs.lines import lines_of, planned, write_pairs
from benchmarks.repair.pairs.page import ANY, Choice
from benchmarks.repair.pairs.recognise import MODELS, installed
from benchmarks.repair.pairs.setting import ALL_FACES
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
    choice = Choice(asked.face or ALL_FACES, asked.dpi or ANY.dpi)
    write_pairs(paragraphs, asked.seed, planned(asked.pages), asked.out, choice)
    return 0


def _arguments() -> argparse.Namespace:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m benchmarks.repair.pairs", description=__doc__, formatter_class=form
    )
    parser.add_argument("text", type=Path, help="running text, a paragraph a line, .xz or plain")
    parser.add_argument(
        "pages", type=pages_of, nargs="+", metavar="MODEL=PAGES", help=f"of {', '.join(MODELS)} ..."
    )
    parser.add_argument("--out", type=Path, required=True, metavar="PAIRS.tsv")
    parser.add_argument(
        "--held-out", action="store_true", help="of the paragraphs that nothing is learnt from"
    )
    parser.add_argument("--seed", type=int, default=1)
    faces = ", ".join(face.name for face in ALL_FACES)
    parser.add_argument("--face", type=_face, action="append", metavar="NAME", help=f"one or more of {faces}")
    parser.add_argument("--dpi", type=int, action="append", metavar="N", help="one or more resolutions")
    asked = parser.parse_args()
    asked.pages = dict(asked.pages)
    return asked


def _face(name: str) -> Face:
    found = next((face for face in ALL_FACES if face.name == name), None)
    if found is None:
        raise argparse.ArgumentTypeError(f"no such face: {name}")
    return found


def pages_of(text: str) -> tuple[str, int]:
    """A model and its number of pages, from MODEL=PAGES."""
    model, _, number = text.partition("=")
    if not number.isdecimal() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not MODEL=PAGES")
    return model, int(number)


if __name__ == "__main__":
    sys.exit(main())
