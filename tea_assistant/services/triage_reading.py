"""Reads what somebody brings along: files, folders of them, other dossiers; one bad file hides no other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.proposal import Proposal
from tea_assistant.model.source_document import SourceDocument

ReadingProgress = Callable[[str, int, int], None]
"""Is told the name of the document, and how many of how many pages were read; 0 of 0 where it has none."""


@dataclass(frozen=True, slots=True)
class Read:
    """One document with what it proposes."""

    source: SourceDocument
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: documents, and a German remark for each file that cannot be used."""

    documents: tuple[Read, ...]
    remarks: tuple[str, ...]


def read_sources(
    paths: Sequence[Path], catalogue: Catalogue, progress: ReadingProgress | None = None
) -> Reading:
    """Read files, the files of folders, and other dossiers; touches no session, so any thread will do.

    Raises `TeaError` only where none of it can be read.
    """
    raise NotImplementedError
