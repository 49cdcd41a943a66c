"""Bringing two clones together from the screen: progress in the title bar, conflicts field by field."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.ask_text import AskText
from tests.services.two_clones import MEASURE, Offices, git, made, no_git_settings_of_this_machine, simple
from tests.tui.reading import dialog_text, notices, settle

__all__ = ["made", "no_git_settings_of_this_machine", "simple"]


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait for what happens in a thread."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        await pilot.pause()


async def test_what_both_changed_is_decided_on_the_screen(
    simple: Offices, make_app: Callable[[Session], TeaApp]
) -> None:
    anna, bernd = simple.anna, simple.bernd
    anna.replace("Mehr Frauen in Führung", "Mehr Frauen in Führung [/x]")
    anna.replace("voluntary", "beyond_law")
    anna.sync()
    for key in ("user.name", "user.email"):
        git(bernd.clone, "config", "--unset", key)
    app = make_app(Session(bernd.dossier))
    async with app.run_test(size=(80, 24)) as pilot:
        # What is not saved yet belongs to it.
        app.session.edit(MEASURE, [Change(("goal",), "Frauen*förderung")], "Ziel")
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, AskText))
        for answer in ("Änne Groß", "ae@stadt.example"):
            app.screen.query_one(Input).value = answer
            await pilot.press("enter")
        await until(pilot, lambda: bool(app.screen.query("#field-label")))
        await pilot.pause()
        shown = dialog_text(app)
        assert "Mentoring für Mitarbeiter*innen" in shown
        assert "Ziel" in shown
        assert "Mehr Frauen in Führung [/x]" in shown
        assert "Fassung der anderen" in shown
        assert "zusammenführen" in app.saving.status.text
        await pilot.press("escape")
        await settle(pilot)
        assert "noch zu entscheiden" in notices(app)
        assert bernd.text().count("Frauen*förderung") == 1
        assert "voluntary" in bernd.text()

        await pilot.press("f10")
        await until(pilot, lambda: bool(app.screen.query("#field-label")))
        await pilot.press("2", "enter")
        await settle(pilot)
        assert "denselben Stand" in notices(app)
        assert app.saving.status.text.startswith("gespeichert")
        assert "goal: Mehr Frauen in Führung [/x]\n" in (app.session.text(MEASURE) or "")
        assert "beyond_law" in bernd.text()
    anna.sync()
    assert anna.text() == bernd.text()
    assert "Änne Groß" in git(bernd.clone, "log", "-1", "--format=%an")


async def test_a_dossier_outside_of_git_is_told_so_and_an_end_ends_git(
    simple: Offices, make_app: Callable[[Session], TeaApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "ohne"
    shutil.copytree(simple.anna.dossier, outside, ignore=shutil.ignore_patterns(".git"))
    app = make_app(Session(outside))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await settle(pilot)
        assert "in keinem Git-Repositorium" in notices(app)
    # A server that never answers keeps nobody from leaving.
    (simple.anna.clone / "warten.sh").write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    (simple.anna.clone / "warten.sh").chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(simple.anna.clone / "warten.sh"))
    git(simple.anna.clone, "remote", "set-url", "origin", "ssh://nirgends.example/x.git")
    app = make_app(Session(simple.anna.dossier))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await until(pilot, lambda: "holen" in app.saving.status.text)
        await pilot.press("f10")
        assert "gerade abgeglichen" in notices(app)
        await pilot.press("ctrl+q")
    assert not app.session.dirty
