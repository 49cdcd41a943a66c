"""An app that remembers how somebody wants the screens."""

from tea_assistant.store import preferences
from tea_assistant.store.preferences import Preferences
from tea_assistant.tui import theme
from tea_assistant.tui.safe_app import SafeApp


class RememberingApp(SafeApp, inherit_bindings=False):
    """Has the colours and the widths that were chosen the last time."""

    preferences: Preferences | None = None
    """None until they are read; where nobody looks at the screens, they are kept nowhere."""

    def recall(self) -> None:
        """Read what was chosen, and show the screens so."""
        self.preferences = Preferences() if self.is_headless else preferences.load()
        if self.preferences.theme in self.available_themes:
            self.theme = self.preferences.theme

    def remember_pane(self, name: str, columns: int) -> None:
        """Keep how wide a pane is to be; 0 for as wide as it comes."""
        if self.preferences:
            self.preferences.panes.pop(name, None)
            if columns:
                self.preferences.panes[name] = columns
            self._keep()

    def action_switch_theme(self, name: str = "") -> None:
        """Change to other colours: those of that name, or the next ones."""
        self.theme = name or theme.following(self.theme)
        if self.preferences:
            self.preferences.theme = self.theme
            self._keep()
        if not name:
            self.tell(f"Farben: {theme.TITLES[self.theme]}")

    def _keep(self) -> None:
        if self.preferences and not self.is_headless:
            preferences.keep(self.preferences)
