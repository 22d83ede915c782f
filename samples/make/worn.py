"""What paper, pen and scanner do to a page: ink, stamp, signature, skew, specks, threshold."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw

from samples.make.draw import Grey
from samples.make.fonts import Face, drawn
from samples.make.layout import Sheet

DPI = 300
_POINT = DPI / 72


def signed(image: Grey, sheet: Sheet, generator: np.random.Generator) -> Grey:
    """The page with handwriting on every line that waits for one."""
    written = image.copy()
    for x, y in sheet.signatures:
        scrawl = _scrawl(generator, x * _POINT, y * _POINT, generator.uniform(320, 480))
        cv2.polylines(written, [scrawl], isClosed=False, color=40, thickness=4, lineType=cv2.LINE_AA)
    return written


def initialled(image: Grey, generator: np.random.Generator) -> Grey:
    """The page with the adjuster's initials at the foot."""
    written = image.copy()
    scrawl = _scrawl(generator, 125 * _POINT, 812 * _POINT, 90)
    cv2.polylines(written, [scrawl], isClosed=False, color=50, thickness=3, lineType=cv2.LINE_AA)
    return written


def _scrawl(generator: np.random.Generator, x: float, y: float, length: float) -> np.ndarray:
    """Loops that lean to the right, as a hurried hand makes them."""
    t = np.linspace(0, 1, 400)
    loops = length / generator.uniform(34, 60)
    heights = [generator.uniform(25, 50), *generator.uniform(5, 26, 4), generator.uniform(2, 8)]
    size = np.interp(t, [0, 0.15, 0.35, 0.55, 0.8, 1], heights)
    phase = 2 * np.pi * loops * t ** generator.uniform(0.75, 1.1) + generator.uniform(0, 6)
    wobble = np.interp(t, np.linspace(0, 1, 12), generator.normal(0, 7, 12))
    up = np.sin(phase) * size + wobble
    across = length * t + np.cos(phase) * size * 0.7 + up * 0.35
    return np.stack([x + across, y - up - 8], axis=1).round().astype(np.int32)


def stamped(image: Grey, lines: tuple[str, ...], centre: tuple[float, float], degrees: float) -> Grey:
    """The page with a rubber stamp, its middle at `centre` (shares of width and height)."""
    wide, high = 620, 90 + 62 * len(lines)
    stamp = Image.new("L", (wide, high), 255)
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((6, 6, wide - 7, high - 7), outline=70, width=6)
    for number, line in enumerate(lines):
        font = drawn(Face.SANS_BOLD, 46 if number else 52)
        pen.text((wide / 2, 58 + 62 * number), line, font=font, fill=70, anchor="mm")
    turned = np.asarray(stamp.rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC))
    worn = image.copy()
    height, width = turned.shape
    top = int(centre[1] * image.shape[0] - height / 2)
    left = int(centre[0] * image.shape[1] - width / 2)
    under = worn[top : top + height, left : left + width]
    worn[top : top + height, left : left + width] = np.minimum(under, turned)
    return worn


def scanned(image: Grey, degrees: float, generator: np.random.Generator, grain: float = 22) -> Grey:
    """The page as a scanner sees it: turned, a little soft, uneven ink, grain, specks, a dark edge."""
    height, width = map(int, image.shape)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    soft = cv2.GaussianBlur(turned, (0, 0), 1.1).astype(np.float32)
    patches = generator.normal(0, 1, (height // 60 + 1, width // 60 + 1)).astype(np.float32)
    soft += cv2.resize(patches, (width, height), interpolation=cv2.INTER_CUBIC) * 9
    dust = generator.normal(0, 1, (height, width)).astype(np.float32)
    soft += cv2.GaussianBlur(dust, (0, 0), 0.9) * grain
    seen: Grey = np.clip(soft, 0, 255).astype(np.uint8)
    for _ in range(int(generator.integers(25, 60))):
        spot = (int(generator.integers(0, width)), int(generator.integers(0, height)))
        cv2.circle(seen, spot, int(generator.integers(1, 4)), 30, thickness=-1)
    seen[:, : int(generator.integers(4, 14))] = 20
    return seen


def four_greys(image: Grey) -> Image.Image:
    """White paper, black ink and two greys between, as an office copier scans."""
    steps = np.digitize(image, (70, 130, 205)).astype(np.uint8)
    levels = Image.fromarray(steps, "P")
    levels.putpalette([level for grey in (0, 90, 170, 255) for level in (grey, grey, grey)])
    return levels


def bilevel(image: Grey, threshold: int = 145) -> Image.Image:
    """Black and white, as archives scan text."""
    return Image.fromarray(np.where(image < threshold, 0, 255).astype(np.uint8)).convert("1")
