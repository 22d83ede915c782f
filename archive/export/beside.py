"""Files that appear whole or not at all."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from models.errors import SettingsError
from models.source import path_text


@contextmanager
def beside(path: Path) -> Generator[Path]:
    """A place to write to, which becomes `path` when all went well and is gone otherwise."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        message = f"{path_text(path)} can't be written ({error.strerror}): give another --to."
        raise SettingsError(message) from error
    finally:
        part.unlink(missing_ok=True)
