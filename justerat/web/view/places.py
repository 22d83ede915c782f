"""Where on a document's page a task of the work list stands."""

from __future__ import annotations

from archive.search.doubts import REPAIR, VALUE
from archive.search.work import Task


def place_of(task: Task) -> str:
    """The address: of a value its line, whose box is marked with it; of a repair the mended word."""
    mark = {VALUE: f"#v-{task.key}", REPAIR: f"#{task.key}"}.get(task.doubt, "")
    return f"/dokument/{task.document}?sida={task.page}{mark}"
