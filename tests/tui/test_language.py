"""No English word reaches the user, neither ours nor Textual's."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Select

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.keys import EVERYWHERE, key_name
from tea_assistant.tui.places import Destination
from tests.tui.reading import dialog_text, screen_text, settle

ENGLISH = frozenset((Path(__file__).parent / "english_words.txt").read_text(encoding="utf-8").split())
SIZE = (140, 60)
SCREENS = [
    Destination("overview"),
    Destination("findings"),
    Destination("document"),
    Destination("organisation"),
    Destination("understanding"),
    Destination("figures", "2024"),
    Destination("figures_import"),
    Destination("evidence"),
    Destination("evidence", "mentoring-fuer-frauen"),
    Destination("field", "af03"),
    Destination("inbox"),
    Destination("renew"),
    Destination("expectations"),
    Destination("progress"),
    Destination("transfer"),
    Destination("requests"),
    Destination("answers"),
    Destination("states"),
]


def english(text: str) -> set[str]:
    # The name of the program is no English here.
    told = text.replace("Word-Datei", "").casefold()
    return {word for word in re.findall(r"[A-Za-zÄÖÜäöüß']+", told) if word in ENGLISH}


async def test_every_screen_and_its_help_is_german(
    herne: Path, make_app: Callable[[Session], TeaApp]
) -> None:
    app = make_app(Session(herne))
    async with app.run_test(size=SIZE, tooltips=True) as pilot:
        await settle(pilot)
        for destination in SCREENS:
            page = await app.open_page(destination)
            await settle(pilot)
            assert english(screen_text(app)) == set(), destination
            told = " ".join(f"{command.label} {command.help}" for command in page.COMMANDS)
            assert english(f"{told} {page.HEADING} {page.HELP_TEXT}") == set(), destination
            await pilot.press("f1")
            await settle(pilot)
            assert english(dialog_text(app)) == set(), destination
            await pilot.press("escape")


async def test_dialogs_are_german(herne: Path, make_app: Callable[[Session], TeaApp]) -> None:
    app = make_app(Session(herne))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for keys in (("ctrl+p",), ("ctrl+p", "q", "q", "q", "q"), ("ctrl+r",)):
            await pilot.press(*keys)
            await settle(pilot)
            assert english(dialog_text(app)) == set()
            await pilot.press("escape")
        await pilot.press("f4", "h")
        await settle(pilot)
        assert english(dialog_text(app)) == set()


async def test_the_comparison_and_the_question_at_the_end_are_german(
    herne: Path, make_app: Callable[[Session], TeaApp]
) -> None:
    app = make_app(Session(herne))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        file = "evidence/mentoring-fuer-frauen.yaml"
        path = herne / file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("für Frauen", "für alle", 1) + "until: 2027\n", encoding="utf-8")
        app.session.edit(file, [Change(("title",), "Mentoring")], "Titel")
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        for keys in ((), ("3",), ("escape", "tab", "tab", "enter")):
            await pilot.press(*keys)
            await settle(pilot)
            assert english(dialog_text(app)) == set()
        await pilot.press("escape", "ctrl+q")
        await settle(pilot)
        assert english(dialog_text(app)) == set()


async def test_making_a_dossier_is_german(tmp_path: Path) -> None:
    app = TeaApp(None, folder=tmp_path, autosave_delay=0, poll_interval=0)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert english(screen_text(app).replace(str(tmp_path), "").replace(tmp_path.name, "")) == set()
        await pilot.press("2")
        await settle(pilot)
        app.screen.query_one(Select).focus()
        await pilot.press("enter")
        await settle(pilot)
        shown = screen_text(app).replace(str(tmp_path), "")
        assert "Nordrhein-Westfalen" in shown
        assert english(shown.replace(tmp_path.name, "")) == set()


async def test_loading_is_announced_in_german(app: TeaApp) -> None:
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one("#parts").loading = True
        await pilot.pause()
        assert "Einen Moment" in screen_text(app)
        assert english(screen_text(app)) == set()


def test_commands_are_german() -> None:
    assert english(" ".join(f"{command.label} {command.help}" for command in EVERYWHERE)) == set()


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+p", "Strg+P"), ("f8", "F8"), ("escape", "Esc"), ("shift+tab", "Umschalt+Tab"), ("slash", "/")],
)
def test_keys_are_named_as_on_a_german_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name
