"""Pictures of how long the document is, to see every change of their looks."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tea_assistant.model.page_count import PageCount
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tests.tui.reading import settle
from tests.tui.test_snapshots import folder as folder  # noqa: PLC0414 (a fixture, as there)
from tests.tui.told_pages import LONG, SHORT, ToldPages

SMALL, LARGE = (80, 24), (120, 40)
PLACES = {
    "field": ("cycles/2025/fields/af03.yaml", ("criteria", "af03-mentoring", "statement")),
    "understanding": ("cycles/2025/cycle.yaml", ()),
}


def going_to(name: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, TeaApp)
        await settle(pilot)
        if name in PLACES:
            await pilot.app.show_place(*PLACES[name])
        elif name == "document":
            await pilot.app.action_open("document")
        await settle(pilot)

    return go


@pytest.mark.parametrize(
    ("name", "count", "size"),
    [
        pytest.param("overview", SHORT, SMALL, id="overview-80x24"),
        pytest.param("overview", LONG, SMALL, id="overview-long-80x24"),
        pytest.param("overview", LONG, LARGE, id="overview-long-120x40"),
        pytest.param("field", LONG, SMALL, id="field-long-80x24"),
        pytest.param("understanding", LONG, SMALL, id="understanding-long-80x24"),
        pytest.param("document", LONG, LARGE, id="document-long-120x40"),
    ],
)
def test_the_length(
    session: Session,
    name: str,
    count: PageCount,
    size: tuple[int, int],
    snap_compare: Callable[..., bool],
) -> None:
    app = TeaApp(session, autosave_delay=0, poll_interval=0, pages=ToldPages(count))
    assert snap_compare(app, terminal_size=size, run_before=going_to(name))
