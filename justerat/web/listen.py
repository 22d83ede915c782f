"""Where the service listens; it is silent about what is asked."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from traceback import extract_tb

import uvicorn

from justerat.web.app import create_app
from justerat.web.guard.access import Access
from justerat.web.guard.connections import MOST_OF_ONE, patient
from justerat.web.guard.door import LOG
from justerat.web.guard.sizes import MOST_HEAD_BYTES
from justerat.web.wire import Wire
from models.errors import SettingsError

_FAULTS = "uvicorn.error"
_MOST_WAITING = 64
"""Requests that are worked on at a time; more are refused."""


def listen(folder: Path, listening: socket.socket, access: Access, wire: Wire) -> None:
    """Serve the archive in `folder` until interrupted."""
    server_of(folder, access, wire).run([listening])


def listening_at(host: str, port: int) -> socket.socket:
    """A socket bound there; port 0 is any that is free, no host all of this machine's addresses.

    It names TCP itself: without that, asyncio lets answers wait for the client's acknowledgement (40 ms).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        message = f"Port {port} can't be used ({error.strerror}): give another with --port, or --host."
        raise SettingsError(message) from error
    return listening


def server_of(folder: Path, access: Access, wire: Wire) -> uvicorn.Server:
    """The server: it logs no requests, for they may hold names and personal numbers."""
    quiet(logging.getLogger(_FAULTS))
    _be_heard(LOG)
    certificate = wire.certificate
    each = MOST_OF_ONE if certificate else None
    configuration = uvicorn.Config(
        create_app(folder, access),
        http=patient(each),
        ws="none",
        access_log=False,
        log_level="warning",
        server_header=False,
        limit_concurrency=_MOST_WAITING,
        timeout_keep_alive=5,
        h11_max_incomplete_event_size=MOST_HEAD_BYTES,
        proxy_headers=wire.proxy is not None,
        forwarded_allow_ips=wire.proxy or "",
        ssl_context_factory=(lambda _config, _default: certificate) if certificate else None,
    )
    return uvicorn.Server(configuration)


def quiet(logger: logging.Logger) -> None:
    """Have faults logged by kind and place: their text may quote a document or a request."""
    if _without_text not in logger.filters:
        logger.addFilter(_without_text)


def _be_heard(logger: logging.Logger) -> None:
    """Have what the guard tells written to standard error, with its time."""
    logger.setLevel(logging.INFO)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger.addHandler(handler)


def _without_text(record: logging.LogRecord) -> bool:
    kind, _, trace = record.exc_info or (None, None, None)
    if kind is not None:
        frames = extract_tb(trace)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        record.msg, record.args = f"A fault of the program: {kind.__name__} at {place}", ()
        record.exc_info = record.exc_text = None
    return True
