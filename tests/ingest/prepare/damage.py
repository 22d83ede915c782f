"""What scanners, light, age and copying do to a page, each by itself and always the same."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from ingest.picture import GreyImage
from tests.ingest.prepare.pages import PAPER


def turned(pixels: GreyImage, degrees: float) -> GreyImage:
    """The page turned clockwise about its middle, in a frame of the same size."""
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return _grey(
        cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(float(PAPER),))
    )


def quartered(pixels: GreyImage, quarters: int) -> GreyImage:
    """The page turned clockwise by so many quarters."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters))


def grained(pixels: GreyImage, deviation: float, seed: int = 1) -> GreyImage:
    """With noise of such a standard deviation, in shades."""
    noise = np.random.default_rng(seed).normal(0, deviation, pixels.shape)
    return _grey(np.clip(pixels + noise, 0, 255))


def peppered(pixels: GreyImage, share: float, seed: int = 1) -> GreyImage:
    """With so large a share of all pixels black or white."""
    at = np.random.default_rng(seed).random(pixels.shape)
    return _grey(np.where(at < share / 2, 0, np.where(at > 1 - share / 2, 255, pixels)))


def blurred(pixels: GreyImage, sigma: float) -> GreyImage:
    return _grey(cv2.GaussianBlur(pixels, (0, 0), sigma))


def compressed(pixels: GreyImage, quality: int) -> GreyImage:
    """As JPEG leaves it."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=quality)
    return np.array(Image.open(file), dtype=np.uint8)


def shaded(pixels: GreyImage, darkest: float) -> GreyImage:
    """With a shadow that grows to the right, where it leaves `darkest` of the light."""
    return _grey(pixels * np.linspace(1.0, darkest, pixels.shape[1]))


def faint(pixels: GreyImage, ink: int) -> GreyImage:
    """With its ink no darker than `ink`."""
    low = int(pixels.min())
    return _grey(PAPER - (PAPER - pixels.astype(np.float64)) * (PAPER - ink) / (PAPER - low))


def _grey(pixels: object) -> GreyImage:
    return np.asarray(pixels, dtype=np.uint8)
