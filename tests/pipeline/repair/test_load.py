"""What is loaded for which text."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import sys
from models.settings import RepairSettings
from models.text import Text
from pipeline.repair import repair
repair(Text(sys.argv[1]), RepairSettings())
print("onnxruntime" in sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kommunstyrelsen beslutar att godkänna förslaget. " * 20, "False"),
        ("Kommunstyrelsen beslutar att godkanna forslaget. " * 20, "True"),
    ],
)
def test_the_network_is_loaded_only_for_damaged_text(text: str, asked: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, text], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == asked
