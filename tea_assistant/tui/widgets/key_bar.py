"""The line at the bottom of every screen: the keys that matter most here."""

from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_AROUND = 3
"""The cells that a label takes beside its key and its word."""


class _Key(NamedTuple):
    """What `FooterKey` wants to know, in its order."""

    key: str
    name: str
    label: str
    action: str
    disabled: bool
    tooltip: str


class KeyBar(Footer):
    """Shows as many keys of the present screen as there is room for; a click is the same as the key.

    Only what has a name in the tables of commands is shown, so no word of Textual's own slips in.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._shown: list[_Key] = []

    def compose(self) -> ComposeResult:
        """Put the keys side by side, those of the screen before those that work everywhere."""
        self._shown = self._fitting()
        for key in self._shown:
            # With its class from the start, a key need not be styled twice.
            yield FooterKey(*key, classes="-compact")

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Show other keys, where there are other keys to show: most moves of the focus change none."""
        if self._fitting() != self._shown:
            super().bindings_changed(screen)

    def on_resize(self, event: events.Resize) -> None:
        """Show more or fewer keys."""
        del event
        if self._fitting() != self._shown:
            self.call_after_refresh(self.recompose)

    def _fitting(self) -> list[_Key]:
        room = self.size.width
        keys = []
        for _, binding, enabled, tooltip in self.screen.active_bindings.values():
            if not binding.show or not binding.id:
                continue
            name = self.app.get_key_display(binding)
            room -= len(name) + len(binding.description) + _AROUND
            if room >= 0:
                told = tooltip or binding.description
                keys.append(_Key(binding.key, name, binding.description, binding.action, not enabled, told))
        return keys
