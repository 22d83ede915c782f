"""`python -m docs.make`: read the samples as `make run` does, and make the pictures from what came of it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from docs.make.browser import page_in_browser
from docs.make.terminal import as_svg, capture
from models.record import Record
from samples import FOLDER

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
SCAN = "granby-ks-scan.pdf"
PAGE = 3
"""A page of the scan with something of every kind on it."""
SEARCH = "/sok?" + urlencode({"q": "ansökan organ:kommunstyrelsen"})
_KINDS = {".pdf", ".tiff", ".tif", ".png", ".txt"}


def main() -> int:
    """Make them all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(FOLDER)
        inputs = sorted(f"samples/{path.name}" for path in FOLDER.iterdir() if path.suffix in _KINDS)
        seen = capture([sys.executable, "-m", "justerat.cli.main", "run", *inputs], folder)
        (PICTURES / "run.svg").write_text(as_svg(seen, "make run"), "utf-8")
        record = _record_of(SCAN, folder / "arkiv")
        page_in_browser(folder / "arkiv", _chosen(record), PICTURES / "web.png")
        page_in_browser(folder / "arkiv", SEARCH, PICTURES / "search.png")
    for path in sorted(PICTURES.iterdir()):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")
    return 0


def _chosen(record: Record) -> str:
    """The page in the browser, with its first diarienummer chosen."""
    return f"/dokument/{record.id}?sida={PAGE}#b-dnr-{_number(record)}"


def _number(record: Record) -> int:
    """Which of the record's diarienummer stands first on the page, from 1."""
    on_page = (at for at, one in enumerate(record.dnr, 1) if any(place.page == PAGE for place in one.places))
    return next(on_page)


def _record_of(file_name: str, archive: Path) -> Record:
    for path in sorted((archive / "records").rglob("*.json")):
        record = Record.model_validate_json(path.read_text("utf-8"))
        if Path(record.source.path).name == file_name:
            return record
    message = f"no record of {file_name}"
    raise LookupError(message)


if __name__ == "__main__":
    sys.exit(main())
