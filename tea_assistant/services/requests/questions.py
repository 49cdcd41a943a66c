"""What a department can be asked: its measures, rows of figures, activities."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.nearest import suggestion
from tea_assistant.errors import UsageError
from tea_assistant.importing.requests.identity import fingerprint
from tea_assistant.model.application import Application
from tea_assistant.model.dates import span_of
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.figures import FigureRow, FigureSet
from tea_assistant.model.layout import evidence_file, field_file, figures_file
from tea_assistant.model.request import Ask, Question
from tea_assistant.services.plain_table import wrapped
from tea_assistant.services.requests.present import group_of, present
from tea_assistant.services.session import Session

_NEW_RESULTS, _NEW_PROOFS = 3, 2
"""Empty lines of a form for what was not known before."""
_MOST_NAMED = 40


class Wanted(Struct, frozen=True):
    """What is to be asked, by the names that a person gives."""

    evidence: Sequence[str] = ()
    figures: Sequence[str] = ()
    """A reference date, or one with a group: 2024-12-31/leadership."""
    criteria: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is named."""
        return not (self.evidence or self.figures or self.criteria)


def questions(session: Session, department: str, wanted: Wanted) -> dict[str, Question]:
    """Return the questions by their numbers; raises `UsageError` where something named does not exist.

    Where nothing is named these are the measures that the department is responsible for.
    """
    application = session.application
    measures = [_measure(application, name) for name in dict.fromkeys(wanted.evidence)]
    if wanted.is_empty:
        measures = responsible(application, department)
        if not measures:
            raise UsageError(f"Für „{department}“ ist keine Maßnahme eingetragen.", hint=askable(session))
    groups = [
        *(list(_of_measure(session.cycle, evidence)) for evidence in measures),
        *(list(_of_criterion(application, name)) for name in dict.fromkeys(wanted.criteria)),
        *(list(_of_figures(application, name)) for name in dict.fromkeys(wanted.figures)),
    ]
    return {
        f"{section}.{number}": _with_sent(session, question)
        for section, group in enumerate(groups, start=1)
        for number, question in enumerate(group, start=1)
    }


def responsible(application: Application, department: str) -> list[Evidence]:
    """Return the measures that a department is named for, by title."""
    wanted = " ".join(department.casefold().split())
    found = [
        evidence
        for evidence in application.dossier.evidence.values()
        if wanted and wanted in " ".join(evidence.responsible.casefold().split())
    ]
    return sorted(found, key=lambda evidence: (evidence.title or evidence.id).casefold())


def departments(application: Application) -> list[str]:
    """Return the departments that measures name, most of them first."""
    named = [e.responsible for e in application.dossier.evidence.values() if e.responsible]
    return sorted(dict.fromkeys(named), key=lambda name: (-named.count(name), name.casefold()))


def askable(session: Session) -> str:
    """List in German what can be asked."""
    application = session.application
    measures = sorted(application.dossier.evidence)
    names = departments(application)
    days = sorted(application.dossier.figures, reverse=True)
    criteria = [criterion.id for field in application.action_fields for criterion in field.criteria]
    lines = [
        "Fragen lässt sich nach:",
        *wrapped(f"Maßnahmen: {_listed(measures)}", "  --evidence  ", " " * 14),
        *wrapped(f"Stichtage: {_listed(days)} (auch ein neuer)", "  --figures   ", " " * 14),
        *wrapped(f"Aktivitäten: {_listed(criteria)}", "  --criteria  ", " " * 14),
    ]
    if names:
        lines += wrapped(f"Als zuständig sind eingetragen: {_listed(names)}")
    return "\n".join(lines)


def _listed(names: Sequence[str]) -> str:
    if not names:
        return "noch keine"
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" und {more} weitere" if more > 0 else "")


def _with_sent(session: Session, question: Question) -> Question:
    sent = present(session, question)
    return replace(question, sent=sent, fingerprint=fingerprint(sent.items()))


def _measure(application: Application, name: str) -> Evidence:
    known = application.dossier.evidence
    if name not in known:
        hint = suggestion(name, known, f"Maßnahmen: {_listed(sorted(known))}")
        raise UsageError(f"Die Maßnahme „{name}“ gibt es nicht.", hint=hint)
    return known[name]


def _of_measure(cycle: str, evidence: Evidence) -> Iterator[Question]:
    file = evidence.where.file or evidence_file(evidence.id)
    yield Question(Ask.STATE, file, f"cycles/{cycle}/state")
    yield Question(Ask.CHANGE, file, f"cycles/{cycle}/change")
    for number in range(_NEW_RESULTS):
        yield Question(Ask.RESULT, file, f"results/{len(evidence.results) + number}")
    yield Question(Ask.RESPONSIBLE, file, "responsible")
    yield Question(Ask.PARTNERS, file, "partners")
    for number in range(_NEW_PROOFS):
        yield Question(Ask.PROOF, file, f"proofs/{len(evidence.proofs) + number}")


def _of_criterion(application: Application, name: str) -> Iterator[Question]:
    known = {criterion.id: field.id for field in application.action_fields for criterion in field.criteria}
    if name not in known:
        hint = suggestion(name, known, f"Aktivitäten: {_listed(list(known))}")
        raise UsageError(f"Die Aktivität „{name}“ gibt es nicht.", hint=hint)
    answer = application.answer(known[name])
    file = answer.where.file or field_file(application.cycle.id, known[name])
    yield Question(Ask.STATEMENT, file, f"criteria/{name}/statement")


def _of_figures(application: Application, name: str) -> Iterator[Question]:
    day, _, group = name.partition("/")
    known = application.dossier.figures
    figures = known.get(day) or next((each for each in known.values() if each.as_of == day), None)
    rows = _asked_rows(application, figures, name, group)
    file = figures.where.file if figures else figures_file(_new_date(application, day))
    for at, row in enumerate(rows):
        place = figures.rows.index(row) if figures else at
        yield Question(Ask.COUNT, file, f"rows/{place}", group=group_of(row))


def _new_date(application: Application, day: str) -> str:
    if span_of(day) is None:
        known = application.dossier.figures
        hint = suggestion(day, known, f"Stichtage: {_listed(sorted(known, reverse=True))}")
        raise UsageError(f"Den Stichtag „{day}“ gibt es nicht.", hint=hint)
    return day


def _asked_rows(
    application: Application, figures: FigureSet | None, name: str, group: str
) -> list[FigureRow]:
    """Return the rows of a date; for one that nobody has counted yet, those of the last date."""
    newest = max(application.dossier.figures.values(), key=lambda each: each.as_of, default=None)
    source = figures or newest
    rows = [row for row in source.rows if not row.period] if source else []
    rows = rows or [FigureRow(each) for each in application.catalogue.groups]
    found = [row for row in rows if group in ("", row.group)]
    if not found:
        known = dict.fromkeys(row.group for row in rows)
        hint = suggestion(group, known, f"Zeilen: {_listed(list(known))}")
        raise UsageError(f"Zu „{name}“ gibt es keine Zeile.", hint=hint)
    return found
