"""What has to be there before a round becomes final."""

from tea_assistant.checks.quotes import quoted
from tea_assistant.errors import UsageError
from tea_assistant.review.requirements import is_under_way, missing_signatures
from tea_assistant.services.inbox.inbox import require_decided
from tea_assistant.services.session import Session

_HINT = (
    "Freigeben: tea review --as NAME --role ROLLE --approve TEIL. Wer freigeben muss, steht in den Angaben "
    "zur Runde; ist sie schon abgegeben, gehört dort der Tag hinein. Ein Entwurf geht jederzeit."
)


def require_final(session: Session) -> None:
    """Raise `UsageError` while something taken over is undecided, or a signature is missing."""
    require_decided(session)
    require_signed(session)


def require_signed(session: Session) -> None:
    """Raise `UsageError` while a role has not signed what the rules of the round demand of it."""
    if not is_under_way(session.application):
        return
    lacking: dict[str, list[str]] = {}
    for missing in missing_signatures(session.application):
        named = f"{quoted(missing.part_title)} ({len(missing.items)} von {missing.total} Stellen)"
        lacking.setdefault(missing.role, []).append(named)
    if lacking:
        told = "; ".join(f"{role}: {', '.join(parts)}" for role, parts in lacking.items())
        raise UsageError(
            f"Keine Endfassung: Es fehlen vorgesehene Freigaben. {told}.",
            hint=_HINT,
        )
