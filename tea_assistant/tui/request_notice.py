"""What the overview says about requests to departments: what waits, and since when."""

from tea_assistant.prose.dates import german_date
from tea_assistant.services.session import Session
from tea_assistant.tui.renewal_notice import RenewalNotice


def request_notice(session: Session) -> RenewalNotice | None:
    """Return what there is to say of requests; None where nobody waits for anything."""
    if not any(round_.requests for round_ in session.dossier.rounds.values()):
        return None
    from tea_assistant.services.requests.proposals import proposals  # noqa: PLC0415 (only where there is something to say)
    from tea_assistant.services.requests.requests import RequestState, outstanding, state_of  # noqa: PLC0415 (only where there is something to say)

    requests = [
        each for each in outstanding(session) if state_of(each, session) is not RequestState.TO_DECIDE
    ]
    late = [each for each in requests if state_of(each, session) is RequestState.OVERDUE]
    if waiting := len(proposals(session)):
        text = "1 Antwort wartet" if waiting == 1 else f"{waiting} Antworten warten"
        overdue = f" · ! {len(late)} überfällig" if late else ""
        return RenewalNotice(f"◐ {text} auf Sie{overdue}", "app.open('answers')")
    if not requests:
        return None
    if late:
        first = min(late, key=lambda each: each.until)
        more = f" und {len(late) - 1} mehr" if len(late) > 1 else ""
        return RenewalNotice(
            f"! überfällig seit {german_date(first.until)}: {first.department}{more}", "app.open('requests')"
        )
    dated = [each.until for each in requests if each.until]
    until = f", die nächste bis {german_date(min(dated))}" if dated else ""
    count = "1 Anfrage offen" if len(requests) == 1 else f"{len(requests)} Anfragen offen"
    return RenewalNotice(f"○ {count}{until}", "app.open('requests')")
