"""Pictures of the action field, to see every change of its looks."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.prose_editor import ProseEditor

FIELD = "cycles/2025/fields/af03.yaml"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.fixture(autouse=True)
def every_key_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)


def going_to(*path: str | int, keys: tuple[str, ...] = ()) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, TeaApp)
        await app.show_place(FIELD, path)
        await pilot.pause()
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()

    return go


@pytest.mark.parametrize("size", SIZES)
def test_a_described_activity(app: TeaApp, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    run = going_to("criteria", "af03-mentoring", "statement")
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_an_open_activity(app: TeaApp, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    run = going_to("criteria", "af03-recruiting", "applies")
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_an_activity_that_does_not_apply(
    app: TeaApp, size: tuple[int, int], snap_compare: Callable[..., bool]
) -> None:
    run = going_to("criteria", "af03-nachfolgeplanung", "because")
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_choosing_a_measure(app: TeaApp, size: tuple[int, int], snap_compare: Callable[..., bool]) -> None:
    run = going_to("criteria", "af03-recruiting", "applies", keys=("ctrl+l",))
    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_suggestions_while_typing(
    app: TeaApp, size: tuple[int, int], snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The time of saving would be in the picture.
    monkeypatch.setattr(app.saving, "schedule", lambda: None)
    run = going_to("closing", keys=tuple("Siehe [["))
    assert snap_compare(app, terminal_size=size, run_before=run)
