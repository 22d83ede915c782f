"""What stands at a position of a document."""

from __future__ import annotations

from bisect import bisect_right

from models.outline import Line, Part


def line_at(part: Part, position: int) -> Line | None:
    """The line that `text.content[position]` stands on; None between lines."""
    index = bisect_right(part.lines, position, key=lambda line: line.start) - 1
    if index < 0 or position > part.lines[index].end:
        return None
    return part.lines[index]
