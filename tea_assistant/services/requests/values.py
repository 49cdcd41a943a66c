"""The boxes of a request form: their German names, and what the texts in them mean for the dossier."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from tea_assistant.importing.count_text import Count, NoValue, Percent, Unreadable, content_of
from tea_assistant.importing.xlsx_grids import FORMULA
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.figures import COUNTS
from tea_assistant.model.grid import GridCell
from tea_assistant.model.layout import Kind
from tea_assistant.model.request import BOXES, Ask
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import german_date
from tea_assistant.store import schema

Boxes = Mapping[str, str]
"""Texts by the name of their box."""
_WITHOUT_RESULT = "enthält eine Formel ohne Ergebnis. Bitte die Datei in Excel öffnen und speichern"
_GROUPED = regex(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = regex(r"[+-]?\d+(?:,\d+)?")
_ISO = regex(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DAY = regex(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})")
_MONTH = regex(r"(\d{1,2})[./]\s*(\d{4})")
_LONGEST_NUMBER = 15
_YEAR_DIGITS = 4
_SPOKEN = MappingProxyType(
    {
        "ja": "continued",
        "läuft": "continued",
        "läuft weiter": "continued",
        "nein": "ended",
        "läuft nicht mehr": "ended",
    }
)
"""What people write who did not choose from the list."""


class Trouble(Struct, frozen=True):
    """A box whose text cannot go into the dossier; `message` goes on after the name of the box or cell."""

    box: str
    message: str


Value = object
_Reader = Callable[[str], "tuple[Value, str]"]
"""Gives the value that a text means, and how the form would write it; raises `_Refused`."""


class _Refused(ValueError):
    pass


def box_labels(ask: Ask) -> Mapping[str, str]:
    """Return what each box of a question is called, as the schemas say."""
    labels = schema.labels()
    place = _PLACES[ask]
    return {box: labels.key(*place, box) if place else box for box in BOXES[ask]}


def box_hints(ask: Ask) -> Mapping[str, tuple[str, str]]:
    """Return what belongs into each box of a question and an example, as the schemas say."""
    kind, *path = _PLACES[ask]
    nodes = {box: schema.schema_at(Kind(kind), (*path, 0, box)) for box in BOXES[ask]}
    own = {"file": wording(Ask.PROOF)[1]}
    # The schema tells where a file lies in the dossier, which is nothing to those who send one.
    return {
        box: (
            own.get(box) or str(node.get("description", "")),
            _example(next(iter(node.get("examples", ())), "")),
        )
        for box, node in nodes.items()
    }


def _example(value: Value) -> str:
    # Paths are the dossier's business; whoever sends a file along knows its name.
    text = str(value).rpartition("/")[2]
    return german_date(text) if _ISO.fullmatch(text) else text


def wording(ask: Ask) -> tuple[str, str]:
    """Return the question in German, and its explanation."""
    options = schema.schema_at(Kind.REQUEST, ("questions", "1.1", "ask"))["oneOf"]
    found = next(option for option in options if option["const"] == ask.value)
    return found["title"], found["description"]


def state_choices() -> Mapping[str, tuple[str, str]]:
    """Return what can be said of a measure: the state with its title and its explanation."""
    options = schema.schema_at(Kind.EVIDENCE, ("cycles", "2025", "state"))["oneOf"]
    return {
        option["const"]: (option["title"], option["description"])
        for option in options
        # Nobody can have looked at it and say that nobody has.
        if option["const"] != EvidenceState.OPEN
    }


def values_of(ask: Ask, boxes: Boxes) -> tuple[dict[str, Value], tuple[Trouble, ...]]:
    """Return what the texts mean, and those that mean nothing; empty boxes are left out."""
    values, _, troubles = _read(ask, boxes)
    return values, troubles


def evened(ask: Ask, boxes: Boxes) -> dict[str, str]:
    """Return the texts as the form itself would write them, so that equal answers are equal."""
    _, texts, _ = _read(ask, boxes)
    return texts


def _read(ask: Ask, boxes: Boxes) -> tuple[dict[str, Value], dict[str, str], tuple[Trouble, ...]]:
    values: dict[str, Value] = {}
    texts: dict[str, str] = {}
    troubles = []
    for box in BOXES[ask]:
        text = boxes.get(box, "").strip()
        if not text:
            continue
        texts[box] = text
        try:
            value, texts[box] = (_uncomputed if text == FORMULA else _reader(ask, box))(text)
        except _Refused as refused:
            troubles.append(Trouble(box, str(refused)))
            continue
        if value is not None:
            values[box] = value
    if not troubles and values and (trouble := _incomplete(ask, values)):
        troubles.append(trouble)
    return values, texts, tuple(troubles)


def _incomplete(ask: Ask, values: Mapping[str, Value]) -> Trouble | None:
    if ask is Ask.RESULT and not {"value", "text"} & values.keys():
        return Trouble("value", "ist leer: Ein Ergebnis braucht eine Zahl oder einen Satz")
    if ask is Ask.PROOF and not {"file", "title"} & values.keys():
        return Trouble("file", "ist leer: Ein Nachweis braucht den Namen der Datei")
    return None


def _reader(ask: Ask, box: str) -> _Reader:
    if box in COUNTS:
        return _count
    if box == "value":
        return _number
    if box in ("as_of", "dated"):
        return _date
    if ask is Ask.STATE:
        return _state
    if ask is Ask.PARTNERS:
        return _lines
    return _prose if ask in (Ask.CHANGE, Ask.STATEMENT) else _line


def _uncomputed(_text: str) -> tuple[Value, str]:
    raise _Refused(_WITHOUT_RESULT)


def _state(text: str) -> tuple[Value, str]:
    said = " ".join(text.split()).casefold().rstrip(".")
    choices = state_choices()
    for state, (title, _) in choices.items():
        if said in (title.casefold(), state) or _SPOKEN.get(said) == state:
            return state, title
    titles = ", ".join(title for title, _ in choices.values())
    raise _Refused(f"nennt keinen Stand, den es gibt: „{text}“. Möglich sind: {titles}")


def _count(text: str) -> tuple[Value, str]:
    match content_of(GridCell(" ".join(text.split()))):
        case Count(number):
            return number, str(number)
        case Percent(number, digits):
            percent = int(number) if number.denominator == 1 else float(number)
            return {"percent": percent, "digits": digits, "published": True}, percent_text(
                float(number), digits
            )
        case NoValue(reason):
            if reason:
                raise _Refused(f"ist keine Anzahl: {reason}")
            return None, ""
        case Unreadable(message):
            raise _Refused(message)


def percent_text(percent: float, digits: int) -> str:
    """Write a percentage that was only published as such."""
    return f"{percent:.{digits}f} %".replace(".", ",")


def _number(text: str) -> tuple[Value, str]:
    compact = "".join(text.split())
    if len(compact) <= _LONGEST_NUMBER:
        if _GROUPED.fullmatch(compact):
            compact = compact.replace(".", "")
        if _PLAIN.fullmatch(compact):
            return (float(compact.replace(",", ".")) if "," in compact else int(compact)), compact
    raise _Refused(f"enthält Text, wo eine Zahl stehen muss: „{text}“")


def _date(text: str) -> tuple[Value, str]:
    compact = " ".join(text.split())
    if found := _DAY.fullmatch(compact):
        day, month, year = found.groups()
        iso = f"{year if len(year) == _YEAR_DIGITS else f'20{year}'}-{int(month):02}-{int(day):02}"
    elif found := _MONTH.fullmatch(compact):
        iso = f"{found[2]}-{int(found[1]):02}"
    else:
        iso = compact
    if not _ISO.fullmatch(iso) or not _exists(iso):
        raise _Refused(f"nennt kein Datum: „{text}“. Zum Beispiel: 31.12.2024, 12/2024 oder 2024")
    return (int(iso) if iso.isdecimal() else iso), german_date(iso) if iso.count("-") != 1 else compact


def _exists(iso: str) -> bool:
    try:
        date.fromisoformat(f"{iso}-01-01"[:10])
    except ValueError:
        return False
    return True


def _line(text: str) -> tuple[Value, str]:
    line = " ".join(text.split())
    return line, line


def _lines(text: str) -> tuple[Value, str]:
    lines = [" ".join(line.split()).removeprefix("- ") for line in text.splitlines()]
    lines = [line for line in lines if line]
    return lines, "\n".join(lines)


def _prose(text: str) -> tuple[Value, str]:
    prose = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return prose, prose


_PLACES: Mapping[Ask, tuple[str, ...]] = MappingProxyType(
    {
        Ask.STATE: ("evidence", "cycles"),
        Ask.CHANGE: ("evidence", "cycles"),
        Ask.RESPONSIBLE: ("evidence",),
        Ask.PARTNERS: ("evidence",),
        Ask.RESULT: ("evidence", "results"),
        Ask.PROOF: ("evidence", "proofs"),
        Ask.STATEMENT: ("field", "criteria"),
        Ask.COUNT: ("figures", "rows"),
    }
)
