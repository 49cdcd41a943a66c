"""What a renewed round has to decide, one thing after the other: measures, texts, wishes, announced plans."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from tea_assistant.errors import TeaError, UsageError
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.layout import jury_file
from tea_assistant.model.source import Path, dotted
from tea_assistant.renewal.expectations import DueExpectation, due_expectations
from tea_assistant.renewal.plan import plan_renewal
from tea_assistant.renewal.rounds import is_current, last_recorded, linked, was_concluded
from tea_assistant.renewal.successors import fields_in_order
from tea_assistant.services.carried_texts import marked
from tea_assistant.services.session import Session

_SHOWN = 180
"""So many characters of a jury's wish make its title."""


class Kind(StrEnum):
    """What is to be decided; within an action field it comes in this order."""

    MEASURE = "measure"
    TEXT = "text"
    EXPECTATION = "expectation"
    PLAN = "plan"
    """A measure that was announced, and of which nobody has said what became of it."""
    UNMENTIONED = "unmentioned"
    """A measure of an earlier round of which the last one says nothing."""


class Item(Struct, frozen=True):
    """One thing to decide."""

    kind: Kind
    id: str
    """Of the measure, or of the expectation."""
    title: str
    field: str
    """The action field that it belongs to; empty where it concerns the whole application."""
    file: str
    path: Path = ()
    decided: str = ""
    """In German what was decided; empty while it is open."""
    round: str = ""
    """Of a wish: the round whose jury had it."""

    @property
    def key(self) -> str:
        """What tells it from all others, also after edits."""
        return f"{self.file}:{dotted(self.path)}"


def inbox(session: Session) -> tuple[Item, ...]:
    """Return all that the round at hand has to decide, decided or not; nothing where it renews no other."""
    application = session.application
    cycle = application.cycle
    if not cycle.renews or cycle.renews not in session.dossier.rounds:
        return ()
    items = [*_measures(application), *_texts(session), *_expectations(application)]
    return tuple(sorted(items, key=_Order(application)))


def open_items(items: Sequence[Item]) -> list[Item]:
    """Return what nobody has decided yet."""
    return [item for item in items if not item.decided]


def blocking_items(items: Sequence[Item]) -> list[Item]:
    """Return the open items without which nobody should sign the round: all that it has taken over."""
    return [item for item in open_items(items) if item.kind is not Kind.UNMENTIONED]


def require_decided(session: Session) -> None:
    """Raise `UsageError` while something taken over is undecided: nobody should sign the round then."""
    if was_concluded(session.application.round):
        return
    if waiting := len(blocking_items(inbox(session))):
        what = "ein übernommener Punkt ist" if waiting == 1 else f"{waiting} übernommene Punkte sind"
        raise UsageError(
            f"Keine Endfassung: {what} in der Wiedervorlage nicht entschieden.",
            hint="Die Wiedervorlage öffnet sich im Programm mit Strg+G. Ein Entwurf geht jederzeit.",
        )


def following(items: Sequence[Item], at: str, later: Sequence[str]) -> Item | None:
    """Return the open item that comes after the one with the key `at`; those put off come last.

    `later` has the keys of what was put off, the oldest first.
    """
    keys = [item.key for item in items]
    begin = keys.index(at) + 1 if at in keys else 0
    ahead = [*items[begin:], *items[:begin]]
    waiting = {key: number for number, key in enumerate(later)}
    candidates = [item for item in ahead if not item.decided and item.key != at]
    # Sorting keeps the order of what was not put off.
    return min(candidates, key=lambda item: waiting.get(item.key, -1), default=None)


class _Order:
    """Sorts items as one works through them: by field, within it by kind, then as the catalogue has them."""

    def __init__(self, application: Application) -> None:
        fields = fields_in_order(application.catalogue)
        self._fields = {field: at for at, field in enumerate(fields)}
        found = (c for f in fields for c in application.catalogue.fields[f].criteria)
        self._criteria = {criterion.id: at for at, criterion in enumerate(found)}
        self._prompts = {prompt.id: at for at, prompt in enumerate(application.catalogue.understanding)}
        self._kinds = {kind: at for at, kind in enumerate(Kind)}

    def __call__(self, item: Item) -> tuple[bool, int, int, int, str]:
        # What was no longer mentioned comes at the very end: it may be no matter any more.
        return (
            item.kind is Kind.UNMENTIONED,
            self._fields.get(item.field, len(self._fields)),
            self._kinds[item.kind],
            self._place(item),
            item.title.casefold() if item.kind is not Kind.EXPECTATION else item.key,
        )

    def _place(self, item: Item) -> int:
        match item.path:
            case ("opening",):
                return -1
            case ("criteria", str(criterion), *_):
                return self._criteria.get(criterion, len(self._criteria))
            case ("own_criteria", int(index), *_):
                return len(self._criteria) + 1 + index
            case ("closing",):
                return len(self._criteria) + 1_000
            case ("understanding", str(name)):
                return self._prompts.get(name, len(self._prompts))
        return 0


def _measures(application: Application) -> Iterator[Item]:
    cycle, dossier = application.cycle, application.dossier
    links = linked(dossier.rounds[cycle.renews])
    for evidence in dossier.evidence.values():
        last = last_recorded(evidence, cycle.id)
        state = evidence.in_cycle(cycle.id).state
        if last and last.state is EvidenceState.PLANNED:
            kind = Kind.PLAN
        elif state is EvidenceState.OPEN or is_current(evidence, cycle.renews, links):
            kind = Kind.MEASURE
        elif last and last.state is not EvidenceState.ENDED:
            kind = Kind.UNMENTIONED
        else:
            continue
        undecided = state in (None, EvidenceState.OPEN)
        said = "" if undecided or state is None else _state(application, state)
        field = _field_of(application, evidence)
        title = evidence.title or evidence.id
        yield Item(kind, evidence.id, title, field, evidence.where.file, decided=said)


def _state(application: Application, state: EvidenceState) -> str:
    return application.labels.value("evidence", "cycles", "state", state.value)


def _field_of(application: Application, evidence: Evidence) -> str:
    known = application.catalogue.fields
    if own := next((field for field in evidence.action_fields if field in known), ""):
        return own
    return next((link.field for link in application.links.get(evidence.id, ())), "")


def _expectations(application: Application) -> Iterator[Item]:
    known = application.catalogue.fields
    for due in due_expectations(application.dossier, application.cycle.id):
        wish = due.expectation
        field = wish.field if wish.field in known else ""
        path: Path = ("expectations", due.index)
        decided = _outcome(application, due)
        file = _jury_file(application, due)
        yield Item(Kind.EXPECTATION, wish.id, _short(wish.text), field, file, path, decided, due.round)


def _jury_file(application: Application, due: DueExpectation) -> str:
    jury = application.dossier.rounds[due.round].jury
    return jury.where.file if jury and jury.where.file else jury_file(due.round)


def _outcome(application: Application, due: DueExpectation) -> str:
    if due.answer is None or due.answer.state is None:
        return ""
    return application.labels.value("jury", "expectations", "answers", "state", due.answer.state.value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _texts(session: Session) -> Iterator[Item]:
    """Yield every text that was carried over, also those that were decided since."""
    for file, texts in _carried(session).items():
        value = session.value(file)
        waiting = marked(value)
        field = file.rpartition("/")[2].partition(".")[0] if "/fields/" in file else ""
        for path in dict.fromkeys((*texts, *map(_path, waiting))):
            now = text_at(value, path).strip()
            if dotted(path) in waiting:
                decided = ""
            elif not now:
                decided = "geleert"
            else:
                decided = "bestätigt" if now == texts.get(path, now).strip() else "geändert"
            title = _text_title(session.application, field, path)
            yield Item(Kind.TEXT, dotted(path), title, field, file, path, decided)


def _carried(session: Session) -> Mapping[str, Mapping[Path, str]]:
    """Return the texts that the renewal carried over, by the file that stands and by path."""
    application = session.application
    cycle = application.cycle
    written = [cycle.where.file, *(answer.where.file for answer in application.round.fields.values())]
    stands = {file.rpartition(".")[0]: file for file in written if file}
    found: dict[str, dict[Path, str]] = {file: {} for file in stands.values()}
    try:
        plan = plan_renewal(
            session.dossier, cycle.renews, cycle.id, application.catalogue, decisions=cycle.decisions
        )
    except TeaError:
        # Decisions that fit no more: what is still marked is to be decided all the same.
        return found
    for planned, values in plan.files.items():
        if file := stands.get(planned.rpartition(".")[0]):
            found[file] = {path: text_at(values, path) for path in map(_path, marked(values))}
    return found


def _path(text: str) -> Path:
    return tuple(int(step) if step.isdecimal() and step.isascii() else step for step in text.split("."))


def text_at(value: object, path: Path) -> str:
    """Return the text at a path of values as it stands there; empty where there is none."""
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return ""
    return value if isinstance(value, str) else ""


def _text_title(application: Application, field_id: str, path: Path) -> str:
    field = application.catalogue.fields.get(field_id) or ActionField(field_id)
    match path:
        case ("opening",):
            return field.opening.title if field.opening and field.opening.title else "Einstieg"
        case ("closing",):
            return field.closing.title if field.closing and field.closing.title else "Abschluss"
        case ("criteria", str(criterion_id), *_, last):
            criterion = field.criterion(criterion_id)
            title = criterion.title if criterion and criterion.title else criterion_id
            return f"{title}: warum nicht" if last == "because" else title
        case ("own_criteria", int(index), *_):
            own = application.answer(field_id).own_criteria
            return own[index].title or own[index].id if index < len(own) else "Eigene Aktivität"
        case ("understanding", str(name)):
            asked = (prompt.title for prompt in application.catalogue.understanding if prompt.id == name)
            return next(asked, "") or name
    return dotted(path)
