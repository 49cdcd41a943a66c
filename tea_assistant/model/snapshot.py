"""A named state: what a dossier looked like at a moment that somebody gave a name."""

from msgspec import Struct

from tea_assistant.model.source import NOWHERE, Source


class KeptFile(Struct, frozen=True):
    """A file of the dossier as it was."""

    file: str = ""
    """Relative to the dossier, with `/`."""
    sha256: str = ""
    size: int = 0
    stored: str = ""
    """The name under which an attachment is kept, once for all states; empty for a text."""


class SkippedFile(Struct, frozen=True):
    """A file that could not be kept."""

    file: str = ""
    reason: str = ""


class Snapshot(Struct, frozen=True):
    """The list of a named state."""

    id: str
    where: Source = NOWHERE
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
