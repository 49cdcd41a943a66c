"""What was recorded in other rounds: to be read, not to be changed."""

from collections.abc import Iterator, Mapping

from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.forms.plan import FieldPlan, fields_of
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.form_heading import FormHeading
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.record_columns import shown


class RoundHistory(Static):
    """The values of other rounds, newest first, a round a line."""

    DEFAULT_CSS = """
    RoundHistory { height: auto; margin-bottom: 1; padding-left: 2; color: $text-muted; }
    """

    def __init__(self, plan: FieldPlan, subject: FormSubject, cycle: str) -> None:
        super().__init__(markup=False)
        self.plan = plan
        self.subject = subject
        self._cycle = cycle
        self.heading = FormHeading(_title(cycle), markup=False)
        """Stands above the fields of the round at hand."""

    def turn_to(self, cycle: str) -> None:
        """Take another round for the one at hand."""
        self._cycle = cycle
        self.heading.update(_title(cycle))

    def load(self) -> None:
        """Show what the file says."""
        value = self.subject.value(self.plan.path)
        rounds = value if isinstance(value, Mapping) else {}
        others = sorted((str(cycle) for cycle in rounds if str(cycle) != self._cycle), reverse=True)
        lines = [plain(f"{cycle}: {' · '.join(self._texts(rounds.get(cycle)))}") for cycle in others]
        self.display = bool(lines)
        if lines:
            self.update(Content("\n").join([plain("Andere Runden", "bold"), *lines]))

    def _texts(self, record: object) -> Iterator[str]:
        if isinstance(record, Mapping):
            for plan in fields_of(self.plan.node["additionalProperties"], ()):
                if text := shown(plan, self.subject.application, record.get(plan.path[0])):
                    yield text


def _title(cycle: str) -> Content:
    return plain(f"Stand in der Runde {cycle}")
