"""Unknown words are gone through: replaced here or everywhere, typed, learned, skipped, gone to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from tea_assistant.services.session import Session
from tea_assistant.services.spelling import dictionary as spelling_dictionary
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.spelling import SpellingScreen
from tests.services.spelling_dictionary import write_dictionary
from tests.tui.reading import notices, screen_text, settle
from tests.tui.test_language import english

EVENINGS, MENTORING = "evidence/vaeterabende.yaml", "evidence/mentoring-fuer-frauen.yaml"
TEXTS = {
    MENTORING: "Die „Vetretung“ für Mitarbeiter*innen.\n",
    EVENINGS: "Die Vetretung [/x] der Kolleg*inen.\n\nSeit der Vetretung [@click=app.quit]x[/] Qatschkita.\n",
}


@pytest.fixture
def folder_of_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "dict"
    monkeypatch.setattr(spelling_dictionary, "folders", lambda: iter((folder,)))
    return folder


def words(app: TeaApp) -> list[str]:
    assert isinstance(app.screen, SpellingScreen)
    return [each.written for each in app.screen._found.values()]


def summary(app: TeaApp, name: str) -> str:
    return app.session.application.dossier.evidence[name].summary


def underlined(app: TeaApp) -> set[str]:
    """Return the words that are underlined in the text that has the focus."""
    assert isinstance(app.focused, TextArea)
    lines = [app.focused.render_line(y) for y in range(app.focused.content_size.height)]
    return {part.text for line in lines for part in line if part.style and part.style.underline}


async def go_to_word(pilot: Pilot[None], app: TeaApp, word: str) -> None:
    await pilot.press("home", *["down"] * words(app).index(word))
    await settle(pilot)
    assert isinstance(app.screen, SpellingScreen)
    assert app.screen.current is not None
    assert app.screen.current.written == word


async def test_words_are_gone_through(
    session: Session, make_app: Callable[[Session], TeaApp], folder_of_words: Path
) -> None:
    for file, text in TEXTS.items():
        session.edit(file, [Change(("summary",), text)], "Test")
    app = make_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.show_place(EVENINGS, ("summary",))
        await settle(pilot)
        await pilot.press("alt+s")
        await settle(pilot)
        told = str(app.screen.query_one("#spelling-told", Static).render())
        assert "kein deutsches Wörterbuch" in told
        assert "woerterbuch" in told
        assert "Lernen" not in screen_text(app)
        page = SpellingScreen
        words_of_it = " ".join(f"{command.label} {command.help}" for command in page.COMMANDS)
        assert english(f"{told} {words_of_it} {page.HEADING} {page.HELP_TEXT}") <= {"install"}
        await pilot.press("s", "l", "e", "a", "1", "enter", "escape")
        write_dictionary(folder_of_words)
        await pilot.press("alt+s")
        await settle(pilot)
        shown = screen_text(app)
        assert english(shown) == set()
        # It begins in the text from which one came.
        assert app.page is not None
        assert app.page.place == (EVENINGS, ("summary",))
        assert "Maßnahme „Väter*abende" in shown
        assert "Die Vetretung [/x] der Kolleg*inen." in shown
        assert "1  Vertretung" in shown
        assert "an allen 3 Stellen" in shown
        assert "Mitarbeiter*innen" not in words(app)

        await replace(pilot, app)
        await type_beside(pilot, app)
        await learn_and_skip(pilot, app)
        await pilot.press("s", "l", "e", "a", "1", "enter")


async def replace(pilot: Pilot[None], app: TeaApp) -> None:
    await pilot.press("a", "1")
    await settle(pilot)
    assert "Vetretung" not in words(app)
    assert "An 3 Stellen ersetzt." in notices(app)
    assert summary(app, "mentoring-fuer-frauen") == TEXTS[MENTORING].replace("Vetretung", "Vertretung")
    await pilot.press("ctrl+z")
    await settle(pilot)
    assert summary(app, "vaeterabende") == TEXTS[EVENINGS]
    assert words(app).count("Vetretung") == 3

    await go_to_word(pilot, app, "Kolleg*inen")
    await pilot.press("1")
    await settle(pilot)
    assert "der Kolleg*innen." in summary(app, "vaeterabende")
    # The next word of the text is at hand.
    await pilot.press("e", *["backspace"] * 9, *"Verträge")
    await pilot.press("enter")
    await settle(pilot)
    assert "Seit der Verträge [@click" in summary(app, "vaeterabende")
    assert words(app).count("Vetretung") == 2


async def learn_and_skip(pilot: Pilot[None], app: TeaApp) -> None:
    await go_to_word(pilot, app, "Qatschkita")
    await pilot.press("l")
    await settle(pilot)
    assert app.session.application.organisation.house_rules.words == ("Qatschkita",)
    assert "Qatschkita" not in words(app)
    # A click looks at a word, a second one goes there.
    await pilot.click("#spelling-list", offset=(5, words(app).index("Vetretung")))
    await settle(pilot)
    assert isinstance(app.screen, SpellingScreen)
    assert app.screen.current is not None
    assert app.screen.current.written == "Vetretung"
    await pilot.click("#spelling-list", offset=(5, words(app).index("Vetretung")))
    await settle(pilot)
    assert app.page is not None
    assert app.page.place == (MENTORING, ("summary",))
    assert isinstance(app.focused, TextArea)
    await pilot.press("alt+s")
    await settle(pilot)
    await pilot.press("s")
    await settle(pilot)
    assert "Vetretung" not in words(app)
    assert "1 übersprungen" in screen_text(app)
    while words(app):
        await pilot.press("s")
    await settle(pilot)
    assert "✓ Alle anderen Wörter in den Texten" in screen_text(app)


async def type_beside(pilot: Pilot[None], app: TeaApp) -> None:
    await app.show_place(MENTORING, ("summary",))
    await settle(pilot)
    await pilot.press("ctrl+end", *"Die Qatsch")
    await settle(pilot)
    assert underlined(app) == {"Vetretung"}
    await pilot.press("space")
    await settle(pilot)
    assert underlined(app) == {"Vetretung", "Qatsch"}
    await pilot.press("ctrl+a", *"Die Vetretung ", "alt+s")
    await settle(pilot)
