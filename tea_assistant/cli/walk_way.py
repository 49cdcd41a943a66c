"""The way of `tea walk` through the questions of an application."""

from collections.abc import Collection

from tea_assistant.checks.items import Item, ItemKind
from tea_assistant.cli.walk_figures import Figures
from tea_assistant.cli.walk_form import Form, Place
from tea_assistant.cli.walk_keeper import Keeper
from tea_assistant.cli.walk_records import Records
from tea_assistant.cli.walk_talk import Way, hear, plain_of, say, word_of
from tea_assistant.model.catalogue import PartKind
from tea_assistant.services.edits import add_own
from tea_assistant.services.walk import (
    Key,
    decision_of,
    following,
    key_of,
    missing_row,
    place_text,
    plan_at,
    questions,
)


class WholeWay:
    """Goes from question to question, and back."""

    def __init__(self, keeper: Keeper, form: Form) -> None:
        self._keeper = keeper
        self._form = form

    def go(self, part: str = "", *, everything: bool = False) -> None:
        """Ask the questions of a part, or of all parts, in their order; each once."""
        session = self._keeper.session
        passed: set[Key] = set()
        behind: list[Item] = []
        item = following(session, None, passed, part, everything=everything)
        if item is None:
            say("Hier ist nichts offen.")
            return
        while item:
            way = self._ask(item, passed)
            if way is Way.OUT:
                break
            if way is Way.BACK:
                if not behind:
                    return
                item = behind.pop()
                passed.discard(key_of(item))
                continue
            passed.add(key_of(item))
            behind.append(item)
            item = following(session, key_of(item), passed, part, everything=everything)
            if item is None and everything and self._adds_own(part):
                item = following(session, None, passed, part, everything=everything)
        left = sum(1 for _ in questions(session, part, everything=False))
        say("", f"Hier noch offen: {asked_text(left)}." if left else "Alles beantwortet.")

    def _adds_own(self, part: str) -> bool:
        """Offer an activity that the list does not name, at the end of an action field."""
        session = self._keeper.session
        if part not in session.application.catalogue.fields:
            return False
        say("", "Tun Sie in diesem Aktionsfeld noch etwas, das die Liste nicht nennt?")
        title = hear("Titel der eigenen Aktivität (Enter: nichts weiter):").strip()
        if not title or word_of(title):
            return False
        return self._keeper.do(lambda: add_own(session, part, plain_of(title)))

    def _ask(self, item: Item, passed: Collection[Key]) -> Way:
        say("", f"{place_text(self._keeper.session, item)}.", item.title)
        application = self._keeper.session.application
        kind = next((part.kind for part in application.parts if part.id == item.part), None)
        if kind is PartKind.FIGURES and application.figures is None:
            return Figures(self._keeper, self._form).begin()
        if item.kind is ItemKind.LINK and item.path == ("criteria",):
            say("Dazu gehört zuerst eine Aktivität, die zutrifft: Die Aktionsfelder fragen danach.")
            hear("Enter weiter:")
            return Way.ON
        decided = decision_of(item)
        if decided != item and key_of(decided) not in passed:
            way = self._at(decided)
            if way is not Way.ON or self._keeper.value(item.file, decided.path) is not False:
                return way
        return self._at(item)

    def _at(self, item: Item) -> Way:
        plan = plan_at(item.file, item.path)
        if plan is None:
            say("Diese Frage hat kein eigenes Feld.")
            return Way.ON
        if row := missing_row(self._keeper.session, item):
            say("Dafür fehlt eine Zeile in den Kennzahlen; sie wird jetzt angelegt.")
            Records(self._keeper, self._form.fields).add(item.file, plan, row)
            return Way.ON
        return self._form.ask(Place(item.file, plan))


def asked_text(count: int) -> str:
    """Return how many questions."""
    return "1 Frage" if count == 1 else f"{count} Fragen"
