"""The dossier with flaws, opened on a day before its deadline."""

from pathlib import Path

import pytest

from tea_assistant.services.session import Session
from tests.report import flawed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of the dossier."""
    return flawed.write(tmp_path / "mappe")


@pytest.fixture
def session(root: Path) -> Session:
    """Return the dossier, opened."""
    return flawed.opened(root)
