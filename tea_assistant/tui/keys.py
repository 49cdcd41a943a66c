"""The one table of commands: keys, labels and help all come from here."""

from msgspec import Struct
from textual.binding import Binding


class Command(Struct, frozen=True):
    """Something that a key, the palette and the help offer."""

    id: str
    """Stable name; users remap keys by it."""
    key: str
    action: str
    label: str
    """German, short enough for the footer."""
    help: str
    """German, one sentence."""
    in_footer: bool = False

    def binding(self, *, priority: bool = False) -> Binding:
        """Return the Textual binding of this command."""
        return Binding(
            self.key,
            self.action,
            self.label,
            show=self.in_footer,
            id=self.id,
            tooltip=self.help,
            priority=priority,
        )


HELP = Command(
    "help", "f1", "show_help", "Hilfe", "Erklärt diesen Bildschirm und seine Tasten.", in_footer=True
)
QUIT = Command("quit", "ctrl+q", "quit", "Beenden", "Speichert und beendet das Programm.")
THEME = Command(
    "theme", "ctrl+t", "switch_theme", "Farben", "Wechselt die Farben: dunkel, hell, hoher Kontrast."
)
FIND = Command(
    "find",
    "ctrl+f",
    "find",
    "In Texten finden",
    "Findet ein Wort in allen Texten, Anmerkungen, Kennzahlen und Nachweisen.",
)
JUMP = Command(
    "jump",
    "ctrl+j",
    "jump",
    "Springen",
    "Zeigt an jedem Feld einen Buchstaben; tippen Sie ihn, sind Sie dort.",
)
SPELLING = Command(
    "spelling",
    "alt+s",
    "spelling",
    "Rechtschreibung",
    "Geht die Wörter durch, die kein Wörterbuch kennt, vom Text an, in dem Sie gerade sind.",
)
FIRST = frozenset(("quit", "find", "jump", "palette"))
"""What works even where the box that one types in has another use for the key, or is still drawing."""
EVERYWHERE = (
    HELP,
    Command(
        "overview", "f2", "open('overview')", "Übersicht", "Zeigt alle Teile mit ihrem Stand.", in_footer=True
    ),
    Command("evidence", "f3", "open('evidence')", "Maßnahmen", "Zeigt alle Maßnahmen."),
    Command("findings", "f4", "open('findings')", "Befunde", "Zeigt, was die Prüfung findet."),
    Command(
        "document",
        "f5",
        "open('document')",
        "Dokument",
        "Zeigt die Bewerbung als Text und erzeugt die Datei.",
    ),
    Command(
        "inbox",
        "ctrl+g",
        "open('inbox')",
        "Wiedervorlage",
        "Zeigt Punkt für Punkt, was aus der letzten Runde übernommen ist.",
    ),
    Command(
        "next_gap",
        "f8",
        "next_gap",
        "Nächste Lücke",
        "Springt zur nächsten offenen Stelle, auch aus einem Text heraus.",
        in_footer=True,
    ),
    Command(
        "conflicts",
        "f9",
        "compare",
        "Vergleichen",
        "Zeigt Ihre Fassung neben der, die außerhalb entstanden ist.",
        in_footer=True,
    ),
    Command(
        "palette",
        "ctrl+p",
        "palette",
        "Suchen",
        "Sucht Befehle, Aktionsfelder, Aktivitäten und Maßnahmen.",
        in_footer=True,
    ),
    FIND,
    SPELLING,
    JUMP,
    Command(
        "visited_back",
        "alt+left",
        "visited('back')",
        "Vorige Stelle",
        "Geht dorthin zurück, wo Sie vorher waren.",
    ),
    Command(
        "visited_forward", "alt+right", "visited('forward')", "Nächste Stelle", "Geht wieder vor, nach Alt+←."
    ),
    Command("places", "alt+z", "places", "Zuletzt besucht", "Zeigt, wo Sie zuletzt waren."),
    Command("save", "ctrl+s", "save", "Speichern", "Speichert sofort; sonst wird von selbst gespeichert."),
    Command("undo", "ctrl+z", "undo", "Rückgängig", "Nimmt die letzte Änderung zurück."),
    Command("redo", "ctrl+y", "redo", "Wiederholen", "Stellt die zurückgenommene Änderung wieder her."),
    Command(
        "history", "f12", "history", "Verlauf", "Zeigt, was aus diesem Eintrag geworden ist, und alle Stände."
    ),
    Command("round", "ctrl+r", "choose_round", "Runde wechseln", "Zeigt eine andere Bewerbungsrunde."),
    Command("sync", "f10", "sync", "Abgleichen", "Gleicht die Mappe über Git mit den anderen ab."),
    THEME,
    Command(
        "border_left",
        "alt+shift+left",
        "screen.move_border(-4)",
        "Spalte schmaler",
        "Macht die linke Spalte schmaler.",
    ),
    Command(
        "border_right",
        "alt+shift+right",
        "screen.move_border(4)",
        "Spalte breiter",
        "Macht die linke Spalte breiter.",
    ),
    Command("back", "escape", "back", "Zurück", "Geht zum vorigen Bildschirm."),
    QUIT,
)
"""What works on every screen."""
ON_TOUR = (
    Command("tour_next", "alt+w", "tour_next", "Weiter", "Geht zum nächsten Schritt des Rundgangs."),
    Command("tour_menu", "alt+r", "tour_menu", "Rundgang", "Überspringen, zurück, unterbrechen."),
)
"""What works on every screen during the guided tour."""

IN_BROWSER = {"ctrl+n": "alt+n", "ctrl+t": "alt+t"}
"""Keys that every browser keeps for itself, and what takes their place there."""

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Leertaste",
    "delete": "Entf",
    "insert": "Einfg",
    "backspace": "Rücktaste",
    "tab": "Tab",
    "home": "Pos1",
    "end": "Ende",
    "pageup": "Bild↑",
    "pagedown": "Bild↓",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "question_mark": "?",
}
_MODIFIERS = {"ctrl": "Strg", "shift": "Umschalt", "alt": "Alt"}


_IDS = {shown.casefold(): key for key, shown in (*_NAMES.items(), *_MODIFIERS.items())} | {
    "return": "enter",
    "leer": "space",
    "entfernen": "delete",
    "pfeil links": "left",
    "pfeil rechts": "right",
}


def key_id(written: str) -> str:
    """Return the key that somebody has written as on the keyboard, Strg+K as ctrl+k; empty for none."""
    *modifiers, last = [part.strip().casefold() for part in written.split("+")] if written.strip() else [""]
    order = sorted(_IDS.get(modifier, modifier) for modifier in modifiers)
    key = _IDS.get(last, last)
    known = len(key) == 1 or key in _NAMES or (key[:1] == "f" and key[1:].isdecimal() and int(key[1:]) <= 24)
    return "+".join((*order, key)) if known and set(order) <= set(_MODIFIERS) else ""


def key_name(key: str) -> str:
    """Write a key as it stands on a German keyboard: ctrl+p becomes Strg+P."""
    *modifiers, last = key.split(",", maxsplit=1)[0].strip().split("+")
    shown = _NAMES.get(last) or (last.upper() if len(last) == 1 or last[1:].isdecimal() else last)
    return "+".join([*(_MODIFIERS.get(m, m) for m in modifiers), shown])
