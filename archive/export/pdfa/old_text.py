"""The text that a page has from elsewhere, taken away before ours is laid under it; what is seen stays.

What is shown invisibly goes. What is seen and reads wrongly keeps its look, and every letter of its fonts is
read as a blank from then on, so that searching and copying find our text alone.
"""

from __future__ import annotations

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

Instruction = ContentStreamInstruction | ContentStreamInlineImage

_INVISIBLE = frozenset({3, 7})
"""Rendering modes in which text leaves no mark (ISO 32000-1, 9.3.6): it draws nothing, or only clips."""
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_DEEPEST = 8
_BLOCK = 100
"""A table from codes to characters has no longer blocks (the CMap specification)."""
_TABLE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
{space}
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class OldText:
    """Silences the old text of pages of one PDF; what pages share is copied first, as others keep theirs."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._tables: dict[int, Stream] = {}

    def silence(self, page: Page) -> None:
        """Take away the page's text, but not its look."""
        resources = self._own(page.resources)
        page.Resources = resources
        page.Contents = self._pdf.make_stream(self._kept(page, resources, 0, 0))

    def _own(self, resources: Object) -> Dictionary:
        """A copy whose fonts read as blanks, and whose forms can be changed."""
        own = Dictionary(dict(resources.items()))
        fonts = resources.get(Name.Font)
        if isinstance(fonts, Dictionary):
            own.Font = Dictionary({name: self._silent(font) for name, font in fonts.items()})
        drawn = resources.get(Name.XObject)
        if isinstance(drawn, Dictionary):
            own.XObject = Dictionary(dict(drawn.items()))
        return own

    def _silent(self, font: Object) -> Object:
        if not isinstance(font, Dictionary):
            return font
        silent = self._pdf.make_indirect(Dictionary(dict(font.items())))
        silent.ToUnicode = self._table(2 if font.get(Name.Subtype) == Name.Type0 else 1)
        return silent

    def _table(self, width: int) -> Stream:
        """The table by which every code of so many bytes is a blank."""
        if width not in self._tables:
            highs = range(256) if width == 2 else [0]
            rows = [_row(high, width) for high in highs]
            parts = [rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)]
            blocks = [f"{len(part)} beginbfrange\n{''.join(part)}endbfrange" for part in parts]
            space = f"<{'00' * width}> <{'ff' * width}>"
            self._tables[width] = self._pdf.make_stream(
                _TABLE.format(space=space, blocks="\n".join(blocks)).encode("ascii")
            )
        return self._tables[width]

    def _kept(self, content: Page | Stream, resources: Dictionary, mode: int, depth: int) -> bytes:
        """The content without what is shown in an invisible mode; all that sets a state stays."""
        outer: list[int] = []
        instructions: list[Instruction] = []
        for instruction in parse_content_stream(content):
            operator = str(instruction.operator)
            if operator == "q":
                outer.append(mode)
            elif operator == "Q" and outer:
                mode = outer.pop()
            elif operator == "Tr":
                mode = int(instruction.operands[0])
            elif operator == "Do" and depth < _DEEPEST:
                self._form(resources, str(instruction.operands[0]), mode, depth)
            if operator not in _SHOWING or mode not in _INVISIBLE:
                instructions.append(instruction)
        return unparse_content_stream(instructions)

    def _form(self, resources: Dictionary, name: str, mode: int, depth: int) -> None:
        """Put a silent copy in the place of the form that is drawn."""
        drawn = resources.get(Name.XObject, Dictionary())
        form = drawn.get(name)
        if not isinstance(form, Stream) or form.get(Name.Subtype) != Name.Form:
            return
        own = self._own(form.get(Name.Resources, resources))
        copy = self._pdf.make_stream(self._kept(form, own, mode, depth + 1))
        for key, value in form.items():
            if key not in ("/Length", "/Filter", "/DecodeParms"):
                copy[key] = value
        copy.Resources = own
        drawn[name] = copy


def _row(high: int, width: int) -> str:
    """The 256 codes that begin with `high`, each a blank."""
    first, last = (high << 8, (high << 8) + 255) if width == 2 else (0, 255)
    digits = 2 * width
    return f"<{first:0{digits}x}> <{last:0{digits}x}> [{'<0020>' * 256}]\n"
