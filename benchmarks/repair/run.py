"""One run: every program repairs the same documents, one program after the other."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from benchmarks.repair.document import Document
from benchmarks.repair.measure import Judged, measure
from benchmarks.repair.programs.known import FIRST_OF_A_SET
from benchmarks.repair.result import ProgramResult, Result
from benchmarks.repair.worker import Done, Job, worked

Work = Callable[[Job], Done]


def run(
    documents: Sequence[Document],
    programs: Sequence[str],
    say: Callable[[str], None],
    work: Work = worked,
) -> tuple[Result, dict[str, list[Judged]]]:
    """The result, and by program what came of each document."""
    result = Result(
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        documents=[document.facts for document in documents],
        programs=[],
    )
    judged: dict[str, list[Judged]] = {}
    for name in programs:
        chosen = _chosen(name, documents)
        done = work(Job(program=name, texts=[documents[at].read for at in chosen]))
        say(f"{name}: {sum(one.seconds for one in done.documents):.1f} s")
        pairs = zip(chosen, done.documents, strict=True)
        found = {at: (Judged(documents[at], one.corrected), one.seconds) for at, one in pairs}
        judged[name] = [one for one, _ in found.values()]
        counts = [measure(*found[at]) if at in found else None for at in range(len(documents))]
        result.programs.append(
            ProgramResult(name=name, version=done.version, load=done.load, peak=done.peak, counts=counts)
        )
    return result, judged


def _chosen(program: str, documents: Sequence[Document]) -> list[int]:
    """The documents that a program gets: all, or the first of each set."""
    most = FIRST_OF_A_SET.get(program)
    seen: Counter[str] = Counter()
    chosen: list[int] = []
    for at, document in enumerate(documents):
        if most is None or seen[document.facts.set] < most:
            chosen.append(at)
        seen[document.facts.set] += 1
    return chosen
