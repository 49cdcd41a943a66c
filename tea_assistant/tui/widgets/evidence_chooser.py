"""Choosing the measure that backs an activity, those that fit first."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tea_assistant.model.application import Application
from tea_assistant.prose.folding import distance, fits
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.linked_evidence import state_title
from tea_assistant.tui.widgets.pick_list import PickList

_NEW = "+"
"""Key of the row that makes a new measure; no id has this character."""


class Candidate(Struct, frozen=True):
    """A measure that could be linked."""

    id: str
    title: str
    state: str
    reason: str = ""
    """Why it may fit; empty for all others."""


class EvidenceChoice(Struct, frozen=True):
    """What was chosen: a measure that exists, or one that is to be made."""

    evidence: str = ""
    new_title: str = ""


def candidates(
    application: Application, field: str, criterion: str, linked: Sequence[str]
) -> list[Candidate]:
    """Return the measures that are not linked yet: those for the activity, those of the field, the rest."""
    found = list(_ranked(application, field, criterion, linked))
    return [c for _, c in sorted(found, key=lambda ranked: (ranked[0], ranked[1].title.casefold()))]


def _ranked(
    application: Application, field: str, criterion: str, linked: Sequence[str]
) -> Iterator[tuple[int, Candidate]]:
    for evidence in application.dossier.evidence.values():
        if evidence.id in linked:
            continue
        if criterion in evidence.criteria:
            rank, reason = 0, "passt zur Aktivität"
        elif field in evidence.action_fields:
            rank, reason = 1, "passt zum Aktionsfeld"
        else:
            rank, reason = 2, ""
        title = evidence.title or evidence.id
        yield rank, Candidate(evidence.id, title, state_title(application, evidence.id), reason)


class EvidenceChooser(Dialog[EvidenceChoice]):
    """Lets the user find a measure, or begin a new one with what was typed as its title."""

    DEFAULT_CSS = """
    EvidenceChooser {
        & FormInput { margin-bottom: 1; }
        & PickList { height: auto; max-height: 16; background: $background; }
    }
    """
    BEGINS_IN_LINE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def __init__(self, title: str, found: Sequence[Candidate], verb: str = "verknüpft") -> None:
        super().__init__()
        self._title = title
        self._verb = verb
        self._candidates = {candidate.id: candidate for candidate in found}
        self._query = FormInput("Tippen, um zu suchen")
        self._list = PickList(self._draw)

    def compose(self) -> ComposeResult:
        """Put the search above the list."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = plain(f"Enter {self._verb} · Esc bricht ab")
            yield self._query
            yield self._list

    def on_mount(self) -> None:
        """Show all that can be linked."""
        self._show(list(self._candidates))

    def _show(self, found: list[str]) -> None:
        # Making a new one stays in sight above all that is found, but Enter takes what is found.
        self._list.show([_NEW, *found], at=found[0] if found else _NEW)
        self.call_after_refresh(self._list.scroll_home, animate=False)

    def _draw(self, key: str, width: int) -> list[Content]:
        if key == _NEW:
            typed = self._query.value.strip()
            name = f"„{typed}“" if typed else "…"
            return [plain(f"+ Neue Maßnahme {name}", "" if key == self._list.key else "$text-accent")]
        candidate = self._candidates[key]
        right = f"  {candidate.reason or candidate.state} "
        muted = "" if key == self._list.key else "$text-muted"
        room = max(width - len(right) - 2, 8)
        title = plain(candidate.title).truncate(room, ellipsis=True, pad=True)
        return [plain("★ " if candidate.reason else "  ") + title + plain(right, muted)]

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        found = [c for c in self._candidates.values() if fits(event.value, f"{c.title} {c.state}")]
        found.sort(key=lambda c: distance(event.value, c.title))
        self._show([c.id for c in found])

    @on(Input.Submitted)
    @on(PickList.Chosen)
    def _choose(self) -> None:
        key = self._list.key
        if key == _NEW:
            self.dismiss(EvidenceChoice(new_title=self._query.value.strip()))
        elif key is not None:
            self.dismiss(EvidenceChoice(evidence=key))

    def action_move(self, by: int) -> None:
        """Move through the list from inside the search."""
        self._list.action_move(by)

    def action_page(self, direction: int) -> None:
        """Move through the list from inside the search, by what is in sight."""
        self._list.action_page(direction)
