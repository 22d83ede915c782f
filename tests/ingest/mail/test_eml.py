from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given, settings

from ingest.mail.eml import letter, read
from ingest.mail.heads import day, field
from models.errors import InputDamaged, InputEncrypted, InputError, InputTooLarge
from models.settings import ReadingSettings
from tests.ingest.office.texts import TEXTS

SETTINGS = ReadingSettings()


def mail(body: str = "Hej!\n") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Åsa Ek <asa@granby.se>"
    message["To"] = "Bo Al <bo@granby.se>"
    message["Date"] = "Wed, 05 Mar 2014 10:12:00 +0100"
    message["Subject"] = "Yttrande över detaljplan för kvarteret Ugglan"
    message.set_content(body)
    return message


def write(folder: Path, content: bytes) -> Path:
    (folder / "brev.eml").write_bytes(content)
    return folder / "brev.eml"


def attachments(folder: Path, message: EmailMessage) -> list[tuple[str, bytes]]:
    found = letter(write(folder, message.as_bytes()), "brev.eml", SETTINGS).attachments
    return [(one.name, one.content) for one in found]


def test_head_and_body_are_a_page(tmp_path: Path) -> None:
    message = mail("Hej!\n\nKommunstyrelsen yttrar sig.\n")
    message.add_alternative("<p>Hej!</p>", subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="yttrande å.pdf")
    path = write(tmp_path, message.as_bytes())
    assert read(path, "brev.eml", SETTINGS).pages == (
        "From: Åsa Ek <asa@granby.se>\nTo: Bo Al <bo@granby.se>\nDate: 2014-03-05 10:12\n"
        "Subject: Yttrande över detaljplan för kvarteret Ugglan\nAttachments: yttrande å.pdf\n\n"
        "Hej!\n\nKommunstyrelsen yttrar sig.",
    )
    assert attachments(tmp_path, message) == [("yttrande å.pdf", b"%PDF-")]


def body_of(folder: Path, head: str, body: bytes) -> str:
    content = f"From: a@granby.se\nMIME-Version: 1.0\n{head}\n\n".encode() + body
    return letter(write(folder, content), "brev.eml", SETTINGS).body.strip()


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("Content-Type: text/html; charset=utf-8", "<p>Hej <b>då</b></p>".encode(), "Hej då"),
        ("Content-Type: text/plain; charset=iso-8859-1", "båt".encode("latin-1"), "båt"),
        ("Content-Type: text/plain; charset=okänd", "båt".encode(), "båt"),
        ("X: y", "båt".encode("cp1252"), "båt"),
        ("Content-Transfer-Encoding: base64", b"SGVqIQ==", "Hej!"),
        ("Content-Type: text/plain; format=flowed", b"ett \ntva\n-- \nAsa", "ett tva\n-- \nAsa"),
        (
            "Content-Type: multipart/alternative; boundary=b",
            b"--b\nContent-Type: text/plain\n\n  \n--b\nContent-Type: text/html\n\n<p>Hej</p>\n--b--",
            "Hej",
        ),
        (
            "Content-Type: multipart/mixed; boundary=b",
            b"--b\n\nett\n--b\nContent-Type: application/pdf\n\n%PDF-\n--b\n\ntva\n--b--",
            "ett\n\ntva",
        ),
        ("Content-Type: multipart/mixed; boundary=b", b"--b\n\nbryts av", "bryts av"),
    ],
)
def test_the_body_is_text(head: str, body: bytes, expected: str, tmp_path: Path) -> None:
    assert body_of(tmp_path, head, body).startswith(expected)


def test_a_mail_in_a_mail_is_a_file_of_its_own(tmp_path: Path) -> None:
    message, inner = mail(), mail("Inre\n")
    message.add_attachment(inner)
    ((name, content),) = attachments(tmp_path, message)
    assert name == "Yttrande över detaljplan för kvarteret Ugglan.eml"
    assert letter(write(tmp_path, content), "x.eml", SETTINGS).body == "Inre\n"


@pytest.mark.parametrize(("size", "kept"), [(500, 0), (30_000, 1)])
def test_small_pictures_that_the_body_shows_are_ornaments(size: int, kept: int, tmp_path: Path) -> None:
    message = mail()
    message.add_alternative('<p>Hej<img src="cid:x"></p>', subtype="html")
    html = list(message.walk())[-1]
    assert isinstance(html, EmailMessage)
    html.add_related(bytes(size), maintype="image", subtype="png", cid="<x>")
    assert len(attachments(tmp_path, message)) == kept


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("=?utf-8?q?=C3=85sa?= Ek <a@x.se>", "Åsa Ek <a@x.se>"),
        ("=?iso-8859-1?Q?B=E5t?=\n =?iso-8859-1?Q?en?=", "Båten"),
        ("=?okänd?b?!!!?=", "=?okänd?b?!!!?="),
        (b"B\xe5t".decode("ascii", "surrogateescape"), "Båt"),
        ("Båt".encode().decode("ascii", "surrogateescape"), "Båt"),
        ("ett\n två", "ett två"),
    ],
)
def test_fields(raw: str, expected: str) -> None:
    assert field(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("Wed, 5 Mar 2014 10:12:00 +0100", "2014-03-05 10:12"), ("i onsdags", "i onsdags"), ("", "")],
)
def test_days(raw: str, expected: str) -> None:
    assert day(raw) == expected


@settings(max_examples=50, deadline=None)
@given(texts=TEXTS)
def test_every_word_comes_out(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    message = mail("\n".join(texts) + "\n")
    path = write(tmp_path_factory.getbasetemp(), message.as_bytes(policy=SMTP))
    assert letter(path, "brev.eml", SETTINGS).body.split() == " ".join(texts).split()


MANY = b"--b\n\nx\n" * 200
DEEP = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1500))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"Content-Type: multipart/mixed; boundary=b\n\n" + MANY, InputTooLarge),
        (DEEP, InputDamaged),
        (b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB", InputEncrypted),
        (b"Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", InputEncrypted),
        (b"x" * 400_000, InputTooLarge),
    ],
)
def test_bad_mail(content: bytes, error: type[InputError], tmp_path: Path) -> None:
    path = write(tmp_path, b"From: a@granby.se\nMIME-Version: 1.0\n" + content)
    with pytest.raises(error, match=r"brev\.eml"):
        letter(path, "brev.eml", ReadingSettings(max_members=100, max_inner_bytes=300_000))
