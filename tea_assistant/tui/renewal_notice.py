"""What the overview says about a renewal: what is left to decide, or that the next round can begin."""

from msgspec import Struct

from tea_assistant.renewal.rounds import was_concluded
from tea_assistant.services.session import Session


class RenewalNotice(Struct, frozen=True):
    """A line that leads to the screen it is about."""

    text: str
    action: str


def renewal_notice(session: Session) -> RenewalNotice | None:
    """Return what there is to say of the round at hand; None where it is neither renewed nor over."""
    round_ = session.dossier.rounds.get(session.cycle)
    if round_ is None:
        return None
    if was_concluded(round_):
        newest = session.cycle == max(session.rounds)
        return RenewalNotice("Nächste Bewerbungsrunde beginnen", "app.open('renew')") if newest else None
    if not round_.cycle.carried.cycle:
        return None
    from tea_assistant.services.inbox.inbox import inbox, open_items  # noqa: PLC0415 (only where there is something to say)

    items = inbox(session)
    left = len(open_items(items))
    if not left:
        return RenewalNotice("✓ alles entschieden", "app.open('inbox')") if items else None
    return RenewalNotice(f"○ noch {left} von {len(items)} zu entscheiden (Strg+G)", "app.open('inbox')")
