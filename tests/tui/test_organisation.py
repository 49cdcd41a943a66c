"""The form of the organisation: what is typed stands in the file, and nothing else changes."""

from collections.abc import Callable
from pathlib import Path

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.form_notice import FormNotice
from tests.tui.forms import DOSSIER, HOSTILE, at, no_pauses, text_of, type_in, values
from tests.tui.reading import screen_text, settle

__all__ = ["no_pauses"]
LARGE, SMALL = (120, 40), (80, 24)
MakeApp = Callable[[Session], TeaApp]


async def test_a_value_ends_up_in_the_file_and_comments_stay(folder: Path, app: TeaApp) -> None:
    before = text_of(folder, DOSSIER)
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, DOSSIER, "branch")
        await pilot.press(*"Kommunalverwaltung", "ctrl+s")
        await settle(pilot)
    after = text_of(folder, DOSSIER)
    assert after.startswith("# Von Hand gepflegt: bitte so lassen.\n")
    assert "branch: Kommunalverwaltung\n" in after
    assert set(before.splitlines()) <= set(after.splitlines())


async def test_nothing_is_written_by_walking_through_all_fields(folder: Path, app: TeaApp) -> None:
    before = text_of(folder, DOSSIER)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, DOSSIER, "name")
        for _ in range(20):
            await pilot.press("tab")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert not app.session.undo_label
    assert text_of(folder, DOSSIER) == before


async def test_a_group_comes_and_goes_with_its_values(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, DOSSIER, "contact", "role")
        await type_in(pilot, "Gleichstellungsbeauftragte")
        assert values(app)["contact"] == {"role": "Gleichstellungsbeauftragte"}
        await at(pilot, DOSSIER, "contact", "role")
        await type_in(pilot, "")
        assert "contact" not in values(app)


async def test_hostile_texts_are_shown_as_text(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    keys = ("name", "place", "branch", "office", "about")
    session.edit(DOSSIER, [Change((key,), HOSTILE) for key in keys], "Feindliches")
    session.edit(
        DOSSIER, [Change(("state",), HOSTILE), Change(("awards",), [{"source": HOSTILE}])], "Feindliches"
    )
    app = make_app(session)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, DOSSIER, "name")
        for size in (SMALL, LARGE):
            await pilot.resize_terminal(*size)
            for key in (*keys, "state", "awards"):
                await at(pilot, DOSSIER, key)
                text = screen_text(app)
                assert "[/x] [@click=app.quit]x[/]" in text
                assert "\x1b" not in text
                assert "\u202e" not in text
        assert app.is_running


async def test_a_broken_file_shows_what_is_wrong_instead_of_a_form(folder: Path, make_app: MakeApp) -> None:
    (folder / DOSSIER).write_text("format: 1\nname: [Herne\nplace: x\n", encoding="utf-8")
    app = make_app(Session(folder))
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, DOSSIER)
        notice = page.query_one(FormNotice)
        error = next(f for f in app.session.report.findings if f.file == DOSSIER)
        assert notice.display
        assert f"{error.file}, Zeile {error.line}: {error.message}" in notice.text
        assert error.hint in notice.text
        assert "Bundesland" not in screen_text(app)


async def test_the_help_of_the_field_is_shown(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, DOSSIER, "office")
        assert "Welche Stelle die Bewerbung schreibt." in screen_text(app)
