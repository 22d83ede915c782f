"""The program as it is started from a shell."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from justerat.web.listen import listening_at
from models.errors import EXIT_INTERRUPTED
from tests.justerat.conftest import Call

pytestmark = pytest.mark.slow

PROGRAM = [sys.executable, "-m", "justerat.cli.main"]
PAGE = """Granby kommun
Kommunstyrelsen
Sammanträdesprotokoll 2014-03-11

§ {number} Gatubelysning i Ekvalla, dnr KS 2014/{number}

Beslut
Kommunstyrelsen beslutar att avslå motionen.
"""


def files(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(PAGE.format(number=number + 1), "utf-8")
    return folder


def justerat(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_help_is_there_at_once() -> None:
    code = "import resource, sys; from justerat.cli.main import main; main(['--help']); "
    code += "print(resource.getrusage(resource.RUSAGE_SELF).ru_utime, file=sys.stderr)"
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert float(said.stderr) < 0.5


def test_run_search_and_run_again(tmp_path: Path) -> None:
    folder = files(tmp_path / "in", 2)
    ran = justerat("run", folder, "--archive", tmp_path / "arkiv", "--workers", "1")
    assert ran.returncode == 0, ran.stderr
    assert "2 documents from 2 inputs (0 were done before), 0 failed." in ran.stdout
    found = justerat("search", "gatubelysning", "--archive", tmp_path / "arkiv", "--json")
    assert json.loads(found.stdout)["total"] == 2
    again = justerat("run", folder, "--archive", tmp_path / "arkiv", "--json")
    assert [one["before"] for one in json.loads(again.stdout)["inputs"]] == [True, True]


def test_ctrl_c_ends_with_130_and_retry_goes_on(tmp_path: Path, call: Call) -> None:
    folder = files(tmp_path / "in", 40)
    command = [*PROGRAM, "run", str(folder), "--archive", str(tmp_path / "arkiv"), "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("1/40 ")
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == EXIT_INTERRUPTED
    assert "inputs are left" in rest
    assert "Traceback" not in rest
    assert call("retry", "--archive", tmp_path / "arkiv").code == 0
    status = call("status", "--archive", tmp_path / "arkiv", "--json").json
    assert status["inputs"] == {"queued": 0, "running": 0, "whole": 40, "partial": 0, "failed": 0}


def test_serve_answers_until_ctrl_c(tmp_path: Path, call: Call) -> None:
    archive = tmp_path / "arkiv"
    assert call("run", files(tmp_path / "in", 1), "--archive", archive).code == 0
    with listening_at("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    command = [*PROGRAM, "serve", "--archive", str(archive), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        address = process.stderr.readline().split()[4]
        assert address == f"http://127.0.0.1:{port}/"
        transport = httpx.HTTPTransport(retries=8)
        with httpx.Client(transport=transport, timeout=60) as client:
            assert "Kommunstyrelsen" in client.get(address).text
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert (process.returncode, rest) == (EXIT_INTERRUPTED, "")
