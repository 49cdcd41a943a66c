"""A folder without a dossier: the ways to begin, and making a new one."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import Button, Checkbox, Input, Select

from tea_assistant.errors import DossierError
from tea_assistant.services.recent_dossiers import recent_dossiers, remember
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.create import CreateScreen
from tea_assistant.tui.screens.renew import RenewScreen
from tea_assistant.tui.screens.triage import TriageScreen
from tea_assistant.tui.screens.welcome import WelcomeScreen
from tea_assistant.tui.start import run
from tests.tui.reading import screen_text, settle

CATALOGUE = Path(__file__).parents[2] / "docs" / "examples" / "familie-und-beruf"
NAME = "Stadt „Musterhausen“ [/x]"


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be remembered from one test to the next."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


def offer(folder: Path) -> TeaApp:
    return TeaApp(None, folder=folder, autosave_delay=0, poll_interval=0)


async def test_an_empty_folder_offers_the_ways_to_begin(tmp_path: Path) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", "f8", "ctrl+p", "ctrl+s", "ctrl+z", "alt+w", "alt+r")
        await settle(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        text = screen_text(app)
        assert all(way in text for way in ("Rundgang", "Neue Mappe", "Vorhandene Mappe", "Beispiel"))
        assert "Zuletzt" not in text
        await pilot.press("f1")
        await settle(pilot)
        assert "Hilfe: Der Anfang" in screen_text(app)
        await pilot.press("escape", "2")
        await settle(pilot)
        assert "Der Ordner ist leer" in screen_text(app)
        assert "Auszeichnung" not in screen_text(app)
        await pilot.press("f1")
        await settle(pilot)
        assert "Hilfe: Neue Mappe" in screen_text(app)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, WelcomeScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app._exit
    assert list(tmp_path.iterdir()) == []


async def test_a_dossier_is_made_by_keys_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\nname = Erika\nemail = e@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    folder = tmp_path / "leer"
    folder.mkdir()
    shutil.copytree(CATALOGUE, tmp_path / CATALOGUE.name)
    app = offer(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        assert "Änderungen nachvollziehbar halten" in screen_text(app)
        # A catalogue that lies beside is offered, the one of the award stays chosen.
        assert "TOTAL E-QUALITY Prädikat" in screen_text(app)
        app.screen.query_one("#name", Input).value = NAME
        await pilot.press("enter", "tab", "tab")
        assert "in der Regel der 30. April" in screen_text(app)
        app.screen.query_one("#catalogue", Select).value = CATALOGUE.name
        await pilot.press("shift+tab", "tab")
        assert "tragen Sie später" in screen_text(app)
        app.screen.query_one("#year", Input).value = "2028"
        app.screen.query_one("#state", Select).value = "NW"
        app.screen.query_one("#git", Checkbox).value = True
        await pilot.press("tab", "tab", "tab", "tab", "enter")
        await settle(pilot)
        assert f"{NAME} · Bewerbung 2028" in screen_text(app)
        assert app.session.application.organisation.state == "NW"
        assert (folder / "dossier.yaml").is_file()
        assert (folder / ".git").is_dir()
        assert app.session.application.catalogue.award.startswith("Familie und Beruf")
        assert (folder / "action_fields" / CATALOGUE.name / "ff01.yaml").is_file()
        assert app.session.application.cycle.deadline == ""


async def test_git_is_offered_only_to_those_whom_it_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    app = offer(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        assert "nachvollziehbar" not in screen_text(app)


async def test_what_there_is_already_is_read_next(tmp_path: Path) -> None:
    (tmp_path / "einkauf.yaml").write_text("milch: 2\n", encoding="utf-8")
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        assert "fehlt die Datei" in screen_text(app)
        assert app.screen.query_one("#folder", Input).value == str(tmp_path / "bewerbung")
        app.screen.query_one("#name", Input).value = NAME
        app.screen.query_one("#there", Select).value = "documents"
        await settle(pilot)
        await pilot.click("#create")
        await settle(pilot)
        assert isinstance(app.screen, TriageScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert f"{NAME} · Bewerbung" in screen_text(app)


async def test_the_next_round_begins_in_the_dossier_of_the_last(tmp_path: Path, folder: Path) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        app.screen.query_one("#there", Select).value = "dossier"
        await settle(pilot)
        assert str(app.screen.query_one("#create", Button).label) == "Mappe auswählen …"
        await pilot.click("#create")
        await pilot.pause()
        app.screen.query_one(Input).value = str(tmp_path)
        await pilot.click("#open")
        await pilot.pause()
        assert "keine Mappe" in screen_text(app)
        app.screen.query_one(Input).value = str(folder)
        app.screen.query_one(Input).focus()
        await pilot.press("enter")
        # The tree of folders goes on looking, so it is no use to wait for all that works.
        await pilot.pause()
        await settle(pilot)
        assert isinstance(app.screen, RenewScreen)
        assert app.session.root == folder


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("#name", " ", "Namen der Organisation"),
        ("#year", "bald", "vierstellig"),
        ("#folder", "", "Ordner angeben"),
        ("#folder", "belegt", "Datei, kein Ordner"),
    ],
)
async def test_what_is_missing_is_said(tmp_path: Path, field: str, value: str, words: str) -> None:
    (tmp_path / "belegt").write_text("", encoding="utf-8")
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        app.screen.query_one("#name", Input).value = NAME
        app.screen.query_one(field, Input).value = value
        await pilot.click("#create")
        await settle(pilot)
        assert words in screen_text(app)
        assert isinstance(app.screen, CreateScreen)
    assert [path.name for path in tmp_path.iterdir()] == ["belegt"]


async def test_dossiers_of_earlier_are_offered_first_and_forgotten_when_they_are_gone(
    tmp_path: Path, folder: Path
) -> None:
    remember(folder, NAME)
    remember(tmp_path / "weg", "Stadt Fort")
    app = offer(tmp_path)
    app.remember = remember
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert f"2  Weiter mit {NAME}" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "gibt es nicht" in screen_text(app)
        assert "Stadt Fort" not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.session.root == folder
    assert [known.root for known in recent_dossiers()] == [folder.resolve()]


async def test_the_example_opens_as_a_copy(tmp_path: Path) -> None:
    app = offer(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("end", "enter")
        await settle(pilot)
        assert "Musterstadt (fiktiv) · Bewerbung 2025" in screen_text(app)
    assert (tmp_path / "beispiel-musterstadt" / "dossier.yaml").is_file()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="gibt es nicht"):
        run(tmp_path / "fehlt")
