"""Lists of objects in `tea walk`: results, proofs, rows of figures; one entry after the other."""

from collections.abc import Mapping
from typing import Any, Protocol

from tea_assistant.cli.walk_keeper import Keeper
from tea_assistant.cli.walk_talk import EVERYWHERE, Way, hear, say, word_of
from tea_assistant.errors import TeaError
from tea_assistant.model.source import Path
from tea_assistant.services import edits, typed_paths
from tea_assistant.services.forms.plan import Control, FieldPlan, fields_of
from tea_assistant.services.forms.values import text_of
from tea_assistant.services.value_text import below, value_text

_WIDE = 100
_KEYS = "Nummer zum Bearbeiten, „neu“, „weg 1“, „alle“ der Reihe nach, Enter weiter:"


class AskFields(Protocol):
    """Asks for the fields of an object."""

    def __call__(self, file: str, node: Mapping[str, Any], path: Path, *, only: Control | None = None) -> Way:
        """Ask, in the order of the schema."""


class Records:
    """Asks what is to become of the entries of a list."""

    def __init__(self, keeper: Keeper, fields: AskFields) -> None:
        self._keeper = keeper
        self._fields = fields

    def ask(self, file: str, plan: FieldPlan) -> Way:
        """Read the entries out and do with them what is wanted, until Enter leads on."""
        while True:
            entries = self._entries(file, plan)
            for number, entry in enumerate(entries, start=1):
                say(f"  {number}  {self._named(plan, entry)}")
            line = hear(_KEYS if entries else "„neu“ legt einen Eintrag an, Enter geht weiter:").strip()
            first, _, rest = line.partition(" ")
            match word_of(line):
                case word if word in EVERYWHERE:
                    if way := self._keeper.obeyed(word):
                        return way
                case None if not line:
                    return Way.ON
                case None if line.casefold() == "neu":
                    self.add(file, plan, {})
                case None if line.casefold() == "alle":
                    self._all(file, plan)
                case None if first.casefold() == "weg" and self._is_number(rest, entries):
                    self._remove(file, plan, int(rest) - 1)
                case None if self._is_number(line, entries):
                    self._fields(file, plan.node["items"], (*plan.path, int(line) - 1))
                case _:
                    say(f"„{line}“ ist hier nicht möglich.")

    def add(self, file: str, plan: FieldPlan, begun: Mapping[str, Any]) -> None:
        """Make an entry that begins with these values, and ask for its fields."""
        at = len(self._entries(file, plan))
        path, label = (*plan.path, at), str(plan.node["items"].get("title", plan.title))
        begun = begun or self._attached(plan)
        if not self._keeper.put(file, path if at else plan.path, begun if at else [begun], label):
            return
        # Of a row that is known, only the counts are missing.
        only = Control.CELL if "group" in begun else None
        try:
            self._fields(file, plan.node["items"], path, only=only)
        finally:
            # An entry without a single value is none.
            if self._keeper.value(file, path) == {}:
                self._remove(file, plan, at)

    def _attached(self, plan: FieldPlan) -> dict[str, str]:
        """Copy a file into the dossier where the entry can name one."""
        if "sha256" not in plan.node["items"].get("properties", {}):
            return {}
        named = hear("Datei auf diesem Computer, mit Ordner (Enter: keine):").strip()
        if not named or word_of(named):
            return {}
        path = typed_paths.found(named)
        if path is None:
            say(f"Diese Datei gibt es nicht: {named}")
            return {}
        try:
            return edits.attach(self._keeper.session, path)
        except TeaError as error:
            say(str(error))
            return {}

    def _remove(self, file: str, plan: FieldPlan, at: int) -> None:
        path = (*plan.path, at) if len(self._entries(file, plan)) > 1 else plan.path
        if plan.required and path == plan.path:
            self._keeper.put(file, path, [], plan.title)
        else:
            self._keeper.put(file, path, None, plan.title)

    def _all(self, file: str, plan: FieldPlan) -> None:
        """Go through all entries: where they hold counts, through these alone."""
        counts = any(p.control is Control.CELL for p in fields_of(plan.node["items"], ()))
        entries = self._entries(file, plan)
        for at, entry in enumerate(entries):
            say("", f"Eintrag {at + 1} von {len(entries)}: {self._named(plan, entry)}")
            only = Control.CELL if counts else None
            if self._fields(file, plan.node["items"], (*plan.path, at), only=only) is Way.BACK:
                return

    def _entries(self, file: str, plan: FieldPlan) -> list[Any]:
        found = self._keeper.value(file, plan.path)
        return found if isinstance(found, list) else []

    def _named(self, plan: FieldPlan, entry: object) -> str:
        if not isinstance(entry, Mapping):
            return text_of(entry)
        names = self._keeper.session.application.catalogue.groups
        node = plan.node["items"]
        told = [value_text(below(node, key), value, names) for key, value in entry.items() if key != "sha256"]
        line = ", ".join(" ".join(text.split()) for text in told if text) or "leer"
        return line if len(line) <= _WIDE else f"{line[:_WIDE].rstrip()} …"

    @staticmethod
    def _is_number(text: str, entries: list[Any]) -> bool:
        return text.isdecimal() and 0 < int(text) <= len(entries)
