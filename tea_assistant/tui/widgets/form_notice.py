"""What has to be said about a whole file: that it cannot be edited, or what is wrong beside its fields."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import EditError
from tea_assistant.model.finding import Finding
from tea_assistant.tui.plain import plain
from tea_assistant.tui.severity import SIGNS, STYLES


class FormNotice(Static):
    """A notice above a form; it takes no room where there is nothing to say."""

    DEFAULT_CSS = """
    FormNotice {
        display: none;
        height: auto;
        max-height: 12;
        margin: 1 1 0 1;
        padding: 0 1;
        border-left: thick $warning;
        background: $surface;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.text = ""
        """What the notice says."""

    def show(self, refusal: EditError | None, findings: Sequence[Finding]) -> None:
        """Say why nothing can be edited, and what is wrong in the file."""
        lines: list[Content] = []
        if refusal is not None:
            lines.append(plain(refusal.message, "bold"))
            if not findings and refusal.hint:
                lines.append(plain(refusal.hint))
        for finding in findings:
            text = f"{SIGNS[finding.severity]} {finding.file}, Zeile {finding.line}: {finding.message}"
            lines.append(plain(text, STYLES[finding.severity]))
            if finding.hint:
                lines.append(plain(f"  {finding.hint}", "$text-muted"))
        content = Content("\n").join(lines)
        if content.plain != self.text:
            self.text = content.plain
            self.update(content)
        self.display = bool(lines)
