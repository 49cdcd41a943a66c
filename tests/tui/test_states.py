"""The states: keeping one, seeing what changed since, and putting one item or all of it back."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import snapshots
from tea_assistant.store import snapshot_journal
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.evidence import EvidenceScreen
from tea_assistant.tui.screens.states import StatesScreen
from tea_assistant.tui.widgets.pick_list import PickList
from tests.tui.reading import dialog_text, notices, screen_text, settle

MEASURE = "evidence/mentoring-fuer-frauen.yaml"
OTHER = "evidence/vaeterabende.yaml"


def rows(app: TeaApp, which: str = "list") -> list[str]:
    return list(app.screen.query_one(f"#states-{which}", PickList).keys)


def commit(root: Path) -> None:
    name = {f"GIT_{role}_NAME": "Büro" for role in ("AUTHOR", "COMMITTER")}
    mail = {f"GIT_{role}_EMAIL": "buero@example.org" for role in ("AUTHOR", "COMMITTER")}
    for call in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Anfang *x* [/x]"]):
        subprocess.run(["git", *call], cwd=root, check=True, env={**os.environ, **name, **mail})


async def show_states(app: TeaApp, pilot: Pilot[None]) -> None:
    await settle(pilot)
    await app.open_page(Destination("states"))
    await settle(pilot)


async def test_a_state_is_kept_compared_and_put_back(app: TeaApp, session: Session) -> None:
    root, before = session.root, session.text(MEASURE)
    async with app.run_test(size=(120, 40)) as pilot:
        await show_states(app, pilot)
        assert "Noch ist kein Stand festgehalten" in screen_text(app)
        await pilot.press("n", *"Eins [/x]", "enter")
        await settle(pilot)
        assert "Festgehalten: „Eins [/x]“" in notices(app)
        assert rows(app) == ["snapshot:eins-x"]
        assert "Dazwischen hat sich nichts geändert." in screen_text(app)

        changes = [
            Change(
                ("summary",), "Zwei Jahre [/x] lang begleiten erfahrene Führungskräfte Mitarbeiter*innen.\n"
            )
        ]
        session.edit(MEASURE, changes, "Beschreibung")
        session.write("evidence/neu.yaml", {"format": 1, "title": "Neu [@click=app.quit]x[/]"}, "Neu")
        session.delete(OTHER, "Löschen")
        await settle(pilot)
        assert set(rows(app, "changes")) == {MEASURE, OTHER, "evidence/neu.yaml"}
        await pilot.press("enter")
        while app.screen.query_one("#states-changes", PickList).key != MEASURE:
            await pilot.press("down")
        await settle(pilot)
        assert "−Ein Jahr− +Zwei Jahre [/x]+ lang begleiten" in screen_text(app)

        await pilot.press("z")
        await settle(pilot)
        assert session.text(MEASURE) == before
        assert "ist wieder wie damals" in notices(app)
        assert MEASURE not in rows(app, "changes")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "Zwei Jahre" in (session.text(MEASURE) or "")

        await pilot.press("escape", "w")
        await settle(pilot)
        told = " ".join(dialog_text(app).replace("│", " ").split())
        assert "1 Eintrag wie damals, 1 zurückgeholt - 1 in den Papierkorb" in told
        assert "„vor dem Wiederherstellen von Eins [/x]“" in told
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert session.text(MEASURE) == before
        assert session.text(OTHER) is not None
        assert session.text("evidence/neu.yaml") is None
        assert len(rows(app)) == 2
        assert (root / OTHER).exists()
        assert not session.dirty

        while app.screen.query_one("#states-list", PickList).key != "snapshot:eins-x":
            await pilot.press("down")
        await pilot.press("delete")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert rows(app) == ["snapshot:vor-dem-wiederherstellen-von-eins-x"]


async def test_two_states_are_compared_and_damage_is_told(app: TeaApp, session: Session) -> None:
    snapshots.keep(session, "Eins")
    session.edit(MEASURE, [Change(("title",), "Anders")], "Titel")
    snapshots.keep(session, "Zwei")
    session.edit(OTHER, [Change(("title",), "Auch anders")], "Titel")
    for name, made in (("eins", "2024-01-01"), ("zwei", "2024-02-01")):
        listed = session.root / "snapshots" / name / "snapshot.yaml"
        text = listed.read_text(encoding="utf-8")
        listed.write_text(
            text.replace(text.split("made: ")[1].split("\n")[0], f"{made}T12:00:00"), encoding="utf-8"
        )
    async with app.run_test(size=(120, 40)) as pilot:
        await show_states(app, pilot)
        assert rows(app) == ["snapshot:zwei", "snapshot:eins"]
        assert rows(app, "changes") == [OTHER]
        await pilot.press("down")
        await settle(pilot)
        assert set(rows(app, "changes")) == {MEASURE, OTHER}
        await pilot.press("space", "up")
        await settle(pilot)
        assert "Eins → Zwei" in screen_text(app)
        assert "◆" in screen_text(app)
        assert rows(app, "changes") == [MEASURE]
        await pilot.press("v")
        await settle(pilot)
        assert "Eins → Zwei" in screen_text(app)
        assert "◆" not in screen_text(app)
        assert rows(app, "changes") == [MEASURE]
        await pilot.press("down")
        await settle(pilot)
        assert "am Anfang → Eins" in screen_text(app)
        await pilot.press("v", "f6", "enter")
        await settle(pilot)
        assert isinstance(app.screen, EvidenceScreen)

        (session.root / "snapshots" / "zwei" / "files" / MEASURE).write_text("format: 1\n", encoding="utf-8")
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, StatesScreen)
        await pilot.press("escape", "up")
        await settle(pilot)
        assert "! Zwei" in screen_text(app)
        assert "! Anders: Die Datei ist im festgehaltenen" in screen_text(app)
        await pilot.press("w")
        await settle(pilot)
        assert "verändert" in notices(app)

        snapshot_journal.begin(session.root, "Eins", "Zwei")
        app.screen.show_session()
        await settle(pilot)
        assert "Das Wiederherstellen von „Eins“ wurde" in screen_text(app)


async def test_the_course_of_a_measure_and_what_cannot_be_done(app: TeaApp, session: Session) -> None:
    snapshots.keep(session, "Eins")
    session.edit(OTHER, [Change(("title",), "Auch anders")], "Titel")
    session.write("evidence/neu.yaml", {"format": 1, "title": "Neu"}, "Neu")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.show_place(MEASURE)
        await settle(pilot)
        await pilot.press("f12")
        await settle(pilot)
        assert "Verlauf: Mentoring" in screen_text(app)
        assert rows(app, "changes") == []
        await pilot.press("a")
        await settle(pilot)
        assert "evidence/neu.yaml" in rows(app, "changes")
        await pilot.press("enter")
        while app.screen.query_one("#states-changes", PickList).key != "evidence/neu.yaml":
            await pilot.press("down")
        await pilot.press("z")
        await settle(pilot)
        assert "gab es in diesem Stand nicht" in notices(app)
        await pilot.press("n", "enter")
        await settle(pilot)
        assert "Bitte etwas eingeben." in dialog_text(app)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs the system's git")
async def test_versions_of_the_repository_stand_among_the_states(app: TeaApp, session: Session) -> None:
    before = session.text(MEASURE)
    commit(session.root)
    session.edit(MEASURE, [Change(("title",), "Anders")], "Titel")
    async with app.run_test(size=(80, 24)) as pilot:
        await show_states(app, pilot)
        assert "○ Anfang *x* [/x]" in screen_text(app)
        assert rows(app, "changes") == [MEASURE]
        await pilot.press("w", "delete")
        await settle(pilot)
        assert "nur Stände mit Namen" in notices(app)
        await pilot.press("enter", "z")
        await settle(pilot)
        assert session.text(MEASURE) == before
