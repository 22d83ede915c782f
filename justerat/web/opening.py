"""How the service is opened: what was asked for on the command line, checked together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from justerat.web.guard.access import Access, person_here
from justerat.web.guard.hosts import is_loopback, public_name
from justerat.web.wire import Wire, certificate_of, proxy_of
from models.errors import SettingsError

_LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Opening:
    """What was asked for: where to listen, under which public names, and how it is encrypted."""

    host: str | None = None
    port: int = 8765
    name: str | None = None
    public: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    proxy: str | None = None

    @property
    def shown(self) -> str:
        """The address for a browser."""
        if self.public:
            return f"https://{public_name(self.public[0])}/"
        host = host_of(self)
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"


def host_of(asked: Opening) -> str:
    """The address to listen on, "" for all; SettingsError for one that others can reach without tokens."""
    if asked.host is None:
        return "" if asked.certificate else _LOOPBACK
    if not asked.public and not is_loopback(asked.host):
        message = (
            "Without --public-address only this machine may be listened on (127.0.0.1, ::1 or localhost): "
            "with it, other machines are asked for tokens."
        )
        raise SettingsError(message)
    return asked.host


def access_of(asked: Opening) -> Access:
    """Who is answered; SettingsError where that can't be told apart."""
    if not asked.public:
        return Access(person_here(asked.name))
    if asked.name:
        raise SettingsError("--as names the person at this machine: other machines' people have tokens.")
    return Access(None, frozenset(public_name(one) for one in asked.public))


def wire_of(asked: Opening) -> Wire:
    """How requests come; SettingsError where tokens would go over the network for all to read."""
    if not asked.public:
        if asked.certificate or asked.key or asked.proxy:
            raise SettingsError("--certificate, --key and --behind-proxy go with --public-address.")
        return Wire()
    if asked.certificate and not asked.proxy:
        return Wire(certificate_of(asked.certificate, asked.key))
    if asked.proxy and not asked.certificate:
        return Wire(proxy=proxy_of(asked.proxy))
    message = (
        "Tokens must come encrypted: give either --certificate (and --key), "
        "or --behind-proxy with the address of a proxy that encrypts."
    )
    raise SettingsError(message)
