"""One file of a dossier: its bytes, its values with their places, and the thing of the domain in it."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from tea_assistant.checks.registry import rule
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.catalogue import Catalogue, Definitions
from tea_assistant.model.cycle import Cycle, FieldAnswer
from tea_assistant.model.decoding import decode
from tea_assistant.model.dossier import Organisation
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.finding import Finding
from tea_assistant.model.house_style import HouseStyle
from tea_assistant.model.imported import ImportRecord
from tea_assistant.model.layout import FileRole, Kind, role_of
from tea_assistant.model.request import Request
from tea_assistant.model.review import JuryDecision, Review
from tea_assistant.model.source import Source
from tea_assistant.model.transfer import Transfer
from tea_assistant.store import schema_wording
from tea_assistant.store.yaml import reader as yaml_reader


class ParsedFile(Struct, frozen=True):
    """One file of a dossier as it was read."""

    file: str
    """Relative to the dossier, with `/`."""
    role: FileRole
    content: bytes | str
    """What was read from the disk, or what an edit made of it."""
    value: Any
    """Plain values; None where the file cannot be read."""
    thing: Any
    """The struct of the model that the file's kind has; empty where the file cannot be read."""
    findings: tuple[Finding, ...]
    editable: bool
    """False for a file that an edit could damage: unreadable, or written by a newer program."""

    @property
    def text(self) -> str:
        """The text of the file; what stands on the disk is held as bytes only, for few texts are edited."""
        return self.content if isinstance(self.content, str) else yaml_reader.decode(self.content)[0]


_Builder = Callable[[FileRole, Any, Source], Any]

_BUILDERS: Mapping[Kind, _Builder] = {
    Kind.DOSSIER: lambda _role, value, where: decode(Organisation, value, where=where),
    Kind.EVIDENCE: lambda role, value, where: decode(Evidence, value, id=role.id, where=where),
    Kind.FIGURES: lambda role, value, where: decode(FigureSet, value, id=role.id, where=where),
    Kind.CYCLE: lambda role, value, where: decode(Cycle, value, id=role.id, where=where),
    Kind.FIELD: lambda role, value, where: decode(FieldAnswer, value, id=role.id, where=where),
    Kind.JURY: lambda _role, value, where: decode(JuryDecision, value, where=where),
    Kind.REVIEW: lambda role, value, where: decode(Review, value, id=role.id, where=where),
    Kind.CATALOGUE: lambda role, value, where: decode(Catalogue, value, id=role.group, where=where),
    Kind.ACTION_FIELD: lambda role, value, where: decode(ActionField, value, id=role.id, where=where),
    Kind.INDICATORS: lambda _role, value, where: decode(Definitions, value, where=where),
    Kind.THEME: lambda _role, value, where: decode(HouseStyle, value, where=where),
    Kind.TRANSFER: lambda _role, value, where: decode(Transfer, value, where=where),
    Kind.REQUEST: lambda role, value, where: decode(Request, value, id=role.id, where=where),
    Kind.IMPORT: lambda role, value, where: decode(ImportRecord, value, id=role.id, where=where),
    # Only an import asks for it, and it reads the plain values.
    Kind.FIGURES_MAPPING: lambda _role, value, _where: value,
}


def parse(file: str, raw: bytes) -> ParsedFile | None:
    """Read one file; whatever is wrong with it becomes findings. None where the file has no place here."""
    role = role_of(file)
    if role is None:
        return None
    text, problems = yaml_reader.decode(raw)
    if problems:
        return _unreadable(file, role, raw, problems)
    return _parsed(file, role, text, raw)


def parse_text(file: str, text: str) -> ParsedFile:
    """Read the text of one file whose place in the dossier is known."""
    role = role_of(file)
    assert role is not None
    return _parsed(file, role, text, text)


def _parsed(file: str, role: FileRole, text: str, content: bytes | str) -> ParsedFile:
    reading = yaml_reader.read(text, content=content)
    if reading.problems and reading.value is None:
        return _unreadable(file, role, content, reading.problems)
    where = Source(file, reading.positions, reading.key_positions)
    value = reading.value if reading.value is not None else {}
    found = [*_findings(file, reading.problems), *schema_wording.findings(role.kind, value, where)]
    return ParsedFile(
        file,
        role,
        content,
        value,
        _BUILDERS[role.kind](role, value, where),
        tuple(found),
        editable=isinstance(value, dict) and not reading.problems and not schema_wording.is_newer(value),
    )


def _unreadable(
    file: str, role: FileRole, content: bytes | str, problems: tuple[yaml_reader.Problem, ...]
) -> ParsedFile:
    thing = _BUILDERS[role.kind](role, {}, Source(file))
    return ParsedFile(file, role, content, None, thing, _findings(file, problems), editable=False)


def _findings(file: str, problems: tuple[yaml_reader.Problem, ...]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            problem.code,
            rule(problem.code).severity,
            file,
            problem.line,
            problem.column,
            problem.message,
            problem.hint,
            problem.path,
        )
        for problem in problems
    )
