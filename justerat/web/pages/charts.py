"""Charts: decisions by year, outcome and body, and how well documents were read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from archive.facet import Value
from archive.search import charts
from archive.search.charts import Reading
from archive.search.sets import Sets
from justerat.web.language import Language, Messages, language_of
from justerat.web.render import page
from justerat.web.served import Here, Served
from justerat.web.view.addresses import address, narrowed
from justerat.web.view.chart import Chart, Point, bars, columns, number, percentage
from models.errors import QueryError

router = APIRouter(include_in_schema=False)
DECISIONS, READING = "/diagram", "/diagram/lasning"
Asked = Annotated[str, Query(max_length=1000)]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table beside a chart: where its name leads within the charts, and its numbers."""

    point: Point
    inside: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with its heading, and the table of the same numbers; `wide` where it runs along the years."""

    name: str
    heads: tuple[str, ...]
    chart: Chart
    rows: tuple[Row, ...]
    wide: bool = False


@router.get(DECISIONS)
def decisions(request: Request, here: Here, q: Asked = "") -> HTMLResponse:
    """The decisions that a query finds, counted three ways; each bar leads to the search that lists them."""
    return _page(request, here, q, DECISIONS, _decisions)


@router.get(READING)
def reading(request: Request, here: Here, q: Asked = "") -> HTMLResponse:
    """How surely the documents that a query finds were read, by their year and by the day of reading."""
    return _page(request, here, q, READING, _readings)


_Draw = Callable[[Sets, str, Messages], tuple[str, str, list[Drawn]]]


def _page(request: Request, here: Served, q: str, path: str, draw: _Draw) -> HTMLResponse:
    fault, asked, told, drawn = None, q, "", list[Drawn]()
    try:
        with here.archive.asking() as (connection, memory):
            asked, told, drawn = draw(Sets(connection, memory), q, Messages(language_of(request)))
    except QueryError as error:
        fault = error
    others = [(one, address(one, q), one == path) for one in (DECISIONS, READING)]
    return page(
        request, "charts.html", 422 if fault else 200, q=q, fault=fault, drawn=drawn, told=told,
        here=path, others=others, all_of_them=address("/sok", asked),
    )  # fmt: skip


def _decisions(sets: Sets, q: str, t: Messages) -> tuple[str, str, list[Drawn]]:
    found, asked = charts.decisions(sets, q), charts.decisions_asked(q)

    def drawn(name: str, values: Sequence[Value]) -> Drawn:
        points = [
            Point(
                value.shown, value.count, number(value.count, t.language),
                address("/sok", narrowed(asked, name, value)),
            )
            for value in values
        ]  # fmt: skip
        rows = tuple(
            Row(
                point, address(DECISIONS, narrowed(q, name, value)),
                (percentage(value.count / found.total, t.language),),
            )
            for point, value in zip(points, values, strict=True)
        )  # fmt: skip
        heads = (t(f"facet_{name}"), t("chart_count"), t("chart_share"))
        wide = name == "year"
        return Drawn(heads[0], heads, columns(points, t.language) if wide else bars(points), rows, wide=wide)

    by = (("year", found.years), ("outcome", found.outcomes), ("body", found.bodies))
    told = t("chart_decisions", count=number(found.total, t.language))
    return asked, told, [drawn(name, values) for name, values in by if values]


def _readings(sets: Sets, q: str, t: Messages) -> tuple[str, str, list[Drawn]]:
    found, asked = charts.readings(sets, q), charts.documents_asked(q)
    whole = found.whole
    told = t(
        "chart_readings",
        count=number(whole.documents, t.language),
        known=number(whole.known, t.language),
        confidence=percentage(whole.confidence, t.language) or "–",
        repaired=percentage(whole.repaired, t.language, 2) or "–",
    )
    groups = (("year", found.years, True), ("read", found.days, False))
    drawn = [_measured(name, readings, asked, q, t, wide=wide) for name, readings, wide in groups]
    return asked, told, list(chain.from_iterable(drawn))


def _measured(  # noqa: PLR0913  what a chart is made of
    name: str, readings: Sequence[Reading], asked: str, q: str, t: Messages, *, wide: bool
) -> Iterator[Drawn]:
    """A chart of confidence and one of repairs, of the same groups of documents."""
    for measure in ("confidence", "repaired"):
        told = [(one, one.confidence if measure == "confidence" else one.repaired) for one in readings]
        if not any(share for _, share in told):
            continue
        points, rows = list[Point](), list[Row]()
        for one, share in told:
            value = Value(one.value, one.value, one.documents)
            shown = percentage(share, t.language, 1 if measure == "confidence" else 2) or "–"
            point = Point(one.value, share or 0, shown, address("/sok", narrowed(asked, name, value)))
            points.append(point)
            rows.append(Row(point, address(READING, narrowed(q, name, value)), _counts(one, t.language)))
        heads = (t(f"facet_{name}"), t(f"chart_{measure}"), t("documents"), t("chart_known"))
        chart = columns(points, t.language, percent=True) if wide else bars(points)
        yield Drawn(t(f"chart_{measure}_by_{name}"), heads, chart, tuple(rows), wide=wide)


def _counts(reading: Reading, language: Language) -> tuple[str, ...]:
    return number(reading.documents, language), number(reading.known, language)
