"""Any word is found, any control is a letter away, and one comes back to where one was."""

from textual.widgets import Input, TextArea

from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.jumping import targets
from tea_assistant.tui.screens.find import FindScreen
from tea_assistant.tui.screens.jump import JumpScreen
from tests.tui.reading import dialog_text, notices, screen_text, settle

EVENINGS = "evidence/vaeterabende.yaml"


async def test_a_word_leads_to_its_very_place(app: TeaApp) -> None:
    text = "Erster Absatz [/x] für Mitarbeiter*innen.\n\nHier steht ein Zeppelin, [@click=app.quit]x[/].\n"
    app.session.edit(EVENINGS, [Change(("summary",), text)], "Test")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert isinstance(app.screen, FindScreen)
        await pilot.press(*"zepelin")
        await settle(pilot)
        assert "„zepelin“ steht nirgends; „zeppelin“: 1 Stelle" in dialog_text(app)
        assert "Zeppelin, [@click=app.quit]x[/]." in dialog_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.page is not None
        assert app.page.place == (EVENINGS, ("summary",))
        assert isinstance(app.focused, TextArea)
        assert app.focused.selected_text == "Zeppelin"
        # It works from inside a text too, and remembers what was asked.
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert app.screen.query_one(Input).value == "zepelin"
        app.screen.query_one(Input).value = "qqxyzzy"
        await settle(pilot)
        assert "Nichts gefunden." in dialog_text(app)
        await pilot.press("escape", "ctrl+p", *"zeppelin")
        await settle(pilot)
        assert "„zeppelin“ in allen Texten finden" in dialog_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "1 Stelle" in dialog_text(app)


async def test_letters_lead_to_controls(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await app.show_place(EVENINGS, ("summary",))
        await settle(pilot)
        before = targets(app.screen)
        wanted = next(target for target in before if isinstance(target.widget, TextArea))
        await pilot.press("ctrl+j")
        await settle(pilot)
        assert isinstance(app.screen, JumpScreen)
        lines = screen_text(app).splitlines()
        for target in before:
            assert target.letters.upper() in lines[target.region.y]
        await pilot.press(*wanted.letters)
        await settle(pilot)
        assert app.focused is wanted.widget
        await pilot.press("ctrl+j", "escape")
        await settle(pilot)
        assert app.focused is wanted.widget


async def test_one_comes_back_and_forth(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("alt+left")
        assert "Davor waren Sie nirgends." in notices(app)
        await app.show_place(EVENINGS, ("summary",))
        await settle(pilot)
        await app.show_place("cycles/2025/fields/af03.yaml", ("criteria", "af03-mentoring"))
        await settle(pilot)
        assert app.page is not None
        there = app.page.place
        await pilot.press("alt+left")
        await settle(pilot)
        assert app.page.place[0] == EVENINGS
        await pilot.press("alt+left")
        await settle(pilot)
        assert app.page.heading == "Übersicht"
        await pilot.press("alt+right")
        await settle(pilot)
        await pilot.press("alt+right")
        await settle(pilot)
        assert app.page.place == there
        await pilot.press("alt+z")
        await settle(pilot)
        text = dialog_text(app)
        assert "Zuletzt besucht" in text
        assert "Übersicht" in text
        assert "Maßnahme „" in text
        await pilot.press("enter")
        await settle(pilot)
        assert app.page.place != there
