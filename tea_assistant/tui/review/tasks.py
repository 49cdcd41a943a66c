"""What is said in a review and asks for words first: comment, answer, settle; and signing."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from tea_assistant.errors import TeaError
from tea_assistant.model.review import CommentKind
from tea_assistant.review.standing import Standing, State
from tea_assistant.review.threads import Thread, item_title
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.review import review
from tea_assistant.services.review.reviewers import Reviewer
from tea_assistant.services.review.signing import approve, as_shown, withdraw
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import clean
from tea_assistant.tui.review.words import thread_sign
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.confirm_list import ConfirmList
from tea_assistant.tui.widgets.edit_text import EditText

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_LONGEST = 200
"""Characters of a sentence that a question repeats."""


class ReviewTasks:
    """Asks the user in a dialog over the page, and then writes into that person's own file."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def comment(self, reviewer: Reviewer, item: str, quote: str, kind: CommentKind) -> None:
        """Ask for the words of a comment on an item, or on a sentence of it."""
        about = item_title(self._page.session.application, item)
        about += f"\n„{quote[:_LONGEST]}{'…' if len(quote) > _LONGEST else ''}“" if quote else ""
        asks = kind is CommentKind.CHANGE
        title, button = ("Bitte ändern", "Um Änderung bitten") if asks else ("Anmerkung", "Anmerken")

        def say(text: str) -> None:
            review.comment(self._page.session, reviewer, item, text, kind=kind, quote=quote)

        self._words(title, about, button, say)

    def answer(self, thread: Thread) -> None:
        """Ask for the answer to a comment."""
        self._speaker(
            lambda who: self._words(
                "Antworten",
                thread.comment.text,
                "Antworten",
                lambda text: review.reply(self._page.session, who, thread.ref, text),
            )
        )

    def settle(self, thread: Thread) -> None:
        """Say that a comment is settled, or open it again where it was."""

        def turn(who: Reviewer) -> None:
            session = self._page.session
            if thread.is_open:
                self.attempt(lambda: review.resolve(session, who, thread.ref))
            elif not self.attempt(lambda: review.reopen(session, who, thread.ref)):
                return
            session.seal()

        self._speaker(turn)

    def choose(self, threads: Sequence[Thread], take: Callable[[Thread], None]) -> None:
        """Let the user choose one of several comments; a single one is meant anyway."""
        if len(threads) == 1:
            take(threads[0])
            return
        known = {thread.ref: thread for thread in threads}
        choices = [
            Choice(t.ref, f"{thread_sign(t)[0]} {clean(t.comment.text)[:_LONGEST]}", t.review.name)
            for t in threads
        ]
        self._page.ask(Chooser("Welche Anmerkung?", choices), lambda c: take(known[c.value]) if c else None)

    def sign(self, reviewer: Reviewer, shown: Mapping[str, str]) -> bool:
        """Sign items as they were shown; return whether they are signed now."""
        cast("TeaApp", self._page.app).saving.poll()
        new: list[str] = []
        done = self.attempt(lambda: new.extend(approve(self._page.session, reviewer, shown)))
        if done and new:
            title = item_title(self._page.session.application, new[0])
            told = f"Freigegeben: {title}" if len(new) == 1 else f"{len(new)} Stellen freigegeben."
            self._tell(told)
        elif done:
            self._tell("Das ist schon freigegeben.")
        return done

    def sign_part(self, reviewer: Reviewer, part: Standing, inside: Sequence[Standing]) -> None:
        """List what a part holds that is not signed as it is now, and sign it once that is wanted."""
        left = [each for each in inside if each.state is not State.APPROVED]
        if not left:
            nothing = "Hier gibt es nichts freizugeben." if not inside else "Das ist schon alles freigegeben."
            self._tell(nothing)
            return
        shown = as_shown(self._page.session.application, [each.item.key for each in left])
        things = [f"{_sign(each)} {each.item.title}{_note(each)}" for each in left]
        count = "diese Stelle" if len(left) == 1 else f"diese {len(left)} Stellen"
        question = f"{part.item.part_title}: {count} freigeben, so wie sie jetzt dastehen?"

        def take(sure: bool | None) -> None:
            if sure:
                self.sign(reviewer, shown)

        self._page.ask(ConfirmList("Ganzen Teil freigeben", question, things, "Freigeben"), take)

    def take_back(self, reviewer: Reviewer, key: str) -> None:
        """Take the sign-off on an item, or on all of a part, back."""
        gone: list[str] = []
        if self.attempt(lambda: gone.extend(withdraw(self._page.session, reviewer, [key]))):
            count = f"{len(gone)} Freigaben" if len(gone) != 1 else "Freigabe"
            self._tell(f"{count} zurückgenommen." if gone else "Hier ist nichts freigegeben.")

    def attempt(self, change: Callable[[], object]) -> bool:
        """Make a change; return whether it could be made."""
        try:
            change()
        except TeaError as error:
            self._page.tell(error)
            return False
        self._page.session.seal()
        return True

    def _words(self, title: str, about: str, button: str, say: Callable[[str], None]) -> None:
        def take(text: str | None) -> None:
            if text is not None:
                self.attempt(lambda: say(text))

        self._page.ask(EditText(title, clean(about, lines=True), button), take)

    def _speaker(self, then: Callable[[Reviewer], None]) -> None:
        cast("TeaApp", self._page.app).reviewing.speaker(then)

    def _tell(self, message: str) -> None:
        self._page.notify(clean(message, lines=True), markup=False)


def _sign(standing: Standing) -> str:
    return "◐" if standing.state is State.VOID else "○"


def _note(standing: Standing) -> str:
    notes = ["seit Ihrer Freigabe geändert"] if standing.state is State.VOID else []
    if waiting := len(standing.open_threads):
        notes.append("1 Anmerkung offen" if waiting == 1 else f"{waiting} Anmerkungen offen")
    return f"  ({', '.join(notes)})" if notes else ""
