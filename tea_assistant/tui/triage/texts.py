"""What the screen says of a proposal: what it would become, how sure that is, and what to look at."""

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from tea_assistant.model.application import Application
from tea_assistant.model.proposal import Certainty, Proposal, ProposalKind
from tea_assistant.prose.difference import word_differences
from tea_assistant.services.forms.choices import referable, title_of
from tea_assistant.services.forms.plan import Control, FieldPlan
from tea_assistant.services.forms.values import text_of
from tea_assistant.services.triage.items import Candidate, Item, ItemState
from tea_assistant.tui.plain import plain
from tea_assistant.tui.triage.verdicts import NAMES
from tea_assistant.tui.widgets.record_columns import shown

_SIGNS = {
    ItemState.OPEN: "○",
    ItemState.LATER: "…",
    ItemState.ACCEPTED: "✓",
    ItemState.MERGED: "⊕",
    ItemState.REFUSED: "✗",
    ItemState.UNCHANGED: "=",
}
_CERTAIN = "●"
_ALIKE = 0.6
"""From here on a measure that may be the same is worth a word before anybody asks."""
_VERY = 0.85
_ALWAYS = ("action_fields", "criteria", "legal_character", "field")
"""What is shown also where nothing is known: it decides where a proposal goes."""


def sign(item: Item) -> str:
    """Return the sign of a proposal in the list."""
    if item.state is ItemState.OPEN and item.proposal.certainty is Certainty.CERTAIN:
        return _CERTAIN
    return _SIGNS[item.state]


def title(proposal: Proposal) -> str:
    """Name a proposal in one line."""
    return " ".join((proposal.title or proposal.text).split())


def row(item: Item, application: Application) -> tuple[Content, Content]:
    """Draw a proposal in two lines: its title, and beneath it what it would become."""
    field = application.catalogue.fields.get(item.proposal.action_field)
    facts = " · ".join(filter(None, (NAMES[item.proposal.kind], field.label if field else "")))
    marks = ("◐ " if item.earlier else "") + ("! " if item.proposal.flags else "")
    muted = "" if item.state.waits else "$text-muted"
    return (
        plain(f"{sign(item)} ", "$text-accent") + plain(title(item.proposal), muted),
        plain("  ") + plain(marks, "bold $text-warning") + plain(facts, "$text-muted"),
    )


def how_sure(item: Item) -> Iterator[Content]:
    """Yield what became of a proposal, how sure its action field is, and what a person should look at."""
    proposal = item.proposal
    if not item.state.waits:
        reason = f": {item.reason}" if item.reason else ""
        by = f" ({item.by})" if item.by else ""
        yield plain(f"{_SIGNS[item.state]} {item.state.word}{by}{reason}", "bold $text-success")
    elif item.state is ItemState.LATER:
        yield plain("… zurückgestellt", "$text-muted")
    if proposal.kind is not ProposalKind.FIGURE and (proposal.action_field or proposal.reason):
        sure = {Certainty.CERTAIN: "●", Certainty.LIKELY: "◐", Certainty.UNSURE: "○"}[proposal.certainty]
        told = f"{sure} Aktionsfeld {proposal.certainty.word}"
        told += f" ({round(proposal.confidence * 100)} %)" if proposal.confidence else ""
        yield plain(told, "bold") + plain(f": {proposal.reason}" if proposal.reason else "", "$text-muted")
    for flag in proposal.flags:
        yield plain(f"! {flag}", "bold $text-warning")
    if proposal.participants:
        yield plain("Teilnehmende: ", "$text-muted") + plain(proposal.participants)


def alike(candidates: Sequence[Candidate]) -> Iterator[Content]:
    """Yield a word about the measure that may be the same."""
    for candidate in candidates[:1]:
        if candidate.score >= _ALIKE:
            told = f"≈ {likeness(candidate.score)}: „{candidate.title}“"
            yield plain(told, "$text-warning") + plain("  z führt zusammen", "$text-muted")


def likeness(score: float) -> str:
    """Say how alike two things are; a number would promise more than shared words can tell."""
    return "sehr ähnlich" if score >= _VERY else "ähnlich"


def values(
    plans: Sequence[FieldPlan], known: Mapping[str, object], application: Application
) -> Iterator[Content]:
    """Yield each value under the label that its form has, and then what is empty."""
    empty = []
    for plan in plans:
        key = str(plan.path[0])
        text = value_text(plan, known.get(key), application).rstrip()
        if text or key in _ALWAYS:
            yield plain(f"{plan.title}: ", "$text-accent") + plain(text or "– noch keine Angabe", lines=True)
        else:
            empty.append(plan.title)
    if empty:
        yield plain(f"Leer: {', '.join(empty)}", "$text-muted")


def value_text(plan: FieldPlan, value: object, application: Application) -> str:
    """Write a value of a form as people read it."""
    if not value:
        return ""
    if not isinstance(value, list | tuple):
        return shown(plan, application, value)
    if plan.control is Control.REFERENCES:
        choices = referable(application, plan.node["items"]["x-refers-to"])
        return ", ".join(title_of(choices, text_of(each)) for each in value)
    if plan.control is Control.RECORDS:
        return "".join(f"\n  · {_record(each)}" for each in value)
    return ", ".join(text_of(each) for each in value)


def differences(old: str, new: str) -> Content:
    """Show two versions of a text as one, with signs around what went and what came."""
    return Content.assemble(*(_piece(piece.text, piece.kind) for piece in word_differences(old, new)))


def _piece(text: str, kind: str) -> Content:
    if kind == "same":
        return plain(text, lines=True)
    words = text.rstrip()
    mark, style = ("−", "$text-error strike") if kind == "removed" else ("+", "$text-success underline")
    return plain(f"{mark}{words}{mark}", style, lines=True) + plain(text[len(words) :], lines=True)


def _record(value: object) -> str:
    if not isinstance(value, Mapping):
        return text_of(value)
    return ", ".join(text_of(each) for each in value.values() if each)
