"""The program over an archive that holds a Word file, an e-mail with a file attached, and a broken file."""

from __future__ import annotations

import io
import json
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from pydantic import BaseModel
from reportlab.pdfgen.canvas import Canvas

from models.errors import EXIT_SEVERAL_FAILURES, InputDamaged
from models.record import Record
from tests.ingest.unpack.boxes import LINK, zipped
from tests.justerat.conftest import Call, Said

pytestmark = pytest.mark.slow

LINE = "Kommunstyrelsen beslutar att godkänna redovisningen och lägga den till handlingarna."


class Error(BaseModel):
    code: str


class Input(BaseModel):
    path: Path
    status: str
    before: bool
    error: Error | None = None


class Answer(BaseModel):
    inputs: list[Input]


@pytest.fixture
def program(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The program as a person calls it in the folder that the archive lies in."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: call(*arguments, "--archive", "arkiv")


def told(ended: Said) -> dict[str, str]:
    """How each input ended."""
    assert "Traceback" not in ended.err
    inputs = Answer.model_validate_json(ended.out).inputs
    return {
        one.path.as_posix(): (one.error.code if one.error else one.status) + (" before" if one.before else "")
        for one in inputs
    }


def word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = "Dnr KS 2014/187"
    document.add_heading("Tjänsteskrivelse", 1)
    document.add_paragraph(LINE)
    document.save(out)
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for line in range(30):
        canvas.drawString(70, 760 - 20 * line, LINE)
    canvas.save()
    return out.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Åsa Ek <asa@granby.se>", "kommunen@granby.se"
    message["Date"], message["Subject"] = "Wed, 05 Mar 2014 10:12:00 +0100", "Yttrande"
    message.set_content("Bifogat finns yttrandet.\n")
    message.add_attachment(pdf(), maintype="application", subtype="pdf", filename="yttrande.pdf")
    return message.as_bytes()


ENDS = {
    "akt.zip": "whole",
    "akt.zip/handlingar/skrivelse.docx": "whole",
    "akt.zip/brev.eml": "whole",
    "akt.zip/brev.eml/yttrande.pdf": "whole",
    "akt.zip/trasig.pdf": "InputDamaged",
}


def test_a_zip_through_the_program(program: Call, tmp_path: Path) -> None:
    files = {"handlingar/skrivelse.docx": word(), "brev.eml": mail(), "trasig.pdf": b"%PDF-1.4\n"}
    (tmp_path / "akt.zip").write_bytes(zipped(files))
    first = program("run", "akt.zip", "--json")
    assert (told(first), first.code) == (ENDS, InputDamaged.exit_code)
    records = [
        Record.model_validate_json(path.read_text("utf-8"))
        for path in (tmp_path / "arkiv" / "records").rglob("*.json")
    ]
    texts = {record.source.path: record.text for record in records}
    assert texts.keys() == {name for name, end in ENDS.items() if end == "whole" and name != "akt.zip"}
    assert texts["akt.zip/handlingar/skrivelse.docx"].startswith("Dnr KS 2014/187")
    assert "Subject: Yttrande" in texts["akt.zip/brev.eml"]
    assert LINE in texts["akt.zip/brev.eml/yttrande.pdf"]
    status = json.loads(program("status", "--json").out)
    (failed,) = status["failed"]
    assert failed["path"] == "akt.zip/trasig.pdf"
    assert failed["error"]["message"].startswith("trasig.pdf ")
    again = told(program("run", "akt.zip", "--json"))
    assert again == {name: end if end == "InputDamaged" else f"{end} before" for name, end in ENDS.items()}
    assert told(program("retry", "--json")) == {"akt.zip/trasig.pdf": "InputDamaged"}


def test_several_causes_have_their_own_code(program: Call, tmp_path: Path) -> None:
    (tmp_path / "akt.zip").write_bytes(zipped({"trasig.pdf": b"%PDF-1.4\n", "bok.gif": b"GIF89a"}))
    (tmp_path / "lank.zip").write_bytes(zipped({"lank": b"/etc/passwd"}, attributes=LINK))
    ended = program("run", "akt.zip", "lank.zip", "--json")
    assert ended.code == EXIT_SEVERAL_FAILURES
    assert told(ended) == {
        "akt.zip": "whole",
        "akt.zip/trasig.pdf": "InputDamaged",
        "akt.zip/bok.gif": "InputUnsupported",
        "lank.zip": "partial",
        "lank.zip/lank": "InputUnsupported",
    }
