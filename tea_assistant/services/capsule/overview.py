"""What a capsule is going to hold, and what not, in a few German lines."""

from collections.abc import Sequence

from tea_assistant.services.capsule.contents import Contents
from tea_assistant.services.capsule.left_out import LeftOut
from tea_assistant.services.formats import FORMATS

_MANY = 1_000


def inside_lines(contents: Contents, *, most: int = _MANY) -> list[str]:
    """Say what enters; of more attachments than `most` only their number."""
    files = contents.files
    measures = sum(name.startswith("evidence/") for name in files)
    rounds = sorted({name.split("/")[1] for name in files if name.startswith("cycles/")})
    forms = ", ".join(["Markdown", *(each.title for each in FORMATS.values())])
    titles = contents.attachments
    many = len(titles) > most
    return [
        f"die Bewerbung als {forms}",
        f"die Mappe der Runde: {_counted(measures, 'Maßnahme', 'Maßnahmen')}, Texte ({', '.join(rounds)})",
        "der Katalog, die Prüfsummen und eine Erklärung dazu",
        *([_counted(len(titles), "Nachweis", "freigegebene Nachweise")] if many else []),
        *([] if many else [f"Nachweis: {title}" for title in titles]),
    ]


def outside_lines(left_out: Sequence[LeftOut], *, most: int = _MANY) -> list[str]:
    """Say what stays out, at most so many things by name."""
    told = [each.text for each in left_out[:most]]
    rest = len(left_out) - len(told)
    return [*told, f"und {rest} weitere"] if rest else told


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
