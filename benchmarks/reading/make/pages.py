"""The set of pages: which there are, and their making into a folder that can be used again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator
from PIL import Image
from pydantic import TypeAdapter

from benchmarks.reading.damage.print import Print
from benchmarks.reading.damage.whole import spread
from benchmarks.reading.make.draw import Grey, draw
from benchmarks.reading.make.faces import Face
from benchmarks.reading.make.forms import Form, faces_of, set_page
from benchmarks.reading.make.kinds import DAMAGES, Kind
from benchmarks.reading.make.sheet import A4, BOOK
from benchmarks.reading.page import BenchPage
from samples import FOLDER

PAGES_A_KIND = 8
_DPI = (300, 200, 400, 150)
_FORMS = (
    Form.MINUTES, Form.TYPED, Form.REPORT, Form.LETTER, Form.COLUMNS, Form.ATTENDANCE, Form.TYPED, Form.TABLE,
)  # fmt: skip
_BOOK_FORMS = (Form.REPORT, Form.TYPED, Form.MINUTES, Form.LETTER)
"""Pages of a book are too narrow for columns and tables."""
_FAX_DRAWN_DPI = 400
_PAGES = TypeAdapter(list[BenchPage])


@dataclass(frozen=True, slots=True)
class Plan:
    """What one page is to be; `number` from 0 among those of its kind."""

    kind: Kind
    number: int
    form: Form
    face: Face
    dpi: int

    @property
    def name(self) -> str:
        """The page's name, which sorts by kind and number."""
        return f"{self.kind}-{self.number + 1:02}"


def planned(kinds: Iterable[Kind], pages_a_kind: int) -> Iterator[Plan]:
    """So many pages of each kind; forms, faces and dpi change from page to page, each in its own step."""
    for kind in kinds:
        order = list(Kind).index(kind)
        for number in range(pages_a_kind):
            forms = _BOOK_FORMS if kind is Kind.SPREAD else _FORMS
            form = forms[(number + order * (pages_a_kind < len(forms))) % len(forms)]
            faces = faces_of(form)
            face = faces[(number + order + number // len(forms)) % len(faces)]
            dpi = _DPI[(number + number // len(_DPI) + order) % len(_DPI)]
            yield Plan(kind, number, form, face, dpi)


def made(folder: Path, seed: int, plans: Iterable[Plan]) -> list[BenchPage]:
    """The pages, made where `folder` doesn't hold them yet."""
    kept = folder / f"seed-{seed}-{_maker()}"
    kept.mkdir(parents=True, exist_ok=True)
    return [_kept(kept, seed, plan) for plan in plans]


def _maker() -> str:
    """A digest of what makes pages: what other code or texts made is not used again."""
    root = Path(__file__).resolve().parents[1]
    files = [*root.glob("make/*.py"), *root.glob("damage/*.py"), *root.glob("texts/*.txt")]
    digest = hashlib.sha256()
    for file in sorted([*files, *(FOLDER / "source").glob("*.txt")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]


def _kept(folder: Path, seed: int, plan: Plan) -> BenchPage:
    about = folder / f"{plan.name}.json"
    if not about.exists():
        page = make(folder, seed, plan)
        about.write_text(page.model_dump_json(indent=1), "utf-8")
    page = BenchPage.model_validate_json(about.read_text("utf-8"))
    return page.model_copy(update={"path": folder / page.path.name})


def make(folder: Path, seed: int, plan: Plan) -> BenchPage:
    """One page, written to the folder; the same seed and plan always give the same page."""
    generator = np.random.default_rng([seed, list(Kind).index(plan.kind), plan.number])
    printed, truth = _spread(plan, generator) if plan.kind is Kind.SPREAD else _single(plan, generator)
    return BenchPage(
        name=plan.name,
        kind=plan.kind,
        path=_written(printed, folder / plan.name),
        truth=truth,
        form=plan.form,
        face=plan.face.name,
        dpi=min(printed.dpi) if plan.kind is Kind.FAX else plan.dpi,
        aside=printed.aside,
    )


def _single(plan: Plan, generator: Generator) -> tuple[Print, str]:
    dpi = _FAX_DRAWN_DPI if plan.kind is Kind.FAX else plan.dpi
    sheet = set_page(plan.form, plan.face, generator, A4)
    behind = set_page(plan.form, plan.face, generator, A4) if plan.kind is Kind.BLEED_THROUGH else None
    pixels = draw(sheet, dpi, generator)
    back = draw(behind, dpi, generator) if behind else _blank(pixels)
    return DAMAGES[plan.kind](Print(pixels, (dpi, dpi), back), generator), sheet.text


def _spread(plan: Plan, generator: Generator) -> tuple[Print, str]:
    sheets = [set_page(plan.form, plan.face, generator, BOOK) for _ in range(2)]
    drawn = [draw(sheet, plan.dpi, generator) for sheet in sheets]
    left, right = (Print(pixels, (plan.dpi, plan.dpi), _blank(pixels)) for pixels in drawn)
    return spread(left, right, generator), "\n".join(sheet.text for sheet in sheets)


def _blank(pixels: Grey) -> Grey:
    return np.full_like(pixels, 255)


def _written(printed: Print, path: Path) -> Path:
    """The image in the format that such pages are kept in: JPEG, TIFF of one bit, or PNG."""
    image = Image.fromarray(printed.pixels)
    if printed.bilevel:
        path = path.with_suffix(".tif")
        image.convert("1").save(path, compression="group4", dpi=printed.dpi)
    elif printed.quality is not None:
        path = path.with_suffix(".jpg")
        image.save(path, quality=printed.quality, dpi=printed.dpi)
    else:
        path = path.with_suffix(".png")
        image.save(path, compress_level=1, dpi=printed.dpi)
    return path
