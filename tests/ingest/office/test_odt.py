from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from odfdo import Cell, Document, Header, List, Paragraph, Row, Table

from ingest.office.odt.read import read
from models.errors import InputDamaged, InputEncrypted, InputError
from models.settings import ReadingSettings
from tests.ingest.office.texts import TEXTS

SETTINGS = ReadingSettings()
NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
STYLES = (
    '<style:style style:name="ny" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:name="under" style:family="paragraph" style:parent-style-name="ny"/>'
    '<style:style style:name="luft" style:family="paragraph">'
    '<style:paragraph-properties fo:margin-top="0.5cm"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-prefix="§ " text:start-value="12"/><text:list-level-style-number text:level="2"'
    ' style:num-format="a" style:num-suffix=")"/></text:list-style>'
)
MASTER = (
    '<style:master-page style:name="Standard"><style:header><text:p>Granby kommun</text:p></style:header>'
    "<style:footer><text:p>Sida <text:page-number>1</text:page-number></text:p></style:footer>"
    "</style:master-page>"
)


def written(path: Path, body: str, *, master: str = "", manifest: str = "") -> Path:
    """An ODT file of this body."""
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{master}</office:document-styles>")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return path


def pages_of(body: str, folder: Path, *, master: str = "") -> tuple[str, ...]:
    return read(written(folder / "fil.odt", body, master=master), "fil.odt", SETTINGS).pages


def test_a_file_of_odfdo(tmp_path: Path) -> None:
    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, "Protokoll"))
    document.body.append(Paragraph("Nämnden  beslutar"))
    document.body.append(List(["ett", "två"]))
    table = Table("T")
    for texts in (("Beslutande", "Anna Ek (S)"), ("Ej", "Bo Al")):
        row = Row()
        row.extend_cells([Cell(text) for text in texts])
        table.append_row(row)
    document.body.append(table)
    document.save(str(tmp_path / "a.odt"))
    (page,) = read(tmp_path / "a.odt", "a.odt", SETTINGS).pages
    assert page.split("\n")[1:] == [
        "Nämnden  beslutar", "ett", "två", "", "Beslutande   Anna Ek (S)", "Ej           Bo Al",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>ett <text:span>två</text:span><text:tab/>tre</text:p>", ("ett två   tre",)),
        ("<text:p>ett\n   två<text:s text:c='3'/>tre</text:p>", ("ett två   tre",)),
        ("<text:p>ett<text:line-break/>två</text:p>", ("ett\ntvå",)),
        ("<text:p>a</text:p><text:p text:style-name='luft'>b</text:p>", ("a\n\nb",)),
        ("<text:p>a</text:p><text:p text:style-name='under'>b</text:p>", ("a", "b")),
        ("<text:p>a</text:p><text:soft-page-break/><text:p text:style-name='ny'>b</text:p>", ("a", "b")),
        ("<text:p>a<text:soft-page-break/>b</text:p>", ("a", "b")),
        ("<text:p>a<office:annotation><text:p>anm</text:p></office:annotation>b</text:p>", ("ab",)),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>bort</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>kvar</text:p>",
            ("kvar",),
        ),
        (
            "<text:p>a<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
            "<text:note-body><text:p>not</text:p></text:note-body></text:note> b</text:p>",
            ("a b\n\n1) not",),
        ),
        (
            "<text:p>a<draw:frame><svg:title>bild</svg:title><draw:text-box><text:p>ruta</text:p></draw:text-box>"
            "</draw:frame></text:p>",
            ("a\n\nruta",),
        ),
        ("<text:section><text:p>inne</text:p></text:section>", ("inne",)),
    ],
)
def test_what_stands_on_pages(body: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    assert pages_of(body, tmp_path) == expected


ITEM = "<text:list-item><text:p>ord</text:p>{}</text:list-item>"


def test_lists_are_counted_and_go_on(tmp_path: Path) -> None:
    inner = "<text:list>" + ITEM.format("") * 2 + "</text:list>"
    first = f"<text:list text:style-name='L'>{ITEM.format(inner)}{ITEM.format('')}</text:list>"
    more = f"<text:list text:style-name='L' text:continue-numbering='true'>{ITEM.format('')}</text:list>"
    anew = f"<text:list text:style-name='L'>{ITEM.format('')}</text:list>"
    (page,) = pages_of(first + "<text:p>x</text:p>" + more + anew, tmp_path)
    assert page.split("\n") == ["§ 12 ord", "a) ord", "b) ord", "§ 13 ord", "x", "§ 14 ord", "§ 12 ord"]


def test_heads_and_feet_stand_once(tmp_path: Path) -> None:
    pages = pages_of("<text:p>a</text:p><text:p text:style-name='ny'>b</text:p>", tmp_path, master=MASTER)
    assert pages == ("Granby kommun\n\na\n\nSida 1", "b")


@settings(max_examples=50, deadline=None)
@given(texts=TEXTS)
def test_every_word_comes_out(texts: list[str], folder: Path) -> None:
    document = Document("text")
    document.body.clear()
    for text in texts:
        document.body.append(Paragraph(text))
    document.save(str(folder / "ord.odt"))
    (page,) = read(folder / "ord.odt", "ord.odt", SETTINGS).pages
    assert page.split() == " ".join(texts).split()


@pytest.mark.parametrize(
    ("body", "manifest", "error"),
    [
        ("<text:p>", "", InputDamaged),
        ("<text:p>a</text:p>", "<encryption-data/>", InputEncrypted),
        ("&x;", "", InputDamaged),
        ("<text:p>" * 300 + "</text:p>" * 300, "", InputDamaged),
    ],
)
def test_bad_files(body: str, manifest: str, error: type[InputError], tmp_path: Path) -> None:
    path = written(tmp_path / "a.odt", body, manifest=manifest)
    with pytest.raises(error, match=re.escape("a.odt")):
        read(path, "a.odt", SETTINGS)
