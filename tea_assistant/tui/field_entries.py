"""What can be written to an action field, in its order, each with its state in words."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.measures import linked_by
from tea_assistant.model.action_field import ActionField, Criterion, Prompt
from tea_assistant.model.application import Application
from tea_assistant.model.cycle import Carried, CriterionAnswer, FieldAnswer, OwnCriterion
from tea_assistant.model.source import Path, dotted
from tea_assistant.tui.widgets.progress import Stage

NEW = "new"
"""Key of the entry that makes an activity of one's own."""
NOT_APPLYING = "–"
"""Sign of an activity that was dropped with a reason."""


class EntryKind(StrEnum):
    """What an entry is."""

    OPENING = "opening"
    CRITERION = "criterion"
    OWN = "own"
    NEW = "new"
    CLOSING = "closing"


class FieldEntry(Struct, frozen=True):
    """One thing that is written to an action field, with what the instrument says about it."""

    key: str
    kind: EntryKind
    path: Path
    title: str
    stage: Stage
    word: str
    """The state in words."""
    sign: str = ""
    """Drawn instead of the stage's own sign."""
    question: str = ""
    guidance: str = ""
    good_evidence: str = ""
    official: bool = True
    applies: bool | None = True
    because: str = ""
    statement: str = ""
    evidence: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    """Dotted paths of its texts that stand there from an earlier round until somebody confirms them."""

    @property
    def text_path(self) -> Path:
        """Where its text stands."""
        return self.path if self.kind in (EntryKind.OPENING, EntryKind.CLOSING) else (*self.path, "statement")

    @property
    def last_path(self) -> Path:
        """What stands last in it."""
        return (*self.path, "evidence") if self.has_evidence else self.path

    @property
    def has_evidence(self) -> bool:
        """Whether measures can be linked to it."""
        return self.kind in (EntryKind.CRITERION, EntryKind.OWN)

    @property
    def short_word(self) -> str:
        """The state in fewer words: what is missing, without what is decided."""
        return self.word.rpartition(", ")[2]


def entries(application: Application, field: ActionField) -> list[FieldEntry]:
    """Return the entries of a field: opening, activities, those of one's own, closing."""
    answer = application.answer(field.id)
    return [_unless_carried(entry, answer.carried) for entry in _entries(application, field, answer)]


def _unless_carried(entry: FieldEntry, carried: Carried) -> FieldEntry:
    """Take back that an entry is done where its text only stands there from an earlier round."""
    texts = (dotted(entry.text_path), dotted((*entry.path, "because")))
    entry = replace(entry, carried=tuple(text for text in texts if text in carried.texts))
    if entry.stage is Stage.DONE and entry.carried:
        return replace(entry, stage=Stage.BEGUN, word=f"aus {carried.cycle} übernommen", sign="")
    return entry


def _entries(application: Application, field: ActionField, answer: FieldAnswer) -> Iterator[FieldEntry]:
    if field.opening or answer.opening:
        yield _prompted(EntryKind.OPENING, field.opening or Prompt(), "Einstieg", answer.opening)
    for criterion in field.criteria:
        yield _criterion(application, criterion, answer.criteria.get(criterion.id, CriterionAnswer()))
    for criterion_id, said in answer.criteria.items():
        if field.criterion(criterion_id) is None:
            gone = "Diese Aktivität steht nicht im Katalog dieser Runde."
            yield _criterion(application, Criterion(criterion_id, title=criterion_id, question=gone), said)
    for index, own in enumerate(answer.own_criteria):
        yield _own(application, index, own)
    yield _new()
    if field.closing or answer.closing:
        yield _prompted(EntryKind.CLOSING, field.closing or Prompt(), "Abschluss", answer.closing)


def _prompted(kind: EntryKind, prompt: Prompt, title: str, text: str) -> FieldEntry:
    if text.strip():
        stage, word = Stage.DONE, Stage.DONE.value
    else:
        stage, word = Stage.OPEN, Stage.OPEN.value if prompt.required else "freiwillig"
    return FieldEntry(
        kind.value,
        kind,
        (kind.value,),
        prompt.title or title,
        stage,
        word,
        question=prompt.question,
        guidance=prompt.guidance,
        official=prompt.official,
        statement=text,
    )


def _criterion(application: Application, criterion: Criterion, said: CriterionAnswer) -> FieldEntry:
    sign = ""
    match said.applies:
        case None:
            stage, word = Stage.OPEN, "offen"
        case False if said.because.strip():
            stage, word, sign = Stage.DONE, "trifft nicht zu", NOT_APPLYING
        case False:
            stage, word = Stage.BEGUN, "trifft nicht zu, Grund fehlt"
        case _:
            stage, word = _described(application, said)
            word = word if stage is Stage.DONE else f"trifft zu, {word}"
    return FieldEntry(
        criterion.id,
        EntryKind.CRITERION,
        ("criteria", criterion.id),
        criterion.title or criterion.id,
        stage,
        word,
        sign,
        question=criterion.question,
        guidance=criterion.guidance,
        good_evidence=criterion.good_evidence,
        official=criterion.official,
        applies=said.applies,
        because=said.because,
        statement=said.statement,
        evidence=said.evidence,
    )


def _own(application: Application, index: int, own: OwnCriterion) -> FieldEntry:
    stage, word = _described(application, own)
    return FieldEntry(
        f"own/{own.id or index}",
        EntryKind.OWN,
        ("own_criteria", index),
        own.title or own.id,
        stage,
        word,
        question="Was tun Sie, seit wann, für wen, und was kam dabei heraus?",
        statement=own.statement,
        evidence=own.evidence,
    )


def _new() -> FieldEntry:
    return FieldEntry(
        NEW,
        EntryKind.NEW,
        ("own_criteria",),
        "Eigene Aktivität",
        Stage.OPEN,
        "hinzufügen",
        "+",
        question="Tun Sie in diesem Aktionsfeld etwas, das die Liste nicht nennt? Dann legen Sie es hier an.",
    )


def _described(application: Application, said: CriterionAnswer | OwnCriterion) -> tuple[Stage, str]:
    described, linked = bool(said.statement.strip()), bool(linked_by(application, said.evidence))
    match described, linked:
        case True, True:
            return Stage.DONE, Stage.DONE.value
        case True, False:
            return Stage.BEGUN, "Maßnahme fehlt"
        case False, True:
            return Stage.BEGUN, "Text fehlt"
    return Stage.BEGUN, "Text und Maßnahme fehlen"
