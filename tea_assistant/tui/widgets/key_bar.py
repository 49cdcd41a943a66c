"""The line at the bottom of every screen: the keys that matter most here."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

_AROUND = 3
"""The cells that a label takes beside its key and its word."""


class KeyBar(Footer):
    """Shows as many keys of the present screen as there is room for; a click is the same as the key.

    Only what has a name in the tables of commands is shown, so no word of Textual's own slips in.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._width = 0

    def compose(self) -> ComposeResult:
        """Put the keys side by side, those of the screen before those that work everywhere."""
        room = self.size.width
        for _, binding, enabled, tooltip in self.screen.active_bindings.values():
            if not binding.show or not binding.id:
                continue
            name = self.app.get_key_display(binding)
            room -= len(name) + len(binding.description) + _AROUND
            if room >= 0:
                yield FooterKey(
                    binding.key,
                    name,
                    binding.description,
                    binding.action,
                    disabled=not enabled,
                    tooltip=tooltip or binding.description,
                )

    def on_resize(self, event: events.Resize) -> None:
        """Show more or fewer keys."""
        if event.size.width != self._width:
            self._width = event.size.width
            self.call_after_refresh(self.recompose)
