from __future__ import annotations

from pathlib import Path

import pytest

from ingest.inside import kind_inside
from ingest.mail import eml, msg
from models.errors import InputDamaged, InputTooLarge
from models.settings import ReadingSettings
from models.source import MediaType
from tests.ingest.mail.cfb import ole2
from tests.ingest.mail.messages import attached_message, attachment, message

SETTINGS = ReadingSettings()
SENT = 130_384_879_200_000_000
"""2014-03-05 10:12 UTC, as Windows counts."""
PROPERTIES: dict[int, str | bytes | int] = {
    0x0037: "Yttrande över detaljplan", 0x0C1A: "Åsa Ek", 0x0C1F: "asa@granby.se", 0x0039: SENT,
    0x1000: "Hej!\r\nÅsa",
}  # fmt: skip


def write(folder: Path, content: bytes) -> Path:
    (folder / "brev.msg").write_bytes(content)
    return folder / "brev.msg"


def test_head_and_body_are_a_page(tmp_path: Path) -> None:
    path = write(tmp_path, ole2(message(PROPERTIES, attachment("yttrande.pdf", b"%PDF-"))))
    assert kind_inside(path, path.read_bytes(), "brev.msg", SETTINGS) is MediaType.MSG
    assert msg.read(path, "brev.msg", SETTINGS).pages == (
        'From: "Åsa Ek" <asa@granby.se>\nTo: Bo Al <bo@granby.se>\nDate: 2014-03-05 10:12\n'
        "Subject: Yttrande över detaljplan\nAttachments: yttrande.pdf\n\nHej!\nÅsa",
    )


def test_a_body_in_html_alone_is_laid_out(tmp_path: Path) -> None:
    properties = {number: value for number, value in PROPERTIES.items() if number != 0x1000}
    path = write(tmp_path, ole2(message(properties | {0x1013: "<p>Hej</p><p>då</p>".encode("latin-1")})))
    assert msg.letter(path, "brev.msg", SETTINGS).body == "Hej\n\ndå"


def test_attached_files_come_out_whole(tmp_path: Path) -> None:
    large = bytes(range(256)) * 40
    path = write(
        tmp_path, ole2(message(PROPERTIES, attachment("a.pdf", b"liten"), attachment("b.pdf", large)))
    )
    found = msg.letter(path, "brev.msg", SETTINGS).attachments
    assert [(one.name, one.content) for one in found] == [("a.pdf", b"liten"), ("b.pdf", large)]


def test_an_attached_message_becomes_a_file_that_can_be_read(tmp_path: Path) -> None:
    inner = message(PROPERTIES | {0x0037: "Fråga"}, attachment("å.txt", b"text"), head=24)
    path = write(tmp_path, ole2(message(PROPERTIES, attached_message(inner))))
    (found,) = msg.letter(path, "brev.msg", SETTINGS).attachments
    assert found.name == "Fråga.eml"
    (tmp_path / "inre.eml").write_bytes(found.content)
    letter = eml.letter(tmp_path / "inre.eml", "inre.eml", SETTINGS)
    assert dict(letter.heads)["Subject"] == "Fråga"
    assert dict(letter.heads)["Date"] == "2014-03-05 10:12"
    assert letter.body == "Hej!\nÅsa"
    assert [(one.name, one.content) for one in letter.attachments] == [("å.txt", b"text")]
    assert found.content == msg.letter(path, "brev.msg", SETTINGS).attachments[0].content


@pytest.mark.parametrize("cut", [600, 1500, -600])
def test_one_that_breaks_off_is_told(cut: int, tmp_path: Path) -> None:
    path = write(tmp_path, ole2(message(PROPERTIES))[:cut])
    with pytest.raises(InputDamaged, match=r"brev\.msg breaks"):
        msg.read(path, "brev.msg", SETTINGS)


def test_too_much_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, ole2(message(PROPERTIES)))
    with pytest.raises(InputTooLarge, match="limit of 100"):
        msg.read(path, "brev.msg", ReadingSettings(max_inner_bytes=100))
