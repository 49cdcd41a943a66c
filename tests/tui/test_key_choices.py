"""Somebody who wants other keys gets them, or is told why not."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from tea_assistant.store import key_file
from tea_assistant.tui import key_choices
from tea_assistant.tui.all_keys import sections
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.keys import EVERYWHERE, ON_TOUR, key_id, key_name
from tea_assistant.tui.named_keys import renamed
from tea_assistant.tui.places import SCREENS
from tea_assistant.tui.screens.find import FindScreen
from tests.tui.reading import dialog_text, notices, settle


@pytest.fixture
def own_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the file for own keys, in a folder of its own."""
    monkeypatch.setattr(key_file, "user_config_path", lambda *_args, **_more: tmp_path)
    return key_file.path()


def test_keys_are_read_as_they_stand_on_the_keyboard() -> None:
    for written, key in (
        ("Strg+K", "ctrl+k"),
        ("strg + umschalt + Ende", "ctrl+shift+end"),
        ("Alt+←", "alt+left"),
        ("F11", "f11"),
        ("ctrl+k", "ctrl+k"),
        ("Entf", "delete"),
        ("", ""),
        ("Strg+Quatsch", ""),
        ("F99", ""),
        ("Super+K", ""),
    ):
        assert key_id(written) == key, written


def test_no_two_commands_share_a_key() -> None:
    places = [section.commands for section in sections()]
    for commands in places[1:]:
        keys = [key for command in (*places[0], *commands) for key in command.key.split(",")]
        shared = {key for key in keys if keys.count(key) > 1}
        # What some screens take in another sense: back, remove, take back, set for the round.
        assert shared <= {"escape", "enter", "delete", "ctrl+r", "ctrl+z"}, shared


def test_what_cannot_be_had_is_told() -> None:
    found = key_choices.judged(
        {"find": "Strg+S", "save": "x", "fnid": "F11", "places": "Hoppla", "jump": "Alt+J"}, sections()
    )
    assert found.keys == {"jump": "alt+j"}
    told = "\n".join(found.problems)
    assert "Strg+S für „In Texten finden“: Die Taste gehört schon zu „Speichern“." in told
    assert "„x“ braucht man zum Schreiben." in told
    assert "„fnid“ gibt es nicht. Gemeint ist vermutlich „find“." in told
    assert "„Hoppla“ ist keine Taste." in told
    # Two commands may change their places.
    assert key_choices.judged({"find": "Strg+S", "save": "Strg+F"}, sections()).problems == ()


def test_mistakes_in_the_file_have_their_line(own_file: Path) -> None:
    assert key_choices.read() == key_choices.KeyChoices()
    for text, told in (
        ("format: 1\nkeys:\n  find: 3\n", "Zeile 3: "),
        ("format: 1\ntasten: {}\n", "Zeile 2: Den Schlüssel „tasten“ gibt es hier nicht."),
        ("format: 1\nkeys: [\n", "Zeile "),
        ("format: 99\n", "neueren Fassung"),
    ):
        own_file.write_text(text, encoding="utf-8")
        problem = key_choices.read().problems[0]
        assert told in problem
    own_file.write_text("format: 1\nkeys: {find: Strg+K}\n", encoding="utf-8")
    assert key_choices.read().keys == {"find": "ctrl+k"}


def test_texts_name_the_keys_that_are_in_force() -> None:
    text = "**n** und Taste n, F1 und F12, Strg+N, Alt+Strg+N, **Entf**; Ein Name: Entf n"
    names = {"N": "M", "F1": "F9", "Strg+N": "Alt+N", "Entf": "Strg+Entf"}
    assert renamed(text, names) == (
        "**m** und Taste m, F9 und F12, Alt+N, Alt+Strg+N, **Strg+Entf**; Ein Name: Entf n"
    )
    assert renamed("F1 und F2", {"F1": "F2", "F2": "F1"}) == "F2 und F1"
    assert renamed(text, {}) == text


def test_help_texts_name_only_keys_of_the_table() -> None:
    # What a text box or the terminal does, and one way in that is no command.
    others = {"Strg+A", "Strg+C", "Strg+Umschalt+V", "Umschalt+Pfeile", "Strg+O"}
    for module, name in SCREENS.values():
        page = getattr(import_module(f"tea_assistant.tui.screens.{module}"), name)
        commands = (*page.COMMANDS, *EVERYWHERE, *ON_TOUR)
        known = {key_name(key) for command in commands for key in command.key.split(",")} | others
        named = re.findall(r"(?:(?:Strg|Alt|Umschalt)\+)+[^\s*.,;:)]+|\bF\d+\b", page.HELP_TEXT)
        assert set(named) <= known, name


async def test_a_chosen_key_works_and_is_shown(
    app: TeaApp, own_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "keys: {find: F11, save: F1, undo: Alt+U, new_evidence: Alt+N, inbox: Alt+G}"
    own_file.write_text(f"format: 1\n{own}\n", encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        app.use_keys()
        await settle(pilot)
        assert "F1 für „Speichern“: Die Taste gehört schon zu „Hilfe“." in notices(app)
        await pilot.press("f11")
        await settle(pilot)
        assert isinstance(app.screen, FindScreen)
        await pilot.press("escape", "ctrl+f")
        await settle(pilot)
        assert not isinstance(app.screen, FindScreen)
        await app.run_action("app.keys")
        await settle(pilot)
        text = dialog_text(app)
        assert "▲ F1 für „Speichern“" in text
        assert "Überall" in text
        await pilot.press("escape", "ctrl+p", *"texten")
        await settle(pilot)
        assert "F11" in dialog_text(app)
        await pilot.press("escape", "f3")
        app.tell("Strg+Z nimmt es zurück.")
        await pilot.press("f1")
        await settle(pilot)
        text = dialog_text(app)
        assert "Alt+N legt eine neue Maßnahme an" in text
        assert "Strg+N" not in text
        assert "Alt+U nimmt es zurück." in notices(app)
        # A browser keeps some keys for itself.
        monkeypatch.setattr(TeaApp, "is_web", True)
        await pilot.press("escape", "ctrl+p", *"farben")
        await settle(pilot)
        assert "Alt+T" in dialog_text(app)
        assert app.keyed("Strg+T, Strg+Z") == "Alt+T, Alt+U"
