"""A small dossier with hostile texts, a session over it, and an app that waits for nothing."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.widgets import Input, TextArea

from tea_assistant.services.renew import renew
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tests.tui.drawing import draw_without_a_terminal
from tests.tui.renewed import TODAY as AFTER_ALL_ROUNDS
from tests.tui.waiting import wait_by_the_event_loop

TODAY = date(2024, 11, 23)
HERNE = Path(__file__).parents[2] / "examples" / "stadt-herne"


@pytest.fixture(autouse=True, scope="session")
def each_style_is_parsed_once() -> Iterator[None]:
    """Let all apps share what was read from the style sheets; it is a tenth of the time of a test."""
    parse = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def parse_once(
        sheet: Stylesheet,
        css: str,
        *,
        read_from: CSSLocation,
        is_default_rules: bool,
        tie_breaker: int,
        scope: str,
    ) -> list[RuleSet]:
        place = css, read_from, is_default_rules, tie_breaker, scope
        key = *place, *sheet._variables, *sheet._variables.values()
        if key not in parsed:
            parsed[key] = parse(sheet, *place)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        # The same number, without a call of Python for each of some hundred rules a widget.
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        yield


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on as soon as a key has done all that it does."""
    wait_by_the_event_loop(monkeypatch)


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare what only a terminal would show."""
    draw_without_a_terminal(monkeypatch)


@pytest.fixture(autouse=True)
def no_movement(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep cursors still and scroll at once, so that nothing changes on screen by itself."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.setattr(Input, "cursor_blink", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the small dossier: round 2025, of which a part is written."""
    return Path(shutil.copytree(Path(__file__).parent / "dossier", tmp_path / "mappe"))


@pytest.fixture
def herne(tmp_path: Path) -> Path:
    """Return a copy of the example dossier."""
    return Path(shutil.copytree(HERNE, tmp_path / "stadt-herne"))


@pytest.fixture(scope="session")
def herne_2028(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return Herne with its round 2028 begun: once for all tests, which copy it."""
    folder = Path(shutil.copytree(HERNE, tmp_path_factory.mktemp("begonnen") / "stadt-herne"))
    renew(Session(folder, today=lambda: AFTER_ALL_ROUNDS), "2028")
    return folder


@pytest.fixture
def renewed(tmp_path: Path, herne_2028: Path) -> Session:
    """Return Herne in its round 2028."""
    copy = Path(shutil.copytree(herne_2028, tmp_path / "stadt-herne"))
    return Session(copy, "2028", today=lambda: AFTER_ALL_ROUNDS)


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
