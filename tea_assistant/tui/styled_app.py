"""An app that parses each style sheet once, and those of a screen only when that screen is opened."""

from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from tea_assistant.tui import theme

_SHEETS = 1024
"""Parsed style sheets that are kept. Textual keeps 64; each new kind of widget would then cost them all."""


class StyledApp(App[None], inherit_bindings=False):
    """Has our colours, and does without the work that Textual does for styles that change while one edits."""

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet._parse_cache.grow(_SHEETS)  # noqa: SLF001 (there is no public way)
        for known in theme.THEMES:
            self.register_theme(known)
        self.theme = theme.DARK.name
        self.stylesheet.set_variables(self.get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        """Parse and apply the styles anew; before there is a screen, no colour has changed."""
        if self.screen_stack:
            super().refresh_css(animate)

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:
        """Apply the styles of what is on a screen; all else gets them when it comes there."""
        if node.parent is not None or isinstance(node, App):
            super().update_styles(node, animate)

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Read the style sheets of a screen; they hold for it alone, so nothing else gets its styles anew."""
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path)):
                self.stylesheet.read(path)
                self.stylesheet._rules_map = None  # noqa: SLF001 (as Textual does for any other source)
