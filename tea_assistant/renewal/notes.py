"""Says in German what a renewal does, what is left to people, and what does not come along."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from tea_assistant.checks.quotes import quoted
from tea_assistant.document.blocks import Item, Items, Section, Span
from tea_assistant.model.cycle import Round
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.labels import Labels
from tea_assistant.prose.dates import german_date
from tea_assistant.renewal.expectations import DueExpectation
from tea_assistant.renewal.migrate import Move, Piece
from tea_assistant.renewal.plan import RenewalPlan
from tea_assistant.renewal.rounds import titles, was_concluded

_SUSTAINABILITY = 5
"""The fifth award brings the Nachhaltigkeitspreis."""


class Topic(StrEnum):
    """What a note is about; the value is the German heading."""

    ROUND = "Die neue Runde"
    CARRIED = "Übernommen"
    TASKS = "Zu beantworten"
    MOVED = "Im neuen Katalog"
    TO_DECIDE = "Zu entscheiden"
    LEFT = "Nicht übernommen"


class Note(Struct, frozen=True):
    """One thing that people should know about a renewal."""

    topic: Topic
    text: str
    about: str = ""
    """What stays behind in the old round, word for word, where that is a text."""


def notes(dossier: Dossier, plan: RenewalPlan, labels: Labels) -> tuple[Note, ...]:
    """Describe a renewal, topic by topic."""
    return (
        *(Note(Topic.ROUND, text) for text in _round(plan)),
        *(Note(Topic.CARRIED, text) for text in _carried(plan)),
        *(Note(Topic.TASKS, _task(due, labels)) for due in plan.tasks),
        *(Note(Topic.MOVED, text) for text in _moved(plan)),
        *(Note(Topic.TO_DECIDE, _choice(move)) for move in plan.migration.to_decide),
        *_left(dossier, plan),
    )


def note_sections(found: Sequence[Note]) -> tuple[Section, ...]:
    """Lay out notes for reading: a section for each topic, texts that stay behind below their note."""
    return tuple(
        Section(topic.name.lower(), "", topic.value, 3, (Items(tuple(map(_item, items))),))
        for topic in Topic
        if (items := [note for note in found if note.topic is topic])
    )


def _item(note: Note) -> Item:
    return Item((Span(note.text),), ((Span(" ".join(note.about.split())),),) if note.about else ())


def _round(plan: RenewalPlan) -> Iterator[str]:
    old, settings = plan.old.cycle, next(iter(plan.files.values()))
    number = f"{plan.award}. Bewerbung" if plan.award else "Die wievielte Bewerbung es ist, bitte eintragen"
    yield f"Bewerbungsrunde {plan.new}: {number}, schließt an {old.id} an."
    if not was_concluded(plan.old):
        yield f"Die Runde {old.id} wurde nie eingereicht; deshalb zählt die Nummer nicht weiter."
    yield f"Abgabe bis {german_date(settings['deadline'])}."
    yield f"Katalog: {quoted(plan.catalogue.title or plan.catalogue.id)}."
    if plan.award == _SUSTAINABILITY:
        yield "Es ist die fünfte Auszeichnung: Mit ihr wird der Nachhaltigkeitspreis verliehen."


def _carried(plan: RenewalPlan) -> Iterator[str]:
    old = plan.old.cycle
    measures, texts, documents = len(plan.opened), plan.texts, len(old.documents)
    yield (
        f"{_counted(measures, 'Maßnahme', 'Maßnahmen')}, alle mit dem Stand „noch nicht angesehen“: "
        "bestätigen, ändern oder beenden."
    )
    yield (
        f"{_counted(texts, 'Text', 'Texte')}, markiert als „aus {old.id} übernommen“, bis jemand sie "
        "bestätigt."
    )
    if documents:
        counted = _counted(documents, "Grundlagendokument", "Grundlagendokumente")
        yield f"{counted}: bitte prüfen, ob das noch gilt."
    if old.figures:
        yield (
            f"Die Kennzahlen von {german_date(old.figures)} werden zu früheren Werten. Bitte einen neuen "
            "Stichtag eintragen."
        )
    else:
        yield f"Die Runde {old.id} nennt keine Kennzahlen; frühere Werte gibt es also nicht."


def _task(due: DueExpectation, labels: Labels) -> str:
    text = f"{origin(due, labels)}: {' '.join(due.expectation.text.split())}"
    if not due.before:
        return text
    cycle, answer = due.before[-1]
    state = labels.value("jury", "expectations", "answers", "state", answer.state or "")
    return f"{text} ({cycle}: {state})"


def origin(due: DueExpectation, labels: Labels) -> str:
    """Say of which round an expectation is, and whether it was asked for, noticed or announced."""
    kind = due.expectation.kind
    return f"{due.round} {labels.value('jury', 'expectations', 'kind', kind.value)}" if kind else due.round


def _moved(plan: RenewalPlan) -> Iterator[str]:
    for move in plan.migration.moves:
        if move.targets and not move.stays and not move.to_decide:
            yield f"{named(move)} → {', '.join(move.targets)}"
    if plan.old.cycle.catalogue == plan.catalogue.id and plan.migration.fresh:
        yield f"Neu im Katalog und noch offen: {', '.join(plan.migration.fresh)}"
    for retired in plan.migration.retired:
        yield f"{quoted(retired)} gibt es im Katalog nicht mehr; die Antwort bleibt mit ihrem Text stehen."


def _choice(move: Move) -> str:
    first, *others = move.successors
    if move.piece is not Piece.CRITERION:
        return f"{named(move)} geht vorläufig nach {first}. Möglich ist auch: {', '.join(others)}"
    return (
        f"{named(move)}: Der Text geht vorläufig nach {first}, die Maßnahmen sind auch bei "
        f"{', '.join(others)} verknüpft."
    )


def named(move: Move) -> str:
    """Name a piece of the old round by its id and title."""
    title = quoted(move.title)
    match move.piece:
        case Piece.FRAME:
            return f"{move.id}, Einstieg und Abschluss von {title}"
        case Piece.OWN:
            return f"{move.id}, eigene Aktivität {title}"
    return f"{move.id} {title}" if move.title != move.id else title


def _left(dossier: Dossier, plan: RenewalPlan) -> Iterator[Note]:
    old, names = plan.old.cycle.id, titles(dossier)
    for move in plan.migration.left_behind:
        why = "zurückgelassen" if move.decided else "hat im neuen Katalog keinen Nachfolger"
        links = f" Maßnahmen: {', '.join(names.get(e, e) for e in move.evidence)}." if move.evidence else ""
        yield Note(Topic.LEFT, f"{named(move)}: {why}.{links}", "\n\n".join(move.texts))
    for name, text in plan.understanding_left.items():
        yield Note(Topic.LEFT, f"Grundverständnis {quoted(name)}: danach fragt der neue Katalog nicht.", text)
    for ended in plan.ended:
        yield Note(Topic.LEFT, f"{quoted(names[ended])}: beendet; die Verknüpfung entfällt.")
    for unknown in plan.missing:
        yield Note(Topic.LEFT, f"{quoted(unknown)}: Diese Maßnahme gibt es nicht; die Verknüpfung entfällt.")
    if plan.silent:
        yield Note(Topic.LEFT, _silent([names[e] for e in plan.silent], old))
    if accepted := _accepted(plan.old):
        yield Note(
            Topic.LEFT,
            f"{_counted(accepted, 'hingenommener Befund', 'hingenommene Befunde')}: neu zu beurteilen.",
        )
    if plan.old.reviews:
        yield Note(Topic.LEFT, f"Anmerkungen und Freigaben: Sie gelten nur für {old}.")


def _silent(names: Sequence[str], old: str) -> str:
    return (
        f"{_counted(len(names), 'Maßnahme', 'Maßnahmen')} aus früheren Runden, von denen {old} nichts sagt: "
        f"{', '.join(map(quoted, names))}."
    )


def _accepted(round_: Round) -> int:
    return len(round_.cycle.accepted) + sum(len(answer.accepted) for answer in round_.fields.values())


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
