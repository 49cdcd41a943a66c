"""The app: going from place to place, undoing, and the commands that work everywhere."""

from pathlib import Path

import pytest
from textual.events import MouseDown
from textual.widgets import TextArea

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.page import Page
from tea_assistant.tui.theme import CONTRAST, LIGHT
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.title_bar import TitleBar
from tests.tui.reading import notices, screen_text, settle

FIELD = "cycles/2025/fields/af03.yaml"
MEASURE = "evidence/mentoring-fuer-frauen.yaml"
HOSTILE = "Mitarbeiter*innen und Bürger*innen [/x] [@click=app.quit]x[/] „Zitat“"


def front(app: TeaApp) -> str:
    page = app.page
    return type(page).__name__ if page else ""


async def test_it_opens_with_the_overview_of_the_newest_round(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Stadt Musterhausen · Bewerbung 2025" in text
        assert "Übersicht" in text
        assert "keine Änderungen" in text
        name = "Gleichstellungsbeauftragtenstellvertretungskoordinierungsstelle [/x] des Landes"
        app.screen.query_one(TitleBar).show(f"{name} · Bewerbung 2025", "Übersicht", "keine Änderungen")
        await settle(pilot)
        # A long name makes room for the round and the screen.
        assert "beauftragtenstellvert… · 2025  ›  Übersicht" in screen_text(app)


async def test_a_key_opens_each_main_screen_and_the_overview_is_the_bottom(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for key, screen in (("f3", "EvidenceScreen"), ("f4", "FindingsScreen"), ("f5", "DocumentScreen")):
            await pilot.press(key)
            await settle(pilot)
            assert front(app) == screen
            await pilot.press("f2")
            await settle(pilot)
            assert front(app) == "OverviewScreen"
            assert len(app.screen_stack) == 2
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert front(app) == "OverviewScreen"


async def test_opening_screens_round_and_round_piles_up_nothing(
    app: TeaApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tea_assistant.tui.app._DEEPEST", 4)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for number in range(1, 4):
            await app.show_place(f"cycles/2025/fields/af0{number}.yaml")
            await settle(pilot)
            await app.action_open("document")
            await settle(pilot)
        # The empty screen at the bottom, and four pages: of the seven, the first ones have gone.
        assert len(app.screen_stack) <= 5
        assert front(app) == "DocumentScreen"


async def test_each_kind_of_file_has_its_screen_and_others_are_named(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for file, screen in (
            ("dossier.yaml", "OrganisationScreen"),
            ("cycles/2025/cycle.yaml", "UnderstandingScreen"),
            ("figures/2024-12-31.yaml", "FiguresScreen"),
            (MEASURE, "EvidenceScreen"),
            (FIELD, "ActionFieldScreen"),
        ):
            await app.show_place(file)
            await settle(pilot)
            assert front(app) == screen
        await app.show_place("figures/indicators.yaml")
        await settle(pilot)
        assert front(app) == "ActionFieldScreen"
        assert "wird hier nicht bearbeitet" in notices(app)


async def test_f8_goes_from_gap_to_gap_in_the_order_of_the_application_and_wraps_round(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        gaps = [(gap.file, gap.path) for gap in app.session.completeness.gaps()]
        seen = []
        for _ in range(4):
            await pilot.press("f8")
            await settle(pilot)
            assert app.page is not None
            seen.append(app.page.place)
        assert seen == gaps[:4]
        await app.show_place(*gaps[-1])
        await settle(pilot)
        await pilot.press("f8")
        await settle(pilot)
        assert app.page is not None
        assert app.page.place == gaps[0]


async def test_f8_from_inside_a_text_keeps_what_was_typed(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await app.show_place(FIELD, ("closing",))
        await settle(pilot)
        assert isinstance(app.focused, TextArea)
        await pilot.press(*"Bürger*innen")
        await pilot.press("f8")
        await settle(pilot)
        assert app.session.application.answer("af03").closing.strip() == "Bürger*innen"
        assert not isinstance(app.focused, TextArea) or not app.focused.text.startswith("Bürger")


async def test_undo_and_redo_name_the_step_or_say_that_there_is_none(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+z", "ctrl+y")
        await settle(pilot)
        assert "Es gibt nichts zurückzunehmen." in notices(app)
        assert "Es gibt nichts zu wiederholen." in notices(app)
        app.session.edit(MEASURE, [Change(("title",), HOSTILE)], f"Titel {HOSTILE}")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.session.dossier.evidence["mentoring-fuer-frauen"].title == "Mentoring für Frauen [/x]"
        assert f"Rückgängig: Titel {HOSTILE}" in notices(app)
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert app.session.dossier.evidence["mentoring-fuer-frauen"].title == HOSTILE
        assert "Wiederholt: Titel" in notices(app)


async def test_undo_in_a_text_takes_back_typing_before_other_changes(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.session.edit(MEASURE, [Change(("responsible",), REMOVE)], "Zuständigkeit")
        await app.show_place(FIELD, ("closing",))
        await settle(pilot)
        editor = app.screen.query_one(ProseEditor)
        await pilot.press(*"Wort")
        editor.area.history.checkpoint()
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert editor.area.text == ""
        assert app.session.dossier.evidence["mentoring-fuer-frauen"].responsible == ""
        app.page.commit()  # type: ignore[union-attr] # it is open
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.session.dossier.evidence["mentoring-fuer-frauen"].responsible == "Büro für Gleichstellung"


async def test_another_round_is_shown_after_choosing_it(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "Bewerbung 2022" in screen_text(app)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.session.cycle == "2022"
        assert "Stadt Musterhausen · Bewerbung 2022" in screen_text(app)
        assert "Eingereicht am 20.04.2022" in screen_text(app)


async def test_the_colours_switch_between_dark_light_and_high_contrast(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        first = app.theme
        for theme in (LIGHT.name, CONTRAST.name, first):
            await pilot.press("ctrl+t")
            await settle(pilot)
            assert app.theme == theme


async def test_help_explains_the_screen_in_front(app: TeaApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        text = screen_text(app)
        assert "Hilfe: Befunde" in text
        assert "Enter springt zu der Stelle" in text
        await pilot.press("escape")
        await settle(pilot)
        assert front(app) == "FindingsScreen"
        assert isinstance(app.screen, Page)


async def test_the_footer_shows_only_whole_labels(app: TeaApp) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("f4")
        for width in (60, 80, 120):
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
            last = screen_text(app).splitlines()[-1]
            assert len(last) <= width
            for label in ("Filtern", "Hilfe", "Übersicht"):
                assert label in last


async def test_texts_from_the_dossier_are_never_markup(folder: Path) -> None:
    session = Session(folder)
    session.edit("dossier.yaml", [Change(("name",), HOSTILE)], "Name")
    app = TeaApp(session, autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("f2", "f3", "f4", "f5"):
            await pilot.press(key)
            await settle(pilot)
        assert "[/x] [@click=app.quit]x[/]" in screen_text(app)


async def test_quick_presses_of_f8_lead_further(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        gaps = [(gap.file, gap.path) for gap in app.session.completeness.gaps()]
        for _ in range(3):
            app.simulate_key("f8")
        await settle(pilot)
        assert app.page is not None
        assert app.page.place == gaps[2]


@pytest.mark.parametrize("clicked", [False, True])
async def test_a_click_on_the_way_to_a_place_is_not_taken_back(app: TeaApp, clicked: bool) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.show_place(FIELD)
        text = app.screen.query(TextArea).first()
        if clicked:
            await app.on_event(
                MouseDown(text, 0, 0, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=70, screen_y=12)
            )
        text.focus()
        await settle(pilot)
        # Whoever comes without a click is led to the list.
        assert app.screen.query_one("#entries").has_focus is not clicked
