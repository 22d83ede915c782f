"""How the service is opened: for this machine, or encrypted for others with tokens."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from archive.folder import Archive
from docs.make.browser import serving
from justerat.web.guard.access import Access
from justerat.web.guard.hosts import public_name
from justerat.web.opening import Opening, access_of, host_of, wire_of
from justerat.web.wire import Wire, certificate_of, proxy_of
from models.asker import Role
from models.errors import SettingsError
from tests.archive.records import outcome_of
from tests.justerat.conftest import Call
from tests.justerat.web.asking import HOST, PUBLIC, Asking, opened

EVERY_ADDRESS = ".".join("0000")
DOCUMENTS = "/api/v1/documents"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("opening") / "arkiv"
    with Archive.writing(folder) as archive:
        archive.put(outcome_of())
    return folder


@pytest.fixture(scope="module")
def token(folder: Path) -> str:
    with Archive.reading(folder) as archive:
        return archive.tokens.add("feed", Role.READ)


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 with its key beside."""
    folder = tmp_path_factory.mktemp("pem")
    subprocess.run(
        [
            str(shutil.which("openssl")), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", "/CN=arkiv", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", folder / "key.pem", "-out", folder / "certificate.pem",
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.mark.parametrize(
    ("asked", "host", "shown"),
    [
        (Opening(), "127.0.0.1", "http://127.0.0.1:8765/"),
        (Opening("localhost", 80), "localhost", "http://localhost:80/"),
        (Opening("::1"), "::1", "http://[::1]:8765/"),
        (Opening(public=("Arkiv.example",), certificate=Path("c")), "", "https://arkiv.example/"),
        (Opening(public=("arkiv.example:8443",), proxy="127.0.0.1"), "127.0.0.1", "https://arkiv.example:8443/"),
        (Opening("10.0.0.5", public=("arkiv.example:443",), certificate=Path("c")), "10.0.0.5", "https://arkiv.example/"),
    ],
)  # fmt: skip
def test_where_it_listens(asked: Opening, host: str, shown: str) -> None:
    assert (host_of(asked), asked.shown) == (host, shown)


def test_who_is_answered() -> None:
    assert access_of(Opening(name="Åsa")) == Access(access_of(Opening(name="Åsa")).here)
    public = access_of(Opening(public=("arkiv.example", "[2001:DB8::1]:8443")))
    assert public == Access(None, frozenset({"arkiv.example", "[2001:db8::1]:8443"}))
    assert public.is_public


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ARKIV.example", "arkiv.example"),
        ("a:443", "a"),
        ("a:80", "a:80"),
        ("10.0.0.1:8443", "10.0.0.1:8443"),
    ],
)
def test_public_names(text: str, expected: str) -> None:
    assert public_name(text) == expected


PUBLICLY = Opening(public=("arkiv.example",), proxy="127.0.0.1")


@pytest.mark.parametrize(
    "asked",
    [
        Opening(EVERY_ADDRESS),
        Opening("::"),
        Opening("192.168.1.2"),
        Opening("arkiv.example"),
        Opening(""),
        Opening(certificate=Path("c")),
        Opening(key=Path("k")),
        Opening(proxy="127.0.0.1"),
        replace(PUBLICLY, proxy=None),
        replace(PUBLICLY, certificate=Path("c")),
        replace(PUBLICLY, certificate=Path("c"), proxy=None),
        replace(PUBLICLY, proxy="proxy.example"),
        replace(PUBLICLY, proxy="*"),
        replace(PUBLICLY, name="Åsa"),
        replace(PUBLICLY, public=("https://arkiv.example",)),
        replace(PUBLICLY, public=("a b",)),
        replace(PUBLICLY, public=("",)),
    ],
)
def test_what_can_not_be_is_refused(asked: Opening) -> None:
    def opened_so() -> tuple[str, Access, Wire]:
        return host_of(asked), access_of(asked), wire_of(asked)

    with pytest.raises(SettingsError):
        opened_so()


def test_the_command_refuses_too(call: Call, folder: Path) -> None:
    said = call("serve", "--archive", folder, "--host", EVERY_ADDRESS)
    assert (said.code, "--public-address" in said.err) == (SettingsError.exit_code, True)


def test_without_a_token_it_does_not_start(call: Call, tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv"):
        pass
    said = call(
        "serve", "--archive", tmp_path / "arkiv", "--public-address", "a", "--behind-proxy", "127.0.0.1"
    )
    assert (said.code, "justerat token add" in said.err) == (SettingsError.exit_code, True)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (HOST, 200),
        (HOST.upper(), 200),
        (f"{HOST}:443", 200),
        (f"{HOST}:8443", 421),
        ("localhost", 421),
        ("127.0.0.1", 421),
        (f"{HOST}.evil.example", 421),
        (f"evil.example/{HOST}", 421),
        ("", 421),
    ],
)
def test_only_its_own_name_is_answered(folder: Path, token: str, host: str, status: int) -> None:
    with opened(folder) as app:
        answer = Asking(app).get(DOCUMENTS, host=host, authorization=f"Bearer {token}")
    assert answer.status_code == status
    assert answer.headers["strict-transport-security"] == "max-age=31536000"


def test_what_comes_unencrypted_is_not_answered(folder: Path, token: str) -> None:
    with opened(folder) as app:
        answer = Asking(app, f"http://{HOST}").get(DOCUMENTS, authorization=f"Bearer {token}")
    assert (answer.status_code, answer.json()["code"]) == (403, "Unencrypted")


def test_with_a_certificate_it_encrypts(folder: Path, token: str, pem: Path) -> None:
    wire = Wire(certificate_of(pem / "certificate.pem", pem / "key.pem"))
    trusted = ssl.create_default_context(cafile=str(pem / "certificate.pem"))
    with serving(folder, PUBLIC, wire) as url:
        headers = {"Host": HOST, "Authorization": f"Bearer {token}"}
        assert url.startswith("https://")
        assert httpx.get(url + DOCUMENTS, headers=headers, verify=trusted).status_code == 200
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.load_verify_locations(pem / "certificate.pem")
        old.set_ciphers("ALL:@SECLEVEL=0")
        with pytest.warns(DeprecationWarning, match="TLSv1_1"):
            old.maximum_version = ssl.TLSVersion.TLSv1_1
        with pytest.raises(httpx.ConnectError):
            httpx.get(url + DOCUMENTS, headers=headers, verify=old)


def test_certificates_that_can_not_be(pem: Path, tmp_path: Path) -> None:
    (tmp_path / "other.pem").write_text("no certificate")
    for certificate, key in (
        (tmp_path / "missing.pem", None),
        (tmp_path / "other.pem", None),
        (pem / "certificate.pem", None),
        (pem / "certificate.pem", pem / "certificate.pem"),
    ):
        with pytest.raises(SettingsError, match="PEM"):
            certificate_of(certificate, key)


@pytest.mark.parametrize(
    ("proxy", "headers", "status"),
    [
        ("127.0.0.1", {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}, 200),
        ("10.0.0.0/8,127.0.0.0/8", {"X-Forwarded-Proto": "https"}, 200),
        ("127.0.0.1", {}, 403),
        ("127.0.0.1", {"X-Forwarded-Proto": "http"}, 403),
        ("10.0.0.1", {"X-Forwarded-Proto": "https"}, 403),
    ],
)
def test_only_the_proxy_is_believed(
    folder: Path, token: str, proxy: str, headers: dict[str, str], status: int
) -> None:
    with serving(folder, PUBLIC, Wire(proxy=proxy_of(proxy))) as url:
        known = {"Host": HOST, "Authorization": f"Bearer {token}"}
        assert httpx.get(url + DOCUMENTS, headers=known | headers).status_code == status


def test_on_this_machine_nobody_is_believed_about_the_address(folder: Path) -> None:
    with serving(folder) as url:
        said = {"Origin": url.replace("http", "https"), "X-Forwarded-Proto": "https"}
        assert httpx.get(url + DOCUMENTS, headers=said).status_code == 200
        manifest = httpx.get(f"{url}/api/v1/openapi.json", headers=said)
        assert "strict-transport-security" not in manifest.headers


def test_all_addresses_may_be_listened_on(call: Call, folder: Path, token: str, pem: Path) -> None:
    with socket.socket() as taken:
        taken.bind((EVERY_ADDRESS, 0))
        taken.listen()
        said = call(
            "serve", "--archive", folder, "--public-address", "a", "--port", str(taken.getsockname()[1]),
            "--certificate", pem / "certificate.pem", "--key", pem / "key.pem",
        )  # fmt: skip
    assert token
    assert (said.code, "can't be used" in said.err) == (SettingsError.exit_code, True)
