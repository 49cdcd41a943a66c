"""A small dossier with hostile texts, a session over it, and an app that waits for nothing."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp

TODAY = date(2024, 11, 23)


@pytest.fixture(autouse=True)
def no_blinking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep cursors still, so that nothing changes on screen by itself."""
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.setattr(Input, "cursor_blink", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the small dossier: round 2025, of which a part is written."""
    return Path(shutil.copytree(Path(__file__).parent / "dossier", tmp_path / "mappe"))


@pytest.fixture
def herne(tmp_path: Path) -> Path:
    """Return a copy of the example dossier."""
    example = Path(__file__).parents[2] / "examples" / "stadt-herne"
    return Path(shutil.copytree(example, tmp_path / "stadt-herne"))


@pytest.fixture
def session(folder: Path) -> Session:
    """Return the small dossier, opened on 23 November 2024."""
    return Session(folder, today=lambda: TODAY)


@pytest.fixture
def make_app() -> Callable[[Session], TeaApp]:
    """Return what makes an app that saves at once and looks at the disk only when told."""
    return lambda session: TeaApp(session, autosave_delay=0, poll_interval=0)


@pytest.fixture
def app(session: Session, make_app: Callable[[Session], TeaApp]) -> TeaApp:
    """Return the app over the small dossier."""
    return make_app(session)
