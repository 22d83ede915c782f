"""What lies between the service and who asks: its own encryption, a proxy's, or nothing on this machine."""

from __future__ import annotations

import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path

from models.errors import SettingsError
from models.source import path_text


@dataclass(frozen=True, slots=True)
class Wire:
    """How requests come: encrypted by `certificate`, or by the proxy at `proxy`, or plain.

    `proxy` is the address or network from which a proxy asks, several parted by commas: what it says of
    scheme and address (X-Forwarded-Proto, X-Forwarded-For) is believed.
    """

    certificate: ssl.SSLContext | None = None
    proxy: str | None = None


def certificate_of(certificate: Path, key: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or later with a certificate and its key, both PEM; SettingsError where they can't be used."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(certificate, key)
    except OSError as error:
        message = (
            f"{path_text(certificate)} can't be used as certificate ({error.strerror or error}): "
            "it and its key must be PEM, and belong together."
        )
        raise SettingsError(message) from error
    return context


def proxy_of(text: str) -> str:
    """Addresses and networks of proxies, checked; SettingsError where one is none."""
    for one in text.split(","):
        try:
            ipaddress.ip_network(one.strip())
        except ValueError as error:
            message = "A proxy is told by the address or network that it asks from: --behind-proxy 127.0.0.1."
            raise SettingsError(message) from error
    return text
