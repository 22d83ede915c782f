from __future__ import annotations

from pathlib import Path

import pytest

from justerat.cli.progress import Bar, Lines, View
from models.vocabulary import Status
from pipeline.batch.events import Event, FileOpened, InputDone, InputFailed, PageRead, Planned

EVENTS: tuple[Event, ...] = (
    Planned(2),
    FileOpened(Path("[b]a[/b].txt"), 3, 1),
    PageRead(Path("[b]a[/b].txt"), 1),
    PageRead(Path("[b]a[/b].txt"), 2, "torn [/x]"),
    InputDone(Path("[b]a[/b].txt"), "0", Status.PARTIAL),
    InputFailed(Path("b\n.txt"), "InputEmpty", "b.txt holds no bytes."),
)


@pytest.mark.parametrize("view", [Lines, Bar])
def test_what_could_not_be_read_is_told(view: type[View], capsys: pytest.CaptureFixture[str]) -> None:
    with view() as shown:
        for event in EVENTS:
            shown.take(event)
    written = capsys.readouterr()
    assert written.out == ""
    assert "page 2 of [b]a[/b].txt: torn [/x]" in written.err
    assert "b .txt: " in written.err
    assert "b.txt holds no bytes." in written.err


def test_lines_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    with Lines() as shown:
        for event in EVENTS:
            shown.take(event)
    assert "1/2 [b]a[/b].txt: partial\n" in capsys.readouterr().err


def test_the_bar_counts_pages(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as shown:
        for event in EVENTS:
            shown.take(event)
    assert "2/2 inputs, 1 failed" in capsys.readouterr().err
