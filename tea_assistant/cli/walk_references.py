"""What a place points at, in `tea walk`: linked measures, action fields, activities."""

from tea_assistant.cli.walk_keeper import Keeper
from tea_assistant.cli.walk_talk import EVERYWHERE, Way, chosen, hear, list_choices, plain_of, say, word_of
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.source import Path
from tea_assistant.services import edits
from tea_assistant.services.forms.choices import Choice, referable, title_of
from tea_assistant.services.forms.plan import FieldPlan

_MEASURE = "evidence"


class References:
    """Asks what is to be linked to a place, and what no longer."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def ask(self, file: str, plan: FieldPlan) -> Way:
        """Read out what is linked and what could be, and link, until Enter leads on."""
        target = plan.node["items"]["x-refers-to"]
        self._read_out(file, plan, target)
        new = ", „neu Titel“ legt eine an" if target == _MEASURE else ""
        while True:
            line = hear(f"Nummer oder Wort verknüpft, „weg 1“ löst{new}, Enter weiter:").strip()
            first, _, rest = line.partition(" ")
            match word_of(line):
                case word if word in EVERYWHERE:
                    if way := self._keeper.obeyed(word):
                        return way
                case None if not line:
                    return Way.ON
                case None if first.casefold() == "weg" and rest.isdecimal():
                    self._unlink(file, plan, int(rest) - 1)
                case None if first.casefold() == "neu" and rest.strip() and target == _MEASURE:
                    self._begin(file, plan, rest.strip())
                case None:
                    if choice := chosen(plain_of(line), self._free(file, plan, target)):
                        self._put(file, plan, [*self._linked(file, plan), choice.value])
                case _:
                    say(f"„{line}“ ist hier nicht möglich.")
            self._read_out(file, plan, target)

    def _read_out(self, file: str, plan: FieldPlan, target: str) -> None:
        known = referable(self._keeper.session.application, target)
        linked = self._linked(file, plan)
        say("Verknüpft:" if linked else "Verknüpft: nichts")
        for number, value in enumerate(linked, start=1):
            say(f"  {number}  {title_of(known, value)}")
        if free := self._free(file, plan, target):
            say("Zu verknüpfen:")
            list_choices(free)

    def _linked(self, file: str, plan: FieldPlan) -> list[str]:
        found = self._keeper.value(file, plan.path)
        return [str(each) for each in found] if isinstance(found, list) else []

    def _free(self, file: str, plan: FieldPlan, target: str) -> list[Choice]:
        """Return what could be linked: measures that fit the activity first, then those of the field."""
        linked = self._linked(file, plan)
        free = [c for c in referable(self._keeper.session.application, target) if c.value not in linked]
        if target != _MEASURE:
            return free
        measures = self._keeper.session.dossier.evidence
        return sorted(free, key=lambda choice: -_closeness(measures[choice.value], file, plan.path))

    def _put(self, file: str, plan: FieldPlan, values: list[str]) -> None:
        self._keeper.put(file, plan.path, values or None, plan.title)

    def _unlink(self, file: str, plan: FieldPlan, at: int) -> None:
        linked = self._linked(file, plan)
        if 0 <= at < len(linked):
            self._put(file, plan, [*linked[:at], *linked[at + 1 :]])

    def _begin(self, file: str, plan: FieldPlan, title: str) -> None:
        """Make a new measure and link it, as one step to undo."""
        role, session = role_of(file), self._keeper.session
        field = role.id if role and role.kind is Kind.FIELD else ""
        criterion = str(plan.path[1]) if field and plan.path[0] == "criteria" else ""

        def begin() -> None:
            with session.together():
                made = edits.new_evidence(session, title, field=field, criterion=criterion)
                if not criterion:
                    self._keeper.edit(file, plan.path, [*self._linked(file, plan), made], plan.title)

        if self._keeper.do(begin):
            say(f"Maßnahme „{title}“ angelegt. Was zu ihr fehlt, wird im Teil mit den Maßnahmen gefragt.")


def _closeness(measure: Evidence, file: str, path: Path) -> int:
    role = role_of(file)
    fits = len(path) > 1 and path[1] in measure.criteria
    return 2 * fits + bool(role and role.id in measure.action_fields)
