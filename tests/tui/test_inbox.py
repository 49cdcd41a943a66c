"""The inbox on screen: deciding with a key and Enter, changing in place, putting off, undoing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.review import Outcome
from tea_assistant.services.inbox.inbox import Item, Kind, inbox
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.inbox import InboxScreen
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.key_row import KeyRow
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.schema_form import SchemaForm
from tests.tui.reading import notices, screen_text, settle
from tests.tui.renewed import SIZES, hostile, opened

WISH = "expectations.0"


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)


@pytest.fixture
def session(renewed: Session) -> Session:
    """Return Herne in its round 2028."""
    return renewed


async def at(pilot: Pilot[None], wanted: str | Kind) -> InboxScreen:
    """Open the inbox at the first thing of a kind, or at the one with this id."""
    page = await opened(pilot, "inbox")
    assert isinstance(page, InboxScreen)
    found = next(item for item in page.walk.items if wanted in (item.kind, item.id))
    page.walk.go_to(found.key)
    page.show_session()
    await settle(pilot)
    return page


def at_hand(page: InboxScreen) -> Item:
    assert page.item is not None
    return page.item


def said(app: TeaApp, evidence: str) -> tuple[EvidenceState | None, str, str, str]:
    entry = app.session.dossier.evidence[evidence].in_cycle("2028")
    return entry.state, entry.by, entry.change, entry.reason


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_both_sides_and_how_far_one_is(app: TeaApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await at(pilot, "mentoring-fuer-frauen")
        text = screen_text(app)
        assert "0 von 81 entschieden, noch 81" in text
        assert "Maßnahme · Personalarbeit" in text
        assert "Mentoring für Frauen" in text
        assert "Stand 2022: fortgeführt" in text
        for key in ("b bestätigen", "ä ändern", "a ausgebaut", "e beendet", "x ersetzt", "s später"):
            assert key in text
        await pilot.press("pagedown")
        await settle(pilot)
        assert "! Ergebnis: kein neues seit der letzten Bewerbung" in screen_text(app)


async def test_a_key_and_enter_confirm_the_next_thing_comes_and_undo_brings_it_back(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        before = at_hand(page).key
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert at_hand(page).key == before, "Enter alone decides nothing"
        assert page.walk.tally.done == 0
        await pilot.press("b")
        await settle(pilot)
        assert at_hand(page).key == before, "a stray key decides nothing"
        assert said(app, "mentoring-fuer-frauen")[0] is EvidenceState.OPEN
        await pilot.press("enter")
        await settle(pilot)
        assert said(app, "mentoring-fuer-frauen") == (
            EvidenceState.CONTINUED,
            app.session.application.organisation.office,
            "",
            "",
        )
        assert at_hand(page).key != before
        assert "1 von 81 entschieden" in screen_text(app)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert at_hand(page).key == before
        assert said(app, "mentoring-fuer-frauen")[0] is EvidenceState.OPEN
        assert "Mentoring für Frauen“ bestätigen" in notices(app)


async def test_expanding_takes_a_sentence(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "mentoring-fuer-frauen")
        await pilot.press("a", *"Mehr [/x]", "enter")
        await settle(pilot)
        assert said(app, "mentoring-fuer-frauen")[0] is EvidenceState.EXPANDED
        assert said(app, "mentoring-fuer-frauen")[2] == "Mehr [/x]"


async def test_ending_without_a_reason_is_not_taken(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        await pilot.press("e", "enter")
        await settle(pilot)
        assert at_hand(page).id == "mentoring-fuer-frauen"
        assert "✗ Ohne Worte geht es hier nicht" in screen_text(app)
        await pilot.press(*"Aus", "enter")
        await settle(pilot)
        assert said(app, "mentoring-fuer-frauen")[3] == "Aus"


async def test_escape_leaves_the_line_then_the_screen(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        await pilot.press("e", *"Aus", "escape")
        await settle(pilot)
        assert app.page is page
        assert said(app, "mentoring-fuer-frauen")[0] is EvidenceState.OPEN
        await pilot.press("escape")
        await settle(pilot)
        assert app.page is not page


async def test_replacing_asks_for_the_other_measure_and_moves_the_links(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "entwicklungsperspektive-fuehrung")
        await pilot.press("x", "enter", *"mentoring", "enter")
        await settle(pilot)
        assert said(app, "entwicklungsperspektive-fuehrung")[3] == "ersetzt durch „Mentoring für Frauen“"
        answer = app.session.application.answer("af03")
        assert answer.criteria["af03-nachfolgeplanung"].evidence == ("mentoring-fuer-frauen",)
        await pilot.press("ctrl+z")
        await settle(pilot)
        answer = app.session.application.answer("af03")
        assert answer.criteria["af03-nachfolgeplanung"].evidence == ("entwicklungsperspektive-fuehrung",)
        assert said(app, "entwicklungsperspektive-fuehrung")[0] is EvidenceState.OPEN


async def test_replacing_by_a_measure_that_is_made_for_it(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "mentoring-fuer-frauen")
        await pilot.press("x", "enter", *"Zirkel", "up", "enter")
        await settle(pilot)
        assert "zirkel" in app.session.dossier.evidence
        assert said(app, "mentoring-fuer-frauen")[3] == "ersetzt durch „Zirkel“"


async def test_a_measure_is_changed_in_its_form_and_confirmed(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        await pilot.press("ä", "enter")
        await settle(pilot)
        assert page.query_one(SchemaForm).has_focus_within
        await pilot.press("end", *" neu")
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert app.session.dossier.evidence["mentoring-fuer-frauen"].title == "Mentoring für Frauen neu"
        assert said(app, "mentoring-fuer-frauen")[0] is EvidenceState.CONTINUED
        assert at_hand(page).id != "mentoring-fuer-frauen"


async def test_escape_leads_from_the_form_back_to_the_decision(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.page is page
        assert at_hand(page).id == "mentoring-fuer-frauen"
        assert "b bestätigen" in screen_text(app)
        assert said(app, "mentoring-fuer-frauen")[0] is EvidenceState.OPEN


async def test_a_text_is_changed_in_place(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, Kind.TEXT)
        item = at_hand(page)
        await pilot.press("ä", "enter")
        await settle(pilot)
        await pilot.press("ctrl+home", "enter", *" Neu: ")
        await settle(pilot)
        assert "außerhalb geändert" not in screen_text(app)
        await pilot.press("ctrl+down")
        await settle(pilot)
        assert app.session.application.answer(item.field).opening.startswith(" Neu: ")
        assert [i.decided for i in page.walk.items if i.key == item.key] == ["geändert"]
        assert at_hand(page).key != item.key


async def test_a_text_is_confirmed_emptied_or_left_as_it_is(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, Kind.TEXT)
        looked_at = []
        for keys in (("b", "enter"), ("l", "enter"), ("ä", "enter", "ctrl+down")):
            looked_at.append(at_hand(page).key)
            await pilot.press(*keys)
            await settle(pilot)
        decided = {item.key: item.decided for item in page.walk.items}
        assert [decided[key] for key in looked_at] == ["bestätigt", "geleert", "bestätigt"]


async def test_an_announced_measure_has_begun_or_not(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, Kind.PLAN)
        assert "b begonnen" in screen_text(app)
        assert "g weiter geplant" in screen_text(app)
        await pilot.press("b", *"Seit 2026", "enter")
        await settle(pilot)
        assert said(app, "on-und-re-boarding")[0] is EvidenceState.NEW
        assert said(app, "on-und-re-boarding")[2] == "Seit 2026"


async def test_a_wish_is_answered_with_words_and_a_measure(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "fuehrung-30-50")
        await pilot.press("m", "enter", *"mentoring", "enter")
        await settle(pilot)
        assert "Belegt durch: Mentoring für Frauen" in screen_text(app)
        await pilot.press("l", *"Läuft.", "enter")
        await settle(pilot)
        jury = app.session.dossier.rounds["2025"].jury
        assert jury
        answer = jury.expectations[0].answers["2028"]
        assert (answer.state, answer.text) == (Outcome.RUNNING, "Läuft.")
        assert answer.evidence == ("mentoring-fuer-frauen",)
        assert at_hand(page).id != "fuehrung-30-50"


async def test_a_measure_can_be_added_to_an_answer_that_stands(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, "fuehrung-30-50")
        await pilot.press("u", *"Ja.", "enter", "left")
        await settle(pilot)
        await pilot.press("m", "enter", *"mentoring", "enter")
        await settle(pilot)
        jury = app.session.dossier.rounds["2025"].jury
        assert jury
        assert jury.expectations[0].answers["2028"].evidence == ("mentoring-fuer-frauen",)
        assert jury.expectations[0].answers["2028"].text == "Ja."


async def test_what_is_put_off_comes_again(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        first = at_hand(page).key
        await pilot.press("s")
        await settle(pilot)
        assert at_hand(page).key != first
        assert "(1 zurückgestellt)" in screen_text(app)


async def test_the_arrows_look_back_and_forth(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        first = at_hand(page).key
        await pilot.press("b", "enter", "left")
        await settle(pilot)
        assert at_hand(page).key == first
        assert "✓ fortgeführt" in screen_text(app)
        await pilot.press("right", "right")
        await settle(pilot)
        assert at_hand(page).key == page.walk.items[2].key


async def test_one_can_jump_to_anything(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        await pilot.press("f6")
        await settle(pilot)
        assert isinstance(app.screen, Chooser)
        text = screen_text(app)
        assert text.count("hier sind Sie") == 1
        assert "●" not in text
        await pilot.press(*"Wissenstransfer", "enter")
        await settle(pilot)
        assert at_hand(page).id == "wissenstransfer"


async def test_the_mouse_can_do_it_too(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        row = page.query_one(KeyRow)
        await pilot.click(row, offset=(3, 0))
        await settle(pilot)
        assert "Enter entscheidet: bestätigen" in screen_text(app)
        await pilot.click(row, offset=(3, 0))
        await settle(pilot)
        assert said(app, "mentoring-fuer-frauen")[0] is EvidenceState.CONTINUED
        page.walk.go_to(next(i.key for i in page.walk.items if i.id == "wissenstransfer"))
        page.show_session()
        await settle(pilot)
        await pilot.press("e", *"Aus")
        await pilot.click(page.line.query_one(Button))
        await settle(pilot)
        assert said(app, "wissenstransfer")[3] == "Aus"


async def test_the_name_is_asked_once_where_no_office_is_known(app: TeaApp) -> None:
    app.session.edit("dossier.yaml", [Change(("office",), REMOVE)], "Büro")
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        first, second = page.walk.items[0].id, page.walk.items[1].id
        await pilot.press("b", "enter")
        await settle(pilot)
        assert "Wer bestätigt?" in screen_text(app)
        await pilot.press(*"Anna Öz", "enter")
        await settle(pilot)
        await pilot.press("b", "enter")
        await settle(pilot)
        assert said(app, first)[1] == said(app, second)[1] == "Anna Öz"


async def test_all_of_herne_is_decided_in_two_keys_a_thing(app: TeaApp) -> None:
    keys = 0
    async with app.run_test(size=(100, 30)) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        while page.item is not None:
            match page.item.kind:
                case Kind.EXPECTATION:
                    pressed = ["l", *"Läuft", "enter"]
                case Kind.PLAN:
                    pressed = ["g", "enter"]
                case _:
                    pressed = ["b", "enter"]
            await pilot.press(*pressed)
            keys += len(pressed)
            assert keys < 300
        await settle(pilot)
        text = screen_text(app)
        assert "Alles entschieden: 81 von 81." in text
        assert "33 bestätigt" in text
        assert " laufen" in text
        assert "Kennzahlen zum neuen Stichtag eintragen" in text
        assert all(item.decided for item in inbox(app.session))
        await pilot.press("enter")
        await settle(pilot)
        assert type(app.page).__name__ == "FiguresScreen"


async def test_putting_everything_off_ends_with_a_summary(
    herne_small: Session, make_app: Callable[[Session], TeaApp]
) -> None:
    app = make_app(herne_small)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        await pilot.press(*"s" * len(page.walk.items))
        await settle(pilot)
        assert "Noch offen: 6 von 6." in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert at_hand(page).key == page.walk.items[0].key


@pytest.fixture
def herne_small(tmp_path: Path) -> Session:
    """Return the small renewed dossier with hostile texts."""
    return hostile(tmp_path / "boese")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_texts_are_only_text(
    herne_small: Session, make_app: Callable[[Session], TeaApp], size: tuple[int, int]
) -> None:
    app = make_app(herne_small)
    async with app.run_test(size=size) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        for _ in page.walk.items:
            text = screen_text(app)
            assert "\x1b" not in text
            assert "\u202e" not in text
            await pilot.press("right")
            await settle(pilot)
        page.walk.go_to(page.walk.items[0].key)
        page.show_session()
        await settle(pilot)
        assert "Bürger*innen [/x] [@click=app.quit]x[/]" in screen_text(app)
        await pilot.press("f6")
        await settle(pilot)
        await pilot.press("escape", "x", "enter")
        await settle(pilot)
        await pilot.press("escape", "ä", "enter")
        await settle(pilot)
        await pilot.press("escape", "b", "enter")
        await settle(pilot)
        assert page.walk.tally.done == 1


async def test_a_round_that_renews_none_says_so(app_2019: TeaApp) -> None:
    async with app_2019.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "inbox")
        assert "schließt an keine frühere an" in screen_text(app_2019)
        await pilot.press("enter")
        await settle(pilot)
        assert type(app_2019.page).__name__ == "RenewScreen"


@pytest.fixture
def app_2019(herne: Path, make_app: Callable[[Session], TeaApp]) -> TeaApp:
    """Return the app over the first round of Herne."""
    return make_app(Session(herne, "2019"))


async def test_what_another_screen_changes_is_seen_on_return(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        await app.show_place("evidence/mentoring-fuer-frauen.yaml")
        await settle(pilot)
        path = Path(app.session.root / "evidence/mentoring-fuer-frauen.yaml")
        path.write_text(
            path.read_text(encoding="utf-8").replace("state: open", "state: expanded"), encoding="utf-8"
        )
        app.saving.poll()
        await app.action_open("inbox")
        await settle(pilot)
        assert app.page is page
        assert "✓ ausgebaut" in screen_text(app)


async def test_a_deleted_measure_leaves_the_inbox(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        page = await at(pilot, "mentoring-fuer-frauen")
        app.session.delete("evidence/mentoring-fuer-frauen.yaml", "löschen")
        await settle(pilot)
        assert page.item is None or at_hand(page).id != "mentoring-fuer-frauen"
        assert page.walk.tally.total == 80


async def test_nothing_can_be_decided_in_a_folder_that_is_read_only(app: TeaApp) -> None:
    app.session.read_only = True
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot, "inbox")
        assert isinstance(page, InboxScreen)
        await pilot.press("b", "enter")
        await settle(pilot)
        assert "schreibgeschützt" in notices(app)
        assert page.walk.tally.done == 0
        await pilot.press("ä", "enter")
        await settle(pilot)
        assert not page.is_changing
