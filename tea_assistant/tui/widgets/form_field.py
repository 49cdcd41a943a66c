"""What all fields of a form have in common: a label, the control, and beneath it what the check says."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path
from tea_assistant.services.forms.plan import FieldPlan
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.severity import SIGNS, STYLES
from tea_assistant.tui.widgets.form_subject import FormSubject

_MOST_FINDINGS = 3
_OPEN = "○"
"""The sign of what is open, as on the overview."""


class FormField(Horizontal):
    """One field of a form, bound to one value of a file."""

    DEFAULT_CSS = """
    FormField {
        height: auto;
        max-width: 106;
        margin-bottom: 1;
        & > .form-field--label { width: 26; padding: 0 2 0 0; color: $text-muted; }
        & > .form-field--body { width: 1fr; height: auto; }
        & .form-field--finding { display: none; height: auto; }
        &.-entered > .form-field--label { color: $primary; text-style: bold; }
        &.-inner { padding-left: 2; }
        &.-inner > .form-field--label { width: 24; padding: 0 1 0 0; }
        &.-wide { layout: vertical; }
        &.-wide > .form-field--label { width: 1fr; }
    }
    """
    KEYS: ClassVar[str] = ""
    """German: what the keys do in this field; part of the help line."""
    TYPED: ClassVar[bool] = False
    """Whether a value is typed letter by letter: what is wrong is then said once the field is left."""
    WIDE: ClassVar[bool] = False
    """Whether the label stands above the control also where there is room beside it."""

    class Entered(Message):
        """The focus is in this field now."""

        def __init__(self, field: "FormField") -> None:
            super().__init__()
            self.field = field

    def __init__(self, plan: FieldPlan, subject: FormSubject) -> None:
        super().__init__(classes="-wide" if self.WIDE else None)
        self.plan = plan
        self.subject = subject
        self._known: set[tuple[str, Path]] = set()
        """The findings that are shown, by code and path."""
        self.patient = False
        """Whether what is missing is only marked until somebody has been here; the form says so."""
        self._quiet: set[tuple[str, Path]] = set()
        """What is only marked, by code and path."""
        self._was_left = False
        self._shown = Content()
        self._finding = Static(classes="form-field--finding", markup=False)

    def compose(self) -> ComposeResult:
        """Put the label beside or above the control."""
        yield Static(self.label, classes="form-field--label", markup=False)
        with Vertical(classes="form-field--body"):
            yield from self.controls()
            yield self._finding

    @property
    def label(self) -> Content:
        """The title, with a word where the field must be filled in."""
        title = plain(self.plan.title)
        title += plain(" · Pflicht", "$text-warning") if self.plan.required else Content()
        return title + plain(f" {_OPEN}", "$text-muted") if self._quiet else title

    @property
    def hint(self) -> str:
        """What belongs here, and what it may look like, in German."""
        example = self.plan.example.partition("\n")[0]
        return f"{self.plan.help} Zum Beispiel: {example}" if example else self.plan.help

    @property
    def value(self) -> object:
        """What the file says."""
        return self.subject.value(self.plan.path)

    def controls(self) -> Iterable[Widget]:
        """Return what is edited with."""
        raise NotImplementedError

    def load(self, *, other: bool = False) -> None:
        """Show what the file says; typing that is not stored stays, unless this is about another thing."""
        raise NotImplementedError

    def commit(self) -> None:
        """Store what has been typed."""

    @property
    def pending(self) -> tuple[str, object] | None:
        """What is typed and not stored yet, and the value that it stands for; None where nothing is."""
        return None

    def tell_replaced(self, text: str) -> None:
        """Tell what somebody else had put here meanwhile, now that what was typed stands in its place."""
        shown = f"geändert: „{text}“" if text.strip() else "geleert"
        self.notify(
            clean(
                f"„{self.plan.title}“ wurde inzwischen außerhalb {shown}.\n"
                "Jetzt steht dort Ihr Text; Strg+Z nimmt ihn zurück.",
                lines=True,
            ),
            severity="warning",
            timeout=20,
            markup=False,
        )

    def enable(self, enabled: bool) -> None:
        """Let the field be edited, or only read."""
        for control in self.query_children(".form-field--body").first().query_children(".form-control"):
            control.disabled = not enabled

    def show_place(self, rest: Path) -> None:
        """Put the focus here, without scrolling; `rest` is the way on to a value inside."""
        del rest
        for control in self.query("*"):
            if control.focusable:
                control.focus(scroll_visible=False)
                return

    def covers(self, path: Path) -> bool:
        """Tell whether what the check finds at a path is shown here."""
        own = self.plan.path
        return path[: len(own)] == own

    def findings(self) -> list[Finding]:
        """Return what the check finds here."""
        return [*self.subject.missing(self.plan.path), *self.subject.findings(self.covers)]

    def show_findings(self, *, other: bool = False) -> None:
        """Show beneath the control what the check finds here; while somebody types, nothing new."""
        found = self._without_quiet(self.findings())
        if self.TYPED and self.has_class("-entered") and not other:
            found = [finding for finding in found if (finding.code, finding.path) in self._known]
        self._known = {(finding.code, finding.path) for finding in found}
        lines = [self._line(finding) for finding in found[:_MOST_FINDINGS]]
        if more := len(found) - _MOST_FINDINGS:
            rest = "noch ein Befund" if more == 1 else f"noch {more} Befunde"
            lines += [plain(f"  und {rest}", "$text-muted")] if more > 0 else []
        self._show_lines(Content("\n").join(lines))

    def _without_quiet(self, found: list[Finding]) -> list[Finding]:
        """Leave out what is missing where nobody has been yet, and mark the label instead."""
        if not self.patient:
            return found
        quiet = {(f.code, f.path) for f in found if f.severity is not Severity.ERROR}
        if self.value not in (None, "", []):
            # The check has not looked yet at what was just filled in.
            quiet &= self._quiet
        elif self._was_left:
            quiet = set()
        if bool(quiet) != bool(self._quiet):
            self._quiet = quiet
            self.query_one(".form-field--label", Static).update(self.label)
        self._quiet = quiet
        return [f for f in found if (f.code, f.path) not in quiet]

    def _show_lines(self, lines: Content) -> None:
        # Drawing anew lays out the whole form, so only where something has changed.
        if not lines.is_same(self._shown):
            self._shown = lines
            self._finding.update(lines)
            self._finding.display = bool(lines)

    def _line(self, finding: Finding) -> Content:
        return signed(finding.severity) + plain(self.finding_text(finding), STYLES[finding.severity])

    def finding_text(self, finding: Finding) -> str:
        """Return what a finding says here."""
        return self.subject.words(finding)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell the form where the user is."""
        del event
        # Not :focus-within: the label would keep its look when the focus leaves.
        self.add_class("-entered")
        self.post_message(self.Entered(self))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Store what was typed when the focus leaves."""
        del event
        self.remove_class("-entered")
        self._was_left = True
        self.commit()
        self.show_findings()


def signed(severity: Severity) -> Content:
    """Return the sign of a severity, so that its colour only repeats it."""
    return plain(f"{SIGNS[severity]} ", STYLES[severity])
