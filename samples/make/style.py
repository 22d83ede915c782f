"""How each form of document is set: margins, faces, headings, running heads."""

from __future__ import annotations

from dataclasses import dataclass, field

from samples.make.fonts import Face

Heading = tuple[float, Face, float, float]
"""Space before, face, size, and the room that must be left on the page, or else it is turned."""
Furniture = tuple[float, float, str, Face, float, bool]
"""Left end, base line, text with fields, face, size, and whether it stands on the first page as well."""


@dataclass(frozen=True)
class Style:
    """Measures in points from the top left of the sheet."""

    face: Face
    size: float
    leading: float
    headings: dict[str, Heading]
    furniture: tuple[Furniture, ...]
    left: float = 62
    body_left: float = 62
    item_left: float = 104
    cover_left: float = 190
    right: float = 535
    top: float = 118
    bottom: float = 780
    after: float = 4
    heading_after: float = 0
    cover_gap: float = 3
    typed: bool = False
    furniture_rules: tuple[float, ...] = ()
    stops: dict[int, tuple[float, ...]] = field(default_factory=dict[int, tuple[float, ...]])

    def columns(self, left: float, count: int) -> tuple[float, ...]:
        """Where each of so many columns begins."""
        return self.stops.get(count, (left, (left + self.right) / 2)) if count > 1 else (left,)


_SANS_HEADINGS: dict[str, Heading] = {
    "item": (20, Face.SANS_BOLD, 12, 90),
    "dnr": (0, Face.SERIF, 11, 12),
    "head": (8, Face.SANS_BOLD, 10, 42),
    "recipients": (8, Face.SANS_BOLD, 10, 42),
    "section": (10, Face.SERIF_BOLD, 12, 50),
    "title": (8, Face.SANS_BOLD, 15, 60),
    "center": (4, Face.SANS_BOLD, 10, 30),
    "right": (0, Face.SANS, 10.5, 30),
}

STYLES = {
    "minutes": Style(
        Face.SERIF, 11, 13.4, _SANS_HEADINGS,
        (
            (62, 52, "{town} KOMMUN", Face.SANS_BOLD, 11, True),
            (290, 52, "SAMMANTRÄDESPROTOKOLL", Face.SANS_BOLD, 11, True),
            (506, 52, "{number} ({of})", Face.SANS, 10, True),
            (62, 67, "{body}", Face.SANS, 10, True),
            (290, 67, "Sammanträdesdatum", Face.SANS, 8, True),
            (290, 79, "{date}", Face.SANS, 10, True),
            (62, 812, "Justerandes sign", Face.SANS, 7, True),
            (370, 812, "Utdragsbestyrkande", Face.SANS, 7, True),
        ),
        body_left=104, furniture_rules=(88, 800), stops={2: (190, 372), 3: (190, 285, 425)},
    ),
    "typed": Style(
        Face.TYPEWRITER, 12, 18,
        {
            "item": (18, Face.TYPEWRITER, 12, 90),
            "typed": (0, Face.TYPEWRITER, 12, 30),
        },
        (
            (72, 56, "{town} KOMMUN", Face.TYPEWRITER, 12, True),
            (464, 56, "Blad {number}", Face.TYPEWRITER, 12, True),
            (72, 74, "{body}", Face.TYPEWRITER, 12, True),
            (266, 74, "Sammanträdesdatum {date}", Face.TYPEWRITER, 12, True),
        ),
        left=72, body_left=72, item_left=122.4, right=530, top=122, bottom=790, after=0, typed=True,
    ),
    "letter": Style(
        Face.SANS, 10.5, 14, _SANS_HEADINGS,
        (
            (490, 40, "{number} ({of})", Face.SANS, 9, True),
            (62, 806, "Granby kommun, 555 80 Granby     Besöksadress: Torggatan 4     Växel: 0555-120 00",
             Face.SANS, 7.5, True),
        ),
        top=60, bottom=790, cover_left=230, furniture_rules=(795,), stops={2: (62, 320), 3: (62, 320, 410)},
    ),
    "report": Style(
        Face.SERIF, 11, 14.5, _SANS_HEADINGS,
        ((506, 52, "{number} ({of})", Face.SERIF, 10, True),),
        left=80, body_left=80, right=520, top=72, bottom=770,
    ),
    "rules": Style(
        Face.SERIF, 11.5, 15, _SANS_HEADINGS,
        ((62, 52, "{town} KOMMUN", Face.SERIF_BOLD, 11, True),),
        top=92, cover_left=380,
    ),
}  # fmt: skip
