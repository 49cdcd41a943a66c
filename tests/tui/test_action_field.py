"""Walking through an action field: deciding, writing, linking, with nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.action_field import ActionFieldScreen
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.criterion_list import CriterionList
from tea_assistant.tui.widgets.entry_detail import EntryDetail
from tea_assistant.tui.widgets.evidence_chooser import EvidenceChooser
from tea_assistant.tui.widgets.linked_evidence import LinkedEvidence
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.prose_preview import ProsePreview

FIELD = "cycles/2025/fields/af03.yaml"
LARGE, SMALL = (120, 40), (80, 24)
HOSTILE = "Bürger*innen [/x] [@click=app.quit]x[/] \x1b[31m \u202e „Zitat“"
MakeApp = Callable[[Session], TeaApp]


@pytest.fixture(autouse=True)
def every_key_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)
    monkeypatch.setattr(ProsePreview, "PAUSE", 0)


async def at(pilot: Pilot[None], *path: str | int, file: str = FIELD) -> ActionFieldScreen:
    app = pilot.app
    assert isinstance(app, TeaApp)
    await app.show_place(file, path)
    await settle(pilot)
    assert isinstance(app.page, ActionFieldScreen)
    return app.page


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def detail(page: ActionFieldScreen) -> EntryDetail:
    return page.query_one(EntryDetail)


def has_focus(widget: Widget) -> bool:
    focused = widget.screen.focused
    return focused is widget or (focused is not None and widget in focused.ancestors)


def shown(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def words(page: ActionFieldScreen, selector: str) -> str:
    return str(page.query_one(selector, Static).render())


async def test_a_statement_is_written_into_the_file_and_comments_stay(
    folder: Path, make_app: MakeApp
) -> None:
    file = folder / FIELD
    file.write_text(
        file.read_text("utf-8").replace("criteria:", "# Absprache mit dem Personalamt\ncriteria:"), "utf-8"
    )
    app = make_app(Session(folder))
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-recruiting", "applies")
        await pilot.press("j")
        await settle(pilot)
        assert has_focus(detail(page).statement)
        await pilot.press(*"Neu: Mitarbeiter*innen")
        await pilot.press("ctrl+s")
    text = file.read_text("utf-8")
    assert "# Absprache mit dem Personalamt\ncriteria:" in text
    answer = Session(folder).application.answer("af03").criteria["af03-recruiting"]
    assert (answer.applies, answer.statement) == (True, "Neu: Mitarbeiter*innen\n")


async def test_who_describes_an_activity_says_that_it_applies(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-recruiting", "applies")
        detail(page).statement.focus()
        await pilot.press("x")
        await settle(pilot)
        answer = app.session.application.answer("af03").criteria["af03-recruiting"]
        assert (answer.applies, answer.statement) == (True, "x\n")
        assert words(page, "#entry-state") == "◐ Maßnahme fehlt"
        await pilot.press("backspace")
        await settle(pilot)
        assert app.session.application.answer("af03").criteria["af03-recruiting"].statement == ""


async def test_what_does_not_apply_asks_for_a_reason(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-recruiting", "applies")
        await pilot.press("right", "enter")
        await settle(pilot)
        assert has_focus(detail(page).reason)
        assert words(page, "#entry-state") == "◐ Grund fehlt"
        await pilot.press(*"Noch nicht")
        await settle(pilot)
        assert words(page, "#entry-state") == "– trifft nicht zu"
        answer = app.session.application.answer("af03").criteria["af03-recruiting"]
        assert (answer.applies, answer.because) == (False, "Noch nicht")


async def test_a_dropped_activity_keeps_its_text_and_says_so(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "applies")
        await pilot.press("n")
        await settle(pilot)
        assert not detail(page).writing.display
        assert "bleiben in der Mappe" in shown(pilot)
        assert app.session.application.answer("af03").criteria["af03-mentoring"].statement


async def test_a_decision_is_made_with_the_mouse(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, "criteria", "af03-recruiting", "applies")
        await pilot.click("#decision", offset=(20, 0))
        await settle(pilot)
        assert app.session.application.answer("af03").criteria["af03-recruiting"].applies is False


async def test_undo_takes_back_a_decision_and_what_was_typed(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-recruiting", "applies")
        await pilot.press("j")
        await settle(pilot)
        await pilot.press(*"ab")
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert detail(page).statement.text == ""
        assert detail(page).decision.applies is True
        await pilot.press("f6")
        for _ in range(3):
            await pilot.press("ctrl+z")
            await settle(pilot)
        assert detail(page).decision.applies is None
        assert "af03-recruiting" not in app.session.application.answer("af03").criteria
        assert "af03-mentoring" in app.session.application.answer("af03").criteria


async def test_undo_from_the_list_takes_typing_back_as_one_step(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "opening")
        before = detail(page).statement.text
        await pilot.press(*"abc", "escape", "ctrl+z")
        await settle(pilot)
        assert detail(page).statement.text == before
        assert app.session.application.answer("af03").opening == before


async def test_a_measure_is_found_linked_opened_and_taken_off(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-recruiting", "applies")
        await pilot.press("ctrl+l")
        assert isinstance(app.screen, EvidenceChooser)
        await pilot.press(*"vaeter", "enter")
        await settle(pilot)
        answer = app.session.application.answer("af03").criteria["af03-recruiting"]
        assert (answer.applies, answer.evidence) == (True, ("vaeterabende",))
        assert "Väter*abende" in shown(pilot)
        detail(page).linked.focus()
        await pilot.press("delete")
        await settle(pilot)
        assert app.session.application.answer("af03").criteria["af03-recruiting"].evidence == ()
        assert "vaeterabende" in app.session.dossier.evidence


async def test_measures_that_fit_come_first(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, "criteria", "af03-nachfolgeplanung", "applies")
        await pilot.press("j", "ctrl+l")
        await settle(pilot)
        lines = [line for line in shown(pilot).split("\n") if "Maßnahme für" in line or "★" in line]
        assert "★ Mentoring für Frauen [/x]" in lines[1]
        assert "passt zum Aktionsfeld" in lines[1]


async def test_what_is_not_found_becomes_a_new_measure(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, "criteria", "af03-recruiting", "applies")
        await pilot.press("ctrl+l", *"Coaching [b]", "enter")
        await settle(pilot)
        linked = app.session.application.answer("af03").criteria["af03-recruiting"].evidence
        assert app.session.dossier.evidence[linked[0]].title == "Coaching [b]"
        assert app.session.dossier.evidence[linked[0]].action_fields == ("af03",)


async def test_a_new_measure_asks_for_its_title(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "statement")
        await pilot.press("ctrl+n")
        assert isinstance(app.screen, AskText)
        await pilot.press(*"Patenschaft", "enter")
        await settle(pilot)
        linked = app.session.application.answer("af03").criteria["af03-mentoring"].evidence
        assert linked == ("mentoring-fuer-frauen", "patenschaft")
        assert has_focus(detail(page).statement)


async def test_a_linked_measure_opens(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "evidence")
        assert has_focus(page.query_one(LinkedEvidence))
        await pilot.press("enter")
        await settle(pilot)
        assert app.page
        assert app.page.destination
        assert app.page.destination.screen == "evidence"


async def test_a_link_to_a_measure_that_is_gone_says_so(folder: Path, make_app: MakeApp) -> None:
    (folder / "evidence" / "mentoring-fuer-frauen.yaml").unlink()
    app = make_app(Session(folder))
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "evidence")
        assert "! gibt es nicht" in shown(pilot)
        await pilot.press("enter", "delete")
        await settle(pilot)
        assert app.page is page
        assert app.session.application.answer("af03").criteria["af03-mentoring"].evidence == ()


async def test_opening_and_closing_have_no_measures(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "closing")
        assert has_focus(detail(page).statement)
        assert not detail(page).linked.display
        assert not detail(page).decision.display
        await pilot.press("ctrl+l")
        assert app.screen is page
        await pilot.press("z")
        await settle(pilot)
        assert app.session.application.answer("af03").closing == "z\n"


async def test_own_activities_are_added_renamed_and_removed(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "own_criteria")
        await pilot.press("end", "up", "enter")
        assert isinstance(app.screen, AskText)
        await pilot.press(*"Tag [/x]", "enter")
        await settle(pilot)
        assert has_focus(detail(page).statement)
        await pilot.press(*"Einmal")
        await settle(pilot)
        own = app.session.application.answer("af03").own_criteria
        assert [(o.id, o.title, o.statement) for o in own] == [("tag-x", "Tag [/x]", "Einmal\n")]
        await pilot.press("ctrl+l", *"mentoring", "enter")
        await settle(pilot)
        assert app.session.application.answer("af03").own_criteria[0].evidence == ("mentoring-fuer-frauen",)
        assert words(page, "#entry-state") == "✓ fertig"
        await pilot.click("#rename-own")
        await settle(pilot)
        await pilot.press(*"Neuer Titel", "enter")
        await settle(pilot)
        assert app.session.application.answer("af03").own_criteria[0].title == "Neuer Titel"
        assert words(page, "#entry-title") == "Neuer Titel"
        await pilot.click("#remove-own")
        await settle(pilot)
        assert isinstance(app.screen, AskFirst)
        await pilot.click("#done")
        await settle(pilot)
        assert app.session.application.answer("af03").own_criteria == ()
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.session.application.answer("af03").own_criteria[0].title == "Neuer Titel"


async def test_the_next_gap_is_reached_from_inside_a_text_and_from_the_list(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "opening")
        await pilot.press("x", "f8")
        await settle(pilot)
        assert app.session.application.answer("af03").opening.startswith("x")
        assert words(page, "#entry-title") == "Personalplanung"
        assert has_focus(detail(page).decision)
        await pilot.press("f8")
        await settle(pilot)
        assert words(page, "#entry-title") == "Recruiting und Auswahl"
        await pilot.press("escape", "f8")
        await settle(pilot)
        assert words(page, "#entry-title") == "Recruiting und Auswahl", "the one under the cursor of the list"
        assert has_focus(detail(page).decision)


async def test_a_figure_is_completed_and_shown_in_the_preview(herne: Path, make_app: MakeApp) -> None:
    app = make_app(Session(herne, "2025"))
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-recruiting", "statement")
        detail(page).statement.focus()
        detail(page).statement.area.insert("Mitarbeiter*innen und Bürger*innen: ")
        await pilot.press(*"{{frauenanteil fueh", "down", "enter")
        await settle(pilot)
        said = app.session.application.answer("af03").criteria["af03-recruiting"].statement
        assert said == "Mitarbeiter*innen und Bürger*innen: {{leadership.women.share|trend}}\n"
        preview = " ".join(widget_text(detail(page).preview).split())
        assert "Mitarbeiter*innen und Bürger*innen: 43 % (2022: 36 %)" in preview


def widget_text(widget: Widget) -> str:
    region = widget.content_region
    strips = widget.screen._compositor.render_strips()[region.y : region.bottom]
    cropped = (strip.crop(region.x, region.right) for strip in strips)
    return "\n".join("".join(segment.text for segment in strip) for strip in cropped)


async def test_there_is_room_to_write_at_every_size(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "statement")
        area = detail(page).statement.area
        for width, height in (SMALL, LARGE, (100, 30)):
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            assert area.content_size.height >= 8
            assert page.region.contains_region(area.region)
            assert detail(page).preview.display == (width >= 100)
            assert has_focus(area)


async def test_the_preview_comes_and_goes_with_its_key(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "statement")
        await pilot.press("f7")
        await settle(pilot)
        preview = detail(page).preview
        assert preview.display
        assert preview.region.y >= detail(page).statement.region.bottom
        assert has_focus(detail(page).statement)
        await pilot.press("f7")
        assert not preview.display


async def test_every_entry_says_in_words_how_far_it_is(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, "opening")
        screen = shown(pilot)
        assert "✓ Mentoring" in screen
        assert "– Nachfolgeplanung" in screen
        assert "trifft nicht zu" in screen
        assert "○ Personalplanung" in screen
        assert "Wortlaut erschlossen, nicht amtlich" in screen


async def test_a_long_title_is_wrapped(herne: Path, make_app: MakeApp) -> None:
    app = make_app(Session(herne, "2025"))
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, "opening", file="cycles/2025/fields/af05.yaml")
        assert "Belästigung und Gewalt" in " ".join(shown(pilot).split())
        assert "Wortlaut erschlossen" not in shown(pilot).split("Einstieg")[0]


async def test_hints_fold_and_are_remembered_for_other_entries(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "statement")
        assert "Gute Nachweise:" in shown(pilot)
        await pilot.click("#entry-guidance FoldHeading")
        await settle(pilot)
        assert "Gute Nachweise:" not in shown(pilot)
        await at(pilot, "criteria", "af03-onboarding", "statement")
        assert "Gute Nachweise:" not in shown(pilot)
        await at(pilot, "opening", file="cycles/2025/fields/af04.yaml")
        assert app.page is not page
        assert "▸ Hinweise" in shown(pilot)


async def test_the_list_and_the_text_are_reached_by_keys(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "statement")
        await pilot.press("f6")
        assert has_focus(page.query_one(CriterionList))
        await pilot.press("f6")
        assert has_focus(detail(page).statement)
        await pilot.press("ctrl+up")
        assert words(page, "#entry-title") == "Nachfolgeplanung"
        await pilot.press("ctrl+down", "escape")
        assert words(page, "#entry-title") == "Mentoring"
        assert has_focus(page.query_one(CriterionList))
        await pilot.press("escape")
        await settle(pilot)
        assert app.page is not page


async def test_the_entry_stays_when_the_dossier_changes(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "statement")
        app.session.edit(FIELD, [Change(("opening",), "Anders\n")], "von außen")
        await settle(pilot)
        assert words(page, "#entry-title") == "Mentoring"
        assert has_focus(detail(page).statement)


async def test_an_outside_change_of_the_text_at_hand_is_shown(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "opening")
        file = folder / FIELD
        file.write_text(file.read_text("utf-8").replace("heißt für uns", "bedeutet für uns"), "utf-8")
        app.saving.poll()
        await settle(pilot)
        assert "bedeutet für uns" in detail(page).statement.text


async def test_typing_that_is_not_stored_yet_survives_moving_saving_and_leaving(
    folder: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 60)
    app = make_app(Session(folder))
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "opening")
        await pilot.press("A", "ctrl+down")
        assert app.session.application.answer("af03").opening.startswith("A")
        await at(pilot, "closing")
        await pilot.press("B", "ctrl+s")
        assert "B" in (folder / FIELD).read_text("utf-8").split("closing")[1]
        await pilot.press("C", "f2")
        await settle(pilot)
        assert app.page is not page
        assert app.session.application.answer("af03").closing == "BC\n"


async def test_a_read_only_dossier_is_shown_but_not_edited(app: TeaApp) -> None:
    app.session.read_only = True
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-mentoring", "statement")
        before = detail(page).statement.text
        await pilot.press("x")
        await settle(pilot)
        assert detail(page).statement.text == before
        assert detail(page).decision.disabled


async def test_hostile_texts_everywhere(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    session.edit(
        FIELD,
        [
            Change(("opening",), HOSTILE),
            Change(("criteria", "af03-mentoring", "statement"), HOSTILE),
            Change(("criteria", "af03-mentoring", "evidence"), ["vaeterabende", "mentoring-fuer-frauen"]),
            Change(("criteria", "af03-nachfolgeplanung", "because"), HOSTILE),
            Change(("own_criteria",), [{"id": "a", "title": HOSTILE, "statement": HOSTILE}]),
        ],
        "feindlich",
    )
    app = make_app(session)
    async with app.run_test(size=SMALL) as pilot:
        page = await at(pilot, "opening")
        for place in (
            ("opening",),
            ("criteria", "af03-mentoring", "evidence"),
            ("criteria", "af03-nachfolgeplanung", "because"),
            ("own_criteria", 0, "statement"),
        ):
            await at(pilot, *place)
            for size in (LARGE, SMALL):
                await pilot.resize_terminal(*size)
                await settle(pilot)
                screen = shown(pilot)
                assert "[/x]" in screen
                assert "\x1b" not in screen
                assert "\u202e" not in screen
            await pilot.press("ctrl+l")
            await settle(pilot)
            if app.screen is not page:
                await pilot.press("escape")
        assert app.session.application.answer("af03").opening.rstrip() == HOSTILE


async def test_a_field_that_the_catalogue_lacks_says_so(app: TeaApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await at(pilot, "opening", file="cycles/2025/fields/af99.yaml")
        assert "steht nicht im Katalog dieser Runde" in shown(pilot)
        await pilot.press("ctrl+l", "ctrl+down", "f6", "f7", "escape")
        assert app.is_running


async def test_an_answer_that_the_catalogue_lacks_stays_in_sight(folder: Path, make_app: MakeApp) -> None:
    session = Session(folder)
    session.edit(FIELD, [Change(("criteria", "af03-frueher", "statement"), "Alt")], "alt")
    app = make_app(session)
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-frueher", "statement")
        assert words(page, "#entry-title") == "af03-frueher"
        assert "steht nicht im Katalog" in shown(pilot)


async def test_typing_that_a_conflict_refuses_stays_and_is_told_once(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "opening")
        app.session.edit(FIELD, [Change(("closing",), "Hier\n")], "hier")
        (folder / FIELD).write_text("format: 1\nclosing: Dort\n", "utf-8")
        app.saving.poll()
        await settle(pilot)
        notices = len(app._notifications)
        await pilot.press(*"abc")
        await settle(pilot)
        assert detail(page).statement.text.startswith("abc")
        assert len(app._notifications) == notices + 1
        (conflict,) = app.session.conflicts
        app.session.resolve(conflict, conflict.mine)
        await pilot.press("d")
        await settle(pilot)
        assert app.session.application.answer("af03").opening.startswith("abcd")


async def test_the_commands_of_the_screen_are_found_in_the_palette(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await at(pilot, "criteria", "af03-mentoring", "statement")
        await pilot.press("ctrl+p", *"Verknüpfen")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, EvidenceChooser)


async def test_asking_twice_at_once_opens_one_dialog(app: TeaApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        page = await at(pilot, "criteria", "af03-recruiting", "applies")
        # Two presses that arrive before the dialog can take the second one.
        page.action_link()
        page.action_link()
        await settle(pilot)
        assert [type(screen) for screen in app.screen_stack].count(EvidenceChooser) == 1


async def test_a_text_that_was_carried_over_is_not_done_until_it_is_confirmed(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        carried = {"cycle": "2022", "texts": ["opening"]}
        app.session.edit(FIELD, [Change(("carried",), carried)], "Übernehmen")
        await at(pilot, "opening")
        assert "aus 2022 übernommen" in shown(pilot)
        assert "Gilt noch" in shown(pilot)
        await pilot.press("ctrl+b")
        await settle(pilot)
        assert "aus 2022 übernommen" not in shown(pilot)
        assert "Strg+B" not in shown(pilot)
        assert "carried" not in str(app.session.text(FIELD))
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "aus 2022 übernommen" in shown(pilot)
