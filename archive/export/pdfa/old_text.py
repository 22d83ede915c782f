"""The invisible text that another program once laid under a scanned page, taken away before ours is."""

from __future__ import annotations

from collections.abc import Iterable

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
"""Rendering modes in which text leaves no mark (ISO 32000-1, 9.3.6): nothing drawn, or only a path to clip by."""
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_DEEPEST = 8


def strip_invisible(pdf: Pdf, page: Page) -> bool:
    """Take what is shown invisibly out of the page and the forms that it draws; whether there was any."""
    stripper = _Stripper(pdf)
    kept = stripper.kept(page, page.resources, 0, 0)
    if stripper.found:
        page.Contents = pdf.make_stream(kept)
    return stripper.found


class _Stripper:
    """One page while its content is gone through; a form is gone through once, however often it is drawn."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._seen: set[tuple[int, int]] = set()
        self.found = False

    def kept(self, content: Page | Object, resources: Object, mode: int, depth: int) -> bytes:
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
            elif operator == "Do":
                self._form(resources, instruction.operands, mode, depth)
            if operator in _SHOWING and mode in _INVISIBLE:
                self.found = True
                continue
            instructions.append(instruction)
        return unparse_content_stream(instructions)

    def _form(self, resources: Object, operands: Iterable[object], mode: int, depth: int) -> None:
        drawn = resources.get(Name.XObject, Dictionary()).get(str(next(iter(operands))))
        if not isinstance(drawn, Stream) or drawn.get(Name.Subtype) != Name.Form or depth >= _DEEPEST:
            return
        if drawn.objgen in self._seen:
            return
        self._seen.add(drawn.objgen)
        before, self.found = self.found, False
        kept = self.kept(drawn, drawn.get(Name.Resources, resources), mode, depth + 1)
        if self.found:
            drawn.write(kept)
        self.found = self.found or before
