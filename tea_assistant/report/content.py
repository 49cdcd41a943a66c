"""What a report says, in the words of its readers; each form only writes it down."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from tea_assistant.model.finding import Finding, Severity
from tea_assistant.report.reviews import Reviews
from tea_assistant.report.state import KeptFinding, State


class Explanation(Struct, frozen=True):
    """What a rule is about."""

    code: str
    title: str
    family: str
    why: str
    """Why it matters to the jury or to the office."""


class Entry(Struct, frozen=True):
    """A finding with its place in German and the text that stands there."""

    finding: Finding
    place: str
    quote: str = ""
    """Short; empty where nothing stands there, or nothing that a reader could use."""
    new: bool = False
    """It was not in the report with which this one is compared."""


class Group(Struct, frozen=True):
    """What one rule found in one part."""

    rule: Explanation
    severity: Severity
    entries: tuple[Entry, ...]

    @property
    def hint(self) -> str:
        """What is to be done, where that is the same for all of them."""
        hints = {entry.finding.hint for entry in self.entries}
        return hints.pop() if len(hints) == 1 else ""


class PartReport(Struct, frozen=True):
    """A part of the application with what was found in it."""

    part: str
    """Empty for the dossier as a whole."""
    label: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many findings there are in it."""
        return sum(len(group.entries) for group in self.groups)


class PartProgress(Struct, frozen=True):
    """How far a part is."""

    part: str
    label: str
    title: str
    done: int
    open: int
    share: float


class MatrixRow(Struct, frozen=True):
    """An activity of an action field and the measures that stand for it."""

    criterion: str
    title: str
    state: str
    """German: whether it applies."""
    evidence: frozenset[str]


class FieldMatrix(Struct, frozen=True):
    """The activities of an action field against its measures."""

    part: str
    label: str
    measures: Mapping[str, str]
    """Id to title, in the order of the text."""
    rows: tuple[MatrixRow, ...]


class ProofState(Struct, frozen=True):
    """A proof and what the dossier knows of it."""

    owner: str
    """The measure, or what else it belongs to."""
    title: str
    target: str
    """The file or the address."""
    part: str
    printed: bool
    """Whether it stands in the application of this round."""
    fine: tuple[str, ...]
    """What is as it should be, in German."""
    problems: tuple[str, ...]
    """What is not."""
    release: str
    """Whether it may be given to the jury, in German."""


class Changes(Struct, frozen=True):
    """What became different since an earlier report."""

    since: State
    new: tuple[Entry, ...]
    gone: tuple[KeptFinding, ...]
    accepted: tuple[KeptFinding, ...]
    """Stood then, and was accepted with a reason since."""
    remaining: int


class FullReport(Struct, frozen=True):
    """All that a report says."""

    organisation: str
    cycle: str
    made: date
    deadline: str
    """In German."""
    overall: float
    progress: tuple[PartProgress, ...]
    counts: Mapping[Severity, int]
    findings: tuple[Entry, ...]
    """Those that stand, in the order of a check."""
    blockers: tuple[PartReport, ...]
    """Errors, by part."""
    parts: tuple[PartReport, ...]
    """Warnings and hints, by part."""
    accepted: tuple[Entry, ...]
    rules: Mapping[str, Explanation]
    """By code, of all that is named."""
    matrix: tuple[FieldMatrix, ...]
    unlinked: tuple[str, ...]
    """The titles of measures that the round does not use."""
    proofs: tuple[ProofState, ...]
    changes: Changes | None
    """None where there is no earlier report to compare with."""
    reviews: Reviews

    @property
    def name(self) -> str:
        """Whose report it is, and for which round."""
        return f"{self.organisation} · Bewerbungsrunde {self.cycle}"
