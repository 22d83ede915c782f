"""Documents written for this project, and what makes them."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
TRUTH = FOLDER / "truth"
"""What is true of each document: NAME.gold.json and NAME.txt."""
