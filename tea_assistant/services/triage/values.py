"""What a proposal would write into the file of a measure, and how its own words become our prose."""

from fractions import Fraction

from tea_assistant.model.evidence import EvidenceState, Origin, Result
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.patterns import regex
from tea_assistant.prose.printable import printable

_LONGEST_TITLE = 90
_REFERENCE = regex(r"(\{\{|\[\[)")
_HEADING = regex(r"^(#{1,6}(?:\s|$)|>)")


def evidence_values(proposal: Proposal) -> dict[str, object]:
    """Return what a measure would say, by the keys of its file; empty keys are left out.

    A goal alone is no evidence of anything done: its words are the goal of a measure that is only planned.
    """
    is_goal = proposal.kind is ProposalKind.GOAL
    said: dict[str, object] = {
        "title": title_of(proposal),
        "goal" if is_goal else "summary": prose_of(proposal.text),
        "action_fields": [proposal.action_field] if proposal.action_field else [],
        "criteria": [proposal.criterion] if proposal.criterion else [],
        "audience": proposal.audience.value if proposal.audience else "",
        "target_groups": lines_of(proposal.target_groups),
        "legal_character": proposal.legal_character.value if proposal.legal_character else "",
        "legal_basis": line_of(proposal.legal_basis),
        "since": day_value(proposal.since),
        "until": day_value(proposal.until),
        "responsible": line_of(proposal.responsible),
        "partners": lines_of(proposal.partners),
        "results": [] if is_goal else _results(proposal),
    }
    return {key: value for key, value in said.items() if value not in ("", [])}


def state_for(proposal: Proposal, earlier_rounds: tuple[str, ...]) -> EvidenceState:
    """Return what a measure is in the round at hand: one that an earlier round could know goes on."""
    if proposal.kind is ProposalKind.GOAL:
        return EvidenceState.PLANNED
    last = max(earlier_rounds, default="")
    return EvidenceState.CONTINUED if proposal.since and proposal.since[:4] < last else EvidenceState.NEW


def title_of(proposal: Proposal) -> str:
    """Return the title of a proposal, or the first words of its text."""
    title = line_of(proposal.title or proposal.text)
    if len(title) <= _LONGEST_TITLE or proposal.title:
        return title
    return f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0].rstrip(' ,;:–-')} …"


def prose_of(text: str) -> str:
    """Write plain text as our prose: paragraphs and lists stay, and nothing in it is a reference."""
    lines = [_guarded(line.strip()) for line in printable(text, lines=True).splitlines()]
    found = ""
    before = ""
    for line in filter(None, lines):
        found += ("\n" if _is_item(line) and _is_item(before) else "\n\n") if found else ""
        found += line
        before = line
    return f"{found}\n" if found else ""


def line_of(text: str) -> str:
    """Write text as one line."""
    return " ".join(printable(text).split())


def lines_of(texts: tuple[str, ...]) -> list[str]:
    """Write texts as one line each, every one once."""
    return list(dict.fromkeys(filter(None, map(line_of, texts))))


def day_value(text: str) -> object:
    """Write a date as files have it: a year alone is a number."""
    return int(text) if text.isdecimal() else text


def plain_origin(origin: Origin) -> dict[str, object]:
    """Return where something comes from as files have it."""
    said = {
        "document": line_of(origin.document),
        "url": origin.url,
        "heading": line_of(origin.heading),
        "line": origin.line,
        "page": origin.page,
        "sha256": origin.sha256,
    }
    return {key: value for key, value in said.items() if value}


def plain_result(result: Result) -> dict[str, object]:
    """Return a result as files have it."""
    said = {
        "value": _number(result.value) if result.value is not None else None,
        "unit": line_of(result.unit),
        "text": line_of(result.text),
        "as_of": day_value(result.as_of),
        "source": line_of(result.source),
    }
    return {key: value for key, value in said.items() if value not in (None, "")}


def _results(proposal: Proposal) -> list[dict[str, object]]:
    found = [plain_result(result) for result in proposal.results]
    told = line_of(proposal.participants)
    if told and not any(
        told in (each.get("text"), f"{each.get('value')} {each.get('unit')}") for each in found
    ):
        found.append({"text": f"Teilnahme: {told}"})
    return [each for each in found if "value" in each or "text" in each]


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _guarded(line: str) -> str:
    line = _REFERENCE.sub(r"\\\1", line)
    return f"\\{line}" if _HEADING.match(line) else line


def _is_item(line: str) -> bool:
    return line.startswith("- ")
