"""Asks a department from any screen: the box, the forms, and where they are."""

from tea_assistant.errors import TeaError
from tea_assistant.services.requests.requests import FORMATS, Sending, prepare, send
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import clean
from tea_assistant.tui.refusals import for_screens
from tea_assistant.tui.widgets.request_dialog import RequestDialog


def ask_department(page: Page, evidence: str = "") -> None:
    """Let a request be put together, about a measure where one is given, and write its forms."""
    if error := page.session.refusal("cycles"):
        page.tell(error)
        return

    def problem(sending: Sending) -> str:
        try:
            prepare(page.session, sending)
        except TeaError as refused:
            return refused.message
        return ""

    def take(sending: Sending | None) -> None:
        if sending is not None:
            _send(page, sending)

    page.ask(RequestDialog(page.session.application, problem, evidence), take)


def _send(page: Page, sending: Sending) -> None:
    try:
        sent = send(page.session, prepare(page.session, sending), FORMATS)
    except TeaError as error:
        page.tell(for_screens(error))
        return
    names = " und ".join(path.name for path in sent.paths)
    told = f"Bitte eines der Formulare verschicken: {names}\nSie liegen in {sent.paths[0].parent}"
    page.notify(clean(told, lines=True), markup=False, timeout=15)
