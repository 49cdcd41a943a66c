"""The figures: counts are typed, shares follow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.figures import FiguresScreen
from tea_assistant.tui.widgets.figure_sheet import FigureSheet
from tea_assistant.tui.widgets.figure_status import FigureStatus
from tea_assistant.tui.widgets.indicator_table import IndicatorTable
from tea_assistant.tui.widgets.record_dialog import RecordDialog
from tests.tui.forms import FIGURES, HOSTILE, ROUND, at, field, no_pauses, text_of, type_in, values
from tests.tui.reading import notices, screen_text, settle

__all__ = ["no_pauses"]
LARGE, SMALL = (120, 40), (80, 24)
MakeApp = Callable[[Session], TeaApp]


async def figures(app: TeaApp) -> FiguresScreen:
    page = await app.open_page(Destination("figures"))
    assert isinstance(page, FiguresScreen)
    return page


def rows(app: TeaApp, file: str = FIGURES) -> list[dict[str, object]]:
    found = values(app, file)["rows"]
    assert isinstance(found, list)
    return found


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does that brackets what is pasted."""
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await settle(pilot)


async def test_counts_are_typed_and_what_follows_is_shown_while_typing(folder: Path, app: TeaApp) -> None:
    app.session.edit(
        FIGURES, [Change(("rows", 1), {"group": "leadership", "women": 67, "men": 130})], "Zeile"
    )
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, FIGURES, "rows", 1, "women")
        assert isinstance(page, FiguresScreen)
        text = screen_text(app)
        for shown in ("Insgesamt", "3.345", "1.990", "1.355", "(59,5\N{NO-BREAK SPACE}%)", "(197)"):
            assert shown in text
        await pilot.press("8", "1")
        await settle(pilot)
        assert "(211)" in screen_text(app)
        assert rows(app)[1]["women"] == 67
        await pilot.press("escape")
        await settle(pilot)
        assert "(197)" in screen_text(app)
        await pilot.press("8", "2", "backspace", "1", "tab", "1", "4", "3", "enter")
        await settle(pilot)
        # After a line of cells with Tab, Enter goes back to where it began.
        assert page.place == (FIGURES, ("rows", 1, "women"))
        assert rows(app)[1] == {"group": "leadership", "women": 81, "men": 143}
        await pilot.press("ctrl+z", "ctrl+z")
        await settle(pilot)
        assert rows(app)[1] == {"group": "leadership", "women": 67, "men": 130}
        # A terminal may send it all at once: no key may overtake another.
        for key in ("8", "1", "tab", "1", "3", "0", "enter"):
            app.post_message(events.Key(key, key if key.isdigit() else None))
        await settle(pilot)
        await settle(pilot)
        assert rows(app)[1] == {"group": "leadership", "women": 81, "men": 130}
        await pilot.press("4", "3", "percent_sign", "right", "delete", "ctrl+s")
        await settle(pilot)
        assert rows(app)[1] == {
            "group": "leadership",
            "women": {"percent": 43, "digits": 0, "published": True},
        }
        assert "(197)" not in screen_text(app)
    assert "group: employees, total: 3345" in text_of(folder, FIGURES)


async def test_what_cannot_be_is_said_at_once_and_what_is_no_count_is_not_taken(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, FIGURES, "rows", 0, "women")
        assert isinstance(page, FiguresScreen)
        await pilot.press(*"4000")
        await settle(pilot)
        assert "✗ Frauen (4.000) sind mehr als alle zusammen (3.345)." in page.status.text
        await pilot.press("escape", "2", "comma", "5", "enter")
        await settle(pilot)
        assert "ist keine ganze Zahl: „2,5“" in page.status.text
        assert page.grid.draft == "2,5"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Nicht übernommen" in notices(app)
        assert rows(app)[0]["women"] == 1990
        await pilot.press("escape", "end", "7")
        await settle(pilot)
        assert "wird ausgerechnet" in notices(app)
        assert page.grid.draft is None


async def test_a_block_is_pasted_as_one_step_and_copied_again(app: TeaApp) -> None:
    app.session.edit(FIGURES, [Change(("rows", 1), {"group": "leadership"})], "Zeile")
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, FIGURES, "rows", 0, "women")
        assert isinstance(page, FiguresScreen)
        before = rows(app)
        await paste(pilot, "1.990\t1.355\r81\tviele\r")
        assert rows(app)[1] == {"group": "leadership", "women": 81}
        assert "Zeile 2, Führungskräfte, Männer: enthält Text" in notices(app)
        # Longer than the table: asked for, and named by what stood beside it.
        await paste(pilot, "Amt [/x]\t5\t6\rFeuerwehr\t1\t9\rSchulamt\t3\t4\r")
        await pilot.press(*"bereich")
        await settle(pilot)
        assert "1 Zeile anlegen, Beschriftung als Bereich" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert rows(app)[2] == {"group": "leadership", "unit": "Schulamt", "women": 3, "men": 4}
        assert rows(app)[1]["men"] == 9
        await pilot.press("ctrl+z", "ctrl+z")
        await settle(pilot)
        assert rows(app) == before
        await pilot.press("shift+left", "shift+left", "shift+down", "ctrl+c")
        await settle(pilot)
        assert app.clipboard == "employees (unbekannt)\t3345\t1990\nFührungskräfte\t\t"
        await pilot.press("down", "right", "ctrl+v")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert rows(app)[1] == {"group": "leadership", "total": 3345, "women": 1990}


async def test_rows_are_added_named_moved_and_removed(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, FIGURES, "rows")
        assert isinstance(page, FiguresScreen)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"fuehrungskr", "enter")
        await settle(pilot)
        assert page.place == (FIGURES, ("rows", 1, "total"))
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, RecordDialog)
        await at(pilot, FIGURES, "rows", 2, "age")
        await type_in(pilot, "über 50")
        await pilot.press("escape")
        await settle(pilot)
        assert "  über 50" in screen_text(app)
        await pilot.press("alt+up")
        await settle(pilot)
        assert [row.get("age") for row in rows(app)] == [None, "über 50", None]
        assert page.grid.row == 1
        await pilot.press("a")
        await settle(pilot)
        assert isinstance(app.screen, RecordDialog)
        await pilot.press(*"neu", "escape")
        await settle(pilot)
        assert rows(app)[1]["note"] == "neu"
        await pilot.press("x", "x", "x", "x", "5")
        await settle(pilot)
        assert rows(app) == []
        assert "Noch keine Zeile" in screen_text(app)


async def test_the_mouse_and_the_views(app: TeaApp) -> None:
    app.session.edit(FIGURES, [Change(("rows", 1), {"group": "leadership", "women": 5})], "Zeile")
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, FIGURES, "rows")
        assert isinstance(page, FiguresScreen)
        line = screen_text(app).splitlines()[page.grid.region.y]
        await pilot.click(page.grid, offset=(line.index("Frauen") + 3 - page.grid.region.x, 2))
        await settle(pilot)
        assert page.place == (FIGURES, ("rows", 1, "women"))
        await pilot.press("7", "f6")
        await settle(pilot)
        assert rows(app)[1]["women"] == 7
        assert not page.grid.display
        await pilot.press("f6")
        await settle(pilot)
        assert field(page, "source").has_focus_within or field(page, "as_of").has_focus_within
        await at(pilot, FIGURES, "note")
        assert field(page, "note").has_focus_within
        await pilot.click("#figures-views", offset=(3, 0))
        await settle(pilot)
        assert page.grid.display


async def test_a_table_of_hundreds_of_rows_draws_what_is_in_sight(
    folder: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(folder)
    many = [{"group": "staff", "unit": f"Amt {n}", "women": n} for n in range(300)]
    session.edit(FIGURES, [Change(("rows",), None), Change(("rows",), many)], "Viele")
    app = make_app(session)
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, FIGURES, "rows", 150, "women")
        assert isinstance(page, FiguresScreen)
        assert "Amt 150" in screen_text(app)
        drawn: list[int] = []
        cell = FigureSheet.cell

        def counted(sheet: FigureSheet, row: int, column: int) -> object:
            drawn.append(row)
            return cell(sheet, row, column)

        monkeypatch.setattr(FigureSheet, "cell", counted)
        await pilot.press("ctrl+end")
        await settle(pilot)
        assert "Amt 299" in screen_text(app)
        assert len(set(drawn)) <= 2 * SMALL[1]


async def test_indicators_follow_the_counts_with_their_prior_values(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    session.write("figures/2021-12-31.yaml", {"format": 1, "as_of": "2021-12-31", "rows": []}, "Früher")
    session.edit(
        "figures/2021-12-31.yaml", [Change(("rows",), [{"group": "staff", "total": 3113}])], "Früher"
    )
    session.edit("cycles/2022/cycle.yaml", [Change(("figures",), "2021-12-31")], "Früher")
    session.edit(FIGURES, [Change(("rows", 0, "group"), "staff")], "Gruppe")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, FIGURES, "rows", 0, "total")
        assert isinstance(page, FiguresScreen)
        table = page.query_one(IndicatorTable)
        first = next(line for line in table.text.splitlines() if line.startswith("Beschäftigte"))
        assert [word for word in first.split()[1:] if word[0] not in "█▏▎▍▌▋▊▉"] == ["3.113", "3.345", "+232"]
        assert "2022: 3.113 · +232" in page.query_one(FigureStatus).text
        await pilot.press(*"4000")
        await settle(pilot)
        assert "4.000" in table.text
        # Both tables go to a spreadsheet whole, and into a file where the terminal has no clipboard.
        await pilot.press("enter", "k")
        await settle(pilot)
        lines = app.clipboard.splitlines()
        assert lines[0].startswith("Gruppe\tInsgesamt\tFrauen\tMänner\tDivers\tFrauenanteil")
        assert lines[1].split("\t")[1] == "4000"
        file = app.session.root / "build" / "zahlen-2024-12-31.tsv"
        assert file.read_text(encoding="utf-8-sig") == app.clipboard
        await pilot.press("f6", "k")
        await settle(pilot)
        assert "kennzahlen-2024-12-31.tsv" in notices(app)
        assert app.clipboard.startswith("Kennzahl\t2022\t2025\tÄnderung\nBeschäftigte\t3113\t4000\t+887\n")
        await pilot.press("f6", "f6")
        app.session.edit(FIGURES, [Change(("rows",), [])], "Leer")
        await settle(pilot)
        assert "✗ fehlt" in table.text


async def test_a_new_reference_date_begins_with_the_groups_of_the_last(folder: Path, app: TeaApp) -> None:
    app.session.edit(FIGURES, [Change(("excluded",), ["Aushilfen [/x]"])], "Nicht mitzählen")
    async with app.run_test(size=SMALL) as pilot:
        page = await figures(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press(*"bald", "enter")
        await settle(pilot)
        assert "Das ist kein Datum" in screen_text(app)
        await pilot.press("ctrl+u", *"31.12.2024", "enter")
        await settle(pilot)
        assert "Diesen Stichtag gibt es schon" in screen_text(app)
        await pilot.press("ctrl+u", *"30.6.2025", "enter")
        await settle(pilot)
        assert "kommt erst noch" in notices(app)
        assert list(page.dates.keys) == ["2025-06-30", "2024-12-31"]
        assert page.place == ("figures/2025-06-30.yaml", ("source",))
        assert rows(app, "figures/2025-06-30.yaml") == [{"group": "employees"}]
        # Counted in another way, it could not be compared.
        assert values(app, "figures/2025-06-30.yaml")["excluded"] == ["Aushilfen [/x]"]
        assert values(app, ROUND)["figures"] == "2024-12-31"
        await pilot.press("ctrl+r", "ctrl+s")
        await settle(pilot)
        assert "● 30.06.2025" in screen_text(app)
    assert Session(folder).application.cycle.figures == "2025-06-30"


async def test_the_first_reference_date_is_that_of_the_round(folder: Path, make_app: MakeApp) -> None:
    (folder / FIGURES).unlink()
    session = Session(folder)
    session.edit(ROUND, [Change(("figures",), None)], "Ohne")
    app = make_app(session)
    async with app.run_test(size=SMALL) as pilot:
        await figures(app)
        await settle(pilot)
        assert "Strg+N legen Sie einen Stichtag an" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press(*"2024", "enter")
        await settle(pilot)
        assert values(app, ROUND)["figures"] == 2024
        assert session.application.figures is not None


async def test_the_form_follows_the_list_of_dates(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    session.write("figures/2021.yaml", {"format": 1, "as_of": 2021, "source": "Früher", "rows": []}, "Früher")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        page = await figures(app)
        await settle(pilot)
        assert page.place[0] == FIGURES
        page.dates.focus()
        await pilot.press("right")
        await settle(pilot)
        assert page.place[0] == "figures/2021.yaml"


async def test_undo_takes_a_new_date_away_again(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await figures(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press(*"2025", "enter")
        await settle(pilot)
        assert list(page.dates.keys) == ["2025", "2024-12-31"]
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert list(page.dates.keys) == ["2024-12-31"]
        assert page.place[0] == FIGURES


async def test_hostile_texts_are_shown_as_text(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    row = dict.fromkeys(("group", "employment", "level", "age", "total", "women", "note"), HOSTILE)
    texts = ("source", "url", "note", "basis", "as_of")
    changes = [Change(("rows",), [row]), Change(("excluded",), [HOSTILE])]
    session.edit(FIGURES, [*changes, *(Change((key,), HOSTILE) for key in texts)], "Feindliches")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, FIGURES, "rows", 0, "total")
        text = screen_text(app)
        assert "[/x] [@click=app.quit]x[/]" in text
        assert "\x1b" not in text
        for key in (*texts, "excluded"):
            await at(pilot, FIGURES, key)
            text = screen_text(app)
            assert "[/x] [@click=app.quit]x[/]" in text
            assert "\x1b" not in text
        await at(pilot, FIGURES, "rows", 0, "note")
        assert "[/x] [@click=app.quit]x[/]" in screen_text(app)
        await pilot.press("escape")
