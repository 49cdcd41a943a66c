"""The guided tour: shows one step after another, and sees for itself when one is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tea_assistant.services import tour
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.opening import open_dossier
from tea_assistant.services.session import Session
from tea_assistant.services.tour import Standing
from tea_assistant.tui.beginning import Then, Way
from tea_assistant.tui.tour_steps import STEPS, Now, Step
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.tour_panel import TourPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from tea_assistant.tui.app import TeaApp

_LAST = len(STEPS) - 1
_QUESTION = (
    "Der Rundgang dauert zehn Minuten und führt durch eine Kopie der erfundenen Stadt Musterstadt. "
    "Ihre Mappe wird vorher gespeichert und geschlossen. Danach öffnet sie sich wieder."
)
_SKIP = Choice("next", "Schritt überspringen")
_PREVIOUS = Choice("previous", "Einen Schritt zurück")
_BRING = Choice("bring", "Zur richtigen Stelle springen", "wenn Sie sich verlaufen haben")
_AGAIN = Choice("again", "Von vorn beginnen", "mit einer neuen Kopie")
_PAUSE = Choice("pause", "Unterbrechen", "Beim nächsten Rundgang geht es hier weiter.")
_OWN = Choice("own", "Eine eigene Mappe anlegen oder öffnen")
_BACK = Choice("back", "Zurück zur eigenen Mappe")
_STAY = Choice("stay", "In Musterstadt bleiben und weiter ausprobieren")
_QUIT = Choice("quit", "Das Programm beenden")


class Touring:
    """Holds where one is in the tour, and keeps the panel of the page in front up to date."""

    def __init__(self, app: "TeaApp", standing: Standing, back: Path | None = None) -> None:
        self._app = app
        self._standing = standing
        self._back = back
        """The dossier from which somebody came."""

    @property
    def step(self) -> Step:
        """The step at hand."""
        return STEPS[min(self._standing.at, _LAST)]

    @property
    def is_done(self) -> bool:
        """Whether the step at hand is done."""
        return self.step.id in self._standing.done

    def show(self) -> None:
        """See whether the step is done, and show it on the page in front."""
        page, step = self._app.page, self.step
        if page is None or not page.is_running:
            return
        now = Now(self._app.session, page.destination, lambda: self._app.checking.report)
        if not self.is_done and step.is_done(now):
            self._stand(replace(self._standing, done=(*self._standing.done, step.id)))
        panel = next(iter(page.query(TourPanel)), None)
        if panel is None:
            panel = TourPanel()
            page.add_class("-on-tour")
            page.mount(panel)
        done = self.is_done
        onward = "wie weiter?" if step is STEPS[-1] else "weiter" if done else "überspringen"
        sign = "✓ " if done else ""
        panel.show(
            f"{sign}{self._standing.at + 1}/{len(STEPS)} · {step.title}",
            f"Geschafft! {step.praise} Weiter mit Alt+W." if done else step.text,
            onward,
            done=done,
        )

    def next(self) -> None:
        """Go to the next step; after the last one, ask what is to come."""
        if self.step is STEPS[-1]:
            self._choose("Wie geht es weiter?", [_BACK if self._back else _OWN, _STAY, _AGAIN, _QUIT])
        else:
            self._move(1)

    def menu(self) -> None:
        """Offer what one can do beside the step itself."""
        choices = [_SKIP] if self.step is not STEPS[-1] else []
        choices += [_PREVIOUS] if self._standing.at else []
        choices += [_BRING] if self.step.place or self.step.screen else []
        self._choose("Rundgang", [*choices, _AGAIN, _PAUSE])

    def _move(self, by: int) -> None:
        self._stand(replace(self._standing, at=max(0, min(self._standing.at + by, _LAST))))
        self.show()

    def _stand(self, standing: Standing) -> None:
        self._standing = standing
        tour.keep(standing)

    def _choose(self, title: str, choices: list[Choice]) -> None:
        page = self._app.page
        if page:
            page.ask(Chooser(title, choices), self._chosen)

    def _chosen(self, choice: Choice | None) -> None:
        # The dialog has to be gone before a screen can go.
        self._app.call_later(self._do, choice.value if choice else "")

    async def _do(self, chosen: str) -> None:
        app, step = self._app, self.step
        match chosen:
            case "next":
                self._move(1)
            case "previous":
                self._move(-1)
            case "bring" if step.place:
                await app.show_place(*step.place)
            case "bring":
                await app.action_open(step.screen)
            case "again":
                tour.keep(replace(self._standing, at=len(STEPS)))
                await app.leave_for(Then(Way.TOUR, self._back))
            case "pause" | "back" | "own":
                await app.leave_for(Then(Way.OPEN, self._back) if self._back else Then())
            case "stay":
                self._end()
            case "quit":
                await app.action_quit()

    def _end(self) -> None:
        self._app.touring = None
        tour.keep(replace(self._standing, at=len(STEPS)))
        for screen in self._app.screen_stack:
            screen.remove_class("-on-tour")
            screen.query(TourPanel).remove()
        self._app.refresh_bindings()


def ask(app: "TeaApp") -> None:
    """Begin the tour from an open dossier, after asking; on the tour, offer its menu."""
    if app.touring:
        app.touring.menu()
        return
    page = app.page

    def begin(wanted: bool | None) -> None:
        if wanted:
            app.call_later(app.leave_for, Then(Way.TOUR, app.session.root))

    if page:
        page.ask(AskFirst("Rundgang", _QUESTION, "Rundgang beginnen"), begin)


def open_tour(
    app: "TeaApp", told: "Callable[[int, int], None] | None" = None, back: Path | None = None
) -> Session:
    """Open the copy where the tour was left, or a new one; raises `TeaError` where that is not possible."""
    standing = tour.standing()
    if standing is None or standing.at >= len(STEPS):
        standing = tour.begin()
    session = open_dossier(standing.root, tour.CYCLE, told)
    app.touring = Touring(app, standing, back)
    return session
