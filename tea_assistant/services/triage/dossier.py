"""Another dossier as a document: each of its measures is a proposal."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from tea_assistant.errors import DossierError
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.evidence import Evidence, Origin
from tea_assistant.model.layout import Kind, evidence_file
from tea_assistant.model.proposal import Proposal, ProposalKind, proposal_key
from tea_assistant.model.source_document import Block, BlockKind, SourceDocument, SourceKind
from tea_assistant.patterns import regex
from tea_assistant.services.triage.values import evidence_values, line_of
from tea_assistant.services.workspace import MAX_BYTES
from tea_assistant.store import dossier_files, files
from tea_assistant.store.parsed_file import ParsedFile, parse

_PROSE = ("summary", "goal")
_MEASURE = regex(r"(?<!\\)\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_FIGURE = regex(r"(?<!\\)(\{\{)")
_TAKEN = ("audience", "target_groups", "legal_character", "legal_basis", "since", "until")
_LISTED = ("responsible", "partners", "results")
Values = Mapping[str, object]


def read_dossier(
    root: Path, catalogue: Catalogue
) -> tuple[SourceDocument, dict[str, tuple[Proposal, Values]]]:
    """Return another dossier as a document, and by their keys its measures with what they say.

    Raises `DossierError` where it holds none. What belongs to one round or to a file beside is not taken.
    """
    remarks: list[str] = []
    parsed = list(_parsed(root, remarks))
    dossier = dossier_files.assemble(root, parsed).dossier
    name = line_of(dossier.organisation.name) or root.resolve().name
    values = {file.role.id: file.value for file in parsed if file.role.kind is Kind.EVIDENCE}
    measures = [e for e in dossier.evidence.values() if isinstance(values.get(e.id), dict) and e.title]
    if not measures:
        raise DossierError("In dieser Mappe steht keine Maßnahme.", file=str(root))
    sum_ = sha256("".join(sorted(f"{f.file}\0{f.text}\0" for f in parsed)).encode()).hexdigest()
    titles = {measure.id: measure.title for measure in dossier.evidence.values() if measure.title}
    blocks: list[Block] = []
    found: dict[str, tuple[Proposal, Values]] = {}
    for measure in measures:
        at = len(blocks)
        blocks += _blocks(measure)
        origin = Origin(document=f"Mappe {name}", heading=evidence_file(measure.id), sha256=sum_)
        proposal = _proposal(measure, catalogue, origin, tuple(range(at, len(blocks))), found)
        found[proposal.key] = (proposal, _values(proposal, values[measure.id], titles))
    document = SourceDocument(
        f"Mappe {name}", sum_, SourceKind.DOSSIER, name, "de", blocks=blocks, remarks=tuple(remarks)
    )
    return document, found


def _parsed(root: Path, remarks: list[str]) -> Iterator[ParsedFile]:
    for file in dossier_files.list_files(root):
        try:
            data = files.read_bytes(root / file, MAX_BYTES + 1)
        except OSError as error:
            remarks.append(f"{file}: {files.explain(error)}")
            continue
        if len(data) > MAX_BYTES:
            remarks.append(f"{file}: Die Datei ist zu groß.")
            continue
        parsed = parse(file, data)
        if parsed and parsed.value is None:
            remarks.append(f"{file}: Die Datei lässt sich nicht lesen.")
        if parsed:
            yield parsed


def _blocks(measure: Evidence) -> Iterator[Block]:
    heading = Block(BlockKind.HEADING, measure.title, level=1)
    yield heading
    for text in filter(None, (measure.summary, measure.goal)):
        yield Block(BlockKind.PARAGRAPH, text.strip(), headings=(measure.title,))


def _proposal(
    measure: Evidence,
    catalogue: Catalogue,
    origin: Origin,
    blocks: tuple[int, ...],
    taken: Mapping[str, object],
) -> Proposal:
    field = next((field for field in measure.action_fields if field in catalogue.fields), "")
    known = catalogue.fields[field] if field else None
    criterion = next((c for c in measure.criteria if known and known.criterion(c)), "")
    text = measure.summary.strip() or measure.title
    said = f"{measure.title}\n{text}"
    return Proposal(
        ProposalKind.MEASURE,
        proposal_key(ProposalKind.MEASURE, said, taken=taken),
        title=measure.title,
        text=text,
        action_field=field,
        criterion=criterion,
        confidence=1.0 if field else 0.0,
        reason="So steht es in der anderen Mappe." if field else "",
        since=measure.since,
        until=measure.until,
        audience=measure.audience,
        legal_character=measure.legal_character,
        legal_basis=measure.legal_basis,
        responsible=measure.responsible,
        partners=measure.partners,
        target_groups=measure.target_groups,
        results=measure.results,
        origin=origin,
        blocks=blocks,
    )


def _values(proposal: Proposal, said: Mapping[str, object], titles: Mapping[str, str]) -> dict[str, object]:
    """Take over word for word what a measure says of itself; only what it points to is not here."""
    values = evidence_values(proposal)
    own = {key: said[key] for key in (*_PROSE, *_TAKEN, *_LISTED) if said.get(key) not in (None, "", [])}
    own |= {key: _unlinked(str(own[key]), titles) for key in _PROSE if key in own}
    links = [proof for proof in _entries(said.get("proofs")) if proof.get("url") and not proof.get("file")]
    return {**values, **own, **({"proofs": links} if links else {})}


def _unlinked(text: str, titles: Mapping[str, str]) -> str:
    """Name the measures to which a text points; a figure stays in its braces, to be seen."""
    named = _MEASURE.sub(lambda found: titles.get(found[1].strip(), found[1].strip()), text)
    return _FIGURE.sub(r"\\\1", named)


def _entries(value: object) -> list[Mapping[str, object]]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []
