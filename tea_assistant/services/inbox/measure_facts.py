"""What a measure was last time, and what is known of it now: results, proofs with their ages, places."""

from collections.abc import Iterator

from tea_assistant.figures.german import NO_BREAK_SPACE, plain_number_text
from tea_assistant.model.application import Application, Link
from tea_assistant.model.evidence import Evidence, EvidenceInCycle, EvidenceState, Proof, Result
from tea_assistant.prose.dates import german_date
from tea_assistant.services.inbox.fact import Clock, Fact, Facts
from tea_assistant.services.old_texts import aged, written


def measure_facts(application: Application, earlier: Application, evidence: Evidence, clock: Clock) -> Facts:
    """Gather both sides of a measure in a round; `earlier` is the round before it."""
    before = [
        *_history(application, evidence),
        *written("Beschreibung", evidence.summary, earlier),
        *written("Ziel", evidence.goal, earlier),
    ]
    now = [
        *_decision(application, evidence),
        *aged([fact.text for fact in before if fact.prose], clock),
        *_results(evidence, clock),
        *_proofs(application, evidence, clock),
        *_places(application, evidence),
    ]
    return Facts(tuple(before), tuple(now))


def state_words(application: Application, state: EvidenceState | None) -> str:
    """Write a state in German."""
    return application.labels.value("evidence", "cycles", "state", state.value) if state else "ohne Stand"


def _history(application: Application, evidence: Evidence) -> Iterator[Fact]:
    for cycle in sorted((c for c in evidence.cycles if c < application.cycle.id), reverse=True):
        yield Fact(f"Stand {cycle}", _said(application, evidence.cycles[cycle]))


def _decision(application: Application, evidence: Evidence) -> Iterator[Fact]:
    entry = evidence.in_cycle(application.cycle.id)
    if entry.state not in (None, EvidenceState.OPEN):
        yield Fact("Entschieden", _said(application, entry))


def _said(application: Application, entry: EvidenceInCycle) -> str:
    signed = [f"bestätigt am {german_date(entry.confirmed)}"] if entry.confirmed else []
    signed += [entry.by] if entry.by else []
    told = (state_words(application, entry.state), entry.change, entry.reason, ", ".join(signed))
    return " · ".join(" ".join(part.split()) for part in told if part.strip())


def _results(evidence: Evidence, clock: Clock) -> Iterator[Fact]:
    for result in evidence.results:
        yield Fact("Ergebnis", _result(result, clock))
    if not any(clock.is_fresh(result.as_of) for result in evidence.results):
        yield Fact("Ergebnis", "kein neues seit der letzten Bewerbung", notable=True)


def _result(result: Result, clock: Clock) -> str:
    number = "" if result.value is None else plain_number_text(result.value)
    counted = NO_BREAK_SPACE.join(part for part in (number, result.unit) if part)
    said = ": ".join(part for part in (counted, result.text.strip()) if part)
    when = f" (Stichtag {german_date(result.as_of)}, {clock.age(result.as_of)})" if result.as_of else ""
    return said + when


def _proofs(application: Application, evidence: Evidence, clock: Clock) -> Iterator[Fact]:
    if not evidence.proofs:
        yield Fact("Nachweis", "noch keiner", notable=True)
    for proof in evidence.proofs:
        found = list(_of_proof(application, proof, clock))
        told = ", ".join(text for text, _ in found)
        name = proof.title or proof.file or proof.url
        yield Fact("Nachweis", f"{name} ({told})" if told else name, notable=any(old for _, old in found))


def _of_proof(application: Application, proof: Proof, clock: Clock) -> Iterator[tuple[str, bool]]:
    """Yield what there is to say of a proof, and whether it speaks against it."""
    found = application.dossier.attachments.get(proof.file) if proof.file else None
    if found and not found.exists:
        yield "Datei fehlt", True
    if proof.dated:
        age = f"Stand {german_date(proof.dated)}, {clock.age(proof.dated)}"
        yield age, not clock.is_fresh(proof.dated)
    if proof.url and proof.retrieved:
        seen = f"Link geprüft {german_date(proof.retrieved)}, {clock.age(proof.retrieved)}"
        yield seen, not clock.is_fresh(proof.retrieved)
    elif proof.url:
        yield "Link nie geprüft", True


def _places(application: Application, evidence: Evidence) -> Iterator[Fact]:
    links = application.links.get(evidence.id, ())
    if places := dict.fromkeys(_activity(application, link) for link in links):
        yield Fact("Steht in", ", ".join(places))


def _activity(application: Application, link: Link) -> str:
    field = application.catalogue.fields.get(link.field)
    if field and (criterion := field.criterion(link.criterion)):
        return criterion.title or criterion.id
    own = application.answer(link.field).own_criteria
    return next((o.title for o in own if o.id == link.criterion and o.title), link.criterion)
