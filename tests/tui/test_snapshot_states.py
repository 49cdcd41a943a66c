"""Pictures of the states, and of what changed since one of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import snapshots
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tests.tui.conftest import TODAY
from tests.tui.reading import settle

FIELD = "cycles/2025/fields/af03.yaml"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.mark.parametrize("size", SIZES)
def test_the_states(
    folder: Path,
    make_app: Callable[[Session], TeaApp],
    size: tuple[int, int],
    snap_compare: Callable[..., bool],
) -> None:
    with_states(folder)

    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        assert isinstance(pilot.app, TeaApp)
        await pilot.app.open_page(Destination("states"))
        await settle(pilot)
        await pilot.press("down", "space")
        await settle(pilot)
        await pilot.press("enter", "down")
        await settle(pilot)

    app = make_app(Session(folder, today=lambda: TODAY))
    assert snap_compare(app, terminal_size=size, run_before=go)


def with_states(folder: Path) -> None:
    """Keep two states, of which one is damaged, and change much since."""
    session = Session(folder, today=lambda: TODAY)
    for name, made in (
        ("Entwurf an den Personalrat [/x]", "2024-11-02T09:30:00"),
        ("Zwei", "2024-11-20T16:05:00"),
    ):
        kept = snapshots.keep(session, name, by="Büro für Gleichstellung")
        listed = folder / "snapshots" / kept.id / "snapshot.yaml"
        text = listed.read_text(encoding="utf-8")
        listed.write_text(text.replace(kept.made, made), encoding="utf-8")
    (folder / "snapshots" / "zwei" / "files" / "dossier.yaml").unlink()
    session.edit(FIELD, [Change(("opening",), "Für *alle* Bürger*innen [/x], ganz „neu“.\n")], "Einstieg")
    summary = "Zwei Jahre [@click=app.quit]lang[/] begleiten erfahrene Führungskräfte Kolleg*innen.\n"
    changes = [
        Change(("summary",), summary),
        Change(("since",), 2018),
        Change(("goal",), "Mehr Bewerbungen.\n"),
    ]
    session.edit("evidence/mentoring-fuer-frauen.yaml", changes, "Maßnahme")
    session.delete("evidence/vaeterabende.yaml", "Löschen")
    session.write("evidence/neu.yaml", {"format": 1, "title": "Neu"}, "Neu")
    session.save()
