"""German names for the files of a dossier, and days as its users write them."""

from datetime import date

from tea_assistant.model.layout import FileRole, Kind


def partial_day(text: str) -> str:
    """Write an ISO date, month or year in German; what is none of these stays as it is."""
    try:
        return f"{date.fromisoformat(text):%d.%m.%Y}"
    except ValueError:
        year, dash, month = text.partition("-")
        return f"{month}/{year}" if dash else text


def title_of(role: FileRole, name: str = "") -> str:
    """Name a file by what it is for; `name` is the title of its measure or action field, where known."""
    match role.kind:
        case Kind.DOSSIER:
            return "Angaben zur Organisation"
        case Kind.EVIDENCE:
            return f"Maßnahme „{name}“" if name else f"Maßnahme {role.id}"
        case Kind.FIGURES:
            to = "" if role.id.isdecimal() else "zum "
            return f"Kennzahlen {to}{partial_day(role.id)}"
        case Kind.CYCLE:
            return f"Grundverständnis und Einstellungen {role.group}"
        case Kind.FIELD:
            return f"Aktionsfeld {name or role.id} {role.group}"
        case Kind.JURY:
            return f"Jurybegründung {role.group}"
        case Kind.REVIEW:
            return f"Prüfung {role.group} von {name or role.id}"
        case Kind.REQUEST:
            return f"Anfrage {role.group} an {name or role.id}"
        case Kind.INDICATORS if not role.group:
            return "Eigene Kennzahlen"
        case Kind.THEME:
            return "Hausstil"
        case Kind.TRANSFER:
            return f"Übertragung ins Portal {role.group}"
        case Kind.FIGURES_MAPPING:
            return "Zuordnung eingelesener Tabellen"
        case Kind.IMPORT:
            return f"Eingelesenes Dokument {name or role.id}"
        case _:
            return f"Katalog {role.group}"
