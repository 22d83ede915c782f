"""What reading damaged, mended: proposed edits, applied; what is unsure becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass

from models.finding import Finding, Severity
from models.settings import RepairSettings
from models.text import Change, Text
from pipeline.repair.damaged import damage
from pipeline.repair.deterministic import STEPS
from pipeline.repair.own import own_words
from pipeline.repair.spots import mend_spots

UNCERTAIN = "uncertain-repair"


@dataclass(frozen=True, slots=True)
class Repaired:
    """The mended text, and what would have been mended had it been surer."""

    text: Text
    findings: tuple[Finding, ...] = ()


def repair(text: Text, settings: RepairSettings) -> Repaired:
    """The text with its damage mended where that is sure enough; sound text comes out as it went in."""
    if not settings.enabled:
        return Repaired(text)
    own = own_words(settings.words)
    for step in (*STEPS, own.changes):
        fit = own.kept(text.content, step(text.content))
        text = text.apply(change for change in fit if change.confidence >= settings.threshold)
    found = damage(text.content)
    mendings = (*found.mendings, *mend_spots(text, found.stretches))
    proposed = [*own.kept(text.content, (mending.change() for mending in mendings))]
    sure = [change for change in proposed if change.confidence >= settings.threshold]
    findings = tuple(_finding(text, change) for change in proposed if change.confidence < settings.threshold)
    return Repaired(text.apply(sure), findings)


def _finding(text: Text, change: Change) -> Finding:
    read = text.content[change.start : change.end]
    message = f'"{read}" may be "{change.text}" ({change.confidence:.0%})'
    return Finding(UNCERTAIN, Severity.INFO, message, text.page_at(change.start))
