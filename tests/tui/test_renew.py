"""Beginning the next round: what it will be, making it, taking it back, deciding where answers go."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input

from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.inbox import InboxScreen
from tea_assistant.tui.screens.renew import RenewScreen
from tea_assistant.tui.widgets.pick_list import PickList
from tests.tui.reading import notices, screen_text, settle
from tests.tui.renewed import SIZES, TODAY, hostile, opened


@pytest.fixture
def session(herne: Path) -> Session:
    """Return Herne as it stands after its last round."""
    return Session(herne, today=lambda: TODAY)


def files_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.yaml")}


async def typed_year(pilot: Pilot[None], year: str) -> None:
    pilot.app.screen.query_one("#renew-year", Input).focus()
    await pilot.press("end", "ctrl+u", *year)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_first_and_makes_nothing(app: TeaApp, size: tuple[int, int]) -> None:
    before = files_of(app.session.root)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "renew")
        text = screen_text(app)
        assert "Bewerbungsrunde 2028: 4. Bewerbung, schließt an 2025 an." in text
        assert "Abgabe bis 30.04.2028." in text
        assert "28 Maßnahmen" in text
        assert "Runde 2028 anlegen" in text
        assert files_of(app.session.root) == before


async def test_it_makes_the_round_and_leads_to_the_inbox(app: TeaApp) -> None:
    before = files_of(app.session.root)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "renew")
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.session.cycle == "2028"
        assert "Die Bewerbungsrunde 2028 ist angelegt." in screen_text(app)
        after = files_of(app.session.root)
        old = [file for file in before if file.startswith("cycles/")]
        assert {file: after[file] for file in old} == {file: before[file] for file in old}
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.page, InboxScreen)
        assert "0 von 81 entschieden" in screen_text(app)


async def test_it_can_be_taken_back_until_somebody_has_worked_on_it(app: TeaApp) -> None:
    before = files_of(app.session.root)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "renew")
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.click("#renew-undo")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert "zurückgenommen" in notices(app)
        assert app.session.cycle == "2025"
        after = {f: text for f, text in files_of(app.session.root).items() if not f.startswith(".")}
        assert {f: after[f] for f in before} == before
        assert "Runde 2028 anlegen" in screen_text(app)
        assert app.page is page


async def test_a_round_that_was_worked_on_stays(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "renew")
        await pilot.press("ctrl+n")
        await settle(pilot)
        await opened(pilot, "inbox")
        await pilot.press("b", "enter")
        await settle(pilot)
        await opened(pilot, "renew")
        await pilot.click("#renew-undo")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert "schon gearbeitet" in notices(app)
        assert app.session.cycle == "2028"


async def test_what_cannot_begin_is_said_without_the_command_line(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "renew")
        for year, words in (
            ("2024", "2024 liegt vor"),
            ("20x8", "ist kein Jahr"),
            ("", "Bitte das Jahr"),
            ("2025", "2025"),
        ):
            await typed_year(pilot, year)
            text = screen_text(app)
            assert "✗" in text
            assert words in text
            assert "--" not in text
            assert not app.screen.query_one("#renew-make", Button).display


async def test_a_round_never_handed_in_is_renewed_only_on_purpose(
    herne: Path, make_app: Callable[[Session], TeaApp]
) -> None:
    (herne / "cycles/2025/jury.yaml").unlink()
    app = make_app(Session(herne, today=lambda: TODAY))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "renew")
        text = screen_text(app)
        assert "! Die Bewerbungsrunde 2025 wurde nie eingereicht." in text
        assert "„Einstellungen der Runde“" in text
        assert "Runde 2028 trotzdem anlegen" in text
        assert "keine Änderungen" in text
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.session.cycle == "2028"
        assert "gespeichert " in screen_text(app).splitlines()[0]


async def test_a_half_finished_renewal_is_completed(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "renew")
        await pilot.press("ctrl+n")
        await settle(pilot)
        (app.session.root / "cycles/2028/fields/af03.yaml").unlink()
        app.saving.poll()
        await settle(pilot)
        assert "Runde 2028 vervollständigen" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert (app.session.root / "cycles/2028/fields/af03.yaml").exists()


async def test_another_catalogue_asks_where_answers_go(
    herne: Path, make_app: Callable[[Session], TeaApp]
) -> None:
    for cycle in ("2022", "2025"):
        shutil.rmtree(herne / "cycles" / cycle)
    app = make_app(Session(herne, today=lambda: TODAY))
    async with app.run_test(size=(120, 40)) as pilot:
        page = await opened(pilot, "renew")
        assert isinstance(page, RenewScreen)
        assert "Frauen in Führungspositionen" in screen_text(app)
        moves = page.query_one("#renew-moves", PickList)
        moves.focus()
        await pilot.press("enter", "down", "enter")
        await settle(pilot)
        assert "→ Nachfolgeplanung" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.session.cycle == "2022"
        assert app.session.application.cycle.decisions == {
            "hf01-frauen-in-fuehrung": ("af03-nachfolgeplanung",)
        }
        answer = app.session.application.answer("af03")
        assert answer.criteria["af03-nachfolgeplanung"].statement


async def test_the_catalogue_can_be_chosen(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "renew")
        await pilot.press("tab", "enter", "end", "enter")
        await settle(pilot)
        text = screen_text(app)
        assert "ist älter als" in text
        await pilot.press("delete")
        await settle(pilot)
        assert "Runde 2028 anlegen" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_only_text(
    tmp_path: Path, make_app: Callable[[Session], TeaApp], size: tuple[int, int]
) -> None:
    app = make_app(hostile(tmp_path / "boese", renewed=False))
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "renew")
        text = screen_text(app)
        assert "Bürger*innen [/x] [@click=app.quit]x[/]" in text
        assert "\x1b" not in text
        assert "Nachhaltigkeitspreis" in text
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.session.cycle == "2028"


async def test_a_folder_that_is_read_only_can_only_look(
    herne: Path, make_app: Callable[[Session], TeaApp]
) -> None:
    session = Session(herne, today=lambda: TODAY)
    session.read_only = True
    app = make_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "renew")
        assert app.screen.query_one("#renew-make", Button).disabled
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.session.cycle == "2025"


async def test_the_overview_leads_to_the_next_round_and_then_to_the_inbox(app: TeaApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Nächste Bewerbungsrunde beginnen" in screen_text(app)
        await pilot.click("#renewal")
        await settle(pilot)
        assert isinstance(app.page, RenewScreen)
        await pilot.press("ctrl+n", "f2")
        await settle(pilot)
        assert "○ noch 81 von 81 zu entscheiden" in screen_text(app)
        await pilot.click("#renewal")
        await settle(pilot)
        assert isinstance(app.page, InboxScreen)


async def test_the_search_finds_the_screens_without_a_key(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"neue bewerb", "enter")
        await settle(pilot)
        assert isinstance(app.page, RenewScreen)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert isinstance(app.page, InboxScreen)
