"""The search over everything."""

from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from tea_assistant.tui.app import TeaApp
from tests.tui.reading import screen_text, settle


async def test_without_a_query_it_offers_the_commands(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        text = screen_text(app)
        assert "Befehl, Aktionsfeld, Aktivität oder Maßnahme" in text
        for label in ("Hilfe", "Befunde", "Speichern", "Strg+S"):
            assert label in text
        await pilot.press("escape")
        await settle(pilot)
        # Who types before the box is there loses nothing.
        for key in ("ctrl+p", *"Väter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert app.screen.query_one(Input).value == "Väter"


async def searched(pilot: Pilot[None], words: str) -> None:
    await pilot.press("ctrl+p")
    await settle(pilot)
    await pilot.press(*(key if key != " " else "space" for key in words))
    await settle(pilot)


async def test_a_few_letters_lead_to_a_place_or_run_a_command(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for words, file, path in (
            ("vaeterabende", "evidence/vaeterabende.yaml", ()),
            ("mentoring fr", "evidence/mentoring-fuer-frauen.yaml", ()),
            ("nachfolge", "cycles/2025/fields/af03.yaml", ("criteria", "af03-nachfolgeplanung")),
            ("grundver", "cycles/2025/cycle.yaml", ()),
            ("kennzahlen", "figures/2024-12-31.yaml", ()),
        ):
            await searched(pilot, words)
            await pilot.press("enter")
            await settle(pilot)
            assert app.page is not None
            assert app.page.place[0] == file
            assert app.page.place[1][: len(path)] == path
        await searched(pilot, "dokument")
        await pilot.press("enter")
        await settle(pilot)
        assert type(app.page).__name__ == "DocumentScreen"


async def test_a_command_of_the_screen_is_run(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press(*"hinnehmen", "enter")
        await settle(pilot)
        assert "Warum darf das so bleiben?" in screen_text(app)


async def test_titles_with_brackets_are_shown_and_what_nobody_knows_is_not_found(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await searched(pilot, "mentoring")
        assert "Mentoring für Frauen [/x]" in screen_text(app)
        await pilot.press("escape")
        await searched(pilot, "qqqqxx")
        await pilot.press("enter")
        await settle(pilot)
        assert "Nichts gefunden." in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert type(app.page).__name__ == "OverviewScreen"


async def test_the_arrows_choose(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press("down", "down", "down", "enter")
        await settle(pilot)
        assert type(app.page).__name__ == "FindingsScreen"
