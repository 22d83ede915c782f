"""What is measured of an image is measured once: the steps ask for the same few things again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from ingest.picture import GreyImage

Found = TypeVar("Found")


def once(measure: Callable[[GreyImage], Found]) -> Callable[[GreyImage], Found]:
    """`measure`, its answer kept as long as the image is; no step paints on an image, each makes a new one.

    By identity: to compare the pixels would take as long as to measure them.
    """
    known: dict[int, tuple[ref[GreyImage], Found]] = {}

    @wraps(measure)
    def asked(pixels: GreyImage) -> Found:
        key = id(pixels)
        if key not in known:
            known[key] = ref(pixels, lambda _: known.pop(key)), measure(pixels)
        return known[key][1]

    return asked
