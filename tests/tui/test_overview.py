"""The overview: how far everything is, and the ways from there."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Button

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.parts_tree import PartsTree
from tea_assistant.tui.widgets.pick_list import PickList
from tests.tui.reading import screen_text, settle

CYCLE = "cycles/2025/cycle.yaml"
FIELD = "cycles/2025/fields/af03.yaml"


def line_of(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


async def shown(folder: Path, today: date, *changes: Change) -> str:
    session = Session(folder, today=lambda: today)
    if changes:
        session.edit(CYCLE, changes, "Runde")
    app = TeaApp(session, autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        return screen_text(app)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2024, 11, 23), "Noch 158 Tage bis zum 30.04.2025"),
        (date(2025, 4, 29), "Noch 1 Tag bis zum 30.04.2025"),
        (date(2025, 4, 30), "Heute ist der letzte Tag (30.04.2025)"),
        (date(2025, 5, 1), "Abgabe war am 30.04.2025, vor 1 Tag"),
        (date(2026, 11, 22), "Abgabe: 30.04.2025; Strg+P „Neue Runde“"),
    ],
)
async def test_it_counts_the_days(folder: Path, today: date, words: str) -> None:
    assert words in await shown(folder, today)


async def test_it_says_when_it_was_submitted(folder: Path) -> None:
    text = await shown(folder, date(2025, 5, 12), Change(("submitted",), "2025-04-22"))
    assert "Eingereicht am 22.04.2025" in text


async def test_it_says_that_no_deadline_is_set(folder: Path) -> None:
    text = await shown(folder, date(2025, 5, 12), Change(("deadline",), REMOVE))
    assert "Noch kein Abgabetermin eingetragen" in text


async def test_each_part_has_sign_bar_number_and_word(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        begun, opened = line_of(text, "Personalarbeit"), line_of(text, "Kultur und Bekenntnis")
        for line, sign, word in ((begun, "◐", "begonnen"), (opened, "○", "offen")):
            assert sign in line
            assert word in line
            assert "%" in line
            assert "─" in line


async def test_a_field_unfolds_to_its_activities(app: TeaApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        tree = app.screen.query_one(PartsTree)
        tree.focus()
        rows = [node.data.title for node in tree.root.children if node.data]
        await pilot.press(*["down"] * rows.index("Personalarbeit"), "right")
        await settle(pilot)
        text = screen_text(app)
        assert "✓ Mentoring" in text
        assert "– Nachfolgeplanung" in text
        assert "trifft nicht zu" in line_of(text, "Nachfolgeplanung")
        await pilot.press("down", "left", "left")
        await settle(pilot)
        assert "Nachfolgeplanung" not in screen_text(app)


async def test_enter_on_an_activity_opens_its_place(app: TeaApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        tree = app.screen.query_one(PartsTree)
        tree.focus()
        rows = [node.data.title for node in tree.root.children if node.data]
        await pilot.press(*["down"] * rows.index("Personalarbeit"), "right", "down", "down", "enter")
        await settle(pilot)
        assert app.page is not None
        assert app.page.place == (FIELD, ("criteria", "af03-personalplanung", "applies"))


async def test_what_is_unfolded_stays_so_after_a_change(app: TeaApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        app.screen.query_one(PartsTree).focus()
        await pilot.press("right", "down")
        await settle(pilot)
        assert "✓ Bundesland" in screen_text(app)
        app.session.edit("dossier.yaml", [Change(("about",), "Eine Stadt.")], "Kurzporträt")
        await settle(pilot)
        tree = app.screen.query_one(PartsTree)
        assert "✓ Bundesland" in screen_text(app)
        assert tree.cursor_line == 1


@pytest.mark.parametrize("number", [1, 3, 5])
async def test_a_number_leads_to_a_gap(app: TeaApp, number: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        gap = app.session.completeness.gaps()[number - 1]
        assert gap.title in screen_text(app)
        await pilot.press(str(number))
        await settle(pilot)
        assert app.page is not None
        assert app.page.place == (gap.file, gap.path)


async def test_a_click_leads_to_a_gap(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        gap = app.session.completeness.gaps()[1]
        await pilot.click("#gaps", offset=(4, 1))
        await settle(pilot)
        assert app.page is not None
        assert app.page.place == (gap.file, gap.path)


async def test_findings_are_counted_and_lead_to_their_list(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        warnings = sum(f.severity == "warning" for f in app.session.report.findings)
        assert f"▲ {warnings} Warnungen" in screen_text(app)
        app.screen.query_one("#counts", Button).press()
        await settle(pilot)
        assert type(app.page).__name__ == "FindingsScreen"


async def test_recent_changes_have_a_time_and_lead_to_their_place(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.session.edit(FIELD, [Change(("closing",), "Schluss.\n")], "Abschluss")
        app.saving.save()
        await pilot.press("f4", "f2")
        await settle(pilot)
        app.screen.query_one("#recent", PickList).focus()
        assert "Aktionsfeld Personalarbeit 2025" in screen_text(app)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert app.page is not None
        assert app.page.place[0] == FIELD
