"""Pictures of requests to departments and of their answers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.requests.questions import Wanted
from tea_assistant.services.requests.reading import receive, record
from tea_assistant.services.requests.requests import Sending, prepare, send
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tests.services.returned_forms import filled_text
from tests.tui.conftest import TODAY
from tests.tui.reading import settle

EVIDENCE = "evidence/mentoring-fuer-frauen.yaml"
HOSTILE = "Bürger*innen [/x] [@click=app.quit]x[/] \u202e „Zitat“"
Compare = Callable[..., bool]


@pytest.fixture
def asked(folder: Path, make_app: Callable[[Session], TeaApp]) -> TeaApp:
    """Return the app with an answer to decide, whose place has changed meanwhile, and an overdue request."""
    session = Session(folder, today=lambda: date(2024, 11, 1))
    wanted = Wanted(["mentoring-fuer-frauen"])
    sent = send(session, prepare(session, Sending("Personalamt", wanted, until="30.11.2024")), ("md",))
    send(session, prepare(session, Sending(f"Jugendamt {HOSTILE}", wanted, until="20.11.2024")), ("md",))
    session.edit(EVIDENCE, [Change(("responsible",), "Büro für Gleichstellung und Vielfalt")], "Zuständig")
    answers = {"1.2": HOSTILE, "1.3": "Wert: viele", "1.6": "Büro für Vielfalt und Personalamt"}
    form = filled_text(sent.paths[0], answers, "Frau Öztürk [/x]").encode()
    record(session, receive(session, folder / "zurück.md", form))
    session.save()
    return make_app(Session(folder, today=lambda: TODAY))


def at(name: str, *keys: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app, TeaApp)
        await pilot.app.open_page(Destination(name))
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    return go


SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.mark.parametrize("size", SIZES)
def test_the_answers(asked: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(asked, terminal_size=size, run_before=at("answers", "end"))


def test_the_requests(asked: TeaApp, snap_compare: Compare) -> None:
    assert snap_compare(asked, terminal_size=(120, 40), run_before=at("requests"))


def test_the_box_of_a_new_request(asked: TeaApp, snap_compare: Compare) -> None:
    assert snap_compare(asked, terminal_size=(80, 24), run_before=at("requests", "ctrl+n", *"büro"))
