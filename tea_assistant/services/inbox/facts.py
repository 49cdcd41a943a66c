"""What a thing of the inbox was last time, and what is known of it now."""

from collections.abc import Iterator, Sequence
from datetime import date

from tea_assistant.figures.german import NO_SHARE, value_text
from tea_assistant.figures.trend import current_value
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.reporting import handed_in
from tea_assistant.model.review import Answer
from tea_assistant.prose.references import ReferenceKind
from tea_assistant.prose.scan import Reference, references
from tea_assistant.renewal.expectations import DueExpectation, due_expectations
from tea_assistant.services.inbox.fact import Clock, Fact, Facts
from tea_assistant.services.inbox.inbox import Item, Kind, text_at
from tea_assistant.services.inbox.measure_facts import measure_facts, state_words
from tea_assistant.services.old_texts import aged, resolved, written
from tea_assistant.services.session import Session

_RUNNING = (EvidenceState.NEW, EvidenceState.EXPANDED, EvidenceState.CONTINUED)
_MOST = 8
"""So many measures are named that may be the answer to a wish."""


def clock(session: Session) -> Clock:
    """Return the days that what the round before has said is judged by."""
    before = session.dossier.rounds[session.application.cycle.renews].cycle
    today = session.today()
    return Clock(handed_in(before) or date(today.year - 3, 4, 30), today)


def facts(session: Session, item: Item) -> Facts:
    """Gather what was said last time and what is known now."""
    application = session.application
    match item.kind:
        case Kind.TEXT:
            return _text(session, item)
        case Kind.EXPECTATION:
            return _expectation(application, item)
    evidence = application.dossier.evidence[item.id]
    return measure_facts(application, _before(application), evidence, clock(session))


def _before(application: Application) -> Application:
    """Return the round before this one as an application."""
    dossier = application.dossier
    round_ = dossier.rounds[application.cycle.renews]
    catalogue = dossier.catalogues.get(round_.cycle.catalogue) or Catalogue(round_.cycle.catalogue)
    return Application(dossier, round_, catalogue, application.labels)


def _text(session: Session, item: Item) -> Facts:
    application = session.application
    earlier = _before(application)
    text = text_at(session.value(item.file), item.path)
    title = f"Text {earlier.cycle.id}"
    found = references(text)
    now = (
        *([Fact("Entschieden", item.decided)] if item.decided else []),
        *aged([resolved(text, earlier)], clock(session)),
        *_figures(found, earlier, application),
        *_measures(found, application, item),
    )
    return Facts(tuple(written(title, text, earlier)) or (Fact(title, "(leer)"),), now)


def _figures(found: Sequence[Reference], earlier: Application, application: Application) -> Iterator[Fact]:
    for name in dict.fromkeys(r.target for r in found if r.kind is ReferenceKind.FIGURE and r.closed):
        yield _figure(name, earlier, application)


def _figures_of_field(field: str, earlier: Application, application: Application) -> Iterator[Fact]:
    """Tell the figures of a field that either round knows."""
    for name, indicator in application.catalogue.indicators.items():
        known = current_value(earlier, name) or current_value(application, name)
        if field and field in indicator.fields and known:
            yield _figure(name, earlier, application)


def _figure(name: str, earlier: Application, application: Application) -> Fact:
    indicator = application.catalogue.indicators.get(name) or earlier.catalogue.indicators.get(name)
    then, now = current_value(earlier, name), current_value(application, name)
    before = f"{earlier.cycle.id}: {value_text(then) if then else NO_SHARE}"
    after = f"{application.cycle.id}: {value_text(now) if now else 'noch kein Wert'}"
    title = indicator.title if indicator else name
    return Fact("Kennzahl", f"{title}: {before} → {after}", notable=now is None)


def _measures(found: Sequence[Reference], application: Application, item: Item) -> Iterator[Fact]:
    """Tell how the measures stand that the text names, and those that back it."""
    named = [r.target for r in found if r.kind is ReferenceKind.EVIDENCE and r.closed]
    for name in dict.fromkeys((*named, *_backing(application, item))):
        evidence = application.dossier.evidence.get(name)
        if evidence is None:
            yield Fact("Maßnahme", f"{name}: gibt es nicht", notable=True)
            continue
        state = evidence.in_cycle(application.cycle.id).state
        said = f"{evidence.title or name}: {state_words(application, state)}"
        yield Fact("Maßnahme", said, notable=state not in _RUNNING)


def _backing(application: Application, item: Item) -> tuple[str, ...]:
    answer = application.answer(item.field)
    match item.path:
        case ("criteria", str(criterion), *_):
            said = answer.criteria.get(criterion)
            return said.evidence if said else ()
        case ("own_criteria", int(index), *_) if index < len(answer.own_criteria):
            return answer.own_criteria[index].evidence
    return ()


def _expectation(application: Application, item: Item) -> Facts:
    due = due_of(application, item)
    if due is None:
        return Facts((), ())
    kind = due.expectation.kind
    word = application.labels.value("jury", "expectations", "kind", kind.value) if kind else "erwartet"
    earlier = _before(application)
    before = (
        *written(f"{due.round} {word}", due.expectation.text, earlier),
        *(Fact(f"Antwort {cycle}", _answered(application, said)) for cycle, said in due.before),
    )
    answer = [Fact("Entschieden", _answered(application, due.answer))] if due.answer else []
    now = (
        *answer,
        *_figures_of_field(item.field, earlier, application),
        *_in_field(application, item.field),
    )
    return Facts(before, now)


def due_of(application: Application, item: Item) -> DueExpectation | None:
    """Return the wish that an item is about, with what was answered so far."""
    due = due_expectations(application.dossier, application.cycle.id)
    at = item.path[-1:]
    return next((d for d in due if (d.index,) == at and d.round == item.round), None)


def _answered(application: Application, answer: Answer) -> str:
    state = answer.state
    word = application.labels.value("jury", "expectations", "answers", "state", state.value) if state else ""
    evidence = application.dossier.evidence
    named = [(evidence[e].title or e) if e in evidence else e for e in answer.evidence]
    told = ": ".join(part for part in (word, " ".join(answer.text.split())) if part)
    return f"{told} (Maßnahmen: {', '.join(named)})" if named else told


def _in_field(application: Application, field: str) -> Iterator[Fact]:
    """Name the measures of the field that may be the answer, the new and the expanded ones first."""
    found = [
        (_RUNNING.index(state), evidence.title or evidence.id, state)
        for evidence in application.dossier.evidence.values()
        if (not field or field in evidence.action_fields)
        and (state := evidence.in_cycle(application.cycle.id).state) in _RUNNING
    ]
    for _, title, state in sorted(found)[:_MOST]:
        yield Fact("Maßnahme", f"{title}: {state_words(application, state)}")
