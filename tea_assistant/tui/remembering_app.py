"""An app that remembers how somebody wants the screens."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.notifications import SeverityLevel

from tea_assistant import __version__
from tea_assistant.store import preferences
from tea_assistant.store.preferences import Preferences
from tea_assistant.tui import theme
from tea_assistant.tui.keys import EVERYWHERE, IN_BROWSER, ON_TOUR, Command, key_name
from tea_assistant.tui.named_keys import renamed
from tea_assistant.tui.opening_keys import caught_up, opened_by
from tea_assistant.tui.safe_app import SafeApp

if TYPE_CHECKING:
    from tea_assistant.tui.key_choices import KeyChoices


class RememberingApp(SafeApp, inherit_bindings=False):
    """Has the colours and the widths that were chosen the last time."""

    preferences: Preferences | None = None
    """None until they are read; where nobody looks at the screens, they are kept nowhere."""

    key_choices: "KeyChoices | None" = None
    """The keys that somebody has chosen; None where nothing was."""

    def recall(self) -> None:
        """Read what was chosen, and show the screens so."""
        self.preferences = Preferences() if self.is_headless else preferences.load()
        if not self.is_headless:
            self.use_keys()
        self.tell_news()
        if self.preferences.theme in self.available_themes:
            self.theme = self.preferences.theme

    def use_keys(self) -> None:
        """Let the keys count that were chosen; what is wrong with them is told."""
        from tea_assistant.store import key_file  # noqa: PLC0415 (most people have no such file)

        if not key_file.path().exists():
            return
        from tea_assistant.tui import key_choices  # noqa: PLC0415 (see above)

        self.key_choices = key_choices.read()
        self.set_keymap(dict(self.key_choices.keys))
        if self.key_choices.problems:
            lines = ("Eigene Tasten, die nicht gelten:", *self.key_choices.problems)
            self.tell("\n".join(lines), severity="warning", timeout=15)

    def tell_news(self) -> None:
        """Say once after an update that there is something new."""
        if self.preferences is None or self.preferences.news == __version__:
            return
        if self.preferences.news:
            self.tell(
                f"Neue Fassung {__version__}. Strg+P, „Was ist neu“ zeigt, was sich getan hat.", timeout=10
            )
        self.preferences.news = __version__
        self._keep()

    def action_news(self) -> None:
        """Show what is new."""
        from tea_assistant.tui.screens.news import NewsScreen  # noqa: PLC0415 (when it is wanted)

        self.push_screen(NewsScreen())

    def action_keys(self) -> None:
        """Show all keys."""
        from tea_assistant.tui.all_keys import sections  # noqa: PLC0415 (imports every screen)
        from tea_assistant.tui.screens.keys import KeysScreen  # noqa: PLC0415 (when it is wanted)

        chosen = self.key_choices
        keys, problems = (chosen.keys, chosen.problems) if chosen else ({}, ())
        self.push_screen(KeysScreen(tuple(sections()), keys, problems))

    def key_shown(self, key: str) -> str:
        """Write a key as it stands on a German keyboard; in a browser the one that reaches the program."""
        return key_name(IN_BROWSER.get(key, key) if self.is_web else key)

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as the footer shows them."""
        return self.key_shown(binding.key)

    def key_of(self, command: Command) -> str:
        """Return how the key of a command is written that is in force."""
        chosen = self.key_choices.keys if self.key_choices else {}
        return self.key_shown(chosen.get(command.id, command.key))

    def keyed(self, text: str, commands: Iterable[Command] = ()) -> str:
        """Return a text with the names of keys as they are in force on the page in front."""
        if not (self.is_web or (self.key_choices and self.key_choices.keys)):
            return text
        names: dict[str, str] = {}
        for command in (*commands, *(self.page.COMMANDS if self.page else ()), *EVERYWHERE, *ON_TOUR):
            names.setdefault(key_name(command.key), self.key_of(command))
        return renamed(text, {name: now for name, now in names.items() if name != now})

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notice, with the names of keys that are in force."""
        super().notify(self.keyed(message), title=title, severity=severity, timeout=timeout, markup=markup)

    async def on_event(self, event: events.Event) -> None:
        """Open a screen at once, so that what is typed next is typed there."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            opens = opened_by(event.key, self.key_choices.keys if self.key_choices else {})
            if opens and self.page is self.screen:
                if self.focused:
                    await caught_up(self.focused)
                await self.run_action(opens)
                return
        await super().on_event(event)

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
