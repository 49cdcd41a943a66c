"""What each part of an application asks for, as items."""

from collections.abc import Iterator

from tea_assistant.checks.items import Item, ItemKind
from tea_assistant.checks.measures import linked_by, linked_measures
from tea_assistant.checks.organisation import ASKED_KEYS, missing_keys
from tea_assistant.checks.required_figures import place_of, required_indicators
from tea_assistant.figures.values import value_of
from tea_assistant.model.action_field import Criterion, Prompt
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part, PartKind
from tea_assistant.model.cycle import CriterionAnswer, FieldAnswer, OwnCriterion
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.layout import figures_file
from tea_assistant.model.source import Path


def items_of(application: Application, part: Part) -> Iterator[Item]:
    """Yield what is asked in a part, in the order of its text."""
    match part.kind:
        case PartKind.ORGANISATION:
            yield from _organisation(application, part.id)
        case PartKind.FIGURES:
            yield from _figures(application, part.id)
        case PartKind.UNDERSTANDING:
            yield from _understanding(application, part.id)
        case PartKind.ACTION_FIELD:
            yield from _action_field(application, part.id)
        case PartKind.EVIDENCE:
            yield from _evidence(application, part.id)
        case _:
            # Attachments and progress follow from the rest: they ask for nothing by themselves.
            return


def _organisation(application: Application, part: str) -> Iterator[Item]:
    missing = missing_keys(application.organisation)
    file = application.organisation.where.file
    for key in ASKED_KEYS:
        kind = ItemKind.DESCRIBE if key == "about" else ItemKind.FILL
        yield Item(part, file, (key,), application.labels.key("dossier", key), kind, key not in missing)


def _figures(application: Application, part: str) -> Iterator[Item]:
    figures, cycle = application.figures, application.cycle
    path: Path = ()
    if figures:
        file = figures.where.file
    elif cycle.figures:
        file = figures_file(cycle.figures)
    else:
        file, path = cycle.where.file, ("figures",)
    yield Item(part, file, path, "Kennzahlen zum Stichtag", ItemKind.FILL, figures is not None)
    for indicator in required_indicators(application):
        at = place_of(indicator, figures) if figures else path
        done = figures is not None and value_of(indicator, figures) is not None
        yield Item(part, file, at, indicator.title, ItemKind.FILL, done, waits=figures is None)


def _understanding(application: Application, part: str) -> Iterator[Item]:
    cycle = application.cycle
    for prompt in application.catalogue.understanding:
        if prompt.required:
            path, text = ("understanding", prompt.id), cycle.understanding.get(prompt.id, "")
            yield Item(part, cycle.where.file, path, prompt.title, ItemKind.DESCRIBE, bool(text.strip()))


def _action_field(application: Application, field_id: str) -> Iterator[Item]:
    field, answer = application.catalogue.fields[field_id], application.answer(field_id)
    yield from _framing(answer, field.opening, "opening", "Einstieg")
    for criterion in field.criteria:
        said = answer.criteria.get(criterion.id, CriterionAnswer())
        yield from _criterion(application, answer, criterion, said)
    for index, own in enumerate(answer.own_criteria):
        yield from _described(application, answer, ("own_criteria", index), own.title or own.id, own)
    yield from _framing(answer, field.closing, "closing", "Abschluss")


def _framing(answer: FieldAnswer, prompt: Prompt | None, key: str, title: str) -> Iterator[Item]:
    if prompt and prompt.required:
        done = bool(getattr(answer, key).strip())
        yield Item(answer.id, answer.where.file, (key,), title, ItemKind.DESCRIBE, done)


def _criterion(
    application: Application, answer: FieldAnswer, criterion: Criterion, said: CriterionAnswer
) -> Iterator[Item]:
    # Always three items, so that ticking an activity never makes a field look less complete than before.
    path: Path = ("criteria", criterion.id)
    dropped = said.applies is False and bool(said.because.strip())
    if said.applies is False:
        key, verb = "because", "begründen, warum nicht"
    else:
        key, verb = "applies", "entscheiden"
    decided = bool(said.applies) or dropped
    file = answer.where.file
    yield Item(answer.id, file, (*path, key), f"{criterion.title}: {verb}", ItemKind.DECIDE, decided)
    for item in _described(application, answer, path, criterion.title, said):
        if said.applies:
            yield item
        else:
            yield Item(item.part, file, item.path, item.title, item.kind, dropped, waits=not dropped)


def _described(
    application: Application,
    answer: FieldAnswer,
    path: Path,
    title: str,
    said: CriterionAnswer | OwnCriterion,
) -> Iterator[Item]:
    part, file = answer.id, answer.where.file
    described, linked = bool(said.statement.strip()), bool(linked_by(application, said.evidence))
    yield Item(part, file, (*path, "statement"), f"{title}: beschreiben", ItemKind.DESCRIBE, described)
    yield Item(part, file, (*path, "evidence"), f"{title}: Maßnahme verknüpfen", ItemKind.LINK, linked)


def _evidence(application: Application, part: str) -> Iterator[Item]:
    measures = tuple(linked_measures(application))
    if not application.action_fields:
        return
    first = application.answer(application.action_fields[0].id).where.file
    title = "Erste Maßnahme verknüpfen"
    yield Item(part, first, ("criteria",), title, ItemKind.LINK, bool(measures))
    for evidence in measures:
        yield from _measure(application, part, evidence)


def _measure(application: Application, part: str, evidence: Evidence) -> Iterator[Item]:
    cycle, file = application.cycle.id, evidence.where.file
    state = evidence.in_cycle(cycle).state
    named = evidence.title or evidence.id
    asked: tuple[tuple[Path, tuple[str, ...], bool], ...] = (
        (("title",), ("title",), bool(evidence.title.strip())),
        (("summary",), ("summary",), bool(evidence.summary.strip())),
        (("target_groups",), ("target_groups",), bool(evidence.target_groups)),
        (("legal_character",), ("legal_character",), evidence.legal_character is not None),
        (("since",), ("since",), bool(evidence.since)),
        (("cycles", cycle, "state"), ("cycles", "state"), state not in (None, EvidenceState.OPEN)),
    )
    for path, label, done in asked:
        kind = ItemKind.DESCRIBE if path == ("summary",) else ItemKind.FILL
        title = f"{named}: {application.labels.key('evidence', *label)}"
        yield Item(part, file, path, title, kind, done)
