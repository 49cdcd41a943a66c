"""Reads what somebody brings along: files, folders of them, other dossiers; one bad file hides no other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tea_assistant.errors import ForeignFileError, TeaError
from tea_assistant.importing import grids, limits
from tea_assistant.importing.documents.documents import read_document
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.evidence import Origin
from tea_assistant.model.grid import Grid
from tea_assistant.model.proposal import Proposal, ProposalKind, proposal_key
from tea_assistant.model.source_document import Block, BlockKind, SourceDocument, SourceKind
from tea_assistant.services.requests.reading import is_answer
from tea_assistant.services.triage.dossier import read_dossier
from tea_assistant.services.triage.proposing import UNKNOWN, About, proposals_of
from tea_assistant.services.triage.sources import Found, find_sources
from tea_assistant.store import catalogue_files, files

ReadingProgress = Callable[[str, int, int], None]
"""Is told the name of the document, and how many of how many pages were read; 0 of 0 where it has none."""
_TABLES = (".xlsx", ".xlsm", ".csv", ".tsv")


class Read(Struct, frozen=True):
    """One document with what it proposes."""

    source: SourceDocument
    proposals: tuple[Proposal, ...]
    path: Path
    values: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What a measure would say where more of it is known than a proposal holds, by key."""


class Reading(Struct, frozen=True):
    """What came of reading: documents, and a German remark for each file that cannot be used."""

    documents: tuple[Read, ...]
    remarks: tuple[str, ...]


def read_sources(
    paths: Sequence[Path],
    catalogue: Catalogue,
    progress: ReadingProgress | None = None,
    about: About = UNKNOWN,
) -> Reading:
    """Read files, the files of folders, and other dossiers; touches no session, so any thread will do.

    Raises `TeaError` only where none of it can be read.
    """
    documents: list[Read] = []
    remarks: list[str] = []
    first: TeaError | None = None
    for found in find_sources(paths):
        try:
            read = _read(found, catalogue, progress, about)
        except TeaError as error:
            first = first or error
            remarks.append(f"{found.name}: {error.message}" + (f" {error.hint}" if error.hint else ""))
            continue
        same = next((each for each in documents if each.source.sha256 == read.source.sha256), None)
        if same:
            remarks.append(f"{found.name}: Das ist dasselbe Dokument wie {same.source.name}.")
        else:
            documents.append(read)
    if not documents and first:
        # One file alone is told as what it is; of several, each is.
        raise first if len(remarks) == 1 else ForeignFileError("\n".join(remarks))
    return Reading(tuple(documents), tuple(remarks))


def newest_catalogue() -> Catalogue:
    """Return the catalogue by which one applies today, for whoever has no dossier yet."""
    name = catalogue_files.shipped_ids()[0]
    reading = catalogue_files.shipped(name)
    return reading.catalogue if reading else Catalogue(name)


def _read(found: Found, catalogue: Catalogue, progress: ReadingProgress | None, about: About) -> Read:
    if found.remark:
        raise ForeignFileError(found.remark, file=found.name)
    if found.is_dossier:
        document, measures = read_dossier(found.path, catalogue)
        known = {key: values for key, (_, values) in measures.items()}
        return Read(document, tuple(proposal for proposal, _ in measures.values()), found.path, known)
    data = _bytes_of(found)
    if found.path.suffix.lower() in _TABLES:
        return _tables(found, data)
    if is_answer(found.name, data):
        raise ForeignFileError(
            "Das ist eine ausgefüllte Anfrage.",
            file=found.name,
            hint="Bitte einzeln einlesen: tea import DATEI",
        )
    if progress:
        progress(found.name, 0, 0)
    told = (lambda done, of: progress(found.name, done, of)) if progress else None
    document = read_document(found.path.name, data, told)
    proposed = proposals_of(document, catalogue, about)
    if proposed.remark:
        document = replace(document, remarks=(*document.remarks, proposed.remark))
    return Read(document, proposed.proposals, found.path)


def _bytes_of(found: Found) -> bytes:
    try:
        with files.open_bytes(found.path) as handle:
            # One more than is allowed, so that the reader sees that it is too large.
            return handle.read(limits.MAX_DOCUMENT + 1)
    except OSError as error:
        raise ForeignFileError(files.explain(error), file=found.name) from error


def _tables(found: Found, data: bytes) -> Read:
    """Offer the tables of a workbook, which the import of figures takes over."""
    reading = grids.read(found.path.name, data)
    if not reading.grids:
        raise ForeignFileError("In dieser Datei steht keine Tabelle.", file=found.name)
    blocks = [Block(BlockKind.TABLE, _text(grid), grid=grid) for grid in reading.grids]
    kind, sum_ = SourceKind.TABLE, sha256(data).hexdigest()
    source = SourceDocument(found.path.name, sum_, kind, blocks=blocks, remarks=reading.notes)
    return Read(source, tuple(_figures(source)), found.path)


def _figures(source: SourceDocument) -> Iterator[Proposal]:
    taken: set[str] = set()
    for at, block in enumerate(source.blocks):
        assert block.grid is not None
        title = block.grid.title or f"Tabelle {at + 1}"
        key = proposal_key(ProposalKind.FIGURE, f"{title}\n{block.text}", taken=taken)
        taken.add(key)
        origin = Origin(document=source.name, heading=title, sha256=source.sha256)
        yield Proposal(ProposalKind.FIGURE, key, title=title, text=block.text, origin=origin, blocks=(at,))


def _text(grid: Grid) -> str:
    return "\n".join(" | ".join(cell.text for cell in row) for row in grid.rows)
