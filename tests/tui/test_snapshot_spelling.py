"""Pictures of the spelling, to see every change of its looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.spelling import dictionary as spelling_dictionary
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tests.services.spelling_dictionary import write_dictionary
from tests.tui.reading import settle
from tests.tui.test_snapshots import MEASURE, SIZES
from tests.tui.test_snapshots import folder as folder  # noqa: PLC0414 (a fixture, as there)


@pytest.mark.parametrize("size", SIZES)
def test_the_spelling(
    app: TeaApp,
    size: tuple[int, int],
    snap_compare: Callable[..., bool],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = write_dictionary(tmp_path / "dict")
    monkeypatch.setattr(spelling_dictionary, "folders", lambda: iter((words,)))

    text = "Die „Vetretung“ für Mitarbeiter*innen [/x]. Seit der Vetretung der Kolleg*inen.\n"
    app.session.edit(MEASURE, [Change(("summary",), text)], "Test")
    app.session.save()
    # The hour would be in the picture.
    app.session.saved_at = None

    async def run(pilot: Pilot[None]) -> None:
        await app.show_place(MEASURE, ("summary",))
        await settle(pilot)
        await pilot.press("alt+s")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=run)
