"""One file of the archive as a searchable PDF/A-2b: as it is where it can be, else through Ghostscript."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from pikepdf.pdfa import Finding

from archive.export.pdfa import ghostscript
from archive.export.pdfa.black_out import black_out, refuse_what_shows
from archive.export.pdfa.choose import pages_to_lay
from archive.export.pdfa.conform import Told, save
from archive.export.pdfa.document import clear, from_images, graft, opened
from archive.export.printed import PrintedPage
from models.errors import ExportError
from models.source import MediaType

Pages = Callable[[], Iterable[PrintedPage]]


def write_pdf(source: Path, media_type: str, pages: Pages, told: Told, target: Path) -> None:
    """Write the file `source` with its repaired text as PDF/A-2b to `target`, and check what was written.

    Raises `ExportError` where it has no pages to show or can't keep the rules, `InputEncrypted`,
    `ProgramMissing` and `PageTimeout`.
    """
    if media_type == MediaType.PDF:
        faults = _from_pdf(source, pages, told, target)
    elif media_type.startswith("image/"):
        faults = _from_images(source, pages, told, target)
    else:
        raise ExportError("It holds text and no pages to show: export it as alto, hocr or jsonl.")
    if faults:
        why = f"{faults[0].message} ({faults[0].rule}, {faults[0].where})"
        raise ExportError(f"It can't be made PDF/A-2b: {why}.")
    if told.mask:
        refuse_what_shows(target, told.mask)


def _from_images(source: Path, pages: Pages, told: Told, target: Path) -> tuple[Finding, ...]:
    with from_images(source, pages()) as pdf, TemporaryDirectory(prefix="justerat-") as folder:
        if told.mask:
            drawn = Path(folder) / "drawn.pdf"
            pdf.save(drawn)
            black_out(pdf, drawn, pages())
        graft(pdf, pages(), set(range(1, len(pdf.pages) + 1)))
        return save(pdf, target, told)


def _from_pdf(source: Path, pages: Pages, told: Told, target: Path) -> tuple[Finding, ...]:
    with opened(source) as pdf:
        chosen = pages_to_lay(source, pages())
        clear(pdf, chosen)
        if told.mask:
            black = black_out(pdf, source, pages())
            refuse_what_shows(source, told.mask, but=black)
            chosen |= black
        graft(pdf, pages(), chosen)
        faults = save(pdf, target, told)
    return _through_ghostscript(source, pages, chosen, told, target) if faults else ()


def _through_ghostscript(
    source: Path, pages: Pages, chosen: frozenset[int], told: Told, target: Path
) -> tuple[Finding, ...]:
    """Our text is laid after Ghostscript, so that it stays as it is; that of the file is held against it."""
    with TemporaryDirectory(prefix="justerat-") as folder:
        cleared, converted = Path(folder) / "cleared.pdf", Path(folder) / "converted.pdf"
        with opened(source) as pdf:
            clear(pdf, chosen)
            if told.mask:
                black_out(pdf, source, pages())
            ghostscript.convert(ghostscript.ready(pdf, cleared), converted, len(pdf.pages))
        if _texts(cleared, chosen) != _texts(converted, chosen):
            raise ExportError("Ghostscript would damage its text: use Ghostscript 10.02.1 or newer.")
        with opened(converted) as pdf:
            clear(pdf, chosen)
            graft(pdf, pages(), chosen)
            return save(pdf, target, told)


def _texts(path: Path, chosen: frozenset[int]) -> dict[int, str]:
    """What the pages say that keep their own text, without white space."""
    with pypdfium2.PdfDocument(path) as document:
        return {
            number: "".join(page.get_textpage().get_text_range().split())
            for number, page in enumerate(document, 1)
            if number not in chosen
        }
