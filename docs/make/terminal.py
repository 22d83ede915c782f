"""What a command shows in a terminal, as a drawing."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Sequence
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

COLUMNS = 166
_WEB_FONTS = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)


def capture(command: Sequence[str], folder: Path) -> str:
    """What the command writes to standard output, run in `folder` in a terminal of `COLUMNS` columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        return _all_of(ours).replace("\r\n", "\n")


def as_svg(written: str, title: str) -> str:
    """The drawing; it names no font of the web, for a picture should fetch nothing."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(written.strip("\n")))
    return console.export_svg(title=title, code_format=_WEB_FONTS.sub("", CONSOLE_SVG_FORMAT))


def _all_of(terminal: int) -> str:
    """Everything until the other end is closed, which Linux tells as an error."""
    pieces: list[bytes] = []
    with os.fdopen(terminal, "rb", buffering=0) as stream:
        while piece := _next(stream):
            pieces.append(piece)
    return b"".join(pieces).decode()


def _next(stream: io.RawIOBase | io.FileIO) -> bytes | None:
    try:
        return stream.read(65_536)
    except OSError:
        return None
