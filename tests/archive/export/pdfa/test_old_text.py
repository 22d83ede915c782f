from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name
from PIL import Image

from archive.export.pdfa.old_text import OldText


def document(*contents: bytes, font: str = "Helvetica") -> pikepdf.Pdf:
    """A page for each content; all share a font and a form that shows a letterhead and invisible text."""
    pdf = pikepdf.new()
    shared = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{font}"), Encoding=Name.WinAnsiEncoding
        )
    )
    fonts = Dictionary(F=shared)
    form = pdf.make_stream(b"BT /F 12 Tf 20 260 Td (Letterhead) Tj 3 Tr 0 -20 Td (hidden) Tj ET")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, pikepdf.Array([0, 0, 300, 300])
    form.Resources = Dictionary(Font=fonts)
    for content in contents:
        page = pdf.add_blank_page(page_size=(300, 300))
        page.Resources = Dictionary(Font=fonts, XObject=Dictionary(X=form))
        page.Contents = pdf.make_stream(content)
    return pdf


def seen(pdf: pikepdf.Pdf) -> list[tuple[str, Image.Image]]:
    file = BytesIO()
    pdf.save(file)
    with pypdfium2.PdfDocument(file.getvalue()) as opened:
        return [
            (page.get_textpage().get_text_range(), page.render(scale=1).to_pil().convert("L"))
            for page in opened
        ]


CONTENTS = (
    b"/X Do BT /F 12 Tf 20 200 Td (seen) Tj ET "
    b"q BT 3 Tr /F 12 Tf 20 150 Td (unseen) Tj ET Q BT 20 100 Td (after) Tj ET",
    b"BT 7 Tr /F 12 Tf 20 200 Td [(clipped) 20 (away)] TJ ET",
    b"3 Tr q /X Do Q BT /F 12 Tf 20 50 Td (unseen) ' ET",
)


@pytest.mark.parametrize("content", CONTENTS)
def test_a_page_is_silent_and_looks_as_before(content: bytes) -> None:
    pdf = document(content, b"/X Do")
    (_, before), (_, _) = seen(pdf)
    OldText(pdf).silence(pdf.pages[0])
    (says, after), (other, _) = seen(pdf)
    assert says.split() == []
    assert other.split() == ["Letterhead", "hidden"]
    assert np.array_equal(np.asarray(before), np.asarray(after))


def test_fonts_of_two_bytes_are_silenced(tmp_path: Path) -> None:
    from archive.export.pdfa.layer import InvisibleType, add_layer
    from archive.export.pdfa.setting import SetWord

    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 300))
    type_ = InvisibleType(pdf)
    add_layer(page, [SetWord("åäö", 20, 20, 0, 12, 40, 3)], (1, 0, 0, 1, 0, 0), type_, mode=0)
    type_.finish()
    assert [says.split() for says, _ in seen(pdf)] == [["åäö"]]
    OldText(pdf).silence(page)
    assert [says.split() for says, _ in seen(pdf)] == [[]]
    pdf.save(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as again:
        assert again.check_pdf_syntax() == []


def test_a_form_that_draws_itself_comes_to_an_end() -> None:
    pdf = document(b"/X Do")
    form = pdf.pages[0].Resources.XObject.X
    form.Resources.XObject = Dictionary(X=form)
    form.write(b"/X Do")
    OldText(pdf).silence(pdf.pages[0])
    assert seen(pdf)[0][0] == ""


def test_a_page_without_resources_of_its_own_is_silenced() -> None:
    pdf = document(CONTENTS[0])
    pdf.pages[0].obj.Parent.Resources = pdf.pages[0].Resources
    del pdf.pages[0].obj.Resources
    file = BytesIO()
    pdf.save(file)
    with pikepdf.open(file) as opened:
        OldText(opened).silence(opened.pages[0])
        assert seen(opened)[0][0].split() == []
