"""Which fields a form has, and of which kind, as a schema says."""

from collections.abc import Collection, Iterator
from enum import StrEnum, auto

from msgspec import Struct

from tea_assistant.model.source import Path
from tea_assistant.services.forms.values import cell_text, date_text, lines_text, text_of
from tea_assistant.store.schema import Schema


class Control(StrEnum):
    """The kinds of fields."""

    LINE = auto()
    """One line of text."""
    TEXT = auto()
    """A few lines of text."""
    PROSE = auto()
    """Markdown that may point at figures and measures."""
    NUMBER = auto()
    DATE = auto()
    CELL = auto()
    """A count, or a percentage that was only published as such."""
    CHOICE = auto()
    SWITCH = auto()
    LINES = auto()
    """A list of texts, one a line."""
    REFERENCE = auto()
    """The id of something else in the dossier or the catalogue."""
    REFERENCES = auto()
    GROUP = auto()
    """An object in an object."""
    RECORDS = auto()
    """A list of objects."""
    BY_ROUND = auto()
    """An object for each round."""


class FieldPlan(Struct, frozen=True):
    """One field of a form."""

    path: Path
    control: Control
    node: Schema
    required: bool = False

    @property
    def title(self) -> str:
        """The German label."""
        return str(self.node.get("title", self.path[-1] if self.path else ""))

    @property
    def help(self) -> str:
        """What belongs here, in one or two German sentences."""
        return str(self.node.get("description", ""))

    @property
    def placeholder(self) -> str:
        """What an empty field shows: an example that nobody takes for a value, or what holds without one."""
        default = self.node.get("default")
        if default is not None:
            return f"{text_of(default)} (voreingestellt)"
        first = self.example.partition("\n")[0]
        return f"z. B. {first}" if first else ""

    @property
    def example(self) -> str:
        """What the field could hold, as one would type it; empty where the schema has no example."""
        examples = self.node.get("examples") or ()
        if not examples:
            return ""
        match self.control:
            case Control.DATE:
                # The last one is the most exact.
                return date_text(examples[-1])
            case Control.CELL:
                return cell_text(examples[0])
            case Control.LINES:
                return lines_text(examples[0])
            case Control.LINE | Control.TEXT | Control.PROSE | Control.NUMBER:
                return text_of(examples[0])
        return ""


def fields_of(node: Schema, path: Path, leave_out: Collection[str] = ()) -> Iterator[FieldPlan]:
    """Yield the fields for the keys of an object, in the order of the schema; hidden keys have none."""
    required = node.get("required", ())
    for key, child in node.get("properties", {}).items():
        if key in leave_out or child.get("x-hidden"):
            continue
        if plan := plan_of(child, (*path, key), required=key in required):
            yield plan


def plan_of(node: Schema, path: Path, *, required: bool = False) -> FieldPlan | None:
    """Return the field of one value; None for what no field can show."""
    control = _control(node)
    return None if control is None else FieldPlan(path, control, node, required)


def _control(node: Schema) -> Control | None:
    if "x-refers-to" in node:
        return Control.REFERENCE
    if "oneOf" in node or "enum" in node:
        return Control.CHOICE
    if any("percent" in branch.get("properties", {}) for branch in node.get("anyOf", ())):
        return Control.CELL
    match node.get("type"):
        case "boolean":
            return Control.SWITCH
        case "integer" | "number":
            return Control.NUMBER
        case "object":
            return Control.BY_ROUND if "additionalProperties" in node else Control.GROUP
        case "array":
            return _list_control(node.get("items", {}))
        case "string" | ["string", "integer"]:
            return _text_control(node)
    return None


def _list_control(item: Schema) -> Control:
    if "x-refers-to" in item:
        return Control.REFERENCES
    return Control.RECORDS if item.get("type") == "object" else Control.LINES


def _text_control(node: Schema) -> Control:
    if node.get("contentMediaType") == "text/markdown":
        return Control.PROSE
    pattern = node.get("pattern", "")
    if pattern.startswith("^[0-9]{4}") and "(0[1-9]" in pattern:
        return Control.DATE
    return Control.LINE if pattern else Control.TEXT
