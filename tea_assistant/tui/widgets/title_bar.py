"""The line on top of every screen: where one is, and whether all is saved."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.steady import Steady

_BETWEEN = "  ›  "
_MARGINS = 4
"""At both ends, and before the state of saving."""
_NAME = 8
"""Letters of an organisation's name that are left where the screen's name needs the room."""


class TitleBar(Horizontal):
    """Shows the dossier, the screen, and the state of saving."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        #title-bar-place { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        #title-bar-status {
            width: auto;
            max-width: 50%;
            height: 1;
            padding-left: 2;
            color: $text-muted;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        #title-bar-status.-attention { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = "", "", 0
        """The title, the heading, and how long the state of saving is."""

    def compose(self) -> ComposeResult:
        """Put the place on the left and the state of saving on the right."""
        place = Steady(id="title-bar-place")
        place.tooltip = "Andere Bewerbungsrunde wählen"
        yield place
        status = Steady(id="title-bar-status")
        status.tooltip = "Jetzt speichern, bei einem Konflikt vergleichen"
        yield status

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._show_place()

    def _show_place(self) -> None:
        title, heading, status = self._said
        room = self.size.width - len(heading) - len(_BETWEEN) - status - _MARGINS
        if len(title) > room and self.size.width:
            # The year says it too, and where one is must be read to its end.
            title = title.replace(" · Bewerbung ", " · ")
        if len(title) > room and self.size.width:
            name, dot, year = title.rpartition(" · ")
            left = max(room - len(dot) - len(year) - 1, _NAME)
            title = f"{name[:left].rstrip()}…{dot}{year}" if len(name) > left else title
        place = plain(title, "bold")
        if heading:
            place += plain(_BETWEEN, "$text-muted") + plain(heading)
        self.query_one("#title-bar-place", Steady).update(place)

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked side is about: choose another round, or save."""
        event.stop()
        if event.widget and event.widget.id == "title-bar-status":
            # Without a conflict there is nothing to compare, and the first does nothing.
            await self.run_action("app.compare")
            await self.run_action("app.save")
        else:
            await self.run_action("app.choose_round")

    def show(self, title: str, heading: str, status: str, *, attention: bool = False) -> None:
        """Show the dossier's title, the screen's heading and the state of saving."""
        self._said = title, heading, len(status)
        self._show_place()
        state = self.query_one("#title-bar-status", Steady)
        state.update(plain(status))
        state.set_class(attention, "-attention")
