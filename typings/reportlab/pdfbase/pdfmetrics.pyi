"""The part of reportlab's register of fonts that the samples use; its own stubs give a font no type."""

from reportlab.pdfbase.ttfonts import TTFont

def getRegisteredFontNames() -> list[str]: ...  # noqa: N802
def registerFont(font: TTFont) -> None: ...  # noqa: N802
