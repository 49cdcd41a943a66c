"""An answer beside what stands in the dossier, word by word."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.model.request import Verdict
from tea_assistant.prose.dates import german_date
from tea_assistant.prose.difference import word_differences
from tea_assistant.services.requests.proposals import Proposal
from tea_assistant.tui.plain import plain

_LONGEST = 20_000
"""Characters of a text that are shown."""


class AnswerSides(VerticalScroll, can_focus=False):
    """Shows what is asked, both sides, and what speaks against taking the answer over."""

    DEFAULT_CSS = """
    AnswerSides {
        & Static { height: auto; }
        & > Horizontal { height: auto; margin-top: 1; }
        & .answer--foot { margin-top: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Put the question above both sides."""
        yield Static(classes="answer--head", markup=False)
        with Horizontal(classes="answer--sides"):
            yield Static(classes="answer--now", markup=False)
            yield Static(classes="answer--said", markup=False)
        yield Static(classes="answer--foot", markup=False)

    def show(self, proposal: Proposal | None) -> None:
        """Show an answer; nothing where there is none."""
        self.display = proposal is not None
        if proposal is None:
            return
        head = Content("\n").join(_head(proposal))
        self.query_one(".answer--head", Static).update(head)
        now, said = _sides(proposal.now[:_LONGEST], proposal.said[:_LONGEST])
        self.query_one(".answer--now", Static).update(_headed("In der Mappe", now))
        self.query_one(".answer--said", Static).update(_headed("Antwort", said))
        foot = list(_foot(proposal))
        self.query_one(".answer--foot", Static).update(Content("\n").join(foot))
        self.query_one(".answer--foot", Static).display = bool(foot)
        self.scroll_home(animate=False)


def _head(proposal: Proposal) -> Iterator[Content]:
    yield plain(proposal.title, "bold $text-primary")
    yield plain(proposal.asked, "bold")
    answer = proposal.answer
    who = proposal.request.answerer(answer)
    yield plain(f"{who}, eingelesen am {german_date(answer.received)} aus {answer.document}", "$text-muted")


def _sides(now: str, said: str) -> tuple[Content, Content]:
    pieces = word_differences(now, said)
    left = [_piece(piece.text, changed=piece.kind != "same") for piece in pieces if piece.kind != "added"]
    right = [_piece(piece.text, changed=piece.kind != "same") for piece in pieces if piece.kind != "removed"]
    return Content("").join(left), Content("").join(right)


def _piece(text: str, *, changed: bool) -> Content:
    words = text.rstrip()
    style = "bold underline" if changed else ""
    return plain(words, style, lines=True) + plain(text[len(words) :], lines=True)


def _headed(heading: str, text: Content) -> Content:
    shown = text if text.plain.strip() else plain("(hier steht nichts)", "$text-muted italic")
    return plain(f"{heading}\n", "bold $text-accent", lines=True) + shown


def _foot(proposal: Proposal) -> Iterator[Content]:
    if proposal.moved:
        yield plain(
            "! In der Mappe hat sich das seit der Anfrage geändert. Mitgeschickt war:", "$text-warning"
        )
        yield plain(proposal.sent[:_LONGEST] or "(nichts)", "$text-muted", lines=True)
    elif proposal.confirms:
        yield plain("= Bestätigt, was schon dasteht.", "$text-success")
    if proposal.answer.verdict is Verdict.UNREAD:
        yield plain("◐ Ungelesen übernommen; ü bestätigt es.", "$text-warning")
    for trouble in proposal.troubles:
        yield plain(f"✗ {trouble}", "$text-error", lines=True)
