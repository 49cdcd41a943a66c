"""Pictures of the screens of a renewal, to see every change of their looks."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tea_assistant.services.inbox.inbox import Kind
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.inbox import InboxScreen
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tests.tui.reading import settle
from tests.tui.renewed import opened

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def every_key_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)


@pytest.fixture
def session(renewed: Session) -> Session:
    """Return Herne in its round 2028."""
    return renewed


def inbox_at(kind: Kind, *keys: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        page.walk.go_to(next(item.key for item in page.walk.items if item.kind is kind))
        page.show_session()
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    return go


def showing(screen: str, *keys: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        await opened(pilot, screen)
        await pilot.press(*keys)
        await settle(pilot)

    return go


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", [Kind.MEASURE, Kind.TEXT, Kind.EXPECTATION, Kind.PLAN])
def test_the_inbox(app: TeaApp, kind: Kind, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=inbox_at(kind))


@pytest.mark.parametrize("size", SIZES)
def test_a_decision_with_words(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=inbox_at(Kind.MEASURE, "e"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", [Kind.MEASURE, Kind.TEXT])
def test_changing_in_place(app: TeaApp, kind: Kind, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=inbox_at(kind, "ä", "enter"))


@pytest.mark.parametrize("size", SIZES)
def test_the_summary(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    async def go(pilot: Pilot[None]) -> None:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        await pilot.press(*["s"] * len(page.walk.items))
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=go)


@pytest.mark.parametrize("size", SIZES)
def test_a_round_that_is_made(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=showing("renew"))


@pytest.mark.parametrize("size", SIZES)
def test_the_jury(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=showing("expectations"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["1", "2", "3", "4"])
def test_the_progress(app: TeaApp, view: str, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app, terminal_size=size, run_before=showing("progress", view))
