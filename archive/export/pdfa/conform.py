"""The last step to PDF/A-2b: what the file tells of itself, and the proof that it keeps the rules."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf, String
from pikepdf.pdfa import Finding, Report, prepare, resolve_save_kwargs, validate_written

from archive.masking.mask import Mask

FLAVOUR = "2b"
_JPEG2000 = "JPEG 2000 images are not supported"
"""What the validator says of every such image; ours were judged before they went in."""

logging.getLogger("fontTools").setLevel(logging.ERROR)  # it warns of every odd font that is checked


@dataclass(frozen=True, slots=True)
class Told:
    """What the file tells of itself: title, the program that made it, and when its text was made.

    `mask` hides what is not to be published; None where all may be shown.
    """

    title: str
    program: str
    made_at: datetime
    mask: Mask | None = None


def save(pdf: Pdf, path: Path, told: Told) -> tuple[Finding, ...]:
    """Write `pdf` as PDF/A-2b; the rules that the written file breaks, or that could not be checked."""
    _tell(pdf, told)
    prepare(pdf, FLAVOUR, output_intent="sRGB")
    pdf.save(path, **resolve_save_kwargs(FLAVOUR))
    return faults(validate_written(path, FLAVOUR))


def faults(report: Report) -> tuple[Finding, ...]:
    """What stands against the file."""
    return tuple(finding for finding in report.findings if _JPEG2000 not in finding.message)


def _tell(pdf: Pdf, told: Told) -> None:
    pdf.Root.Lang = String("sv-SE")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = told.title
        metadata["dc:language"] = {"sv-SE"}
        metadata["xmp:CreatorTool"] = told.program
        metadata["xmp:ModifyDate"] = told.made_at.isoformat()
        if "xmp:CreateDate" not in metadata:
            metadata["xmp:CreateDate"] = told.made_at.isoformat()
    if Name.Info in pdf.trailer:
        del pdf.trailer.Info
