"""Pictures of the transfer into the portal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.services.transfer import chosen, mark_done, transferables
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tests.tui.conftest import TODAY
from tests.tui.reading import settle

FIELD = "cycles/2025/fields/af03.yaml"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.mark.parametrize("size", SIZES)
def test_the_transfer(
    folder: Path,
    make_app: Callable[[Session], TeaApp],
    size: tuple[int, int],
    snap_compare: Callable[..., bool],
) -> None:
    half_way(folder)

    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app, TeaApp)
        await pilot.app.open_page(Destination("transfer"))
        await settle(pilot)
        await pilot.press("n", "enter")
        await settle(pilot)

    app = make_app(Session(folder, today=lambda: TODAY))
    assert snap_compare(app, terminal_size=size, run_before=go)


def half_way(folder: Path) -> None:
    """Tick the first parts, and change one of their texts afterwards."""
    session = Session(folder, today=lambda: TODAY)
    mark_done(session, chosen(transferables(session.application), ["organisation", "af03"]))
    session.edit(FIELD, [Change(("opening",), "Für *alle* Bürger*innen [/x].")], "Einstieg")
    session.save()
