"""The editor for prose: what is typed is reported, kept, undone, and helped with references."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue, CellSelector, Indicator
from tea_assistant.model.cycle import Cycle, Round
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.figures import FigureRow, FigureSet
from tea_assistant.model.labels import Labels
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.reference_list import ReferenceList

HOSTILE = "Mitarbeiter*innen und Bürger*innen [/x] [@click=app.quit]x[/] \x1b[31m \u202e „Zitat“ [[weg"


def an_application() -> Application:
    group = CellSelector(group="leadership", count="total")
    women = CellSelector(group="leadership", count="women")
    share = Indicator("leadership.women.share", "Frauenanteil in Führungspositionen", "", women, group)
    catalogue = Catalogue("k", indicators={share.id: share})
    evidence = {
        e.id: e
        for e in (
            Evidence("mentoring-fuer-frauen", title="Mentoring für Frauen [/x]"),
            Evidence("vaeterabende", title="Väter*abende"),
        )
    }
    figures = {
        day: FigureSet(day, rows=(FigureRow(group="leadership", women=count, total=100),))
        for day, count in (("2024-12-31", 43), ("2021-12-31", 36))
    }
    rounds = {"2022": Round(Cycle("2022", figures="2021-12-31"))}
    dossier = Dossier(Organisation(), evidence=evidence, figures=figures, rounds=rounds)
    return Application(
        dossier, Round(Cycle("2025", figures="2024-12-31", renews="2022")), catalogue, Labels()
    )


class Desk(App[None]):
    """An editor between two buttons that remembers what it was told."""

    CSS = "ProseEditor { height: 10; }"
    BINDINGS = [("f8", "next_gap", ""), ("f6", "next_gap", "")]  # noqa: RUF012 (Textual declares it so)

    def __init__(self, debounce: float = 0) -> None:
        super().__init__()
        application = an_application()
        self.editor = ProseEditor(lambda: application, debounce=debounce)
        self.told: list[str] = []
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Button("davor")
            yield self.editor
            yield Button("danach", id="after")

    def on_mount(self) -> None:
        self.editor.focus()

    def on_prose_editor_edited(self, event: ProseEditor.Edited) -> None:
        self.told.append(event.text)

    def on_prose_editor_left(self) -> None:
        self.done.append("left")

    def action_undo(self) -> None:
        self.done.append("undo")

    def action_redo(self) -> None:
        self.done.append("redo")

    def action_next_gap(self) -> None:
        self.done.append("gap")

    @property
    def suggestions(self) -> ReferenceList:
        return self.query_one(ReferenceList)

    @property
    def shown(self) -> str:
        return "\n".join("".join(s.text for s in strip) for strip in self.screen._compositor.render_strips())


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.widgets.TextArea.cursor_blink", False)


async def test_typing_is_reported_as_prose_without_empty_lines_around_it() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("enter", "H", "i", "enter", "enter")
        assert app.told[-1] == "Hi\n"
        assert app.editor.text == "Hi\n"


async def test_words_are_counted_with_a_gender_star_inside_one_word() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.editor.load("Mitarbeiter*innen – und Bürger*innen")
        await pilot.pause()
        assert "3 Wörter" in app.shown
        app.editor.load("")
        await pilot.press("x")
        assert "1 Wort " in app.shown


async def test_what_is_typed_is_committed_before_the_pause_is_over() -> None:
    app = Desk(debounce=60)
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert app.told == []
        assert app.editor.commit() == "x\n"
        app.editor.load("x")
        assert app.editor.commit() is None


async def test_leaving_reports_at_once() -> None:
    app = Desk(debounce=60)
    async with app.run_test() as pilot:
        await pilot.press("x", "tab")
        assert app.focused is app.query_one("#after")
        assert app.told == ["x\n"]
        assert app.done == ["left"]


async def test_loading_keeps_the_cursor() -> None:
    app = Desk()
    async with app.run_test():
        app.editor.load("eins\nzwei drei\n")
        app.editor.area.move_cursor((1, 6))
        app.editor.load("eins\nzwei vier fünf\n")
        assert app.editor.area.cursor_location == (1, 6)
        app.editor.load("eins\n")
        assert app.editor.area.cursor_location == (0, 4)


async def test_an_outside_change_goes_into_what_is_being_typed() -> None:
    app = Desk(debounce=60)
    async with app.run_test() as pilot:
        app.editor.load("Bürger*innen kommen.\n\nZweiter Absatz.\n", other=True)
        await pilot.press(*"Alle ")
        app.editor.load("Bürger*innen kommen gern.\n\nZweiter Absatz [/x].\n")
        await pilot.pause()
        assert "außerhalb geändert" in app.shown
        await pilot.press("x")
        assert app.editor.commit() == "Alle xBürger*innen kommen gern.\n\nZweiter Absatz [/x].\n"
        app.editor.area.move_cursor(app.editor.area.document.end)
        app.editor.load("Vorn.\n\nBürger*innen kommen gern.\n\nZweiter Absatz [/x].\n")
        await pilot.press("y")
        assert app.editor.text == "Vorn.\n\nAlle xBürger*innen kommen gern.\n\nZweiter Absatz [/x].y\n"


async def test_an_outside_change_of_the_place_where_somebody_types_stays_beside_it() -> None:
    app = Desk(debounce=60)
    async with app.run_test() as pilot:
        app.editor.load("alt", other=True)
        await pilot.press("x")
        app.editor.load("von außen")
        await pilot.pause()
        assert app.editor.commit() == "xalt von außen\n"
        assert "außerhalb geändert" in app.shown


async def test_an_echo_of_earlier_typing_is_no_outside_change() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a")
        app.editor.area.insert("b")
        assert app.editor.commit() == "ab\n"
        app.editor.load("a\n")
        await pilot.pause()
        assert app.editor.text == "ab\n"
        assert "außerhalb" not in app.shown


async def test_undo_takes_back_typing_first_and_then_the_last_change_of_the_dossier() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("x", "ctrl+z")
        assert (app.editor.text, app.done) == ("", [])
        await pilot.press("ctrl+z")
        assert app.done == ["undo"]
        await pilot.press("ctrl+y")
        assert (app.editor.text, app.done) == ("x\n", ["undo"])
        await pilot.press("ctrl+y")
        assert app.done == ["undo", "redo"]


async def test_another_text_cannot_be_undone_into_this_one() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("x")
        app.editor.load("anderer Text", other=True)
        await pilot.press("ctrl+z")
        assert app.editor.text == "anderer Text\n"


async def test_function_keys_work_from_inside() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("f8", "f6")
        assert app.done == ["gap", "gap"]


async def test_hostile_text_is_shown_as_it_is_without_its_controls() -> None:
    app = Desk()
    async with app.run_test(size=(100, 30)) as pilot:
        app.editor.load(HOSTILE, other=True)
        await pilot.pause()
        assert (
            "Mitarbeiter*innen und Bürger*innen [/x] [@click=app.quit]x[/] �[31m � „Zitat“ [[weg" in app.shown
        )
        assert "\x1b" not in app.shown
        assert app.editor.text == HOSTILE + "\n"


async def test_text_after_two_braces_opens_the_figures_with_their_values() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"{{fuehr")
        assert "Frauenanteil in Führungspositionen" in app.shown
        assert "43\u00a0% (2022: 36\u00a0%)" in app.shown
        assert "+7\u00a0Prozentpunkte" in app.shown
        await pilot.press("down", "enter")
        assert app.editor.text == "{{leadership.women.share|trend}}\n"
        assert not app.suggestions.is_open


@pytest.mark.parametrize("typed", ["vater", "Väter", "vaeter", "ABENDE"])
async def test_measures_are_found_by_title_however_an_umlaut_is_written(typed: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"siehe [[", *typed, "tab", ".")
        assert app.editor.text == "siehe [[vaeterabende]].\n"
        assert app.focused is app.editor.area


async def test_a_reference_that_was_complete_is_replaced_whole() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.editor.load("[[vaeterabende]] wirkt", other=True)
        app.editor.area.move_cursor((0, 2))
        await pilot.press(*"mentoring", "delete", "enter")
        assert app.editor.text == "[[mentoring-fuer-frauen]] wirkt\n"


async def test_the_list_leaves_normal_typing_alone() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("[", "[", "escape", "enter", "a")
        assert app.editor.text == "[[\na\n"
        await pilot.press("enter", *"{{nichts", "enter", "b")
        assert app.editor.text == "[[\na\n{{nichts\nb\n"
        await pilot.press("enter", "[", "[", "left", "left", "left")
        assert not app.suggestions.is_open


async def test_a_click_puts_in_a_suggestion_and_keeps_the_focus() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("[", "[")
        assert await pilot.click(ReferenceList, offset=(5, 2))
        assert app.editor.text == "[[vaeterabende]]\n"
        assert app.focused is app.editor.area


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_the_list_stays_on_the_screen(size: tuple[int, int]) -> None:
    app = Desk()
    async with app.run_test(size=size) as pilot:
        app.editor.load("\n".join(["x" * 200] * 9), other=True)
        app.editor.area.move_cursor(app.editor.area.document.end)
        await pilot.press("space", "[", "[")
        await pilot.pause()
        region = app.suggestions.region
        assert app.screen.region.contains_region(region)
        cursor = app.editor.area.cursor_screen_offset
        assert not region.contains(*cursor)


async def test_unknown_references_are_named_under_the_text() -> None:
    app = Desk()
    async with app.run_test(size=(100, 30)) as pilot:
        app.editor.load("{{staff.xyz}} und [[vaeterabende]] und [[gibt-es-nicht]]", other=True)
        await pilot.pause()
        hint = str(app.editor.query_one(".prose-editor--hint", Static).render())
        assert hint == "Unbekannt: {{staff.xyz}}  [[gibt-es-nicht]]"


async def test_a_paragraph_of_five_thousand_words_is_drawn_from_its_visible_part() -> None:
    app = Desk()
    async with app.run_test(size=(100, 30)) as pilot:
        app.editor.load("Mitarbeiter*innen wirken mit. " * 1700 + "Ende", other=True)
        app.editor.area.move_cursor(app.editor.area.document.end)
        await pilot.press("!")
        await pilot.pause()
        assert "Ende!" in app.shown
        assert "5101 Wörter" in app.shown


async def test_selection_and_tabs_keep_their_columns() -> None:
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.editor.load("a\tb\n\nzweite", other=True)
        await pilot.press("shift+down", "shift+down", "x")
        assert app.editor.text == "xzweite\n"
        await pilot.press("ctrl+z")
        assert "a   b" in app.shown


async def test_a_text_with_rare_line_breaks_is_not_changed_by_looking_at_it() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        text = "eins\u2028zwei\x85drei\x0cvier\n"
        app.editor.load(text, other=True)
        await pilot.press("tab")
        assert app.editor.text == text
        assert app.told == []


async def test_a_paragraph_that_the_file_breaks_is_edited_as_one_line() -> None:
    app = Desk()
    async with app.run_test(size=(100, 30)) as pilot:
        broken = (
            "Mit dem Programm fördert die Personalentwicklung alle, die\nVerantwortung übernehmen wollen.\n"
        )
        app.editor.load(broken, other=True)
        await pilot.pause()
        assert "alle, die Verantwortung" in app.shown
        assert not app.editor.is_pending
        await pilot.press("X")
        assert app.editor.text.count("\n") == 2
        app.editor.load(app.editor.text)
        assert not app.editor.is_pending


async def test_typing_the_loaded_text_again_does_not_pass_for_an_outside_one() -> None:
    app = Desk(debounce=60)
    async with app.run_test() as pilot:
        app.editor.load("alt", other=True)
        await pilot.press("x")
        app.editor.load("von außen")
        await pilot.press("ctrl+a", *"alt")
        assert app.editor.text == "alt\n"
        assert app.editor.is_pending


async def test_keys_of_an_office_go_to_the_ends_of_the_text_and_select_all() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.editor.load("eins\n\nzwei", other=True)
        await pilot.press("ctrl+end", "!", "ctrl+home", "?")
        assert app.editor.text == "?eins\n\nzwei!\n"
        await pilot.press("ctrl+a", "x")
        assert app.editor.text == "x\n"


async def test_an_open_reference_does_not_swallow_the_next_one() -> None:
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.editor.load("siehe [[vaet und [[vaeterabende]] heute", other=True)
        await pilot.pause()
        line = app.editor.area.render_line(0)
        plain_style = next(s.style for s in line if "[[vaet und" in s.text)
        marked = next(s for s in line if s.text == "[[vaeterabende]]")
        assert marked.style != plain_style


async def test_what_is_pasted_becomes_plain_lines() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.editor.area.post_message(events.Paste("Bürger*innen\r\nvon\x0bWord\x1b[31m [/x]"))
        await pilot.pause()
        assert app.editor.text == "Bürger*innen\nvon\nWord�[31m [/x]\n"


async def test_a_paste_that_no_file_could_hold_is_refused() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.editor.load("schon da", other=True)
        app.editor.area.post_message(events.Paste("wort " * 1_000_000))
        await pilot.pause()
        assert app.editor.text == "schon da\n"
        await pilot.pause()
        assert ["zu viel" in notice.message for notice in app._notifications] == [True]
