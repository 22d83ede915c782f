"""The ärenden of minutes, each with what was told, moved, decided and noted in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.matter import Decision, Earlier, Item, Proposal, Recusal, Reservation, Statement
from models.mention import Dnr, Paragraph, Person, Place
from models.outline import Block, BlockKind, ItemOutline, LineRole, Part
from models.swedish.names import NAME_WORD
from models.swedish.roles import address
from models.vocabulary import ParagraphKind
from pipeline.extract.decisions.clauses import Clause, bare, clauses_of, entries_of, sentences_of
from pipeline.extract.decisions.headed import is_immediate
from pipeline.extract.items.votes import vote_of
from pipeline.extract.placed import Placed

_MOVES = re.compile(
    r"\b(?:yrka(?:r|de|nde)|föreslå[rs]|föreslog|instämmer|hemställer|biträder)\b", re.IGNORECASE
)
_SPEAKS = re.compile(r"[A-ZÅÄÖ][^.:]{3,120}: ")
"""Who moves what under "Yrkanden" without a verb: "Anna Ek (M): Avslag på ansökan"."""
_RESERVES_SELF = re.compile(r"\breserverade? sig\b|\breserverar sig\b", re.IGNORECASE)
"""What also stands under a proposal that the body itself makes to another."""
_RESERVES = re.compile(r"\breserve?ra(?:r|de|t)?\b|\breservation\b", re.IGNORECASE)
_STANDS_ASIDE = re.compile(r"\bdelt(?:ar|og|ager|a|aga) (?:(?:inte|ej|icke) )?i beslut", re.IGNORECASE)
"""What somebody does who neither decides nor reserves himself: "deltar inte i beslutet"."""
_ADDRESSED = re.compile(
    rf"{address()}[ ](?P<names>{NAME_WORD}(?:,[ ]{NAME_WORD})*"
    rf"(?:[ ](?:och|samt)[ ](?:{address()}[ ])?{NAME_WORD})?)"
)
_SURNAME = re.compile(rf"(?!{address()}[ ]){NAME_WORD}")
_RECUSED = re.compile(r"\bjäv\w*\b", re.IGNORECASE)

IN_CONTENTS = "§ in contents"
"""The rule of an item that only a table of contents names."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was extracted from the whole part, for its items to take their own from."""

    people: Placed[Person]
    dnr: Placed[Dnr]
    paragraphs: Placed[Paragraph]
    decisions: Placed[Decision]


def items(part: Part, facts: Facts) -> tuple[Item, ...]:
    """One entry for each § that the part minutes or that only its contents name, in order."""
    starts = [item.sign.start for item in part.items]
    ends = [*starts[1:], len(part.text.content)]
    told = [_item(part, item, end, facts) for item, end in zip(part.items, ends, strict=False)]
    listed = [_item(part, item, item.head[1], facts) for item in part.listed]
    return tuple(sorted((*told, *listed), key=lambda item: item.paragraph or 0) if listed else told)


def _item(part: Part, item: ItemOutline, end: int, facts: Facts) -> Item:
    start = item.sign.start
    reserved = _who(item, BlockKind.RESERVATION, _RESERVES, facts.people)
    recused = _who(item, BlockKind.RECUSAL, _RECUSED, facts.people)
    numbered = (item.head, *((line.start, line.end) for line in item.beside))
    own = (d for d in facts.decisions.within((start, end)) if d.item == item.paragraph)
    return Item(
        paragraph=item.paragraph,
        heading=item.title or None,
        dnr=tuple(dict.fromkeys(d.value for span in numbered for d in facts.dnr.within(span))),
        summary=_joined(item, BlockKind.SUMMARY),
        basis=tuple(
            bare(entry.text) for b in item.blocks_of(BlockKind.BASIS) for entry in entries_of(b.lines)
        ),
        proposals=tuple(_proposals(item, facts.people)),
        procedure=_joined(item, BlockKind.PROCEDURE),
        vote=vote_of(item, facts.people.within((start, end))),
        decisions=tuple(d.id for d in own),
        reservations=tuple(Reservation(name=p.name, party=p.party) for p in reserved),
        statements=tuple(_statements(item, facts.people)),
        recusals=tuple(Recusal(name=p.name, party=p.party) for p in recused),
        sent_to=tuple(_receivers(item)),
        immediate=is_immediate("\n".join(line.text for line in item.lines())),
        earlier=tuple(_earlier(item, end, facts.paragraphs)),
        places=_places(part, item),
    )


def _joined(item: ItemOutline, kind: BlockKind) -> str | None:
    clauses = [clause.text for block in item.blocks_of(kind) for clause in clauses_of(block.lines)]
    return "\n".join(clauses) or None


def _proposals(item: ItemOutline, people: Placed[Person]) -> Iterator[Proposal]:
    """Who moved what: yrkanden by their persons, and the proposal that the matter came with."""
    for block in item.blocks_of(BlockKind.PROPOSAL):
        if text := "\n".join(clause.text for clause in clauses_of(block.lines)):
            yield Proposal(by=_proposer(block), text=text)
    for block in item.blocks_of(BlockKind.MOTIONS, BlockKind.LEAD):
        for clause in clauses_of(block.lines):
            for sentence in sentences_of(clause):
                moves = _MOVES.search(sentence.text) or (
                    block.kind is BlockKind.MOTIONS and _SPEAKS.match(sentence.text)
                )
                who = _first_within(people, sentence) if moves else None
                if who:
                    yield Proposal(by=who.name, party=who.party, text=sentence.text)


def _proposer(block: Block) -> str | None:
    """Who the heading says makes the proposal ("Arbetsutskottets förslag till beslut")."""
    owner = re.match(r"(.+?)s förslag\b", block.heading.text) if block.heading else None
    return owner[1] if owner else None


def _first_within(people: Placed[Person], clause: Clause) -> Person | None:
    return next(iter(_within(people, [(clause.start, clause.end)])), None)


def _who(item: ItemOutline, kind: BlockKind, word: re.Pattern[str], people: Placed[Person]) -> list[Person]:
    """The people named in blocks of `kind`, and in sentences elsewhere that hold `word`."""
    clauses = (clause for block in item.blocks_of(kind) for clause in clauses_of(block.lines))
    under = (s for clause in clauses for s in sentences_of(clause))
    told = [s for s in under if not _STANDS_ASIDE.search(s.text)]
    quiet = (kind, BlockKind.SUMMARY, BlockKind.BASIS, BlockKind.SENT_TO)
    for block in item.blocks:
        if block.kind not in quiet:
            said = _RESERVES_SELF if block.kind is BlockKind.PROPOSAL else word
            sentences = (s for clause in clauses_of(block.lines) for s in sentences_of(clause))
            told += [s for s in sentences if word.search(s.text) and said.search(s.text)]
    named = _within(people, [(s.start, s.end) for s in told])
    return named or [person for s in told for person in _by_surname(s.text, people)]


def _by_surname(text: str, people: Placed[Person]) -> Iterator[Person]:
    """Those whom a sentence names by address and surname alone, where only one in the document has it."""
    for addressed in _ADDRESSED.finditer(text):
        for surname in _SURNAME.findall(addressed["names"]):
            bearers = [person for person in people.things if person.name.split()[-1] == surname]
            if len(bearers) == 1:
                yield bearers[0]


def _within(people: Placed[Person], spans: list[tuple[int, int]]) -> list[Person]:
    """The people mentioned in any of the spans, in the order of the text."""
    return list({person.name: person for person in people.mentioned(spans)}.values())


def _statements(item: ItemOutline, people: Placed[Person]) -> Iterator[Statement]:
    for block in item.blocks_of(BlockKind.STATEMENT):
        for n, clause in enumerate(clauses_of(block.lines)):
            who = _first_within(people, clause)
            if n == 0 or who:
                yield Statement(by=who.name if who else None, text=clause.text)


def _receivers(item: ItemOutline) -> Iterator[str]:
    for block in item.blocks_of(BlockKind.SENT_TO):
        for clause in entries_of(block.lines):
            yield bare(clause.text)


def _earlier(item: ItemOutline, end: int, paragraphs: Placed[Paragraph]) -> Iterator[Earlier]:
    for paragraph in paragraphs.within((item.sign.start, end)):
        if paragraph.kind is ParagraphKind.CITED:
            yield Earlier(body=paragraph.body, date=paragraph.date, paragraph=paragraph.number)


def _places(part: Part, item: ItemOutline) -> tuple[Place, ...]:
    """The sign and the heading: where a person finds the item on the paper."""
    lines = (item.sign, *item.heading)
    rule = IN_CONTENTS if item.sign.role is LineRole.CONTENTS else "§ item"
    return tuple(place for line in lines for place in part.text.places(line.start, line.end, rule))
