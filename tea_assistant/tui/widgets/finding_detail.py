"""What a finding means: what to do, why it matters, and an example of wrong and right."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.checks.registry import rule
from tea_assistant.model.finding import Finding
from tea_assistant.model.labels import Labels
from tea_assistant.services.progress import severity_name
from tea_assistant.tui import severity
from tea_assistant.tui.file_words import in_german
from tea_assistant.tui.plain import plain
from tea_assistant.tui.refusals import hint_for_screens


class FindingDetail(VerticalScroll, can_focus=False):
    """Explains one finding."""

    DEFAULT_CSS = """
    FindingDetail {
        padding: 0 1;
    }
    """

    def compose(self) -> ComposeResult:
        """Put one text into the pane."""
        yield Static(id="finding-text")

    def show(self, finding: Finding | None, place: str, labels: Labels) -> None:
        """Explain a finding; `place` names where it arose."""
        text = Content() if finding is None else Content("\n\n").join(_paragraphs(finding, place, labels))
        self.query_one("#finding-text", Static).update(text)
        self.scroll_home(animate=False)


def _paragraphs(finding: Finding, place: str, labels: Labels) -> Iterator[Content]:
    explained = rule(finding.code)
    sign = f"{severity.SIGNS[finding.severity]} {severity_name(finding.severity)} "
    yield Content.assemble(
        (sign, f"bold {severity.STYLES[finding.severity]}"),
        plain(f"{finding.code} · {explained.title}", "$text-muted"),
    )
    yield plain(finding.message, "bold", lines=True)
    if hint := hint_for_screens(finding):
        yield plain(hint, lines=True)
    if finding.accepted:
        yield _headed("Hingenommen, weil", finding.accepted)
    yield _headed("Stelle", place)
    yield _headed("Warum das zählt", explained.why)
    yield _example("Zum Beispiel nicht so", in_german(explained.wrong, finding.file, labels))
    yield _example("sondern so", in_german(explained.right, finding.file, labels))


def _headed(heading: str, text: str) -> Content:
    return plain(f"{heading}\n", "$text-primary", lines=True) + plain(text, lines=True)


def _example(heading: str, text: str) -> Content:
    shown = "\n".join(f"  {line}" for line in text.splitlines())
    return plain(f"{heading}\n", "$text-primary", lines=True) + plain(shown, "$text-muted", lines=True)
