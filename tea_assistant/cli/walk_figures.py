"""Figures in `tea walk`: the dates, what is said of them, and the rows, count by count."""

from tea_assistant.cli.walk_form import Form
from tea_assistant.cli.walk_keeper import Keeper
from tea_assistant.cli.walk_talk import EVERYWHERE, Way, chosen, hear, list_choices, say, word_of
from tea_assistant.model.layout import Kind
from tea_assistant.services.figures import dates as figure_dates
from tea_assistant.services.forms.choices import referable
from tea_assistant.store import schema


class Figures:
    """Goes through the figures of one date, or begins a new one."""

    def __init__(self, keeper: Keeper, form: Form) -> None:
        self._keeper = keeper
        self._form = form

    def choose(self) -> None:
        """Ask for a date and go through its figures."""
        while True:
            dates = referable(self._keeper.session.application, "figures")
            say("", "Stichtage:" if dates else "Es gibt noch keine Kennzahlen.")
            list_choices(dates)
            line = hear("Nummer, „neu“ für einen neuen Stichtag, Enter zurück:").strip()
            match word_of(line):
                case word if word in EVERYWHERE:
                    if self._keeper.obeyed(word):
                        return
                case None if not line:
                    return
                case None if line.casefold() == "neu":
                    self.begin()
                case _:
                    if choice := chosen(line, dates):
                        self._go_through(choice.value)

    def begin(self) -> Way:
        """Ask for a new date, let the round rest on it where it has none, and go through its figures."""
        session = self._keeper.session
        while True:
            line = hear("Stichtag der Kennzahlen, zum Beispiel 31.12.2025 (Enter: keiner):").strip()
            if not line:
                return Way.ON
            word = word_of(line)
            if word in EVERYWHERE:
                if way := self._keeper.obeyed(word):
                    return way
                continue
            problem = figure_dates.problem_with(session, line)
            if not problem:
                return self._begun(line)
            say(problem)

    def _begun(self, typed: str) -> Way:
        session = self._keeper.session
        days: list[str] = []

        def begin() -> None:
            with session.together():
                days.append(figure_dates.begin(session, typed))
                if session.application.figures is None:
                    figure_dates.rest_on(session, days[0])

        if self._keeper.do(begin):
            self._go_through(days[0])
        return Way.ON

    def _go_through(self, day: str) -> None:
        file = self._keeper.session.dossier.figures[day].where.file
        self._form.fields(file, schema.schema(Kind.FIGURES), (), ("as_of",))
