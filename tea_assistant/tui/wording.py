"""German words for files, days and times, as the screens show them."""

from datetime import date, datetime

from tea_assistant.errors import TeaError
from tea_assistant.model.application import Application
from tea_assistant.model.layout import FileRole, Kind, role_of
from tea_assistant.services.session import Session


def day(value: date) -> str:
    """Write a day as 30.04.2025."""
    return f"{value:%d.%m.%Y}"


def partial_day(text: str) -> str:
    """Write an ISO date, month or year in German; what is none of these stays as it is."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        year, dash, month = text.partition("-")
        return f"{month}/{year}" if dash else text


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
    if left < 0:
        ago = "1 Tag" if left == -1 else f"{-left} Tagen"
        return f"Abgabe am {until}, seit {ago} vorbei"
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
    return _titled(application, role) if role else file


def _titled(application: Application, role: FileRole) -> str:
    match role.kind:
        case Kind.DOSSIER:
            return "Angaben zur Organisation"
        case Kind.EVIDENCE:
            evidence = application.dossier.evidence.get(role.id)
            return f"Maßnahme „{evidence.title or role.id}“" if evidence else f"Maßnahme {role.id}"
        case Kind.FIGURES:
            return f"Kennzahlen zum {partial_day(role.id)}"
        case Kind.CYCLE:
            return f"Grundverständnis und Einstellungen {role.group}"
        case Kind.FIELD:
            round_ = application.dossier.rounds.get(role.group)
            catalogue = application.dossier.catalogues.get(round_.cycle.catalogue) if round_ else None
            field = catalogue.fields.get(role.id) if catalogue else None
            return f"Aktionsfeld {field.label if field else role.id} {role.group}"
        case Kind.JURY:
            return f"Jurybegründung {role.group}"
        case Kind.REVIEW:
            return f"Prüfung {role.group} von {role.id}"
        case Kind.INDICATORS if not role.group:
            return "Eigene Kennzahlen"
        case Kind.THEME:
            return "Hausstil"
        case Kind.TRANSFER:
            return f"Übertragung ins Portal {role.group}"
        case Kind.FIGURES_MAPPING:
            return "Zuordnung eingelesener Tabellen"
        case _:
            return f"Katalog {role.group}"


def sentence(text: str) -> str:
    """Write the first letter large."""
    return text[:1].upper() + text[1:]
