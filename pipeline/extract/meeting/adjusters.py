"""Who was chosen to confirm the minutes, where the minutes tell it in running text."""

from __future__ import annotations

import re

from models.outline import Part
from models.swedish.marks import loose
from pipeline.extract.language import parse
from pipeline.extract.people.candidates import candidates

_CHOSEN = r"(?:utsågs|valdes|utses|väljs|utsedd\w*|valts|utsetts|utsåg|utser|utse|valde|väljer|välja)"
_WITHIN = r"(?:[^.§]|\.(?=\w))"
_TASK_FIRST = re.compile(
    loose(
        rf"\b(?:att|till){_WITHIN}{{0,80}}?\b(?!om)\w*juster{_WITHIN}{{0,60}}?\b{_CHOSEN}\b(?P<who>[^;§]{{5,160}})"
    ),
    re.IGNORECASE,
)
_CHOICE_FIRST = re.compile(
    loose(
        rf"\b{_CHOSEN}\b(?P<who>{_WITHIN}{{5,120}}?)[ ,\n]+(?:till|att|som|jämte)\b{_WITHIN}{{0,60}}?"
        r"\b(?!om)\w*juster"
    ),
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    loose(rf"(?P<who>[^.;:§]{{5,90}}?)\s{_CHOSEN}\s(?:till|att)\b{_WITHIN}{{0,60}}?\b(?!om)\w*juster"),
    re.IGNORECASE,
)
_STOP = re.compile(loose(r"(?<=[\w)])\.(?=\s|$)|\bmed\b|\bersättare\b|\bsuppleant|\bbestäm|\n\s*\n|:"))
"""Where the sentence ends, or where it goes on with those who stand in for the chosen."""


def adjusters_told(part: Part) -> tuple[str, ...]:
    """The names in the first sentence that says who was chosen; empty where none does."""
    for form in (_TASK_FIRST, _CHOICE_FIRST, _PASSIVE):
        for found in form.finditer(part.text.content):
            names = [candidate.name for candidate in candidates(parse(f"{_STOP.split(found['who'])[0]}\n"))]
            if names:
                return tuple(dict.fromkeys(names))
    return ()
