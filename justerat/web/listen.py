"""Where the service listens: on this machine alone, and silent about what is asked."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from traceback import extract_tb

import uvicorn

from justerat.web.app import create_app
from justerat.web.guard.access import Access
from justerat.web.guard.hosts import is_loopback
from models.errors import SettingsError

_FAULTS = "uvicorn.error"
_MOST_WAITING = 64
"""Requests that are worked on at a time; more are refused."""


def address(host: str, port: int) -> str:
    """The address for a browser; SettingsError for a host that others can reach."""
    if not is_loopback(host):
        message = (
            "Only this machine may be listened on (127.0.0.1, ::1 or localhost): "
            "the archive can't tell yet who asks, and other machines need tokens, which come later."
        )
        raise SettingsError(message)
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def listen(folder: Path, host: str, port: int, access: Access) -> None:
    """Serve the archive in `folder` until interrupted; SettingsError where the port is taken."""
    address(host, port)
    with listening_at(host, port) as listening:
        server_of(folder, access).run([listening])


def listening_at(host: str, port: int) -> socket.socket:
    """A socket bound there; port 0 is any that is free.

    It names TCP itself: without that, asyncio lets answers wait for the client's acknowledgement (40 ms).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        message = f"Port {port} can't be used ({error.strerror}): give another with --port."
        raise SettingsError(message) from error
    return listening


def server_of(folder: Path, access: Access) -> uvicorn.Server:
    """The server: it logs no requests, for they may hold names and personal numbers."""
    quiet(logging.getLogger(_FAULTS))
    configuration = uvicorn.Config(
        create_app(folder, access),
        access_log=False,
        log_level="warning",
        server_header=False,
        limit_concurrency=_MOST_WAITING,
        timeout_keep_alive=5,
    )
    return uvicorn.Server(configuration)


def quiet(logger: logging.Logger) -> None:
    """Have faults logged by kind and place: their text may quote a document or a request."""
    if _without_text not in logger.filters:
        logger.addFilter(_without_text)


def _without_text(record: logging.LogRecord) -> bool:
    kind, _, trace = record.exc_info or (None, None, None)
    if kind is not None:
        frames = extract_tb(trace)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        record.msg, record.args = f"A fault of the program: {kind.__name__} at {place}", ()
        record.exc_info = record.exc_text = None
    return True
