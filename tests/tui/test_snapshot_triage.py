"""Pictures of going through a document."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.services.triage.triage import Triage
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.triage import TriageScreen
from tests.tui.conftest import TODAY
from tests.tui.reading import settle

PLAN = """# Gleichstellungsplan

## 6.1 Handlungsfeld Personalentwicklung

Mitarbeiter*innen und Bürger*innen [/x] [@click=app.quit]x[/] „Zitat“.

### Maßnahmen:

- Mentoring für Nachwuchsführungskräfte mit Frauen aus vier Nachbarstädten. Es läuft seit 2017.
- Aktive Ansprache durch Vorgesetzte

## 6.2 Handlungsfeld Vereinbarkeit von Beruf und Familie

### Maßnahmen:

- Beratung vor, während und nach der Elternzeit nach § 13 LGG NRW durch das Personalamt
- Ferienbetreuung der Kinder und Notfallplätze in der Kita
- Telearbeit, mobile Arbeit und Gleitzeit
"""
Compare = Callable[..., bool]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def begun(folder: Path, plan: Path, make_app: Callable[[Session], TeaApp]) -> TeaApp:
    """Return the app over a dossier in which two proposals were decided, of which one has changed since."""
    session = Session(folder, today=lambda: TODAY)
    triage = Triage(session)
    triage.open([plan])
    ferien, counsel = triage.items[3], triage.items[2]
    triage.accept(ferien)
    triage.refuse(counsel, "Das ist Pflicht")
    session.save()
    plan.write_text(PLAN.replace("Beratung vor,", "Persönliche Beratung vor,"), encoding="utf-8")
    return make_app(Session(folder, today=lambda: TODAY))


def at(plan: Path, words: str, *keys: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app, TeaApp)
        page = await pilot.app.open_page(Destination("triage"))
        assert isinstance(page, TriageScreen)
        page.read([plan])
        await settle(pilot)
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        page.walk.go_to(next(i.id for i in page.walk.items if words in i.proposal.text))
        page.show()
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return go


SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.mark.parametrize("size", SIZES)
def test_a_proposal_that_has_changed(
    begun: TeaApp, plan: Path, size: tuple[int, int], snap_compare: Compare
) -> None:
    assert snap_compare(begun, terminal_size=size, run_before=at(plan, "Persönliche Beratung", "ü"))


def test_the_source(begun: TeaApp, plan: Path, snap_compare: Compare) -> None:
    assert snap_compare(begun, terminal_size=(80, 24), run_before=at(plan, "Mentoring", "tab"))


def test_the_form_beside_the_source(begun: TeaApp, plan: Path, snap_compare: Compare) -> None:
    go = at(plan, "Mentoring", "ä", "enter", "tab", "tab")
    assert snap_compare(begun, terminal_size=(120, 40), run_before=go)


def test_what_a_measure_would_take_on(begun: TeaApp, plan: Path, snap_compare: Compare) -> None:
    go = at(plan, "Mentoring", "z", "enter", "enter")
    assert snap_compare(begun, terminal_size=(80, 24), run_before=go)
