"""The repairs that need no judgement of words in context: they also run over sound text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.swedish.abbreviations import abbreviations
from models.swedish.figures import figures
from models.swedish.law_number import law_number
from models.swedish.percent_sign import percent_sign
from models.swedish.section_sign import section_sign
from models.swedish.units import units
from models.text import Change
from pipeline.repair.accents import accents
from pipeline.repair.acronyms import torn_acronyms
from pipeline.repair.bullets import bullets
from pipeline.repair.encoding import mojibake, wrong_set
from pipeline.repair.font_map import font_map
from pipeline.repair.letter_l import letter_i, letter_l
from pipeline.repair.party_letter import brace, party_letter, party_letter_twice
from pipeline.repair.typography import letter_spacing, signs

Step = Callable[[str], Iterable[Change]]
"""From a text's content to proposed changes that lie apart."""

STEPS: tuple[Step, ...] = (
    font_map,
    mojibake,
    wrong_set,
    signs,
    letter_spacing,
    bullets,
    party_letter,
    party_letter_twice,
    brace,
    accents,
    abbreviations,
    torn_acronyms,
    letter_l,
    letter_i,
    figures,
    law_number,
    units,
    percent_sign,
    section_sign,
)
OF_ENGINES = frozenset(
    {
        "abbreviation",
        "accents",
        "acronym",
        "brace",
        "bullet",
        "letter l",
        "letter I",
        "figures",
        "law number",
        "square",
        "percent",
        "percent sign",
        "section sign",
    }
)
"""The reasons of edits that tell that an engine read the text: no writer makes such faults."""
