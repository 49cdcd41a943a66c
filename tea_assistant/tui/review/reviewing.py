"""Who reviews in this window, and who answers: asks, and lets nothing else be changed meanwhile."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tea_assistant.errors import EditError, TeaError, UsageError
from tea_assistant.services.session import Session

if TYPE_CHECKING:
    from tea_assistant.services.review.reviewers import Reviewer
    from tea_assistant.tui.safe_app import SafeApp
    from tea_assistant.tui.widgets.ask_reviewer import Person

_OFFICE = "Gleichstellungsbüro"


class Reviewing:
    """Holds who speaks in this window: a reviewer during a review, the office otherwise."""

    def __init__(self, app: "SafeApp") -> None:
        self._app = app
        self.reviewer: Reviewer | None = None
        """Who reviews; None while the application is being written."""
        self._office: Reviewer | None = None
        self.expected: Person | None = None
        """Who reviews as soon as the dossier is open."""
        self._before_window = False
        """Whether the review began before this window claimed the dossier."""

    def begin_expected(self) -> None:
        """Let the one review for whom the dossier was opened."""
        if self.expected:
            self._before_window = True
            self.begin(self.expected.name, self.expected.role)
            self.expected = None

    @property
    def banner(self) -> str:
        """What every screen says on top during a review."""
        return f"Prüfung: {self.reviewer.name}, {self.reviewer.role}" if self.reviewer else ""

    def ask(self, then: Callable[[], None]) -> None:
        """Ask who reviews, and begin."""
        from tea_assistant.tui.widgets.ask_reviewer import AskReviewer  # noqa: PLC0415 (seldom wanted)

        def take(person: "Person | None") -> None:
            if person and not self._problem(lambda: self.begin(person.name, person.role)):
                then()

        dialog = AskReviewer(
            "Prüfen",
            "Wer prüft? Der Inhalt bleibt währenddessen, wie er ist.",
            "Prüfung beginnen",
            tuple(_known(self._app.session)),
            self._refusal,
        )
        self._app.push_screen(dialog, take)

    def begin(self, name: str, role: str) -> None:
        """Let one person review from now on; raises `TeaError` where that is not possible."""
        session = self._app.session
        self._app.commit()
        self._app.saving.save()
        if session.dirty and not session.read_only:
            raise EditError(
                "Es ist noch nicht alles gespeichert.", hint="Strg+S speichert, F9 löst einen Konflikt."
            )
        self.reviewer = self._opened(name, role)
        session.seal()
        session.review_in(self.reviewer.file)

    def end(self) -> bool:
        """Go back to writing; return whether the dossier is still to be claimed for that."""
        self._app.saving.save()
        self.reviewer = None
        unclaimed, self._before_window = self._before_window, False
        self._app.session.review_in("")
        return unclaimed

    def speaker(self, then: "Callable[[Reviewer], None]", *, again: bool = False) -> None:
        """Tell who answers a comment; the office is asked once for its name."""
        office = None if again else self._office
        # Another round has other files.
        if office and f"/{self._app.session.cycle}/" not in office.file:
            office = None
        if known := self.reviewer or office:
            then(known)
            return
        from tea_assistant.tui.widgets.ask_reviewer import AskReviewer  # noqa: PLC0415 (seldom wanted)

        def take(person: "Person | None") -> None:
            if person is None:
                return
            if not self._problem(lambda: self._remember(person)) and self._office:
                then(self._office)

        known_people = [*_authors(self._app.session), *_known(self._app.session)]
        dialog = AskReviewer(
            "Wer antwortet?",
            "In wessen Namen? Das wird nur einmal gefragt.",
            "Weiter",
            tuple(dict.fromkeys(known_people)),
            self._refusal,
        )
        self._app.push_screen(dialog, take)

    def _remember(self, person: "Person") -> None:
        self._office = self._opened(person.name, person.role)

    def _opened(self, name: str, role: str) -> "Reviewer":
        from tea_assistant.services.review.reviewers import open_review  # noqa: PLC0415 (seldom wanted)

        found = open_review(self._app.session, name, role)
        if not found.role:
            raise UsageError(
                "Bitte auch sagen, in welcher Rolle Sie prüfen.", hint="Zum Beispiel: Personalrat"
            )
        return found

    def _problem(self, attempt: Callable[[], None]) -> str:
        try:
            attempt()
        except TeaError as error:
            told = f"{error.message}\n{error.hint}" if error.hint else error.message
            self._app.tell(told, severity="error")
            return told
        return ""

    def _refusal(self, person: "Person") -> str:
        try:
            self._opened(person.name, person.role)
        except TeaError as error:
            return f"{error.message}\n{error.hint}" if error.hint else error.message
        return ""


def _known(session: Session) -> "Iterator[Person]":
    """Yield those who have reviewed already, and the roles of which nobody has."""
    from tea_assistant.services.review.reviewers import reviews  # noqa: PLC0415 (seldom wanted)
    from tea_assistant.tui.widgets.ask_reviewer import Person  # noqa: PLC0415 (seldom wanted)

    people = [Person(" ".join(r.name.split()), " ".join(r.role.split())) for r in reviews(session)]
    yield from (person for person in people if person.name)
    had = {person.role.casefold() for person in people}
    roles = dict.fromkeys(required.role.strip() for required in session.application.cycle.sign_off)
    yield from (Person("", role) for role in roles if role and role.casefold() not in had)


def _authors(session: Session) -> "Iterator[Person]":
    from tea_assistant.tui.widgets.ask_reviewer import Person  # noqa: PLC0415 (seldom wanted)

    application = session.application
    # Where nobody is named as author, whoever is to be asked about the application answers for it.
    names = application.cycle.authors or (application.organisation.contact.name,)
    yield from (Person(" ".join(name.split()), _OFFICE) for name in names if name.strip())
