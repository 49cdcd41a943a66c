"""What a reviewer sees of a measure and of its proofs."""

from collections.abc import Iterator

from tea_assistant.figures.german import plain_number_text
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence, EvidenceState, Proof, Result, is_later
from tea_assistant.prose.dates import german_date
from tea_assistant.review.lines import Line, lines_piece
from tea_assistant.review.piece import Piece, PieceKind


def measure_pieces(application: Application, evidence: Evidence) -> Iterator[Piece]:
    """Yield the texts, the facts, the results and the proofs of a measure as they are in the round."""
    labels, cycle = application.labels, application.cycle.id
    begin, name = f"measure/{evidence.id}", _name(evidence)
    for key, text in (("title", evidence.title), ("summary", evidence.summary), ("goal", evidence.goal)):
        if text.strip():
            title = f"{name}: {labels.key('evidence', key)}"
            yield Piece(f"{begin}/{key}", title, text, PieceKind.MEASURE, ref=evidence.id)
    facts = list(_facts(application, evidence))
    if facts:
        title = f"{name}: Angaben"
        yield lines_piece(f"{begin}/facts", title, facts, PieceKind.MEASURE, evidence.id)
    results = [
        _result(application, result) for result in evidence.results if not is_later(result.as_of, cycle)
    ]
    if results:
        title = f"{name}: {labels.key('evidence', 'results')}"
        yield lines_piece(f"{begin}/results", title, results, PieceKind.MEASURE, evidence.id)
    for proof in evidence.proofs:
        if not is_later(proof.dated, cycle):
            yield proof_piece(application, proof, evidence.id)


def mention_piece(application: Application, evidence: Evidence) -> Piece:
    """Return what the text of a measure prints that mentions another one: its title, and no more of it."""
    title = f"{_name(evidence)}: {application.labels.key('evidence', 'title')}"
    return Piece(f"mention/{evidence.id}", title, evidence.title or evidence.id, PieceKind.MEASURE)


def _name(evidence: Evidence) -> str:
    return " ".join(evidence.title.split()) or evidence.id


def proof_piece(application: Application, proof: Proof, owner: str) -> Piece:
    """Return what a reviewer sees of a proof: what it is, and the sum of its file as it lies there now."""
    labels = application.labels
    release = labels.value("evidence", "proofs", "release", proof.release.value)
    plain: tuple[tuple[str, str, str], ...] = (
        ("title", proof.title, proof.title),
        ("file", proof.file, proof.file),
        ("url", proof.url, proof.url),
        ("dated", german_date(proof.dated), proof.dated),
        ("retrieved", german_date(proof.retrieved), proof.retrieved),
        ("release", release, proof.release.value),
    )
    lines = [
        Line(labels.key("evidence", "proofs", key), text, said, key) for key, text, said in plain if text
    ]
    if proof.file:
        state, said = _file_state(application, proof)
        lines.append(Line("Inhalt der Datei", state, said, "content"))
    name = proof.file or proof.url or proof.title
    return lines_piece(
        f"proof/{owner}/{name}", f"Nachweis {proof.title or name}", lines, PieceKind.PROOF, owner
    )


def _file_state(application: Application, proof: Proof) -> tuple[str, str]:
    found = application.dossier.attachments.get(proof.file)
    if found is None or not found.inside:
        return "liegt außerhalb der Mappe", "outside"
    if not found.exists:
        return "fehlt", "missing"
    return (f"Prüfsumme {found.sha256}", found.sha256) if found.sha256 else ("nicht lesbar", "unreadable")


def _facts(application: Application, evidence: Evidence) -> Iterator[Line]:
    labels = application.labels
    audience = evidence.audience.value if evidence.audience else ""
    character = evidence.legal_character.value if evidence.legal_character else ""
    plain: tuple[tuple[str, str, str], ...] = (
        ("audience", audience and labels.value("evidence", "audience", audience), audience),
        ("target_groups", ", ".join(evidence.target_groups), ""),
        ("legal_character", character and labels.value("evidence", "legal_character", character), character),
        ("legal_basis", evidence.legal_basis, ""),
        ("since", german_date(evidence.since), evidence.since),
        ("until", german_date(evidence.until), evidence.until),
        ("responsible", evidence.responsible, ""),
        ("partners", ", ".join(evidence.partners), ""),
    )
    for key, text, said in plain:
        if text.strip():
            yield Line(labels.key("evidence", key), text, said or text, key)
    found = evidence.in_cycle(application.cycle.id)
    if found.state not in (None, EvidenceState.OPEN):
        state = labels.value("evidence", "cycles", "state", found.state.value)
        yield Line(labels.key("evidence", "cycles", "state"), state, found.state.value, "state")
    for key, text in (("change", found.change), ("reason", found.reason)):
        if text.strip():
            yield Line(labels.key("evidence", "cycles", key), text, text, key)


def _result(application: Application, result: Result) -> Line:
    labels = application.labels
    number = "" if result.value is None else plain_number_text(result.value)
    counted = " ".join(part for part in (number, result.unit) if part)
    told = ": ".join(part for part in (counted if number else "", result.text.strip()) if part)
    details = [
        f"{labels.key('evidence', 'results', key)}: {text}"
        for key, text in (("as_of", german_date(result.as_of)), ("source", result.source))
        if text
    ]
    raw = (str(result.value), result.unit, result.text.strip(), result.as_of, result.source)
    return Line("", f"{told} ({', '.join(details)})" if details else told, "\x1f".join(raw))
