"""German words for files, days and times, as the screens show them."""

from datetime import date, datetime

from tea_assistant.errors import TeaError
from tea_assistant.model.application import Application
from tea_assistant.model.layout import FileRole, Kind, role_of
from tea_assistant.services.file_titles import partial_day, title_of
from tea_assistant.services.session import Session

_LONG_OVER = 30
"""So many days after the deadline nobody hands in late any more: days are no longer counted."""


def day(value: date) -> str:
    """Write a day as 30.04.2025."""
    return f"{value:%d.%m.%Y}"


def moment(value: datetime, today: date) -> str:
    """Write when something happened: with the time while it is fresh, later as a day."""
    ago = (today - value.date()).days
    if ago == 0:
        return f"heute {value:%H:%M}"
    if ago == 1:
        return f"gestern {value:%H:%M}"
    return day(value.date())


def days(count: int) -> str:
    """Write a number of days."""
    return "1 Tag" if count == 1 else f"{count} Tage"


def deadline(session: Session) -> str:
    """Say how much time is left for the round."""
    cycle = session.application.cycle
    if cycle.submitted:
        return f"eingereicht am {partial_day(cycle.submitted)}"
    left = session.days_left
    if left is None:
        return "noch kein Abgabetermin eingetragen"
    until = partial_day(cycle.deadline)
    if left == 0:
        return f"heute ist der letzte Tag ({until})"
    if left < -_LONG_OVER:
        return f"Abgabe: {until}; Strg+P „Neue Runde“"
    if left < 0:
        return f"Abgabe war am {until}, vor {'1 Tag' if left == -1 else f'{-left} Tagen'}"
    return f"noch {days(left)} bis zum {until}"


def refusal(application: Application, error: TeaError) -> str:
    """Write an error with what it is about and what to do, without the name of a file."""
    about = f"{file_title(application, error.file)}: " if error.file else ""
    hint = f"\n{error.hint}" if error.hint else ""
    return f"{about}{error.message}{hint}"


def short_title(application: Application, file: str) -> str:
    """Name a file where it is clear that files are named: a measure by its title alone."""
    role = role_of(file)
    evidence = application.dossier.evidence.get(role.id) if role and role.kind is Kind.EVIDENCE else None
    return evidence.title if evidence and evidence.title else file_title(application, file)


def file_title(application: Application, file: str) -> str:
    """Name a file of the dossier in the words of its users."""
    role = role_of(file)
    return title_of(role, _name(application, role)) if role else file


def _name(application: Application, role: FileRole) -> str:
    dossier = application.dossier
    if role.kind is Kind.EVIDENCE:
        evidence = dossier.evidence.get(role.id)
        return (evidence.title or role.id) if evidence else ""
    if role.kind is Kind.REQUEST:
        asked = dossier.rounds[role.group].requests.get(role.id) if role.group in dossier.rounds else None
        return asked.department if asked else ""
    if role.kind is Kind.REVIEW:
        review = dossier.rounds[role.group].reviews.get(role.id) if role.group in dossier.rounds else None
        return " ".join(review.name.split()) if review else ""
    if role.kind is Kind.FIELD:
        round_ = dossier.rounds.get(role.group)
        catalogue = dossier.catalogues.get(round_.cycle.catalogue) if round_ else None
        field = catalogue.fields.get(role.id) if catalogue else None
        return field.label if field else ""
    return ""


def sentence(text: str) -> str:
    """Write the first letter large."""
    return text[:1].upper() + text[1:]
