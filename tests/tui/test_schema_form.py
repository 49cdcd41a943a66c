"""The fields of a form: what they take, what they say, and that they lose nothing."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.choice_field import ChoiceButton
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.entry_list import EntryAction
from tea_assistant.tui.widgets.form_notice import FormNotice
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.record_dialog import RecordDialog
from tests.tui.forms import DOSSIER, HOSTILE, at, beneath, field, form, no_pauses, text_of, type_in, values
from tests.tui.reading import notices, screen_text, settle

__all__ = ["no_pauses"]
LARGE, SMALL = (120, 40), (80, 24)
MakeApp = Callable[[Session], TeaApp]


async def test_the_error_of_a_field_stands_beneath_it_once_it_is_left(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "website")
        assert str(field(page, "website").label) == "Internetauftritt ○"
        await pilot.press(*"herne")
        assert not beneath(page, "website")
        await pilot.press("tab")
        await settle(pilot)
        assert "„herne“ hat nicht die erwartete Form" in beneath(page, "website")
        assert "„herne“ hat nicht die erwartete Form" in screen_text(app)
        await pilot.press("shift+tab")
        await type_in(pilot, "https://www.herne.de")
        assert not beneath(page, "website")
        assert str(field(page, "website").label) == "Internetauftritt"
        # What is missing is said where somebody has been, and everywhere once the form was left.
        assert not beneath(page, "about")
        await at(pilot, DOSSIER, "about")
        await at(pilot, DOSSIER, "name")
        assert beneath(page, "about") == "▲ „Kurzporträt“ fehlt."
        assert not beneath(page, "branch")
        await pilot.press("f2")
        page = await at(pilot, DOSSIER, "name")
        assert beneath(page, "branch") == "▲ „Branche“ fehlt."


async def test_a_required_field_that_is_emptied_says_so(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "name")
        await type_in(pilot, "")
        assert "name" not in values(app)
        assert "Es fehlt „Name“" in beneath(page, "name")


async def test_undo_takes_a_value_back_and_the_form_shows_it(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "branch")
        await type_in(pilot, "Kommunalverwaltung")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "branch" not in values(app)
        assert field(page, "branch").query_one(Input).value == ""
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert field(page, "branch").query_one(Input).value == "Kommunalverwaltung"


async def test_a_value_is_chosen_by_its_german_title(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, DOSSIER, "state")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Chooser)
        await pilot.press(*"thuer", "enter")
        await settle(pilot)
        assert values(app)["state"] == "TH"
        assert "Thüringen" in screen_text(app)
        await pilot.press("delete")
        await settle(pilot)
        assert "state" not in values(app)


async def test_a_number_is_a_number(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "house_rules", "small_group")
        await type_in(pilot, "10")
        assert values(app)["house_rules"] == {"gender_notation": "star", "small_group": 10}
        await at(pilot, DOSSIER, "house_rules", "small_group")
        await type_in(pilot, "zehn")
        assert "eine ganze Zahl" in beneath(page, "house_rules", "small_group")
        assert field(page, "house_rules", "small_group").query_one(Input).value == "zehn"


async def test_a_loaded_text_with_control_characters_stays_as_it_is(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    session.edit(DOSSIER, [Change(("branch",), HOSTILE)], "Feindliches")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, DOSSIER, "branch")
        await pilot.press("tab", "shift+tab", "tab")
        await settle(pilot)
        assert values(app)["branch"] == HOSTILE


async def test_what_is_being_typed_survives_a_change_from_outside(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "branch")
        await pilot.press(*"Kommunal")
        app.session.edit(DOSSIER, [Change(("branch",), "Anderes"), Change(("place",), "Herne")], "Von außen")
        await settle(pilot)
        assert field(page, "branch").query_one(Input).value == "Kommunal"
        assert field(page, "place").query_one(Input).value == "Herne"
        await pilot.press("tab")
        await settle(pilot)
        assert values(app)["branch"] == "Kommunal"
        assert "„Branche“ wurde inzwischen außerhalb geändert: „Anderes“." in notices(app)
        await pilot.press("ctrl+z")
        assert values(app)["branch"] == "Anderes"


async def test_a_dossier_for_reading_cannot_be_typed_into(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    session.read_only = True
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER)
        assert "schreibgeschützt" in page.query_one(FormNotice).text
        assert field(page, "name").query_one(Input).disabled
        await pilot.press("tab", *"abc", "enter", "n", "delete")
        await settle(pilot)
        assert not session.dirty
        assert notices(app).count("schreibgeschützt") == 1


async def test_an_unknown_key_is_told_above_the_form(folder: Path, make_app: MakeApp) -> None:
    with (folder / DOSSIER).open("a", encoding="utf-8") as file:
        file.write("brnch: Kommunalverwaltung\n")
    app = make_app(Session(folder))
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER)
        assert "„brnch“" in page.query_one(FormNotice).text
        assert "branch" in page.query_one(FormNotice).text


async def test_a_very_long_text_does_not_stop_the_form(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    long = "Wort [/x] " * 80_000
    session.edit(DOSSIER, [Change(("branch",), long), Change(("about",), long)], "Lang")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "branch")
        assert "Nur der Anfang: Der Text hat 800000 Zeichen" in beneath(page, "branch")
        await at(pilot, DOSSIER, "place")
        await type_in(pilot, "Herne")
        assert values(app)["place"] == "Herne"
        assert values(app)["branch"] == long


async def test_a_long_paste_is_refused_with_a_word(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "branch")
        from textual.events import Paste

        line = field(page, "branch").query_one(Input)
        line.post_message(Paste("x" * 5_000_000))
        await settle(pilot)
        assert "zu lang" in notices(app)
        line.post_message(Paste("Eins\nzwei [/x]"))
        await settle(pilot)
        assert line.value == "Eins zwei [/x]"


async def test_records_are_added_edited_and_removed(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, DOSSIER, "awards")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"2022", "tab", *"2", "tab", *"2022")
        await pilot.press("escape")
        await settle(pilot)
        assert values(app)["awards"] == [{"year": 2022, "number": 2, "valid": {"from": 2022}}]
        assert "2022" in screen_text(app)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"2019", "escape")
        await settle(pilot)
        await pilot.press("shift+up")
        await settle(pilot)
        assert [award["year"] for award in form(page).subject.items(("awards",))] == [2019, 2022]
        await pilot.press("delete")
        await settle(pilot)
        assert [award["year"] for award in form(page).subject.items(("awards",))] == [2022]
        await pilot.press("delete")
        await settle(pilot)
        assert "awards" not in values(app)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "awards" in values(app)


async def test_a_record_left_empty_leaves_nothing_behind(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, DOSSIER, "awards")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"2022", "tab", "shift+tab", "end", "ctrl+u", "escape")
        await settle(pilot)
        assert "awards" not in values(app)


async def test_what_is_typed_in_a_record_is_stored_before_saving(folder: Path, app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, DOSSIER, "awards")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"2022", "ctrl+s")
        await settle(pilot)
    assert "year: 2022" in text_of(folder, DOSSIER)


async def test_show_place_leads_into_a_record(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    session.edit(DOSSIER, [Change(("awards",), [{"year": 2019}, {"year": 2022, "source": "Jury"}])], "Preise")
    app = make_app(session)
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, DOSSIER, "awards", 1, "source")
        assert isinstance(app.focused, Input)
        assert app.focused.value == "Jury"


async def test_everything_in_a_list_works_with_the_mouse(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "awards")
        await pilot.click(field(page, "awards").query(EntryAction).first())
        await settle(pilot)
        assert isinstance(app.screen, RecordDialog)
        await pilot.press(*"2022")
        await pilot.click("#done")
        await settle(pilot)
        assert values(app)["awards"] == [{"year": 2022}]
        await pilot.click(field(page, "awards").query_one(PickList))
        await settle(pilot)
        assert isinstance(app.screen, RecordDialog)
        await pilot.click("#remove")
        await settle(pilot)
        assert "awards" not in values(app)


async def test_a_choice_works_with_the_mouse(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "sector")
        await pilot.click(field(page, "sector").query_one(ChoiceButton))
        await settle(pilot)
        assert isinstance(app.screen, Chooser)
        await pilot.click(PickList, offset=(3, 1))
        await settle(pilot)
        assert values(app)["sector"] == "wirtschaft"
        await pilot.click(field(page, "sector").query_one(ChoiceButton))
        await settle(pilot)
        await pilot.click(offset=(0, 0))
        await settle(pilot)
        assert not isinstance(app.screen, Chooser)
        assert values(app)["sector"] == "wirtschaft"


async def test_a_key_pressed_twice_opens_one_box(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, DOSSIER, "state")
        button = field(page, "state").query_one(ChoiceButton)
        button.action_open()
        button.action_open()
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is page
        await at(pilot, DOSSIER, "awards")
        await pilot.press("n")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is page


async def test_labels_stand_above_their_fields_where_it_is_narrow(app: TeaApp) -> None:
    async with app.run_test(size=(50, 24)) as pilot:
        page = await at(pilot, DOSSIER, "name")
        name = field(page, "name")
        assert name.query_one(Input).region.y == name.region.y + 1
        await pilot.resize_terminal(100, 24)
        await settle(pilot)
        assert name.query_one(Input).region.y == name.region.y


async def test_an_empty_field_shows_an_example_that_nobody_takes_for_a_value(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, DOSSIER, "branch")
        assert "z. B. Kommunalverwaltung" in screen_text(app)
        assert "branch" not in values(app)


async def test_the_next_gap_is_reached_from_inside_a_record(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, DOSSIER, "awards")
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"2022", "f8")
        await settle(pilot)
        assert not isinstance(app.screen, RecordDialog)
        assert values(app)["awards"] == [{"year": 2022}]
