"""Ways to walk through the forms, and texts that must do no harm in them."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.page import Page
from tea_assistant.tui.screens.evidence import EvidenceScreen
from tea_assistant.tui.widgets.form_field import FormField
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.schema_form import SchemaForm
from tests.tui.reading import settle

DOSSIER = "dossier.yaml"
MENTORING = "evidence/mentoring-fuer-frauen.yaml"
EVENINGS = "evidence/vaeterabende.yaml"
ROUND = "cycles/2025/cycle.yaml"
FIGURES = "figures/2024-12-31.yaml"
HOSTILE = "Bürger*innen [/x] [@click=app.quit]x[/] \x1b[31m \u202e „Zitat“"


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)
    monkeypatch.setattr(EvidenceScreen, "PAUSE", 0)


async def at(pilot: Pilot[None], file: str, *path: str | int) -> Page:
    app = pilot.app
    assert isinstance(app, TeaApp)
    await app.show_place(file, path)
    await settle(pilot)
    assert app.page is not None
    return app.page


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type over what stands in the line that has the focus, and leave it."""
    await pilot.press("end", "ctrl+u", *text, "tab")
    await settle(pilot)


def form(page: Page) -> SchemaForm:
    return page.query_one(SchemaForm)


def field(page: Page, *path: str | int) -> FormField:
    found = form(page).field(path)
    assert found is not None, path
    return found


def beneath(page: Page, *path: str | int) -> str:
    """Return what stands beneath the control of a field."""
    words = field(page, *path).query_one(".form-field--finding", Static)
    return str(words.render()) if words.display else ""


def text_of(folder: Path, file: str) -> str:
    return (folder / file).read_text("utf-8")


def values(app: TeaApp, file: str = DOSSIER) -> dict[str, Any]:
    """Return what a file says."""
    found = app.session.value(file)
    assert isinstance(found, dict)
    return found
