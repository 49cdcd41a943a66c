"""Asks for the values of a file, one at a time: one way for all kinds of fields, as the schema plans them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct

from tea_assistant.cli import terminal
from tea_assistant.cli.walk_editor import in_editor
from tea_assistant.cli.walk_keeper import Keeper, tell
from tea_assistant.cli.walk_records import Records
from tea_assistant.cli.walk_references import References
from tea_assistant.cli.walk_talk import (
    EVERYWHERE,
    Ended,
    Way,
    Word,
    chosen,
    hear,
    list_choices,
    plain_of,
    say,
    word_of,
)
from tea_assistant.errors import TeaError
from tea_assistant.model.source import Path, dotted
from tea_assistant.services.carried_texts import confirmation, marked
from tea_assistant.services.forms.choices import NO, YES, Choice, listed, referable, title_of
from tea_assistant.services.forms.entry import entered, shown
from tea_assistant.services.forms.plan import Control, FieldPlan, fields_of
from tea_assistant.services.walk import Asked, asked_at

_CHOSEN = (Control.CHOICE, Control.SWITCH, Control.REFERENCE)
_LONG = (Control.TEXT, Control.PROSE, Control.LINES)
_END_OF_TEXT = "."


class Place(Struct, frozen=True):
    """A field of a file that is asked for."""

    file: str
    plan: FieldPlan


class Form:
    """Asks for fields; what is answered is saved at once."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper
        self._explained: tuple[str, Path] = ("", ())
        """The activity or text whose guidance was read out last."""
        self._special: Mapping[Control, Callable[[Place], Way]] = {
            Control.GROUP: lambda place: self.fields(place.file, place.plan.node, place.plan.path),
            Control.BY_ROUND: self._by_round,
            Control.RECORDS: lambda place: Records(self.keeper, self.fields).ask(place.file, place.plan),
            Control.REFERENCES: lambda place: References(self.keeper).ask(place.file, place.plan),
        }

    def fields(
        self,
        file: str,
        node: Mapping[str, Any],
        path: Path,
        leave_out: Collection[str] = (),
        only: Control | None = None,
    ) -> Way:
        """Ask for the fields of an object in their order; „zurück“ in the first one leaves it."""
        plans = [plan for plan in fields_of(node, path, leave_out) if only in (None, plan.control)]
        at = 0
        while at < len(plans):
            plan = plans[at]
            say("", f"{plan.title}, Angabe {at + 1} von {len(plans)}")
            way = self.ask(Place(file, plan))
            if way is Way.OUT:
                return Way.ON
            if way is Way.BACK and at == 0:
                return Way.BACK
            at += -1 if way is Way.BACK else 1
        return Way.ON

    def ask(self, place: Place) -> Way:
        """Ask for one field; an answer that cannot be stored is asked for again."""
        self.keeper.look()
        asked = asked_at(self.keeper.session, place.file, place.plan.path)
        about = (place.file, place.plan.path[:2])
        say(*_told(place.plan, asked, again=about == self._explained))
        self._explained = about
        if special := self._special.get(place.plan.control):
            return special(place)
        while True:
            self._say_value(place)
            line = hear(self._prompt(place))
            match word_of(line):
                case None if not line.strip():
                    return Way.ON
                case None:
                    if self._store(place, plain_of(line)):
                        return Way.ON
                case word:
                    if way := self.keeper.obeyed(word) if word in EVERYWHERE else self._of_value(place, word):
                        return way

    # What is said

    def _say_value(self, place: Place) -> None:
        plan, value = place.plan, self._value(place)
        text = shown(plan, value)
        if not text:
            default = plan.node.get("default")
            preset = "nichts" if default is None else f"{self._titled(place, default)} (voreingestellt)"
            terminal.show(f"Jetzt: {preset}")
        elif plan.control in _CHOSEN:
            terminal.show(f"Jetzt: {self._titled(place, value)}")
        else:
            terminal.show(f"Jetzt: {text}" if "\n" not in text else f"Jetzt:\n{text}")
        if self._is_carried(place):
            say("Aus der letzten Runde übernommen: „bestätigen“, wenn es noch gilt.")
        if plan.control in _CHOSEN:
            list_choices(self._choices(place))

    def _prompt(self, place: Place) -> str:
        if place.plan.control in _CHOSEN:
            return f"{place.plan.title}, Nummer oder Wort:"
        if place.plan.control in _LONG:
            return f"{place.plan.title}, mehrere Zeilen, am Ende ein einzelner Punkt:"
        return f"{place.plan.title}:"

    # What is answered

    def _store(self, place: Place, line: str) -> bool:
        plan = place.plan
        if plan.control in _CHOSEN:
            choice = chosen(line, self._choices(place))
            return choice is not None and self._put(place, choice.value)
        if plan.control in _LONG:
            return self._put_long(place, line)
        return self._put(place, line.strip())

    def _put_long(self, place: Place, first: str) -> bool:
        if first.strip() == _END_OF_TEXT:
            return True
        lines = [first]
        try:
            while (line := terminal.converse("")) is not None and line.strip() != _END_OF_TEXT:
                lines.append(line.rstrip())
        except KeyboardInterrupt:
            # What was typed before is kept.
            self._put(place, "\n".join(lines))
            raise
        done = self._put(place, "\n".join(lines))
        if line is None:
            raise Ended
        return done

    def _put(self, place: Place, text: str) -> bool:
        return self.keeper.put(place.file, place.plan.path, entered(place.plan, text), place.plan.title)

    def _of_value(self, place: Place, word: Word) -> Way | None:
        """Do what a word asks for that is about a value; None where the question is to be asked again."""
        match word:
            case Word.EMPTY if place.plan.required:
                say(f"„{place.plan.title}“ muss dastehen und lässt sich nur ersetzen.")
            case Word.EMPTY:
                return Way.ON if self._put(place, "") else None
            case Word.CONFIRM:
                return self._confirmed(place)
            case Word.EDITOR:
                return self._edited(place)
        return None

    def _confirmed(self, place: Place) -> Way | None:
        if not self._is_carried(place):
            say("Hier ist nichts zu bestätigen.")
            return None
        session, path = self.keeper.session, dotted(place.plan.path)
        changes = confirmation(place.file, session.value(place.file), path)
        label = f"{place.plan.title} bestätigen"
        return Way.ON if self.keeper.do(lambda: session.edit(place.file, changes, label)) else None

    def _edited(self, place: Place) -> Way | None:
        if place.plan.control not in _LONG:
            say("Der Editor ist für längere Texte; diese Angabe hat eine Zeile.")
            return None
        try:
            text = in_editor(shown(place.plan, self._value(place)))
        except TeaError as error:
            tell(error)
            return None
        return Way.ON if self._put(place, text) else None

    # What is there

    def _value(self, place: Place) -> object:
        return self.keeper.value(place.file, place.plan.path)

    def _is_carried(self, place: Place) -> bool:
        return dotted(place.plan.path) in marked(self.keeper.session.value(place.file))

    def _choices(self, place: Place) -> list[Choice]:
        match place.plan.control:
            case Control.SWITCH:
                return [YES, NO]
            case Control.REFERENCE:
                return referable(self.keeper.session.application, place.plan.node["x-refers-to"])
        return listed(place.plan.node)

    def _titled(self, place: Place, value: object) -> str:
        text = shown(place.plan, value)
        return title_of(self._choices(place), text) if place.plan.control in _CHOSEN else text

    def _by_round(self, place: Place) -> Way:
        inner = place.plan.node["additionalProperties"]
        return self.fields(place.file, inner, (*place.plan.path, self.keeper.session.cycle))


def _told(plan: FieldPlan, asked: Asked, *, again: bool) -> Iterator[str]:
    if not again:
        yield from filter(None, (asked.question, asked.guidance))
    if plan.help and (again or not asked.question):
        yield plan.help
    if plan.example:
        yield f"Zum Beispiel: {', '.join(plan.example.splitlines())}"
    if plan.required:
        yield "Pflichtangabe."
