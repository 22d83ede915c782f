"""Progress of a run: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from justerat.cli.output import complain, err, one_line
from models.source import path_text
from pipeline.batch.events import Event, FileOpened, InputDone, InputFailed, PageRead, Planned


class View(Protocol):
    """Whatever shows the events of a run while it goes on."""

    def __enter__(self) -> Self:
        """Begin to show."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the terminal as it was."""
        ...

    def take(self, event: Event) -> None:
        """Show one event."""
        ...


class Quiet:
    """Shows nothing."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""

    def take(self, event: Event) -> None:
        """Show nothing of it."""


class Lines(Quiet):
    """A line for each input that ends and each page that could not be read."""

    def __init__(self) -> None:
        self._inputs = 0
        self._ended = 0

    def take(self, event: Event) -> None:
        """Show what is over."""
        match event:
            case Planned(inputs):
                self._inputs = inputs
            case InputDone(path, _, status, before):
                self._line(path_text(path), f"{status.value}, done before" if before else status.value)
            case InputFailed(path, _, message, before):
                self._line(path_text(path), f"failed before: {message}" if before else f"failed: {message}")
            case _:
                line = fault_line(event)
                if line:
                    complain(line)

    def _line(self, path: str, text: str) -> None:
        self._ended += 1
        complain(f"{self._ended}/{self._inputs} {one_line(path)}: {one_line(text)}")


class _Rate(ProgressColumn):
    """Pages a second, or a minute where they are few."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        if speed is None:
            return Text("")
        return Text(f"{speed:.1f} pages/s" if speed >= 1 else f"{speed * 60:.0f} pages/min")


class Bar(Quiet):
    """A bar in pages, with rate and time left; above it, what failed."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("pages"),
            _Rate(),
            TimeRemainingColumn(),
            console=err(),
        )
        self._task = self._progress.add_task("", total=None)
        self._inputs = self._ended = self._failed = self._pages = 0

    def __enter__(self) -> Self:
        """Begin to draw."""
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the bar as it stands."""
        self._progress.stop()

    def take(self, event: Event) -> None:
        """Move the bar."""
        match event:
            case Planned(inputs):
                self._inputs = inputs
            case FileOpened(_, pages, read_before):
                self._pages += pages - read_before
            case PageRead():
                self._progress.advance(self._task)
            case InputDone():
                self._ended += 1
            case InputFailed(path, _, message):
                self._ended += 1
                self._failed += 1
                self._progress.print(f"failed: {one_line(path_text(path))}: {one_line(message)}")
        line = fault_line(event)
        if line:
            self._progress.print(line)
        self._progress.update(self._task, description=self._description(), total=self._pages or None)

    def _description(self) -> str:
        failed = f", {self._failed} failed" if self._failed else ""
        making = ", making records" if self._progress.finished and self._ended < self._inputs else ""
        return f"{self._ended}/{self._inputs} inputs{failed}{making}"


def fault_line(event: Event) -> str | None:
    """The line for a page against which an error stands."""
    if not isinstance(event, PageRead) or event.fault is None:
        return None
    return f"page {event.number} of {one_line(path_text(event.path))}: {one_line(event.fault)}"
