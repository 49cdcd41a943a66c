"""The findings: finding one among them, going to its place, and accepting it."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tea_assistant.checks.registry import rule
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.refusals import hint_for_screens
from tea_assistant.tui.widgets.grouped_list import GroupedList
from tests.tui.reading import notices, screen_text, settle

REASON = "Zahlen werden für Mitarbeiter*innen [/x] nicht erhoben."


def rows(app: TeaApp) -> list[str]:
    found = app.screen.query_one(GroupedList)
    return [key for key in found.keys if key not in found.headings]


def test_what_to_do_is_told_in_keys_of_the_screen() -> None:
    told = "Freigeben: tea review --approve x"
    rules = (Path(__file__).parents[2] / "tea_assistant/checks/rules").glob("*.py")
    named = [file.name[:6].upper() for file in rules if "tea review -" in file.read_text("utf-8")]
    assert "TEA504" in named
    for code in named:
        hint = hint_for_screens(Finding(code, Severity.WARNING, "x.yaml", 1, 1, "Es fehlt etwas.", told))
        assert "Strg+P" in hint
        assert "tea " not in hint
    assert hint_for_screens(Finding("TEA101", Severity.WARNING, "x", 1, 1, "", "Bürger*innen")) == (
        "Bürger*innen"
    )


async def test_all_findings_are_listed_under_their_parts(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        assert len(rows(app)) == len(app.session.report.findings)
        assert "Statistische Daten zur Beschäftigtenstruktur" in screen_text(app)
        assert f"Offen {len(rows(app))}" in screen_text(app)


async def test_the_arrows_choose_a_weight(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        for severity in Severity:
            await pilot.press("right")
            await settle(pilot)
            assert len(rows(app)) == app.session.report.counts[severity]
        await pilot.press("right")
        await settle(pilot)
        assert rows(app) == []
        assert "Keine Befunde." in screen_text(app)


async def test_typing_narrows_the_list(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        everything = len(rows(app))
        await pilot.press("slash", *"vaeter")
        await settle(pilot)
        assert 0 < len(rows(app)) < everything
        assert all("Väter*abende" in key for key in rows(app))
        await pilot.press("escape")
        await settle(pilot)
        assert len(rows(app)) == everything
        assert isinstance(app.focused, GroupedList)
        assert app.screen.query_one("#search", Input).value == ""


async def test_a_part_can_be_chosen(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        await pilot.press(*"Personalarbeit", "enter")
        await settle(pilot)
        expected = [f for f in app.session.report.findings if f.part == "af03"]
        assert len(rows(app)) == len(expected)


async def test_the_cursor_never_rests_on_a_heading(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        found = app.screen.query_one(GroupedList)
        assert len(set(found.keys[:20]) & set(found.headings)) > 2
        seen = []
        for _ in range(20):
            seen.append(found.key)
            await pilot.press("down")
        assert seen == rows(app)[:20]
        for _ in range(22):
            await pilot.press("up")
            assert found.key not in found.headings
        assert found.key == seen[0]


async def test_the_finding_is_explained(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        first = app.session.report.findings[0]
        text = screen_text(app)
        assert f"{first.code} · {rule(first.code).title}"[:30] in text
        assert "Warum das zählt" in text
        assert "Zum Beispiel nicht so" in text


async def test_enter_goes_to_the_exact_place(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        finding = next(f for f in app.session.report.findings if f.file.startswith("cycles/2025/fields/af04"))
        found = app.screen.query_one(GroupedList)
        found.move_to(next(key for key in rows(app) if finding.message in key))
        await pilot.press("enter")
        await settle(pilot)
        assert app.page is not None
        file, path = app.page.place
        assert file == finding.file
        assert path[: len(finding.path)] == finding.path


@pytest.mark.parametrize("code", ["TEA204", "TEA110"])
async def test_a_finding_is_accepted_with_a_reason_and_comes_back(
    app: TeaApp, folder: Path, code: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        finding = next(
            (f for f in app.session.report.findings if f.code == code), app.session.report.findings[0]
        )
        found = app.screen.query_one(GroupedList)
        found.move_to(next(key for key in rows(app) if finding.message in key))
        before = (folder / finding.file).read_text(encoding="utf-8")
        standing = len(app.session.report.findings)
        await pilot.press("h")
        await settle(pilot)
        app.screen.query_one(Input).value = REASON
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.session.report.findings) == standing - 1
        assert app.session.report.accepted[0].accepted == REASON
        assert REASON in (folder / finding.file).read_text(encoding="utf-8")
        await pilot.press("left")
        await settle(pilot)
        assert "Hingenommen, weil" in screen_text(app)
        await pilot.press("h")
        await settle(pilot)
        assert len(app.session.report.findings) == standing
        assert (folder / finding.file).read_text(encoding="utf-8") == before


async def test_accepting_can_be_undone(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        standing = len(app.session.report.findings)
        await pilot.press("h")
        await settle(pilot)
        app.screen.query_one(Input).value = REASON
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert len(app.session.report.findings) == standing
        assert "Rückgängig: Befund hinnehmen" in notices(app)


async def test_a_second_acceptance_leaves_the_first_as_it_is(folder: Path) -> None:
    file = folder / "evidence" / "vaeterabende.yaml"
    own = "accepted:\n  # so beschlossen\n  - {code: TEA999, reason: alt}\n"
    file.write_text(file.read_text(encoding="utf-8") + own, encoding="utf-8")
    app = TeaApp(Session(folder), autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4", "slash", *"vaeter", "enter", "h")
        await settle(pilot)
        app.screen.query_one(Input).value = REASON
        await pilot.press("enter")
        await settle(pilot)
        text = file.read_text(encoding="utf-8")
        assert "# so beschlossen\n  - {code: TEA999, reason: alt}\n" in text
        assert REASON in text


async def test_what_is_solved_disappears_by_itself(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        before = len(rows(app))
        (folder / "evidence" / "vaeterabende.yaml").unlink()
        app.saving.poll()
        await settle(pilot)
        assert len(rows(app)) < before


async def test_the_report_is_written_beside_the_documents(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        (written,) = (folder / "build").iterdir()
        assert written.name.endswith("-2025-pruefbericht.html")
        assert f"Bericht geschrieben:\n{written}" in notices(app)
        page = written.read_text(encoding="utf-8")
        assert app.session.report.findings[0].code in page
        written.unlink()
        written.mkdir()
        await pilot.press("b")
        await settle(pilot)
        assert "Das ist ein Ordner" in notices(app)


async def test_the_list_is_copied_as_a_table(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        # Typed at once, as on a machine that is busy: all behind F4 is for the screen that it opens.
        for key in ("f4", "k"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert len(app.clipboard.split("\n")) == 1 + len(rows(app))
        await pilot.press("right", "k")
        await settle(pilot)
        assert "Die Tabelle ist kopiert" in notices(app)
        lines = app.clipboard.split("\n")
        assert lines[0].startswith("Gewicht\tRegel\tTeil\tStelle\tZeile\tBefund")
        assert len(lines) == 1 + len(rows(app))
        assert {line.count("\t") for line in lines} == {7}
        file = app.session.root / "build" / "befunde.tsv"
        assert file.read_text(encoding="utf-8-sig") == app.clipboard
