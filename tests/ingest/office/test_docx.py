from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from hypothesis import given, settings

from ingest.office.docx.read import read
from models.errors import InputDamaged, InputEncrypted, InputError, InputTooLarge
from models.settings import ReadingSettings
from tests.ingest.office.texts import TEXTS

SETTINGS = ReadingSettings()
Change: TypeAlias = Callable[[str, bytes], bytes | None]
"""What a part of the file, by its name, is to hold instead; None where it is left out."""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


MAIN = "word/document.xml"
FOOTNOTES = (
    f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> Prop. 1990/91:117</w:t></w:r>'
    "</w:p></w:footnote></w:footnotes>"
).encode()
RELATION = (
    '<Relationship Id="rId99" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
    'Target="footnotes.xml"/>'
)


def pages_of(document: Document, folder: Path) -> tuple[str, ...]:
    path = folder / "fil.docx"
    document.save(str(path))
    return read(path, "fil.docx", SETTINGS).pages


def rewritten(path: Path, change: Change) -> Path:
    """The same file with its parts as `change` has them."""
    out = io.BytesIO()
    with ZipFile(path) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    path.write_bytes(out.getvalue())
    return path


def with_body(folder: Path, *blocks: str, added: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The pages of a document of these blocks, given as XML; `added` stands at the end of other parts."""
    docx.Document().save(str(folder / "fil.docx"))

    def change(name: str, content: bytes) -> bytes:
        if name == MAIN:
            return content.replace(b"<w:sectPr", "".join(blocks).encode() + b"<w:sectPr", 1)
        before, mark, after = content.rpartition(b"</")
        return before + (added or {}).get(name, "").encode() + mark + after

    path = rewritten(folder / "fil.docx", change)
    with ZipFile(path, "a") as archive:
        archive.writestr("word/footnotes.xml", FOOTNOTES)
    return read(path, "fil.docx", SETTINGS).pages


def test_blocks_stand_as_on_paper(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Sammanträdesprotokoll", 1)
    document.add_paragraph("Nämnden beslutar\tatt godkänna ärendet.")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Beslutande"
    table.cell(0, 1).text = "Anna Ek (S), ordförande\nBo Al (M)"
    table.cell(1, 0).text = "Sekreterare"
    table.cell(1, 1).text = "Cai Berg"
    document.add_paragraph("Underskrifter")
    assert pages_of(document, tmp_path) == (
        "Sammanträdesprotokoll\n"
        "Nämnden beslutar   att godkänna ärendet.\n\n"
        "Beslutande    Anna Ek (S), ordförande\n"
        "              Bo Al (M)\n"
        "Sekreterare   Cai Berg\n\n"
        "Underskrifter",
    )


def test_heads_and_feet_stand_once(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Granby kommun"
    section.header.paragraphs[0].text = "KS 2014/187"
    section.footer.paragraphs[0].text = "Justerandes sign"
    document.add_paragraph("Ett").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Två")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Tre")
    assert pages_of(document, tmp_path) == (
        "Granby kommun\n\nEtt\n\nJusterandes sign",
        "KS 2014/187\n\nTvå",
        "Tre",
    )


def test_a_break_that_is_told_twice_is_one(tmp_path: Path) -> None:
    pages = with_body(
        tmp_path,
        '<w:p><w:r><w:t>ett</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:r><w:lastRenderedPageBreak/><w:t>två</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>tre</w:t></w:r></w:p>",
    )
    assert pages == ("ett", "två", "tre")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>kvar</w:t></w:r><w:del><w:r><w:delText>bort</w:delText></w:r></w:del>", "kvar"),
        (
            "<w:ins><w:r><w:t>nytt</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom>",
            "nytt",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            '<w:r><w:t>fråga</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            '<w:r><w:t>svar</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            "<w:r><w:t> efter</w:t></w:r>",
            "svar efter",
        ),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>', "7"),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>länk</w:t></w:r></w:hyperlink>', "länk"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:t>synligt</w:t></w:r>", "synligt"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> ja</w:t></w:r>', "☒ ja"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t><w:softHyphen/><w:t>en</w:t></w:r>", "e-posten"),
        ("<w:r><w:t>ett</w:t><w:br/><w:t>två</w:t></w:r>", "ett\ntvå"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            "<w:sdtContent><w:r><w:t>Skriv här</w:t></w:r></w:sdtContent>"
            "</w:sdt><w:sdt><w:sdtContent><w:r><w:t>ifyllt</w:t></w:r></w:sdtContent></w:sdt>",
            "ifyllt",
        ),
    ],
)
def test_what_a_paragraph_shows(inside: str, expected: str, tmp_path: Path) -> None:
    assert with_body(tmp_path, f"<w:p>{inside}</w:p>") == (expected,)


def test_a_deleted_end_joins_paragraphs(tmp_path: Path) -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Nämnden </w:t></w:r></w:p>"
    assert with_body(tmp_path, first, "<w:p><w:r><w:t>beslutar</w:t></w:r></w:p>") == ("Nämnden beslutar",)


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>KS 2014/187</w:t></w:r></w:p></w:txbxContent>"
    drawn = f"<Choice>{box}</Choice><Fallback>{box}</Fallback>"
    block = f"<w:p><w:r><w:t>Brev</w:t></w:r><w:r><AlternateContent>{drawn}</AlternateContent></w:r></w:p>"
    assert with_body(tmp_path, block) == ("Brev\n\nKS 2014/187",)


LEVELS = {
    "§": '<w:lvl w:ilvl="0"><w:start w:val="12"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>',
    "1.1": '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl>',
    "•": '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl>',
}


@pytest.mark.parametrize(
    ("levels", "steps", "labels"),
    [
        ("§", "0 0 1 1 0 1", ["§ 12", "§ 13", "a)", "b)", "§ 14", "a)"]),
        ("1.1", "0 1 1 0 1", ["I.", "1.1", "1.2", "II.", "2.1"]),
        ("•", "0 1 0", ["•", "–", "•"]),
    ],
)
def test_lists_are_counted(levels: str, steps: str, labels: list[str], tmp_path: Path) -> None:
    listed = (
        f'<w:abstractNum w:abstractNumId="77">{LEVELS[levels]}</w:abstractNum>'
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    )
    blocks = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{step}"/><w:numId w:val="77"/></w:numPr></w:pPr>'
        "<w:r><w:t>ord</w:t></w:r></w:p>"
        for step in steps.split()
    )
    (page,) = with_body(tmp_path, *blocks, added={"word/numbering.xml": listed})
    assert [line for line in page.split("\n") if line] == [f"{label} ord" for label in labels]


def test_notes_stand_at_the_end_of_their_page(tmp_path: Path) -> None:
    pages = with_body(
        tmp_path,
        '<w:p><w:r><w:t>Enligt propositionen</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t xml:space="preserve"> ska nämnden</w:t><w:br w:type="page"/>'
        "<w:t>yttra sig</w:t></w:r></w:p>",
        added={"word/_rels/document.xml.rels": RELATION},
    )
    assert pages == ("Enligt propositionen ska nämnden\n\n1) Prop. 1990/91:117", "yttra sig")


@settings(max_examples=25, deadline=None)
@given(texts=TEXTS)
def test_every_word_comes_out(texts: list[str], folder: Path) -> None:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    (page,) = pages_of(document, folder)
    assert page.split() == " ".join(texts).split()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def without(part: str) -> Change:
    return lambda name, content: None if name == part else content


def with_main(change: Callable[[bytes], bytes]) -> Change:
    return lambda name, content: change(content) if name == MAIN else content


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (without(MAIN), InputDamaged),
        (without("_rels/.rels"), InputDamaged),
        (with_main(lambda content: content[: len(content) // 2]), InputDamaged),
        (with_main(lambda content: content.replace(b"<w:document", BOMB + b"<w:document", 1)), InputDamaged),
        (with_main(lambda content: content + b" " * 200_000), InputTooLarge),
    ],
)
def test_bad_files(change: Change, error: type[InputError], tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ord")
    document.save(str(tmp_path / "a.docx"))
    path = rewritten(tmp_path / "a.docx", change)
    with pytest.raises(error, match=r"a\.docx"):
        read(path, "a.docx", ReadingSettings(max_inner_bytes=150_000))


def test_an_encrypted_part_is_told(tmp_path: Path) -> None:
    document = docx.Document()
    document.save(str(tmp_path / "a.docx"))
    content = bytearray((tmp_path / "a.docx").read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(InputEncrypted, match="password"):
        read(tmp_path / "a.docx", "a.docx", SETTINGS)
