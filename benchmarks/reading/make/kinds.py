"""The kinds of page: what was done to each."""

from __future__ import annotations

from enum import StrEnum

from benchmarks.reading.damage import paper, scanner, whole
from benchmarks.reading.damage.print import Damage


class Kind(StrEnum):
    """What was done to a page."""

    CLEAN = "clean"
    SKEW = "skew"
    NOISE = "noise"
    BLUR = "blur"
    JPEG = "jpeg"
    LOW_CONTRAST = "low-contrast"
    SHADOW = "shadow"
    SALT_AND_PEPPER = "salt-and-pepper"
    FAX = "fax"
    BLEED_THROUGH = "bleed-through"
    STAMP = "stamp"
    BORDER = "border"
    SPREAD = "spread"
    TURNED = "turned"
    SPECKS = "specks"
    ALL = "all-at-once"


LIGHT = (Kind.SKEW, Kind.NOISE, Kind.BLUR, Kind.JPEG, Kind.LOW_CONTRAST)
"""One light damage each, such as any scan may have."""

DAMAGES: dict[Kind, Damage] = {
    Kind.CLEAN: lambda page, _: page,
    Kind.SKEW: scanner.skew,
    Kind.NOISE: scanner.noise,
    Kind.BLUR: scanner.blur,
    Kind.JPEG: scanner.jpeg,
    Kind.LOW_CONTRAST: scanner.low_contrast,
    Kind.SHADOW: scanner.shadow,
    Kind.SALT_AND_PEPPER: scanner.salt_and_pepper,
    Kind.FAX: scanner.fax,
    Kind.BLEED_THROUGH: paper.bleed_through,
    Kind.STAMP: paper.stamp,
    Kind.BORDER: scanner.border,
    Kind.TURNED: whole.quarter_turn,
    Kind.SPECKS: paper.specks,
    Kind.ALL: whole.all_at_once,
}
"""A spread is made of two pages: see `pages`."""
