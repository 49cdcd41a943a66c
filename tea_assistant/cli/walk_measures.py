"""Measures in `tea walk`: made, edited, linked, deleted."""

from tea_assistant.cli.walk_form import Form
from tea_assistant.cli.walk_keeper import Keeper
from tea_assistant.cli.walk_talk import EVERYWHERE, chosen, hear, is_yes, list_choices, say, word_of
from tea_assistant.model.layout import Kind
from tea_assistant.services import edits
from tea_assistant.services.forms.choices import Choice, referable
from tea_assistant.store import schema


class Measures:
    """Asks which measure is meant, and what is to be done with it."""

    def __init__(self, keeper: Keeper, form: Form) -> None:
        self._keeper = keeper
        self._form = form

    def choose(self) -> None:
        """Ask for a measure, or for the title of a new one, until Enter leads back."""
        while True:
            known = referable(self._keeper.session.application, "evidence")
            say("", f"{len(known)} Maßnahmen:" if known else "Es gibt noch keine Maßnahme.")
            list_choices(known)
            line = hear("Nummer oder Wort, „neu Titel“ legt eine an, Enter zurück:").strip()
            first, _, title = line.partition(" ")
            match word_of(line):
                case word if word in EVERYWHERE:
                    if self._keeper.obeyed(word):
                        return
                case None if not line:
                    return
                case None if first.casefold() == "neu" and title.strip():
                    self._make(title.strip())
                case _:
                    if choice := chosen(line, known):
                        self._open(choice)

    def _make(self, title: str) -> None:
        made: list[str] = []
        if self._keeper.do(lambda: made.append(edits.new_evidence(self._keeper.session, title))):
            say(f"Maßnahme „{title}“ angelegt.")
            self._edit(made[0])

    def _open(self, measure: Choice) -> None:
        say(measure.title, "  1  bearbeiten", "  2  mit einer Aktivität verknüpfen", "  3  löschen")
        match hear("Nummer (Enter: zurück):").strip():
            case "1":
                self._edit(measure.value)
            case "2":
                self._link(measure)
            case "3":
                self._delete(measure)

    def _edit(self, evidence: str) -> None:
        file = self._keeper.session.dossier.evidence[evidence].where.file
        self._form.fields(file, schema.schema(Kind.EVIDENCE), ())

    def _link(self, measure: Choice) -> None:
        session = self._keeper.session
        criteria = referable(session.application, "criterion")
        list_choices(criteria)
        line = hear("Aktivität, Nummer oder Wort (Enter: keine):").strip()
        choice = chosen(line, criteria) if line and not word_of(line) else None
        if choice is None:
            return
        field = next(f for f in session.application.action_fields if f.criterion(choice.value))
        if self._keeper.do(lambda: edits.link(session, field.id, choice.value, measure.value)):
            say(f"Verknüpft mit „{choice.title}“ ({field.label}).")

    def _delete(self, measure: Choice) -> None:
        session = self._keeper.session
        file = session.dossier.evidence[measure.value].where.file
        if is_yes(f"„{measure.title}“ löschen? Sie bleibt 30 Tage im Papierkorb."):
            self._keeper.do(lambda: session.delete(file, f"Maßnahme „{measure.title}“ löschen"))
