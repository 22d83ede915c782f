"""Ghostscript, which embeds fonts and converts colours where a PDF can't become PDF/A as it is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from pikepdf import Pdf

from models.errors import ExportError, PageTimeout, ProgramMissing

REMEDY = "sudo apt install ghostscript"
_SECONDS_A_PAGE = 20
_SECONDS = 60


def version() -> str | None:
    """The version of the Ghostscript that is installed, None where none is."""
    program = shutil.which("gs")
    if program is None:
        return None
    told = subprocess.run(
        [program, "--version"], capture_output=True, text=True, check=False, timeout=_SECONDS
    )
    return told.stdout.strip() or "unknown"


def ready(pdf: Pdf, path: Path) -> Path:
    """Save the PDF with what Ghostscript would lose otherwise: how its fonts read, and its links."""
    from ocrmypdf.pdfa import add_simple_font_tounicode, repair_annotations_for_ghostscript

    add_simple_font_tounicode(pdf)
    repair_annotations_for_ghostscript(pdf, report_removed=False)
    pdf.save(path)
    return path


def convert(source: Path, target: Path, pages: int) -> None:
    """Write `source` anew as `target`, its fonts and colours as PDF/A-2 asks; its images lose nothing."""
    program = shutil.which("gs")
    if program is None:
        raise ProgramMissing(f"Ghostscript isn't installed, and this PDF needs it; install it: {REMEDY}")
    definition = _definition(target.parent)
    command = [
        program,
        "-dSAFER",
        "-dBATCH",
        "-dNOPAUSE",
        "-dQUIET",
        "-sDEVICE=pdfwrite",
        "-dPDFA=2",
        "-dPDFACompatibilityPolicy=1",
        "-dCompatibilityLevel=1.7",
        "-sColorConversionStrategy=RGB",
        "-dAutoRotatePages=/None",
        "-dNONATIVEFONTMAP",
        # The new reader of Ghostscript 10.0 to 10.02.0 loses å, ä and ö; later versions have no other.
        "-dNEWPDF=false",
        "-dSubsetFonts=false",
        "-dPassThroughJPEGImages=true",
        "-dDownsampleColorImages=false",
        "-dDownsampleGrayImages=false",
        "-dDownsampleMonoImages=false",
        "-dAutoFilterColorImages=false",
        "-dAutoFilterGrayImages=false",
        "-dColorImageFilter=/FlateEncode",
        "-dGrayImageFilter=/FlateEncode",
        f"-sOutputFile={target}",
        str(definition),
        str(source),
    ]
    if _run(command, _SECONDS + _SECONDS_A_PAGE * pages) or not target.exists():
        raise ExportError("Ghostscript could not write it as PDF/A: save it anew and run that.")


def _definition(folder: Path) -> Path:
    """What tells Ghostscript the colours to convert to."""
    from ocrmypdf.pdfa import generate_pdfa_ps

    path = folder / "pdfa.ps"
    generate_pdfa_ps(path)
    return path


def _run(command: list[str], seconds: int) -> int:
    """Run it in a process group of its own, which is ended whole when the time is over; its exit code.

    The program `timeout`, where there is one, keeps the limit also if this process is killed meanwhile.
    """
    keeper = shutil.which("timeout")
    process = subprocess.Popen(
        [*([keeper, "--signal=KILL", str(seconds + 5)] if keeper else []), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(Path(command[-1]).parent)},
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        message = "Ghostscript took too long over it and was stopped: look whether the file is sound."
        raise PageTimeout(message) from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
