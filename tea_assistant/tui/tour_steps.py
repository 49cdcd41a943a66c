"""The steps of the guided tour, and how the program sees that one is done."""

from collections.abc import Callable

from msgspec import Struct

from tea_assistant.checks.run import Report
from tea_assistant.model.cycle import CriterionAnswer
from tea_assistant.model.layout import field_file
from tea_assistant.model.source import Path
from tea_assistant.services.build import FOLDER
from tea_assistant.services.session import Session
from tea_assistant.services.tour import ACTIVITY, CRITERION, CYCLE, FIELD
from tea_assistant.tui.places import Destination

_VAGUE, _VAGUE_IN = "TEA412", field_file(CYCLE, "af05")
_VAGUE_AT: Path = ("criteria", "af05-beschwerdewege", "statement")
_FEW_WORDS = 5


class Now(Struct, frozen=True):
    """What is looked at to see whether a step is done."""

    session: Session
    destination: Destination | None
    """Where the user is."""
    report: Callable[[], Report | None]
    """What the checks find, as far as they have looked; only who asks for it lets them look."""


class Step(Struct, frozen=True):
    """One step: what to do, what is said when it is done, and where it is done."""

    id: str
    title: str
    text: str
    """German: what to do, and with which keys."""
    praise: str
    """German: what that was good for."""
    is_done: Callable[[Now], bool]
    place: tuple[str, Path] | None = None
    """Where in the dossier it is done, for somebody who has lost the way."""
    screen: str = ""
    """The screen where it is done, where it is about no place of the dossier."""


def _answer(now: Now) -> CriterionAnswer:
    return now.session.application.answer("af03").criteria.get(CRITERION, CriterionAnswer())


def _found_gap(now: Now) -> bool:
    return now.destination == Destination("field", "af03")


def _wrote(now: Now) -> bool:
    return len(_answer(now).statement.split()) >= _FEW_WORDS


def _linked(now: Now) -> bool:
    return bool(_answer(now).evidence)


def _mended(now: Now) -> bool:
    report = now.report()
    if report is None:
        return False
    return all((found.code, found.file) != (_VAGUE, _VAGUE_IN) for found in report.findings)


def _read_document(now: Now) -> bool:
    return now.destination is not None and now.destination.screen == "document"


def _built(now: Now) -> bool:
    return any((now.session.root / FOLDER).glob("*.pdf"))


def _never(now: Now) -> bool:
    del now
    return False


STEPS = (
    Step(
        "gap",
        "Willkommen in Musterstadt",
        "Die Stadt ist erfunden, ihre Bewerbung fast fertig. Sie arbeiten in einer Kopie und können nichts "
        "kaputt machen. Oben sehen Sie, wie weit alles ist. Drücken Sie jetzt F8: Das springt zur nächsten "
        "Lücke.",
        "Das ist eine Lücke: Zum Mentoring steht noch kein Text da. F8 findet immer die nächste.",
        _found_gap,
        screen="overview",
    ),
    Step(
        "write",
        "Einen Text schreiben",
        "Schreiben Sie ein, zwei Sätze in das Textfeld, zum Beispiel: Seit 2018 begleiten Mentorinnen jedes "
        "Jahr zwölf Frauen auf dem Weg in die Führung. Gespeichert wird von selbst, oben rechts steht, wann.",
        "Der Text ist gespeichert, und links zeigt ein Zeichen, was noch fehlt: ein Beleg.",
        _wrote,
        (FIELD, (*ACTIVITY, "statement")),
    ),
    Step(
        "link",
        "Eine Maßnahme verknüpfen",
        "Was Sie schreiben, belegt eine Maßnahme. Strg+L öffnet die Liste; ganz oben steht, was am besten "
        "passt, und Enter wählt es aus. Beschrieben ist die Maßnahme schon; sie darf zu vielen Texten "
        "gehören.",
        "Text und Maßnahme gehören jetzt zusammen. Im Dokument führt ein Verweis von hier dorthin.",
        _linked,
        (FIELD, (*ACTIVITY, "statement")),
    ),
    Step(
        "mend",
        "Einen Befund beheben",
        "F4 zeigt, was der Prüfung auffällt. Gehen Sie mit ↓ zu „Vage Angabe“ (fast am Ende); Enter springt "
        "in den Text. Ersetzen Sie dort „regelmäßig“ durch „viermal im Jahr“.",
        "Der Befund ist weg. So arbeiten Sie eine Liste ab: F4, Enter, verbessern.",
        _mended,
        (_VAGUE_IN, _VAGUE_AT),
    ),
    Step(
        "read",
        "Das Dokument ansehen",
        "F5 zeigt die Bewerbung so, wie die Jury sie liest, mit eingesetzten Kennzahlen. Mit ↓ und Bild↓ "
        "lesen Sie weiter, + und - wechseln den Teil.",
        "Das Dokument entsteht von selbst aus dem, was Sie schreiben.",
        _read_document,
        screen="document",
    ),
    Step(
        "build",
        "Das PDF schreiben",
        "Drücken Sie im Dokument (F5) die Taste b und dann Enter. Nach ein paar Sekunden steht da, wo die "
        "Datei liegt.",
        "Das PDF liegt im Ordner der Kopie, unter „build“. Es lässt sich drucken und verschicken.",
        _built,
        screen="document",
    ),
    Step(
        "end",
        "Geschafft!",
        "Schreiben, belegen, prüfen, drucken: Mehr braucht es nicht. F1 erklärt jeden Bildschirm, Strg+P "
        "findet alles andere, auch „Dokumente einlesen“. Alt+W fragt, wie es weitergeht.",
        "",
        _never,
    ),
)
"""In the order of the tour; the last has nothing to do."""
