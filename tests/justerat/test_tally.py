from __future__ import annotations

from pathlib import Path

import pytest

from justerat.cli.work import Tally
from models.errors import EXIT_PARTIAL, EXIT_SEVERAL_FAILURES, EXIT_WHOLE, InputEmpty, InputLoop
from models.vocabulary import Status
from pipeline.batch.events import InputDone, InputFailed, Planned

PATH = Path("a")


@pytest.mark.parametrize(
    ("statuses", "errors", "code"),
    [
        ([], [], EXIT_WHOLE),
        ([Status.WHOLE], [], EXIT_WHOLE),
        ([Status.WHOLE, Status.PARTIAL], [], EXIT_PARTIAL),
        ([Status.PARTIAL], ["InputEmpty", "InputEmpty"], InputEmpty.exit_code),
        ([Status.WHOLE], ["InputLoop"], InputLoop.exit_code),
        ([Status.WHOLE], ["InputLoop", "InputEmpty"], EXIT_SEVERAL_FAILURES),
    ],
)
def test_exit_code(statuses: list[Status], errors: list[str], code: int) -> None:
    tally = Tally()
    tally.take(Planned(5))
    for status in statuses:
        tally.take(InputDone(PATH, "", status))
    for error in errors:
        tally.take(InputFailed(PATH, error, "A sentence."))
    assert tally.exit_code() == code
    assert tally.left == 5 - len(statuses) - len(errors)
