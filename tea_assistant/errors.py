"""The exceptions that users can meet.

TeaError
├── DossierError      a folder that is no dossier, or a dossier that cannot be opened
├── FileError         a file that cannot be read or written as it is
│   ├── ChangedOnDisk     the file was changed elsewhere since it was read
│   └── WriteMismatch     an edit would not have given the file that was meant
├── EditError         an edit that the dossier does not allow
├── CatalogueError    a catalogue that is missing or unreadable
├── ForeignFileError  somebody else's document that cannot be read, or not taken over as it is
├── GitError          the system's git is missing, or refuses
├── NoLayout          pages that cannot be laid out here
└── UsageError        a command that was called the wrong way
"""


class TeaError(Exception):
    """An error with a German message, a hint at what to do, and the place where it arose."""

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class DossierError(TeaError):
    """A folder is no dossier, or a dossier cannot be opened."""


class FileError(TeaError):
    """A file cannot be read or written as it is."""


class ChangedOnDisk(FileError):
    """A file was changed elsewhere since it was read; `found` holds what stands there now."""

    def __init__(
        self, message: str, *, file: str | None = None, found: bytes | None = None, hint: str = ""
    ) -> None:
        super().__init__(message, file=file, hint=hint)
        self.found = found


class WriteMismatch(FileError):
    """An edit would not have given the file that was meant, so nothing was written."""


class EditError(TeaError):
    """The dossier does not allow this edit."""


class CatalogueError(TeaError):
    """A catalogue is missing or unreadable."""


class ForeignFileError(TeaError):
    """Somebody else's document cannot be read, or not taken over as it is; the message names the cell."""


class GitError(TeaError):
    """The system's git is missing, or refuses."""


class NoLayout(TeaError):
    """Pages cannot be laid out here: the library that does so is missing, or refuses."""


class UsageError(TeaError):
    """A command was called the wrong way."""
