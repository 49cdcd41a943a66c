"""The figures: counts are typed, shares follow."""

from collections.abc import Callable
from pathlib import Path

from tea_assistant.services.session import Session
from tea_assistant.store.yaml_writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.figures import FiguresScreen
from tea_assistant.tui.widgets.indicator_table import IndicatorTable
from tea_assistant.tui.widgets.record_dialog import RecordDialog
from tests.tui.forms import FIGURES, HOSTILE, ROUND, at, beneath, no_pauses, text_of, type_in, values
from tests.tui.reading import screen_text, settle

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


async def test_counts_stand_in_a_table_with_the_share_of_women(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, FIGURES, "rows")
        text = screen_text(app)
        for shown in ("Insgesamt", "3.345", "1.990", "1.355", "59\N{NO-BREAK SPACE}%"):
            assert shown in text


async def test_a_row_is_added_with_a_count_and_a_published_percentage(folder: Path, app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, FIGURES, "rows")
        await pilot.press("n")
        await settle(pilot)
        assert isinstance(app.screen, RecordDialog)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"fuehrungskr")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await at(pilot, FIGURES, "rows", 1, "women")
        await type_in(pilot, "43 %")
        await pilot.press("escape", "ctrl+s")
        await settle(pilot)
        assert rows(app)[1] == {
            "group": "leadership",
            "women": {"percent": 43, "digits": 0, "published": True},
        }
        assert "Führungskräfte" in screen_text(app)
    assert "group: employees, total: 3345" in text_of(folder, FIGURES)


async def test_what_follows_from_the_others_stands_in_brackets(app: TeaApp) -> None:
    app.session.edit(FIGURES, [Change(("rows", 0), {"group": "staff", "women": 67, "men": 130})], "Zeile")
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, FIGURES, "rows")
        text = screen_text(app)
        assert "(197)" in text
        assert "34\N{NO-BREAK SPACE}%" in text


async def test_a_count_that_is_none_is_told(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, FIGURES, "rows", 0, "men")
        await type_in(pilot, "viele")
        await pilot.press("escape")
        await settle(pilot)
        assert "„viele“ hat nicht die erwartete Form" in beneath(page, "rows")


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
        page = await at(pilot, FIGURES, "rows")
        table = page.query_one(IndicatorTable)
        first = next(line for line in table.text.splitlines() if line.startswith("Beschäftigte"))
        assert first.split()[1:] == ["3.345", "2022:", "3.113"]
        await at(pilot, FIGURES, "rows", 0, "total")
        await type_in(pilot, "4.000")
        await settle(pilot)
        assert "4.000" in table.text
        await at(pilot, FIGURES, "rows")
        app.session.edit(FIGURES, [Change(("rows",), [])], "Leer")
        await settle(pilot)
        assert "✗ fehlt" in table.text


async def test_a_new_reference_date_begins_with_the_groups_of_the_last(folder: Path, app: TeaApp) -> None:
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
        assert list(page.dates.keys) == ["2025-06-30", "2024-12-31"]
        assert page.place == ("figures/2025-06-30.yaml", ("source",))
        assert rows(app, "figures/2025-06-30.yaml") == [{"group": "employees"}]
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
        await pilot.press("down")
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
        for key in (*texts, "excluded", "rows"):
            await at(pilot, FIGURES, key)
            text = screen_text(app)
            assert "[/x] [@click=app.quit]x[/]" in text
            assert "\x1b" not in text
        await at(pilot, FIGURES, "rows", 0, "note")
        assert "[/x] [@click=app.quit]x[/]" in screen_text(app)
        await pilot.press("escape")
