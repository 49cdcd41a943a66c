"""A folder without a dossier: make one, or look at the example."""

from pathlib import Path

import pytest
from textual.widgets import Input, Select

from tea_assistant.errors import DossierError
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.create import CreateScreen
from tea_assistant.tui.start import run
from tests.tui.reading import screen_text, settle

NAME = "Stadt „Musterhausen“ [/x]"


def offer(folder: Path) -> TeaApp:
    return TeaApp(None, folder=folder, autosave_delay=0, poll_interval=0)


async def test_an_empty_folder_is_offered_for_a_new_dossier(tmp_path: Path) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Der Ordner ist leer" in text
        assert "Mappe anlegen" in text
        assert "Beispiel öffnen" in text


async def test_a_folder_with_other_files_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "einkauf.yaml").write_text("milch: 2\n", encoding="utf-8")
    app = offer(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert "fehlt die Datei" in screen_text(app)
        assert app.screen.query_one("#folder", Input).value == str(tmp_path / "bewerbung")


async def test_a_dossier_is_made_and_opened(tmp_path: Path) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        app.screen.query_one("#name", Input).value = NAME
        app.screen.query_one("#state", Select).value = "NW"
        app.screen.query_one("#year", Input).value = "2028"
        await pilot.click("#create")
        await settle(pilot)
        assert f"{NAME} · Bewerbung 2028" in screen_text(app)
        assert app.session.application.organisation.state == "NW"
        assert (tmp_path / "dossier.yaml").is_file()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("#name", " ", "Namen der Organisation"),
        ("#year", "bald", "vierstellig"),
        ("#folder", "", "Ordner angeben"),
    ],
)
async def test_what_is_missing_is_said(tmp_path: Path, field: str, value: str, words: str) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        app.screen.query_one("#name", Input).value = NAME
        app.screen.query_one(field, Input).value = value
        await pilot.click("#create")
        await settle(pilot)
        assert words in screen_text(app)
        assert isinstance(app.screen, CreateScreen)
    assert list(tmp_path.iterdir()) == []


async def test_a_folder_that_holds_a_file_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "belegt").write_text("", encoding="utf-8")
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        app.screen.query_one("#name", Input).value = NAME
        app.screen.query_one("#folder", Input).value = "belegt"
        await pilot.click("#create")
        await settle(pilot)
        assert "Datei, kein Ordner" in screen_text(app)


async def test_the_example_opens_as_a_copy(tmp_path: Path) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.click("#example")
        await settle(pilot)
        assert "Musterstadt (fiktiv) · Bewerbung 2025" in screen_text(app)
    assert (tmp_path / "beispiel-musterstadt" / "dossier.yaml").is_file()


async def test_commands_for_a_dossier_do_nothing_yet(tmp_path: Path) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f2", "f8", "ctrl+p", "ctrl+s", "ctrl+z")
        await settle(pilot)
        assert isinstance(app.screen, CreateScreen)
        await pilot.press("f1")
        await settle(pilot)
        assert "Hilfe: Neue Mappe" in screen_text(app)
        await pilot.press("escape")
        await pilot.press("escape")
        await pilot.pause()
        assert app._exit
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="gibt es nicht"):
        run(tmp_path / "fehlt")
