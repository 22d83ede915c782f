"""Two documents: a hostile one of plain text, and a scan with the place of each thing on it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import Image, ImageDraw

from archive.folder import Archive
from models.matter import Attendance, Decision, Item, Meeting, PersonVote, Proposal, Reservation, Vote
from models.mention import Dnr, Person, Place
from models.outcome import Outcome
from models.record import Record, RecordEdit, RecordPage
from models.source import MediaType, Source
from models.vocabulary import Ballot, Capacity, DecisionOutcome, DecisionStatus, Kind, VoteMethod
from tests.archive.records import file_of, record_of, source_of

SCRIPT = "<script>alert(1)</script>"
HOSTILE = f"{SCRIPT}\" onload='x' \u202egnp.exe\u2066 \x1b[31m\x07 '; DROP TABLE documents; -- {{{{7*7}}}}"
PNR = "19121212-1212"
TEXT = ("Granby kommun\nBeslut om ny skola\nÅsa Öberg reserverar sig\n", "§ 2 Nästa sida")
WIDTH, HEIGHT = 800, 1000


def made_archive(folder: Path) -> Path:
    """An archive in `folder` with both documents."""
    with Archive.writing(folder / "arkiv") as archive:
        for outcome in (text_document(), scan(folder / "scan.png")):
            archive.jobs.queue([outcome.source.path])
            archive.put(outcome)
    return folder / "arkiv"


def text_document() -> Outcome:
    """Everything that a document can say of itself is hostile."""
    source = source_of(b"hostile", f"in/{SCRIPT}/../../etc/passwd.txt")
    record = record_of(source, pages=(f"{HOSTILE}\n{PNR}", "x" * 300_000))
    person = Person(name=HOSTILE, party=SCRIPT, roles=(SCRIPT,), bodies=(HOSTILE,), candidates=(SCRIPT,))
    return Outcome(
        source,
        (
            record.model_copy(
                update={
                    "title": HOSTILE,
                    "body": HOSTILE,
                    "people": (person,),
                    "edits": (RecordEdit(start=0, end=8, raw=SCRIPT, reason=SCRIPT, confidence=0.5),),
                    "items": (Item(paragraph=1, heading=HOSTILE, dnr=(SCRIPT,), summary=HOSTILE),),
                    "meeting": Meeting(body=HOSTILE, chair=SCRIPT),
                    "dnr": (),
                }
            ),
        ),
    )


def scan(path: Path) -> Outcome:
    """A page with three lines, and a second that is text; the picture lies at `path`."""
    draw_page(path)
    content = path.read_bytes()
    source = Source(path, hashlib.sha256(content).hexdigest(), len(content), MediaType.PNG)
    return Outcome(source, (scanned(source),))


def scanned(source: Source) -> Record:
    record = record_of(source, pages=TEXT)
    page = RecordPage(number=1, width=WIDTH, height=HEIGHT, unit="px", dpi=100, origin="ocr", confidence=0.9)
    return record.model_copy(
        update={
            "source": file_of(source, 2),
            "kind": Kind.PROTOKOLL,
            "title": "Protokoll om skolan",
            "body": "Barnnämnden",
            "municipality": record.municipality,
            "pages": (page, RecordPage(number=2, origin="text")),
            "people": (Person(name="Åsa Öberg", party="C", roles=("ordförande",), places=(place(2),)),),
            "dnr": (Dnr(value="BN 1974/187", registry="BN", year=1974, number=187, places=(place(1),)),),
            "items": (item(),),
            "decisions": (decision(),),
            "meeting": meeting(),
            "edits": (RecordEdit(start=14, end=20, raw="Bes1ut", reason="lexicon", confidence=0.9),),
        }
    )


def item() -> Item:
    return Item(
        paragraph=1, heading="Ny skola", dnr=("BN 1974/187",), summary="En skola behövs.", decisions=("d1",),
        proposals=(Proposal(by="Åsa Öberg", party="C", text="Åsa Öberg yrkar bifall."),),
        reservations=(Reservation(name="Åsa Öberg", party="C"),),
        vote=Vote(
            method=VoteMethod.VOTERING, yes=5, no=4,
            by_person=(PersonVote(name="Åsa Öberg", party="C", vote=Ballot.NEJ),),
        ),
        sent_to=("Skolchefen",), places=(place(1),),
    )  # fmt: skip


def decision() -> Decision:
    return Decision(
        id="d1", item=1, paragraph=1, body="Barnnämnden", date="1974-11-05", dnr="BN 1974/187",
        status=DecisionStatus.FATTAT, outcome=DecisionOutcome.BIFALL, text="Beslut om ny skola",
        places=(place(1),),
    )  # fmt: skip


def meeting() -> Meeting:
    seat = Attendance(name="Åsa Öberg", party="C", capacity=Capacity.LEDAMOT, present_for=((1, 2),))
    return Meeting(
        body="Barnnämnden", date="1974-11-05", start="13:00", location="Stadshuset", chair="Åsa Öberg",
        adjusters=("Nils Åkerfält",), attendance=(seat,),
    )  # fmt: skip


def place(line: int) -> Place:
    """The place of a line of the first page, counted from 0."""
    lines = TEXT[0].split("\n")
    start = sum(len(one) + 1 for one in lines[:line])
    top = 100.0 * (line + 1)
    raw = lines[line].replace("Beslut", "Bes1ut")
    return Place(
        page=1, start=start, end=start + len(lines[line]), boxes=((100, top, 700, top + 50),), raw=raw,
        confidence=0.8, rule="made",
    )  # fmt: skip


def draw_page(path: Path) -> None:
    page = Image.new("L", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(TEXT[0].splitlines(), 1):
        draw.text((100, 100 * number + 10), line, fill="black")
    page.save(path)
