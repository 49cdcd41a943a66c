"""Pictures of the review: an item beside what it rests on, a void sign-off, and the comments."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.review import review
from tea_assistant.services.review.reviewers import open_review
from tea_assistant.services.review.signing import approve, as_shown
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.review import ReviewScreen
from tea_assistant.tui.widgets.ask_reviewer import Person
from tea_assistant.tui.widgets.pick_list import PickList
from tests.tui.conftest import TODAY
from tests.tui.reading import settle

FIELD = "cycles/2025/fields/af03.yaml"
ITEM = "af03/af03-mentoring"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


def reviewed(folder: Path) -> Session:
    """Let one person comment and sign, an office answer, and the text change after that."""
    session = Session(folder, today=lambda: TODAY)
    clock = lambda: datetime(2024, 11, 20, 9, 30)  # noqa: DTZ001, E731 (reviews keep local time)
    erika = open_review(session, "Erika Müller", "Personalrat", clock=clock)
    office = open_review(session, "Büro [/x]", "Gleichstellung", clock=clock)
    ref = review.ask_for_change(session, erika, ITEM, "Bitte „mehr“ [/x] zu Bürger*innen.", quote="Seit 2017")
    review.reply(session, office, ref, "Gern, bis Freitag.")
    review.comment(session, erika, "af03", "Der Teil liest sich gut.")
    approve(session, erika, as_shown(session.application, ["af03"]))
    text = "Seit 2018 gibt es [[mentoring-fuer-frauen]] für alle Mitarbeiter*innen und Bürger*innen [/x].\n"
    session.edit(FIELD, [Change(("criteria", "af03-mentoring", "statement"), text)], "Text")
    session.edit("evidence/mentoring-fuer-frauen.yaml", [Change(("since",), 2018)], "Seit")
    session.save()
    return Session(folder, today=lambda: TODAY)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["void", "text"])
def test_an_item_in_review(
    folder: Path,
    make_app: Callable[[Session], TeaApp],
    size: tuple[int, int],
    look: str,
    snap_compare: Callable[..., bool],
) -> None:
    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReviewScreen)
        key = ITEM if look == "void" else "evidence/mentoring-fuer-frauen"
        pilot.app.screen.query_one("#review-list", PickList).move_to(key)
        await settle(pilot)
        if look == "text":
            await pilot.press("tab", "down")
            await settle(pilot)

    app = make_app(reviewed(folder))
    app.reviewing.expected = Person("Erika Müller", "Personalrat")
    assert snap_compare(app, terminal_size=size, run_before=go)


@pytest.mark.parametrize("size", SIZES)
def test_the_comments(
    folder: Path,
    make_app: Callable[[Session], TeaApp],
    size: tuple[int, int],
    snap_compare: Callable[..., bool],
) -> None:
    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app, TeaApp)
        await pilot.app.open_page(Destination("threads"))
        await settle(pilot)

    assert snap_compare(make_app(reviewed(folder)), terminal_size=size, run_before=go)
