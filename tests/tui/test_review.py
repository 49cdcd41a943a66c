"""The review on the screen: comment, sign, the office edits, the sign-off is void, sign again."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.review.items import item_of
from tea_assistant.review.standing import State, standing
from tea_assistant.review.threads import ThreadState, threads
from tea_assistant.services.review import review
from tea_assistant.services.review.reviewers import Reviewer, open_review, review_of
from tea_assistant.services.review.signing import approve, as_shown
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.page import Page
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.review import ReviewScreen
from tea_assistant.tui.screens.threads import ThreadsScreen
from tea_assistant.tui.widgets.ask_reviewer import Person
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.review_item import ReviewItemPane
from tea_assistant.tui.widgets.thread_note import ThreadNote
from tests.tui.reading import dialog_text, notices, screen_text, settle

FIELD = "cycles/2025/fields/af03.yaml"
REVIEW = "cycles/2025/reviews/erika-mueller.yaml"
ITEM = "af03/af03-mentoring"
STATEMENT = ("criteria", "af03-mentoring", "statement")
ERIKA = Person("Erika Müller [/x]", "Personalrat")


async def move_to(app: TeaApp, pilot: Pilot[None], key: str) -> None:
    app.screen.query_one("#review-list", PickList).move_to(key)
    await settle(pilot)


async def say(pilot: Pilot[None], key: str, words: str) -> None:
    await pilot.press(key, *words, "ctrl+down")
    await settle(pilot)


def pane(app: TeaApp, name: str) -> str:
    """Return what a pane says, however its lines are broken."""
    texts = [text for text in app.screen.query(f"#review-{name} Static") if text.display]
    return " ".join(" ".join(str(text.render()) for text in texts).split())


def state(app: TeaApp, key: str = ITEM) -> State:
    reviewer, application = app.reviewing.reviewer, app.session.application
    item = item_of(application, key)
    assert reviewer
    assert item
    return standing(application, item, review_of(app.session, reviewer)).state


def elsewhere(root: Path, *changes: Change) -> None:
    """Let the office change an action field in another window."""
    office = Session(root)
    office.edit(FIELD, changes, "Text")
    assert not office.save().errors


async def test_an_item_is_read_beside_what_it_rests_on_and_commented(app: TeaApp, session: Session) -> None:
    app.reviewing.expected = ERIKA
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "Prüfung: Erika Müller [/x], Personalrat" in screen_text(app)
        assert "0 von 7 freigegeben" in screen_text(app)

        # Nothing but one's own review can be changed.
        before = session.text(FIELD)
        assert not app.screen.edit(FIELD, [Change(("opening",), "Anders.")], "Einstieg")
        await settle(pilot)
        assert "Während der Prüfung lässt sich am Inhalt nichts ändern." in notices(app)
        assert session.text(FIELD) == before
        app.clear_notifications()

        # A sentence is asked to be changed.
        await move_to(app, pilot, ITEM)
        assert "Seit 2017 gibt es Mentoring für Frauen [/x] für alle Mitarbeiter*innen." in pane(
            app, "statement"
        )
        assert "✓ Nachweis Pressemitteilung – Internetadresse" in pane(app, "basis")
        await pilot.press("tab", "down")
        await say(pilot, "b", "Bitte „mehr“ [/x]")
        (thread,) = threads(session.application, ITEM)
        assert thread.asks_for_change
        assert (
            thread.comment.quote == "Seit 2017 gibt es [[mentoring-fuer-frauen]] für alle Mitarbeiter*innen."
        )
        assert "! Änderung erbeten" in screen_text(app)
        assert "Mitarbeiter*innen. »1" in pane(app, "statement")

        # From the text on to the measure behind it: what is said there belongs to the measure.
        while (spot := app.screen.query_one(ReviewItemPane).current) is not None and spot.label != "Maßnahme":
            await pilot.press("down")
        await say(pilot, "a", "Gut.")
        assert threads(session.application, "evidence/mentoring-fuer-frauen")
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.query_one("#review-list", PickList).key == "evidence/mentoring-fuer-frauen"


async def test_a_sign_off_goes_void_shows_the_difference_and_is_given_again(
    app: TeaApp, session: Session
) -> None:
    app.reviewing.expected = ERIKA
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        # Signed, changed elsewhere, void: what was shown is not what is there.
        await move_to(app, pilot, ITEM)
        await pilot.press("f")
        await settle(pilot)
        assert state(app) is State.APPROVED
        assert (session.root / "cycles/2025/reviews/erika-mueller-x.yaml").exists()
        elsewhere(session.root, Change(STATEMENT, "Seit 2018 gibt es Tandems für alle Mitarbeiter*innen.\n"))
        await pilot.press("f")
        await settle(pilot)
        assert "hat sich geändert" in notices(app)
        assert state(app) is State.VOID
        text = pane(app, "difference")
        assert "Seit Ihrer Freigabe am" in text
        assert "−2017−" in text
        assert "+2018+" in text
        await pilot.press("f")
        await settle(pilot)
        assert state(app) is State.APPROVED
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert state(app) is State.VOID
        await pilot.press("home", "g")
        await settle(pilot)
        assert app.screen.query_one("#review-list", PickList).key == ITEM
        assert "Seit Ihrer Freigabe" in screen_text(app)
        assert "+Tandems+" in pane(app, "difference")
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert state(app) is State.APPROVED

        # Not signed yet, and changed under the reader's eyes.
        await move_to(app, pilot, "af03/opening")
        elsewhere(session.root, Change(("opening",), "Personalarbeit heißt für alle: mehr.\n"))
        app.saving.poll()
        await settle(pilot)
        assert "Gerade eben geändert" in pane(app, "difference")
        await pilot.press("f")
        await settle(pilot)
        assert state(app, "af03/opening") is State.UNREVIEWED
        assert "−uns:" in pane(app, "difference")
        await pilot.press("f")
        await settle(pilot)
        assert state(app, "af03/opening") is State.APPROVED
        assert not app.screen.query_one("#review-difference").display


async def test_a_whole_part_is_signed_as_it_is_listed_and_everything_can_be_changed_after_the_review(
    app: TeaApp, session: Session
) -> None:
    approve(session, open_review(session, ERIKA.name, ERIKA.role), as_shown(session.application, [ITEM]))
    app.reviewing.expected = ERIKA
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await move_to(app, pilot, "af03")
        await pilot.press("f")
        await settle(pilot)
        assert "○ Einstieg" in dialog_text(app)
        assert "Mentoring" not in dialog_text(app).replace("Personalarbeit", "")
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert state(app, "af03") is State.APPROVED
        await pilot.press("z")
        await settle(pilot)
        assert "3 Freigaben zurückgenommen." in notices(app)

        # What was written before the review cannot be taken back in it; leaving it, everything can.
        await pilot.press("e")
        await settle(pilot)
        assert not session.read_only
        assert "Prüfung: Erika" not in screen_text(app)
        assert session.edit(FIELD, [Change(("opening",), "Anders.")], "Einstieg")


async def test_the_office_sees_comments_where_it_writes_and_answers_in_a_file_of_its_own(
    app: TeaApp, session: Session
) -> None:
    erika = open_review(session, *("Erika Müller", "Personalrat"))
    review.ask_for_change(session, erika, ITEM, f"Bitte [@click=app.quit]mehr[/] \x1b[31m\u202e{'x' * 5000}")
    review.comment(session, erika, ITEM, "Welche Quelle?", quote="Seit 2017")
    review.comment(session, erika, "evidence/mentoring-fuer-frauen", "Seit wann?")
    approve(session, erika, as_shown(session.application, ["evidence/mentoring-fuer-frauen"]))
    session.save()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Personalarbeit » 2" in screen_text(app)
        await app.show_place(FIELD, STATEMENT)
        await settle(pilot)
        assert "! 2 Anmerkungen offen" in screen_text(app)
        app.screen.query_one("#detail ThreadNote", ThreadNote).press()
        await settle(pilot)
        assert isinstance(app.screen, ThreadsScreen)
        assert app.screen.current is threads(session.application, ITEM)[0]
        await pilot.press("down", "t")
        await settle(pilot)
        assert "Wer antwortet?" in dialog_text(app)
        await pilot.press(*"Büro", "enter", *"Gleichstellung", "enter")
        await settle(pilot)
        await pilot.press(*"Steht im Plan.", "ctrl+down")
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        second = threads(session.application, ITEM)[1]
        assert second.state is ThreadState.CLAIMED
        assert [said.reply.text for said in second.replies] == ["Steht im Plan.", ""]
        assert {said.review.name for said in second.replies} == {"Büro"}
        assert "→ Büro (Gleichstellung)" in screen_text(app)
        assert "1 Anmerkung" not in notices(app)
        await pilot.press("o")
        await settle(pilot)
        assert "! 1 Anmerkung offen" in screen_text(app)
        await app.show_place("evidence/mentoring-fuer-frauen.yaml")
        await settle(pilot)
        assert "» 1 Anmerkung offen" in screen_text(app)
        await app.show_place(REVIEW, ("comments", 1))
        await settle(pilot)
        assert isinstance(app.screen, ThreadsScreen)
        assert app.screen.current
        assert app.screen.current.comment.text == "Welche Quelle?"
        await app.show_place(REVIEW, ("signoffs", 0, "fingerprint"))
        await settle(pilot)
        assert app.screen.place[0] == "evidence/mentoring-fuer-frauen.yaml"


async def test_a_review_in_disorder_is_told_and_the_rest_works(app: TeaApp, session: Session) -> None:
    erika = open_review(session, ERIKA.name, ERIKA.role)
    approve(session, erika, as_shown(session.application, [ITEM]))
    session.save()
    elsewhere(session.root, Change(("criteria", "af03-mentoring"), {"applies": None}))
    folder = session.root / "cycles" / "2025" / "reviews"
    (folder / "otto.yaml").write_text("name: [1, 2\n", encoding="utf-8")
    (folder / "andere.yaml").write_text("format: 1\nname: Erika Müller [/x]\nrole: Betriebsrat\n", "utf-8")
    session.poll()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.run_action("review")
        await settle(pilot)
        assert "Erika Müller [/x], Personalrat" in dialog_text(app)
        await pilot.press("enter")
        assert "Bitte einen Namen eingeben." in dialog_text(app)
        await pilot.press(*"Otto", "enter", *"Betriebsrat", "enter")
        await settle(pilot)
        assert "otto" in dialog_text(app).casefold()
        assert app.reviewing.reviewer is None
        await pilot.press("escape")
        app.reviewing.begin(ERIKA.name, ERIKA.role)
        await app.open_page(Destination("review"))
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "nicht mehr da" in screen_text(app)
        assert "weggefallen" in screen_text(app)
        await pilot.press("z")
        await settle(pilot)
        assert "zurückgenommen" in notices(app)
        assert session.application.round.reviews["erika-mueller-x"].signoffs == ()


async def test_a_name_that_somebody_else_has_and_a_missing_role_are_refused(
    app: TeaApp, session: Session
) -> None:
    review.comment(session, reviewer(session), ITEM, "Gut.")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.run_action("review")
        await pilot.press(*"Erika Müller", "enter", *"Betriebsrat", "enter")
        await settle(pilot)
        assert "Unter diesem Namen prüft schon jemand" in dialog_text(app)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, Page)


def reviewer(session: Session) -> Reviewer:
    return open_review(session, "Erika Müller", "Personalrat")


async def test_a_click_points_at_a_sentence_and_marked_words_are_what_is_meant(
    app: TeaApp, session: Session
) -> None:
    text = "Erstens gibt es Plätze. Zweitens „mehr“ für alle.\n\n- Eins [/x]\n- Zwei\n"
    session.edit(FIELD, [Change(STATEMENT, text)], "Text")
    app.reviewing.expected = ERIKA
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await move_to(app, pilot, ITEM)
        blocks = [b for b in app.screen.query("#review-statement SpotBlock") if "Erstens" in str(b.render())]
        await pilot.click(blocks[0], offset=(30, 0))
        await settle(pilot)
        await say(pilot, "a", "Wie viele?")
        assert threads(session.application, ITEM)[0].comment.quote == "Zweitens „mehr“ für alle."

        await pilot.mouse_down(blocks[0], offset=(0, 0))
        await pilot.hover(blocks[0], offset=(15, 0))
        await pilot.mouse_up(blocks[0], offset=(15, 0))
        await settle(pilot)
        marked = app.screen.get_selected_text() or ""
        assert "Erstens gibt es".startswith(marked.strip())
        assert marked
        await say(pilot, "a", "Seit wann?")
        assert threads(session.application, ITEM)[1].comment.quote == marked.strip()


@pytest.mark.parametrize("reading", ["", "Die Mappe ist in einem anderen Fenster geöffnet"])
def test_only_the_review_can_be_changed_and_taken_back_meanwhile(session: Session, reading: str) -> None:
    session.edit(FIELD, [Change(("opening",), "Neu.")], "Einstieg")
    session.save()
    erika = reviewer(session)
    if reading:
        session.read_because(reading)
    session.review_in(erika.file)
    with pytest.raises(Exception, match="Während der Prüfung"):
        session.undo()
    review.comment(session, erika, ITEM, "Gut.")
    assert session.save().saved == (erika.file,)
    assert session.undo() is not None
    with pytest.raises(Exception, match="Während der Prüfung"):
        session.delete(FIELD, "Löschen")
    session.review_in("")
    assert session.read_only == bool(reading)
