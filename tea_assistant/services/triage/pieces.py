"""Takes a proposal apart, and puts several together."""

from collections.abc import Container, Sequence

from msgspec.structs import replace

from tea_assistant.errors import EditError
from tea_assistant.model.evidence import Result
from tea_assistant.model.proposal import Proposal, proposal_key
from tea_assistant.services.triage.items import PUT_TOGETHER


def letters_before(text: str, at: int) -> int:
    """Count the letters and digits before a place: they stay the same where line ends change."""
    return sum(character.isalnum() for character in text[:at])


def halves(proposal: Proposal, letters: int) -> tuple[Proposal, Proposal]:
    """Take a proposal apart after so many letters; raises `EditError` where one part would say nothing."""
    at = _place_after(proposal.text, letters)
    first, second = proposal.text[:at].strip(" ,;\n"), proposal.text[at:].strip(" ,;\n")
    if not (letters_before(first, len(first)) and letters_before(second, len(second))):
        raise EditError("Beim Teilen bliebe eine Seite leer.", hint="Bitte eine Stelle im Text wählen.")
    one = _part(proposal, first, other=second, taken=())
    return one, _part(proposal, second, other=first, taken=(one.key,))


def whole(parts: Sequence[Proposal], key: str) -> Proposal:
    """Put proposals together; the first gives the title and whatever only one of them can say."""
    first = parts[0]
    return replace(
        first,
        key=key,
        text="\n\n".join(part.text for part in parts),
        since=min(filter(None, (part.since for part in parts)), default=""),
        until=max(filter(None, (part.until for part in parts)), default=""),
        responsible=next((part.responsible for part in parts if part.responsible), ""),
        participants="; ".join(dict.fromkeys(part.participants for part in parts if part.participants)),
        partners=_all([part.partners for part in parts]),
        target_groups=_all([part.target_groups for part in parts]),
        audience=next((part.audience for part in parts if part.audience), None),
        legal_character=next((part.legal_character for part in parts if part.legal_character), None),
        legal_basis=next((part.legal_basis for part in parts if part.legal_basis), ""),
        results=tuple(dict.fromkeys(result for part in parts for result in part.results)),
        flags=_all([part.flags for part in parts]),
        blocks=tuple(dict.fromkeys(block for part in parts for block in part.blocks)),
    )


def whole_key(parts: Sequence[Proposal], taken: Container[str]) -> str:
    """Make the key of what was put together."""
    return _own_key(parts[0], "\n".join(part.text for part in parts), taken)


def _own_key(proposal: Proposal, text: str, taken: Container[str]) -> str:
    base = key = proposal_key(proposal.kind, text)
    number = 1
    while f"{key}{PUT_TOGETHER}" in taken:
        number += 1
        key = f"{base}-{number}"
    return f"{key}{PUT_TOGETHER}"


def _part(proposal: Proposal, text: str, other: str, taken: Container[str]) -> Proposal:
    """Return a part, which knows what its own words say; what neither part says, the first keeps."""
    is_first = not taken

    def is_ours(word: str) -> bool:
        return word in text or (is_first and word not in other)

    title = proposal.title if is_first and proposal.title in text else ""
    return replace(
        proposal,
        key=_own_key(proposal, text, taken),
        title=title,
        text=text,
        since=proposal.since if is_ours(proposal.since[:4]) else "",
        until=proposal.until if is_ours(proposal.until[:4]) else "",
        responsible=proposal.responsible if is_ours(proposal.responsible) else "",
        participants=proposal.participants if is_ours(proposal.participants) else "",
        partners=tuple(filter(is_ours, proposal.partners)),
        target_groups=tuple(filter(is_ours, proposal.target_groups)),
        results=tuple(result for result in proposal.results if is_ours(_said(result))),
    )


def _said(result: Result) -> str:
    return result.text or (str(result.value) if result.value is not None else result.unit)


def _place_after(text: str, letters: int) -> int:
    seen = 0
    for at, character in enumerate(text):
        if seen == letters and character.isalnum():
            return at
        seen += character.isalnum()
    return len(text)


def _all(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for words in lists for word in words))
