"""One thing that a check reports."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.source import Path, dotted


class Severity(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    """Would make the application wrong or unreadable."""
    WARNING = "warning"
    """Incomplete or weak."""
    HINT = "hint"
    """Could be better."""


class Finding(Struct, frozen=True):
    """One thing that a check reports, with its place and what to do about it."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    path: Path = ()
    part: str = ""
    """Id of the part of the application that it concerns; empty for the dossier as a whole."""
    accepted: str = ""
    """The reason for which it was accepted; empty while it stands."""

    @property
    def dotted_path(self) -> str:
        """The path as reports write it."""
        return dotted(self.path)

    @property
    def values(self) -> Mapping[str, str | int]:
        """What every report for programs says of it, in this order."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": self.dotted_path,
            "part": self.part,
            "message": self.message,
            "hint": self.hint,
        }
