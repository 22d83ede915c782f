"""`python -m samples.make`: make every sample and what is true of it."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytesseract
from PIL import Image

from samples import FOLDER, TRUTH
from samples.make import typewriter, worn
from samples.make.draw import Grey, as_images, as_pdf, joined
from samples.make.facts import facts_of
from samples.make.layout import Sheet, lay_out
from samples.make.source import Document, read_source

_WHEN = time.struct_time((2021, 6, 1, 9, 0, 0, 1, 152, 0))
_STAMP = ("GRANBY KOMMUN", "Kommunledningskontoret", "INKOM", "2021 -05- 31")
"""Its date also stands in the minutes: the scan and the born-digital PDF hold the same dates."""
_ANGLES = (0.7, -0.5, 1.1, -0.9, 0.4, -1.2)


def main() -> int:
    """Make them all."""
    for file_name, source, make in _SAMPLES:
        documents = read_source(FOLDER / "source" / f"{source}.txt")
        parts = [lay_out(document) for document in documents]
        made = make(documents, parts)
        (FOLDER / file_name).write_bytes(made)
        _write_truth(file_name, documents, [sheet for sheets in parts for sheet in sheets])
        sys.stdout.write(f"{file_name}: {len(made):,} bytes, {sum(map(len, parts))} pages\n")
    return 0


def _write_truth(file_name: str, documents: tuple[Document, ...], sheets: list[Sheet]) -> None:
    stem = Path(file_name).stem
    facts = facts_of(file_name, documents).model_dump_json(
        indent=1, exclude_defaults=True, exclude={"annotated"}
    )
    (TRUTH / f"{stem}.gold.json").write_text(facts + "\n", "utf-8")
    text = "\f".join(sheet.text + "\n" for sheet in sheets)
    (TRUTH / f"{stem}.txt").write_text(text, "utf-8")


def _born_digital(documents: tuple[Document, ...], parts: list[list[Sheet]]) -> bytes:
    return as_pdf(parts[0], f"Protokoll {documents[0].about['body']} {documents[0].about['date']}")


def _scan(documents: tuple[Document, ...], parts: list[list[Sheet]]) -> bytes:
    generator = np.random.default_rng(20210525)
    pages: list[Image.Image] = []
    images = as_images(_born_digital(documents, parts), worn.DPI)
    for number, (image, sheet, angle) in enumerate(zip(images, parts[0], _ANGLES, strict=True)):
        written = worn.initialled(worn.signed(image, sheet, generator), generator)
        if number == 0:
            written = worn.stamped(written, _STAMP, (0.79, 0.39), 7)
        pages.append(worn.bilevel(worn.scanned(written, angle, generator)))
    return _image_pdf(pages, "granby-ks-scan")


def _image_pdf(pages: list[Image.Image], title: str) -> bytes:
    """Pillow packs black and white pages as CCITT group 4, the smallest that every reader opens."""
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=worn.DPI, title=title,
        creationDate=_WHEN, modDate=_WHEN,
    )  # fmt: skip
    return out.getvalue()


def _typewritten(_: tuple[Document, ...], parts: list[list[Sheet]]) -> bytes:
    generator = np.random.default_rng(19740312)
    pages = [
        worn.bilevel(worn.scanned(typewriter.typed(sheet, generator), angle, generator), 160)
        for sheet, angle in zip(parts[0], (0.6, -0.8, 0.3), strict=True)
    ]
    out = io.BytesIO()
    pages[0].save(
        out, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(worn.DPI, worn.DPI)
    )
    return out.getvalue()


def _letter(documents: tuple[Document, ...], parts: list[list[Sheet]]) -> bytes:
    """A page of an office copier's scanner."""
    generator = np.random.default_rng(20210428)
    (image,) = as_images(_born_digital(documents, parts), worn.DPI)
    seen: Grey = worn.scanned(worn.signed(image, parts[0][0], generator), -0.35, generator, grain=6)
    out = io.BytesIO()
    worn.four_greys(seen).save(out, "PNG", optimize=True, dpi=(worn.DPI, worn.DPI), bits=2)
    return out.getvalue()


def _lost_letters(documents: tuple[Document, ...], parts: list[list[Sheet]]) -> bytes:
    """The report as a recognition with the English model gave it, once and for all."""
    generator = np.random.default_rng(20190910)
    pages = [
        pytesseract.image_to_string(Image.fromarray(worn.scanned(image, 0.2, generator)), lang="eng")
        for image in as_images(_born_digital(documents, parts), 200)
    ]
    return "\f".join(page.rstrip("\f") for page in pages).encode()


def _volume(documents: tuple[Document, ...], parts: list[list[Sheet]]) -> bytes:
    """Two meetings with a text layer, and an appendix that was scanned into the same file."""
    generator = np.random.default_rng(20180918)
    pdfs: list[bytes] = []
    for document, sheets in zip(documents, parts, strict=True):
        pdf = as_pdf(sheets, document.about["body"])
        if document.about.get("scanned"):
            pages = [worn.bilevel(worn.scanned(page, 0.6, generator)) for page in as_images(pdf, worn.DPI)]
            pdf = _image_pdf(pages, "granby-volym")
        pdfs.append(pdf)
    return joined(pdfs)


_SAMPLES: tuple[tuple[str, str, Callable[[tuple[Document, ...], list[list[Sheet]]], bytes]], ...] = (
    ("granby-ks.pdf", "granby-ks", _born_digital),
    ("granby-ks-scan.pdf", "granby-ks", _scan),
    ("granby-1974.tif", "granby-1974", _typewritten),
    ("granby-tjansteskrivelse.png", "granby-tjansteskrivelse", _letter),
    ("granby-rapport-lost-letters.txt", "granby-rapport-lost-letters", _lost_letters),
    ("granby-volym.pdf", "granby-volym", _volume),
)

if __name__ == "__main__":
    sys.exit(main())
