"""The letter to whoever opens a capsule without this program."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from tea_assistant import __version__
from tea_assistant.prose.printable import printable
from tea_assistant.services.capsule.capsule import DOCUMENT, DOSSIER, MANIFEST, SUMS
from tea_assistant.services.capsule.left_out import LeftOut

_WIDTH = 80
_COMMANDS = f"""\
    Linux:    sha256sum -c {SUMS}
    macOS:    shasum -a 256 -c {SUMS}
    Windows:  certutil -hashfile DATEI SHA256"""


def readme_text(
    *,
    organisation: str,
    title: str,
    day: date,
    documents: Sequence[str],
    left_out: Sequence[LeftOut],
    reason: str,
    internal: bool,
) -> str:
    """Write it; German, for readers of today and of twenty years hence."""
    paragraphs = [
        _filled(f"Abgabepaket: {organisation}, Bewerbung {title}"),
        *_warning(internal),
        _filled(
            f"Gepackt am {day:%d.%m.%Y} mit tea_assistant {__version__}. Dieses Paket hält fest, was "
            "abgegeben wurde und woraus es entstanden ist. Alles darin öffnet sich ohne besonderes Programm."
        ),
        "WAS DARIN LIEGT",
        _item(DOCUMENT, f"die Bewerbung in allen Formen: {', '.join(documents)}"),
        _item(
            DOSSIER,
            "woraus sie entstand, als lesbarer Text: Angaben zur Organisation, Texte, Maßnahmen, Kennzahlen, "
            "die früheren Runden, auf die sie sich bezieht, der Katalog und die freigegebenen Nachweise",
        ),
        _item(MANIFEST, "das Verzeichnis: jede Datei mit Größe und Prüfsumme, die Befunde von damals"),
        _item(SUMS, "die Prüfsummen für sich"),
        "WAS NICHT DARIN LIEGT",
        *_outside(left_out, internal=internal),
        *_forced(reason),
        "IST ES NOCH VOLLSTÄNDIG?",
        "Mit dem Programm:\n    tea verify DATEI.zip",
        "Ohne das Programm: entpacken und in dem Ordner, in dem diese Datei liegt,",
        _COMMANDS,
        _filled(
            "Unter Windows geht es Datei für Datei; die Summe muss dieselbe sein, die in "
            f"{SUMS} davor steht. Die Summen zeigen Schäden. Ob jemand das ganze Paket durch ein "
            "anderes ersetzt hat, zeigt nur die Prüfsumme der ZIP-Datei selbst; „tea pack“ hat sie beim "
            "Packen genannt."
        ),
    ]
    return printable("\n\n".join(paragraphs), lines=True) + "\n"


def _warning(internal: bool) -> Iterator[str]:
    if internal:
        yield _filled(
            "NUR FÜR DAS EIGENE HAUS. Dieses Paket enthält auch, was nicht weitergegeben werden darf: Zahlen "
            "kleiner Gruppen, an denen sich Menschen erkennen lassen, und Vermerke der Prüfung."
        )


def _outside(left_out: Sequence[LeftOut], *, internal: bool) -> Iterator[str]:
    general = "Nachweise, die nicht zur Veröffentlichung freigegeben sind"
    if not internal:
        general += ", Kennzahlen mit kleinen Gruppen und die Vermerke der Prüfung"
    yield _filled(f"Draußen bleiben {general}. Maßnahmen nennen ihre Nachweise trotzdem beim Namen.")
    if left_out:
        yield "\n".join(_item("-", each.text) for each in left_out)


def _forced(reason: str) -> Iterator[str]:
    if reason:
        yield "TROTZ OFFENER PUNKTE GEPACKT"
        yield _filled(f"Beim Packen standen noch Fehler oder offene Punkte. Begründung: {reason}")


def _item(word: str, text: str) -> str:
    beginning = f"{word}  " if len(word) == 1 else f"{word:<15}"
    return _filled(f"{beginning}{text}", " " * len(beginning))


def _filled(text: str, following: str = "") -> str:
    return textwrap.fill(
        text, _WIDTH, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    )
