"""The way of a matter, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from justerat.cli.found import short
from justerat.cli.output import add_row, one_line, out, say, table
from models.vocabulary import DecisionOutcome, DecisionStatus, VoteMethod
from models.way import NOT_TAKEN, Act, Citation, Difference, Ruling, Spot, Step, Way


def show(way: Way) -> None:
    """The matter's name, a row a step, and what is told differently."""
    name = ", ".join(str(part) for part in (way.number, way.municipality, way.title) if part)
    say(f"{one_line(name)}\n")
    rows = table("date", "body", "§", "kind", "done", "where", numbers=("§",))
    for step in way.steps:
        add_row(
            rows, step.date or step.year, _body(step), step.paragraph, step.kind,
            _done(step, way), _where(step),
        )  # fmt: skip
    if way.steps:
        out().print(rows)
    for step in way.steps:
        for difference in step.differences:
            say(f"{_step_name(step)}: {_difference(difference)}")
    if way.named_in:
        say(f"Only named in {_spots(way.named_in)}.")
    cited = sum(step.only_cited for step in way.steps)
    only = f", {cited} of them only cited: their documents are not in the archive" if cited else ""
    say(f"\n{len(way.steps)} steps{only}.")
    if not way.whole:
        say("There are more documents of this matter than are followed: ask for a body, day and § too.")


def _body(step: Step) -> str | None:
    """The body; of a document that is only cited, what it is called, without its day."""
    return step.body or (step.title or "").removesuffix(step.date or "").rstrip(" ,") or None


def _done(step: Step, way: Way) -> str:
    return "; ".join(_facts(step, way))


def _facts(step: Step, way: Way) -> Iterator[str]:
    taken = [ruling for ruling in step.rulings if ruling.status not in NOT_TAKEN]
    if step.act is Act.RECEIVED or not step.rulings:
        yield step.act.value
    elif taken:
        yield f"{Act.DECISION.value}: {_outcomes(taken)}"
    else:
        yield f"{Act.PROPOSAL.value}: {_outcomes(step.rulings)}"
    if step.received and step.received != step.date:
        yield f"received {step.received}"
    vote = step.vote
    if vote and vote.method is not VoteMethod.ACKLAMATION:
        counted = "" if vote.yes is None or vote.no is None else f" {vote.yes}-{vote.no}"
        yield f"{vote.method.value}{counted}"
    if step.numbers and way.number not in step.numbers:
        yield f"dnr {', '.join(map(str, step.numbers))}"


def _outcomes(rulings: Iterable[Ruling]) -> str:
    return ", ".join(dict.fromkeys(_outcome(ruling) for ruling in rulings))


def _outcome(ruling: Ruling) -> str:
    points = ", ".join(dict.fromkeys(ruling.points))
    compound = ruling.outcome is DecisionOutcome.SAMMANSATT and points
    outside = f" ({ruling.status.value})" if ruling.status is DecisionStatus.ANNAT_ORGAN else ""
    return (f"{ruling.outcome.value} ({points})" if compound else ruling.outcome.value) + outside


def _where(step: Step) -> str:
    if step.only_cited:
        return f"only cited: {'; '.join(_citations(step))}"
    cited = f"; cited in {_spots(step.cited_by)}" if step.cited_by else ""
    return f"{_spots(step.documents)}{cited}"


def _citations(step: Step) -> Iterator[str]:
    """Each step that cites this one, with its documents: the same minutes may be there twice."""
    citing: dict[str, list[Citation]] = {}
    for cite in step.cited_by:
        section = f"§ {cite.paragraph}" if cite.paragraph else cite.kind
        name = " ".join(str(part) for part in (cite.body, cite.date, section) if part)
        citing.setdefault(name, []).append(cite)
    for name, cites in citing.items():
        yield f"{name} ({_spots(cites)})"


def _spots(spots: Iterable[Spot | Citation]) -> str:
    return ", ".join(f"{short(spot.document)} page {spot.page}" for spot in spots)


def _step_name(step: Step) -> str:
    section = f"§ {step.paragraph}" if step.paragraph else None
    return one_line(" ".join(str(part) for part in (step.date, step.body or step.kind, section) if part))


def _difference(difference: Difference) -> str:
    where = f"{short(difference.document)} page {difference.page}"
    return f"{difference.field} {difference.shown} here, {difference.told} in {where}"
