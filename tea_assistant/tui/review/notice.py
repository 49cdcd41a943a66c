"""What the overview says about the review: comments that wait, and signatures that are missing."""

from tea_assistant.model.application import Application
from tea_assistant.services.session import Session
from tea_assistant.tui.renewal_notice import RenewalNotice


def review_notice(session: Session) -> RenewalNotice | None:
    """Return what there is to say of the review; None where nobody reviews."""
    application = session.application
    if not (application.round.reviews or application.cycle.sign_off):
        return None
    from tea_assistant.review.requirements import is_under_way, missing_signatures  # noqa: PLC0415 (only where somebody reviews)
    from tea_assistant.review.threads import threads  # noqa: PLC0415 (only where somebody reviews)
    from tea_assistant.tui.review.words import CHANGE_SIGN, count_text  # noqa: PLC0415 (only where somebody reviews)

    if opened := [thread for thread in threads(application) if thread.is_open]:
        sign = CHANGE_SIGN if any(thread.asks_for_change for thread in opened) else "»"
        return RenewalNotice(f"{sign} {count_text(len(opened))}", "app.open('threads')")
    if not is_under_way(application):
        return None
    missing = dict.fromkeys(each.role for each in missing_signatures(application))
    if missing:
        return RenewalNotice(f"○ Freigabe fehlt: {', '.join(missing)}", "app.review")
    if application.round.reviews:
        return RenewalNotice("✓ keine Anmerkung offen", "app.open('threads')")
    return None


def open_comments(application: Application, part: str) -> int:
    """Return how many comments are open in a part of the application."""
    if not application.round.reviews:
        return 0
    from tea_assistant.review.threads import threads  # noqa: PLC0415 (only where somebody reviews)

    begin = f"{part}/"
    return sum(t.is_open and (t.item == part or t.item.startswith(begin)) for t in threads(application))
