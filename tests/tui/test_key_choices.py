"""Somebody who wants other keys gets them, or is told why not."""

from pathlib import Path

import pytest

from tea_assistant.store import key_file
from tea_assistant.tui import key_choices
from tea_assistant.tui.all_keys import sections
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.keys import key_id
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


async def test_a_chosen_key_works_and_is_shown(app: TeaApp, own_file: Path) -> None:
    own_file.write_text("format: 1\nkeys: {find: F11, save: F1}\n", encoding="utf-8")
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
