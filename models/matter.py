"""What happened at a meeting: who sat, which matters were handled, how each was decided."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from models.mention import Frozen, Place
from models.vocabulary import (
    AddresseeKind,
    AddresseeRole,
    AmountBound,
    Ballot,
    Capacity,
    Currency,
    DecisionOutcome,
    DecisionStatus,
    VoteMethod,
)

ParagraphRange = tuple[int, int]
Exact = Annotated[str, Field(pattern=r"^-?(0|[1-9][0-9]{0,15})(\.[0-9]{1,4})?$")]
"""A decimal number as text, so that no reader rounds it: "1250.5"."""


class Attendance(Frozen):
    """One person at a meeting; `present_for` as § ranges, None for the whole of it."""

    name: str
    party: str | None = None
    capacity: Capacity
    replaces: str | None = None
    present_for: tuple[ParagraphRange, ...] | None = None
    places: tuple[Place, ...] = ()


class Meeting(Frozen):
    """What the front page of minutes says of the meeting."""

    body: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    location: str | None = None
    paragraph_from: int | None = None
    paragraph_to: int | None = None
    chair: str | None = None
    secretary: str | None = None
    adjusters: tuple[str, ...] = ()
    adjusted_on: str | None = None
    posted_on: str | None = None
    removed_on: str | None = None
    kept_at: str | None = None
    attendance: tuple[Attendance, ...] = ()


class Proposal(Frozen):
    """What somebody moved in an item."""

    by: str | None = None
    party: str | None = None
    text: str


class PersonVote(Frozen):
    """How one person voted."""

    name: str
    party: str | None = None
    vote: Ballot


class Vote(Frozen):
    """How an item was decided."""

    method: VoteMethod
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None
    by_person: tuple[PersonVote, ...] = ()


class Reservation(Frozen):
    """Who reserved themselves against a decision."""

    name: str
    party: str | None = None


class Statement(Frozen):
    """A särskilt yttrande or protokollsanteckning."""

    by: str | None = None
    text: str


class Recusal(Frozen):
    """Who took no part because of jäv."""

    name: str
    party: str | None = None


class Earlier(Frozen):
    """The same matter in another body."""

    body: str | None = None
    date: str | None = None
    paragraph: int | None = None


class Item(Frozen):
    """An ärende of minutes."""

    paragraph: int | None = None
    heading: str | None = None
    dnr: tuple[str, ...] = ()
    summary: str | None = None
    basis: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    procedure: str | None = None
    vote: Vote | None = None
    decisions: tuple[str, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    statements: tuple[Statement, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    sent_to: tuple[str, ...] = ()
    immediate: bool = False
    earlier: tuple[Earlier, ...] = ()
    places: tuple[Place, ...] = ()


class Point(Frozen):
    """One numbered or listed point of a decision."""

    number: int
    text: str
    outcome: DecisionOutcome


class Amount(Frozen):
    """Money that a decision names: `value` in whole units of the currency, or from it up to `value_to`.

    `per` is what it is paid for each of ("år", "elev"), `point` the number of the point that names it.
    """

    value: Exact
    value_to: Exact | None = None
    currency: Currency
    bound: AmountBound | None = None
    per: str | None = None
    point: int | None = None
    places: tuple[Place, ...] = ()


class Addressee(Frozen):
    """Somebody to whom a decision turns, as printed, and for what; `point` as in `Amount`."""

    name: str
    kind: AddresseeKind | None = None
    role: AddresseeRole
    point: int | None = None
    places: tuple[Place, ...] = ()


class Decision(Frozen):
    """A decision; a proposal or an earlier decision that is cited has its own status."""

    id: str
    item: int | None = None
    body: str | None = None
    date: str | None = None
    paragraph: int | None = None
    dnr: str | None = None
    status: DecisionStatus
    outcome: DecisionOutcome
    text: str
    points: tuple[Point, ...] = ()
    amounts: tuple[Amount, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    places: tuple[Place, ...] = ()
