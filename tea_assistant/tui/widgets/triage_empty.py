"""What the screen for documents shows while there is nothing to decide: how to begin, or what was done."""

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tea_assistant.services.triage.items import Counts
from tea_assistant.tui.import_notice import begun, decided
from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.plain import plain
from tea_assistant.tui.triage.triaging import Triaging
from tea_assistant.tui.widgets.pick_list import PickList

_BEGIN = (
    "Gleichstellungsplan, letzte Bewerbung, Jurybegründung, Pressemitteilung: als Word, PDF, Markdown, Text "
    "oder HTML, dazu Tabellen und andere Mappen.\n\n"
    "Was darin steht, kommt als Vorschlag, mit der Stelle im Dokument daneben. In die Mappe kommt nur, "
    "was Sie übernehmen."
)
_WHERE = "Die übernommenen Maßnahmen stehen unter F3; was noch fehlt, zeigt F8."
_ACTIONS = {
    "pick": "Dokumente oder einen Ordner öffnen",
    "filter": "Andere Vorschläge ansehen",
    "app.open('evidence')": "Zu den Maßnahmen",
    "app.open('overview')": "Zur Übersicht",
    "app.open('figures_import')": "Kennzahlen aus einer Tabelle einlesen",
}


class TriageEmpty(VerticalScroll, can_focus=False):
    """Says how far one is, and offers what comes next."""

    DEFAULT_CSS = """
    TriageEmpty {
        & > Static { height: auto; max-width: 90; }
        & > PickList { max-width: 60; background: $background; }
    }
    """

    class Wanted(Message):
        """Something was chosen."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def compose(self) -> ComposeResult:
        """Put the words above what comes next."""
        yield Static(id="triage-said", markup=False)
        yield PickList(self._draw, id="triage-choices")

    @property
    def choices(self) -> PickList:
        """What comes next."""
        return self.query_one("#triage-choices", PickList)

    def show(self, triaging: Triaging) -> None:
        """Show what there is to say now."""
        counts = triaging.triage.counts
        lines = list(_done(counts)) if counts.total else list(_begun(triaging))
        if counts.total:
            lines.append(plain(keyed(self, _WHERE)))
        self.query_one("#triage-said", Static).update(Content("\n").join(lines))
        actions = list(_ACTIONS)
        if not counts.total:
            actions.remove("filter")
        elif not counts.open + counts.later:
            actions.remove("pick")
            actions.insert(2, "pick")
        self.choices.show(actions)

    def _draw(self, key: str, width: int) -> tuple[Content]:
        del width
        return (plain("→ ", "$accent") + plain(_ACTIONS[key]),)

    @on(PickList.Chosen)
    def _choose(self, event: PickList.Chosen) -> None:
        event.stop()
        self.post_message(self.Wanted(event.key))


def _begun(triaging: Triaging) -> Iterator[Content]:
    yield plain("Dokumente einlesen", "bold")
    yield Content()
    yield plain(_BEGIN, lines=True)
    records = list(begun(triaging.session))
    if records:
        yield Content()
        yield plain("Schon angefangen; zum Weitermachen dasselbe Dokument wieder öffnen:", "bold")
        for record in records:
            yield plain(f"· {record.document}, {decided(record)} von {record.found} entschieden")


def _done(counts: Counts) -> Iterator[Content]:
    if counts.open or counts.later:
        yield plain("Hier ist nichts mehr offen.", "bold")
    else:
        yield plain(f"✓ Alles entschieden: {counts.done} von {counts.total}", "bold $text-success")
    yield Content()
    for count, word in (
        (counts.accepted, "übernommen"),
        (counts.merged, "zusammengeführt"),
        (counts.refused, "abgelehnt"),
        (counts.unchanged, "schon früher entschieden"),
        (counts.later, "für später"),
        (counts.open, "offen"),
    ):
        if count:
            yield plain(f"{count:>5}  {word}")
    yield Content()
