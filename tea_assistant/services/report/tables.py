"""The activities against their measures, and the proofs with what is known of them."""

from collections.abc import Iterator

from tea_assistant.checks.proofs import PlacedProof, all_proofs
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.prose.dates import german_date
from tea_assistant.report.content import FieldMatrix, MatrixRow, ProofState

_OPEN, _APPLIES, _NOT = "noch offen", "trifft zu", "trifft nicht zu"


def matrix(application: Application) -> Iterator[FieldMatrix]:
    """Yield for each action field its activities against the measures that stand for them."""
    for field in application.action_fields:
        measures = {
            evidence.id: evidence.title or evidence.id for evidence in application.evidence_of(field.id)
        }
        yield FieldMatrix(field.id, f"{field.id} {field.label}", measures, tuple(_rows(application, field)))


def unlinked(application: Application) -> Iterator[str]:
    """Yield the measures that the round does not use and that have not ended."""
    for evidence in application.dossier.evidence.values():
        state = evidence.in_cycle(application.cycle.id).state
        if evidence.id not in application.links and state is not EvidenceState.ENDED:
            yield evidence.title or evidence.id


def _rows(application: Application, field: ActionField) -> Iterator[MatrixRow]:
    answer = application.answer(field.id)
    for criterion in field.criteria:
        said = answer.criteria.get(criterion.id)
        applies = said.applies if said else None
        state = _OPEN if applies is None else _APPLIES if applies else _NOT
        linked = frozenset(said.evidence) if said and applies else frozenset[str]()
        yield MatrixRow(criterion.id, criterion.title, state, linked)
    for own in answer.own_criteria:
        yield MatrixRow(own.id, own.title or own.id, "eigene Aktivität", frozenset(own.evidence))


def proofs(application: Application) -> Iterator[ProofState]:
    """Yield every proof with its state: those of this application first."""
    placed = sorted(all_proofs(application), key=lambda proof: not proof.printed)
    for each in placed:
        told = list(_told(each))
        yield ProofState(
            owner=each.owner,
            title=each.proof.title or each.proof.file or each.proof.url or "ohne Bezeichnung",
            target=each.proof.file or each.proof.url,
            part=each.part,
            printed=each.printed,
            fine=tuple(text for text, fine in told if fine),
            problems=tuple(text for text, fine in told if not fine),
            release=application.labels.value("evidence", "proofs", "release", each.proof.release.value),
        )


def _told(placed: PlacedProof) -> Iterator[tuple[str, bool]]:
    proof = placed.proof
    if not proof.file and not proof.url:
        yield "weder Datei noch Link", False
    if proof.file:
        yield from _file(placed)
    if proof.url:
        yield (
            (f"Link abgerufen {german_date(proof.retrieved)}", True)
            if proof.retrieved
            else (
                "Link ohne Abrufdatum",
                False,
            )
        )
    if proof.dated:
        yield f"Stand {german_date(proof.dated)}", True
    elif not proof.url:
        yield "ohne Datum", False


def _file(placed: PlacedProof) -> Iterator[tuple[str, bool]]:
    found, noted = placed.attachment, placed.proof.sha256.lower()
    if found is None:
        yield "Datei nicht nachgesehen", False
    elif not found.inside:
        yield "Datei außerhalb der Mappe", False
    elif not found.exists:
        yield "Datei fehlt", False
    else:
        yield "Datei vorhanden", True
        now = found.sha256.lower()
        if not noted:
            yield "keine Prüfsumme vermerkt", False
        elif not now:
            yield "Prüfsumme nicht nachgerechnet", False
        else:
            yield ("unverändert", True) if now == noted else ("seit dem Anhängen geändert", False)
