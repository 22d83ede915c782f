"""Those who use an archive at once, each in a process of its own: reviewers, readers, and a run."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from pydantic import JsonValue

from archive.changes import changes
from archive.folder import Archive
from archive.review.chains import chains
from archive.review.reviews import Review
from archive.store import Query
from models.correction import Act, Asked
from models.errors import CorrectionStale, JusteratError
from models.outcome import Outcome

_PAUSE = 0.002
"""Seconds between two things that a hand does: people take a thousand times as long."""
_TURN = 60.0
"""Seconds that a hand waits for its first turn: a busy machine may not give one in the time asked for."""
_NAMES = ("Åsa Öberg", "Nils Åkerfält", "Vera Ek", "Olle Lund")


@dataclass
class Done:
    """What a hand did: how long each took, in seconds, what was acknowledged, and what went wrong.

    `late` counts the corrections refused since another came first: a reviewer looks again, and asks again.
    """

    seconds: list[float] = field(default_factory=list[float])
    acknowledged: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    late: int = 0
    errors: list[str] = field(default_factory=list[str])


def review(folder: Path, ids: tuple[str, ...], seconds: float, seed: int) -> Done:
    """Correct, confirm, add, rewrite and undo for so many seconds."""
    done, chance = Done(), random.Random(seed)  # noqa: S311  no secret

    def one(archive: Archive) -> None:
        document = chance.choice(ids)
        looked = archive.reviews.of(document)
        held = [chain.last.number for chain in chains(looked.corrections)]
        try:
            if held and chance.random() < 0.2:
                made = archive.reviews.undo(document, chance.choice(held), f"Granskare {seed}")
            else:
                made = archive.reviews.make(document, _asking(looked, chance), f"Granskare {seed}")
        except CorrectionStale:
            done.late += 1
            return
        done.acknowledged.append((document, made.number))

    with Archive.reading(folder) as archive:
        _repeat(archive, seconds, done, one)
        until = time.monotonic() + _TURN
        while not done.acknowledged and time.monotonic() < until:
            _repeat(archive, seconds, done, one)
    return done


def _asking(looked: Review, chance: random.Random) -> Asked:
    record, seen = looked.reviewed.record, looked.seen
    position = chance.randint(1, max(len(record.people), 1))
    text = record.text.find(" ", chance.randrange(len(record.text)))
    match chance.randrange(5 if record.people else 3):
        case 0:
            return Asked(act=Act.CORRECT, field="title", value=f"Protokoll {chance.random()}", seen=seen)
        case 1:
            number: JsonValue = {"value": f"KS 1974/{chance.randrange(10**6)}"}
            return Asked(act=Act.ADD, field="dnr", value=number, seen=seen)
        case 2:
            start = max(text, 0)
            words = chance.choice(("-", " och ", "  "))
            return Asked(act=Act.CORRECT, field="text", start=start, end=start + 1, value=words, seen=seen)
        case 3:
            name: JsonValue = {"name": chance.choice(_NAMES)}
            return Asked(act=Act.CORRECT, field="people", position=position, value=name, seen=seen)
        case _:
            return Asked(act=Act.CONFIRM, field="people", position=position, seen=seen)


def read(folder: Path, ids: tuple[str, ...], seconds: float, seed: int, threads: int) -> Done:
    """Open documents, search and follow the feed, from several threads, for so many seconds."""
    done, chance = Done(), random.Random(seed)  # noqa: S311  no secret

    def one(archive: Archive) -> None:
        match chance.randrange(3):
            case 0:
                archive.get(chance.choice(ids))
            case 1:
                archive.search(Query(f'person:"{chance.choice(_NAMES)}"'))
            case _:
                with archive.connection() as connection:
                    changes(connection, chance.randrange(100))

    # They share what an archive that is open shares, as those of a service do.
    with Archive.reading(folder) as archive:
        hands = [Thread(target=_repeat, args=(archive, seconds, done, one)) for _ in range(threads)]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
    return done


def run(folder: Path, outcomes: tuple[Outcome, ...], seconds: float) -> Done:
    """Put the same documents in anew, as a run does, for so many seconds."""
    done = Done()
    with Archive.writing(folder) as archive:

        def one(_: Archive) -> None:
            archive.put(outcomes[len(done.seconds) % len(outcomes)])

        _repeat(archive, seconds, done, one, 0.2)
    return done


def _repeat(
    archive: Archive, seconds: float, done: Done, one: Callable[[Archive], None], pause: float = _PAUSE
) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        begun = time.perf_counter()
        try:
            one(archive)
        except JusteratError as error:
            done.errors.append(f"{type(error).__name__}: {error}")
        done.seconds.append(time.perf_counter() - begun)
        time.sleep(pause)
