"""The basic understanding and the settings of the round."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input, TextArea

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.foldable import Foldable
from tea_assistant.tui.widgets.form_notice import FormNotice
from tests.tui.forms import HOSTILE, ROUND, at, beneath, field, no_pauses, text_of, type_in, values
from tests.tui.reading import screen_text, settle

__all__ = ["no_pauses"]
LARGE, SMALL = (120, 40), (80, 24)
MakeApp = Callable[[Session], TeaApp]


async def test_a_text_is_written_and_read_back(folder: Path, app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, ROUND, "understanding", "verstaendnis")
        assert isinstance(app.focused, TextArea)
        assert app.focused.text == "Mitarbeiter*innen und Bürger*innen haben dieselben Chancen [/x]."
        await pilot.press("ctrl+end", *" Alle.", "ctrl+s")
        await settle(pilot)
        assert page.place == (ROUND, ("understanding", "verstaendnis"))
    text = text_of(folder, ROUND)
    assert (
        "  verstaendnis: |\n    Mitarbeiter*innen und Bürger*innen haben dieselben Chancen [/x]. Alle.\n"
        in text
    )


async def test_every_question_of_the_catalogue_has_its_text(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, ROUND)
        for prompt in app.session.application.catalogue.understanding:
            await at(pilot, ROUND, "understanding", prompt.id)
            assert prompt.question.split("?")[0][:40] in screen_text(app)
            assert field(page, "understanding", prompt.id).plan.required is prompt.required


async def test_the_first_question_is_where_one_begins(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, ROUND)
        first = app.session.application.catalogue.understanding[0]
        assert page.place == (ROUND, ("understanding", first.id))


async def test_the_help_for_writing_unfolds(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, ROUND, "understanding", "verstaendnis")
        guidance = app.session.application.catalogue.understanding[0].guidance.split()[:4]
        assert " ".join(guidance) not in screen_text(app)
        await pilot.press("shift+tab", "enter")
        await settle(pilot)
        assert page.query(Foldable).first().unfolded
        assert " ".join(guidance) in screen_text(app)


async def test_a_text_that_is_missing_is_told_beneath_it(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, ROUND, "understanding", "verstaendnis")
        assert not beneath(page, "understanding", "verstaendnis")
        await pilot.press("ctrl+home", "ctrl+shift+end", "delete", "tab")
        await settle(pilot)
        assert "understanding" not in values(app, ROUND)
        assert beneath(page, "understanding", "verstaendnis")


async def test_settings_of_the_round_are_edited(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, ROUND, "deadline")
        await type_in(pilot, "30.4.2026")
        assert values(app, ROUND)["deadline"] == "2026-04-30"
        assert field(page, "deadline").query_one(Input).value == "30.04.2026"
        await at(pilot, ROUND, "page_budget")
        assert "25 (voreingestellt)" in screen_text(app)
        await type_in(pilot, "30")
        assert values(app, ROUND)["page_budget"] == 30
        await at(pilot, ROUND, "award")
        await type_in(pilot, "0")
        assert "0 ist zu klein" in beneath(page, "award")


async def test_catalogue_round_and_figures_are_chosen_by_what_there_is(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, ROUND, "renews")
        assert "TOTAL E-QUALITY" in screen_text(app)
        await pilot.press("delete")
        await settle(pilot)
        assert "renews" not in values(app, ROUND)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert values(app, ROUND)["renews"] == 2022
        await at(pilot, ROUND, "figures")
        assert "31.12.2024" in screen_text(app)


async def test_another_catalogue_asks_its_own_questions(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, ROUND, "understanding", "verstaendnis")
        app.session.edit(ROUND, [Change(("catalogue",), "verwaltung-2015")], "Katalog")
        await settle(pilot)
        asked = [prompt.id for prompt in app.session.application.catalogue.understanding]
        texts = [f.plan.path[1] for f in page.query("PromptField") if hasattr(f, "plan")]
        assert texts == asked


async def test_what_is_being_typed_survives_a_change_from_outside(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, ROUND, "award")
        await pilot.press("end", "5")
        app.session.edit(ROUND, [Change(("submitted",), "2025-04-22")], "Von außen")
        await settle(pilot)
        assert field(page, "award").query_one(Input).value == "25"
        assert field(page, "submitted").query_one(Input).value == "22.04.2025"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert values(app, ROUND)["award"] == 25


async def test_hostile_texts_are_shown_as_text(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    changes = [Change((key,), HOSTILE) for key in ("catalogue", "award", "renews", "deadline", "figures")]
    changes += [
        Change(("understanding",), {"verstaendnis": HOSTILE}),
        Change(("documents",), [{"title": HOSTILE}]),
    ]
    session.edit(ROUND, changes, "Feindliches")
    app = make_app(session)
    async with app.run_test(size=SMALL) as pilot:
        for size in (SMALL, LARGE):
            await pilot.resize_terminal(*size)
            for key in ("catalogue", "award", "renews", "deadline", "figures", "documents"):
                await at(pilot, ROUND, key)
                text = screen_text(app)
                assert "[/x] [@click=app.quit]x[/]" in text
                assert "\x1b" not in text


async def test_a_broken_file_says_what_is_wrong(folder: Path, make_app: MakeApp) -> None:
    (folder / ROUND).write_text("format: 1\n\tcatalogue: x\n", encoding="utf-8")
    app = make_app(Session(folder))
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, ROUND)
        error = next(f for f in app.session.report.findings if f.file == ROUND)
        assert f"Zeile {error.line}" in page.query_one(FormNotice).text
