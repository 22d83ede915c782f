"""One file of the archive as a searchable PDF/A-2b: as it is where it can be, else through Ghostscript."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from pikepdf.pdfa import Finding

from archive.export.pdfa.conform import Told, save
from archive.export.pdfa.document import clear, from_images, graft, opened
from archive.export.pdfa.ghostscript import convert
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
        faults = _as_it_is(source, pages, told, target)
        if faults:
            faults = _through_ghostscript(source, pages, told, target)
    elif media_type.startswith("image/"):
        with from_images(source, pages()) as pdf:
            faults = save(pdf, target, told)
    else:
        raise ExportError("It holds text and no pages to show: export it as alto, hocr or jsonl.")
    if faults:
        raise ExportError(
            f"It can't be made PDF/A-2b: {faults[0].message} ({faults[0].rule}, {faults[0].where})."
        )


def _as_it_is(source: Path, pages: Pages, told: Told, target: Path) -> tuple[Finding, ...]:
    with opened(source) as pdf:
        clear(pdf, pages())
        graft(pdf, pages())
        return save(pdf, target, told)


def _through_ghostscript(source: Path, pages: Pages, told: Told, target: Path) -> tuple[Finding, ...]:
    """Our text is laid after Ghostscript, so that it stays as it is; that of the file is held against it."""
    from ocrmypdf.pdfa import add_simple_font_tounicode, repair_annotations_for_ghostscript

    with TemporaryDirectory(prefix="justerat-") as folder:
        stripped, converted = Path(folder) / "stripped.pdf", Path(folder) / "converted.pdf"
        with opened(source) as pdf:
            clear(pdf, pages())
            add_simple_font_tounicode(pdf)
            repair_annotations_for_ghostscript(pdf, report_removed=False)
            pdf.save(stripped)
            count = len(pdf.pages)
        convert(stripped, converted, count)
        if list(_texts(stripped)) != list(_texts(converted)):
            raise ExportError("Ghostscript would damage its text: use Ghostscript 10.02.1 or newer.")
        with opened(converted) as pdf:
            graft(pdf, pages())
            return save(pdf, target, told)


def _texts(path: Path) -> Iterator[str]:
    """What each page says, without white space."""
    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            yield "".join(page.get_textpage().get_text_range().split())
    finally:
        document.close()
