"""Keys that a box for typing obeys by itself, so that all that is typed happens in its order.

Textual puts a letter into the box at once but lets other keys go up to the app first. On a busy machine
whoever erased and typed on would see the new letters erased.
"""

from textual.events import Key
from textual.widget import Widget


async def obey(widget: Widget, event: Key) -> None:
    """Do what a key stands for in a widget, before the next key comes; other keys go their way."""
    for binding in widget._bindings.key_to_bindings.get(event.key, ()):  # noqa: SLF001 (no other way to ask)
        if not binding.priority and await widget.app.run_action(binding.action, widget):
            event.stop()
            event.prevent_default()
            return
