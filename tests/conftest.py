"""What all tests share."""

from __future__ import annotations

import pytest
from hypothesis import settings

# How long an example takes is the machine's affair, which other work may share.
settings.register_profile("justerat", deadline=None)
settings.load_profile("justerat")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden records anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
