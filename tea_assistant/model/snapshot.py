"""A named state: what a dossier looked like at a moment that somebody gave a name."""

from dataclasses import dataclass, field

from tea_assistant.model.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of the dossier as it was."""

    file: str = ""
    """Relative to the dossier, with `/`."""
    sha256: str = ""
    size: int = 0
    stored: str = ""
    """The name under which an attachment is kept, once for all states; empty for a text."""


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that could not be kept."""

    file: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The list of a named state."""

    id: str
    where: Source = field(default=NOWHERE, repr=False)
    name: str = ""
    """As it was typed."""
    made: str = ""
    by: str = ""
    cycle: str = ""
    """The round that was being worked on."""
    note: str = ""
    files: tuple[KeptFile, ...] = ()
    attachments: tuple[KeptFile, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()
