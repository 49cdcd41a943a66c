"""The length of the document beside the typing: counted in a thread, shown against its limits."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from textual.pilot import Pilot

from tea_assistant.errors import NoLayout
from tea_assistant.model.page_count import PageCount
from tea_assistant.services.build import build
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.services.view import View
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.page_counter import Counting
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tests.tui.reading import notices, screen_text, settle
from tests.tui.told_pages import LONG, SHORT, ToldPages

FIELD = "cycles/2025/fields/af03.yaml"
ROUND = "cycles/2025/cycle.yaml"
TEXT = "Mitarbeiter*innen und Bürger*innen [/x] lesen das „gern“. " * 120


def with_pages(session: Session, pages: Counting) -> TeaApp:
    return TeaApp(session, autosave_delay=0, poll_interval=0, pages=pages)


def line_of(app: TeaApp, words: str) -> str:
    return next(line for line in screen_text(app).splitlines() if words in line)


def part_pages(session: Session) -> str:
    return f"{Pages().count(session).part('af03')} von 4 S.".replace(".", ",", 1)


async def go(pilot: Pilot[None], file: str, *path: str) -> None:
    assert isinstance(pilot.app, TeaApp)
    await pilot.app.show_place(file, path)
    await settle(pilot)


async def test_the_number_on_screen_is_that_of_the_pdf(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ProseEditor, "PAUSE", 0)
    app = with_pages(session, Pages())

    def pages_of_pdf() -> int:
        pdf = build(session, tmp_path / "pdf", final=True, formats=("pdf",))[0]
        return len(PdfReader(pdf).pages)

    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = pages_of_pdf()
        assert f"{before} von 25 S." in screen_text(app)
        await go(pilot, FIELD, "closing")
        short = part_pages(session)
        assert f" {short} " in line_of(app, "Worum es geht")
        app.screen.query_one("#statement", ProseEditor).area.insert(TEXT)
        await settle(pilot)
        assert TEXT.rstrip() in session.application.answer("af03").closing
        assert part_pages(session) != short
        assert f" {part_pages(session)} " in line_of(app, "Worum es geht")
        await pilot.press("f2")
        await settle(pilot)
        after = pages_of_pdf()
        assert after > before
        assert f"{after} von 25 S." in screen_text(app)


async def test_parts_stand_beside_their_shares(session: Session) -> None:
    app = with_pages(session, ToldPages(SHORT))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "4 von 25 Seiten" in line_of(app, "ausgefüllt")
        assert "1,0 von 4 S." in line_of(app, "Personalarbeit")
        assert "0,0 von 3 S." in line_of(app, "Kultur und Bekenntnis")
        assert "Am längsten" not in screen_text(app)
        await go(pilot, ROUND)
        assert "Umfang im Dokument: 0,7 von 2 S." in screen_text(app)
        await app.action_open("document")
        await settle(pilot)
        assert "Insgesamt: 4 von 25 Seiten" in screen_text(app)
        assert "1,0 S." in line_of(app, "Personalarbeit")


async def test_what_is_too_long_is_told_in_words_and_leads_to_the_longest_passages(session: Session) -> None:
    app = with_pages(session, ToldPages(LONG))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "▲ 27 von 25 Seiten" in line_of(app, "ausgefüllt")
        assert "▲ 5,3 von 4 S." in line_of(app, "Personalarbeit")
        assert "▲ 2 Seiten zu viel (27 von 25). Am längsten:" in screen_text(app)
        assert "▲ 2,3 von 2 S." in line_of(app, "Grundverständnis")
        assert "3,3 S." in line_of(app, " Mentoring ")
        assert {"TEA421", "TEA422", "TEA423"} <= {finding.code for finding in session.report.findings}
        app.screen.query_one("#longest", PickList).focus()
        await pilot.press("home", "enter")
        await settle(pilot)
        assert app.page
        assert app.page.place == (FIELD, ("criteria", "af03-mentoring", "statement"))
        assert "▲ 1,3 S. über dem Richtwert" in line_of(app, "Worum es geht")
        session.edit(ROUND, [Change(("page_budget",), 30)], "Umfang")
        await settle(pilot)
        assert "TEA421" not in {finding.code for finding in session.report.findings}


async def test_nothing_is_counted_twice(session: Session) -> None:
    pages = ToldPages(SHORT)
    app = with_pages(session, pages)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("f4", "f5", "f2"):
            await pilot.press(key)
        await settle(pilot)
        assert len(pages.asked) == 1
        with session.together():
            session.edit(FIELD, [Change(("closing",), "Eins.\n")], "Abschluss")
            session.edit(FIELD, [Change(("opening",), "Zwei.\n")], "Einstieg")
        await settle(pilot)
        assert [view.application.answer("af03").closing for view in pages.asked[1:]] == ["Eins.\n"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoLayout("Die Seiten lassen sich hier nicht zählen.", hint="x"), "lassen sich hier nicht zählen"),
        (ValueError("[/x]"), "ließen sich nicht zählen: ValueError"),
    ],
)
async def test_what_cannot_be_counted_is_said_once_and_quietly(
    session: Session, error: Exception, words: str
) -> None:
    app = with_pages(session, ToldPages(error))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert words in screen_text(app)
        assert " S." not in line_of(app, "Personalarbeit")
        session.edit(FIELD, [Change(("closing",), "Schluss.\n")], "Abschluss")
        await go(pilot, FIELD)
        assert " S." not in line_of(app, "Worum es geht")
        assert "Seiten" not in notices(app)


class InterruptedPages(ToldPages):
    """Is still counting the first time when something else happens on the screen."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        super().__init__(LONG)
        self.loop = asyncio.get_running_loop()
        self.meanwhile = meanwhile
        self.happened = Event()

    def count(self, view: View, /) -> PageCount:
        count = super().count(view)
        if len(self.asked) == 1:
            self.answer = SHORT
            self.loop.call_soon_threadsafe(self.meanwhile)
            self.loop.call_soon_threadsafe(self.happened.set)
            assert self.happened.wait(10)
        return count


async def test_typing_goes_on_while_pages_are_counted_and_the_newest_state_wins(session: Session) -> None:
    told: list[PageCount | None] = []

    def type_on() -> None:
        for text in ("Eins.\n", "Zwei.\n"):
            session.edit(FIELD, [Change(("closing",), text)], "Abschluss")

    pages = InterruptedPages(type_on)
    session.listeners.append(lambda: told.append(session.application.pages))
    app = with_pages(session, pages)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [view.application.answer("af03").closing for view in pages.asked] == ["", "Zwei.\n"]
        assert session.application.pages == SHORT
        assert LONG not in told


async def test_one_can_leave_while_pages_are_counted(session: Session) -> None:
    pages = InterruptedPages(lambda: app.exit(return_code=0))
    app = with_pages(session, pages)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    assert len(pages.asked) == 1
    assert session.application.pages is None
    assert not list(app.workers)
