"""Audits the tables of a file, or of all files of a folder; of a dossier its own figures too."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from tea_assistant.checks.registry import RULES
from tea_assistant.errors import FileError, ForeignFileError
from tea_assistant.figures.audit.finding import AuditFinding
from tea_assistant.figures.audit.run import audit_document
from tea_assistant.importing import limits, markdown_grids
from tea_assistant.importing.grids import read
from tea_assistant.importing.text_decoding import decoded
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.layout import DOSSIER_FILE
from tea_assistant.services.session import Session
from tea_assistant.store import files, snapshot_files

MARKDOWN = frozenset((".md", ".markdown"))
KINDS = MARKDOWN | {".csv", ".tsv", ".xlsx", ".xlsm"}
"""How the names of files end that are looked into in a folder."""
MOST_FILES = 1_000
_FIGURES = "TEA3"


class FileAudit(Struct, frozen=True):
    """What the audit found in one file."""

    file: str
    """Relative to the folder that was audited, with `/`."""
    tables: int = 0
    findings: tuple[AuditFinding, ...] = ()
    notes: tuple[str, ...] = ()
    """German: what was not read, and why."""


class Audit(Struct, frozen=True):
    """What the audit of a file or a folder found."""

    files: tuple[FileAudit, ...]
    unreadable: tuple[ForeignFileError | FileError, ...] = ()
    dossier: tuple[Finding, ...] = ()
    """What the checks say about the figures of the dossier itself."""

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each weight stand."""
        count = Counter(severity_of(f.code) for audited in self.files for f in audited.findings)
        count.update(finding.severity for finding in self.dossier)
        return {severity: count[severity] for severity in Severity}

    @property
    def passes(self) -> bool:
        """Whether nothing is wrong."""
        return not self.counts[Severity.ERROR]


def severity_of(code: str) -> Severity:
    """Return how much a finding of the audit weighs."""
    return RULES[code].severity


def audit(path: Path) -> Audit:
    """Audit a file or a folder; raises `FileError` or `ForeignFileError` where nothing can be read."""
    if path.is_dir():
        return _of_folder(path)
    if not path.exists():
        raise FileError(f"Diese Datei gibt es nicht: {path}", hint="Bitte den Pfad prüfen.")
    # A link that somebody names is followed; in a folder, links may lead anywhere.
    return Audit((_of_file(path.resolve(), path.name),))


def _of_folder(folder: Path) -> Audit:
    audited, unreadable = [], []
    is_dossier = (folder / DOSSIER_FILE).is_file()
    for path in _files_in(folder):
        name = path.relative_to(folder).as_posix()
        try:
            audited.append(_of_file(path, name))
        except (ForeignFileError, FileError) as error:
            unreadable.append(error)
    if not audited and not is_dossier:
        if unreadable:
            raise unreadable[0]
        raise FileError(
            f"In diesem Ordner liegt keine Datei, die geprüft werden kann: {folder}",
            hint="Gelesen werden Markdown (.md), Excel (.xlsx) und CSV (.csv).",
        )
    own = _of_dossier(folder) if is_dossier else ()
    return Audit(tuple(audited), tuple(unreadable), own)


def _files_in(folder: Path) -> Iterator[Path]:
    count = 0
    for root, folders, names in os.walk(folder):
        # What is hidden is nobody's document: the trash, the memory of git.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if Path(root) == folder and (folder / DOSSIER_FILE).is_file():
            # The copies in kept states are what was, and say all of it twice.
            folders[:] = [name for name in folders if name != snapshot_files.FOLDER]
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith((".", "~$")) or path.suffix.lower() not in KINDS or path.is_symlink():
                continue
            count += 1
            if count > MOST_FILES:
                raise FileError(
                    f"In diesem Ordner liegen mehr als {MOST_FILES} Dateien: {folder}",
                    hint="Bitte einen Ordner mit weniger Dateien angeben.",
                )
            yield path


def _of_file(path: Path, name: str) -> FileAudit:
    try:
        data = files.read_bytes(path, limits.MAX_BYTES + 1)
    except OSError as error:
        raise FileError(f"Die Datei lässt sich nicht lesen: {files.explain(error)}", file=name) from error
    reading = read(name, data)
    is_markdown = path.suffix.lower() in MARKDOWN
    prose = markdown_grids.prose(decoded(name, data)) if is_markdown else ()
    return FileAudit(name, len(reading.grids), audit_document(reading.grids, prose), reading.notes)


def _of_dossier(folder: Path) -> tuple[Finding, ...]:
    return tuple(f for f in Session(folder).report.findings if f.code.startswith(_FIGURES))
