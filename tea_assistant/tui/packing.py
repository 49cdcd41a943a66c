"""Makes the capsule from a page: shows first what enters, works in the background, tells where it lies."""

import asyncio
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from tea_assistant.errors import TeaError
from tea_assistant.services.capsule import pack
from tea_assistant.services.capsule.contents import Contents, gather
from tea_assistant.services.capsule.left_out import LeftOut
from tea_assistant.services.capsule.overview import inside_lines, outside_lines
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.wording import file_title, refusal

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_GROUP = "pack"
_SHOWN = 3
"""So many attachments, and so many things that stay out, are named: the dialog fits a small screen."""
_LONGEST = 120
"""Characters of one of them: two lines."""


def begin(page: Page) -> None:
    """Ask whether to make the capsule, and before that for a reason where something speaks against it."""
    app = cast("TeaApp", page.app)
    if any(worker.group == _GROUP and not worker.is_finished for worker in app.workers):
        app.tell("Das Abgabepaket entsteht gerade.")
        return
    app.action_save()
    against = pack.obstacles(page.session)
    try:
        contents = gather(page.session, internal=False)
    except TeaError as error:
        page.tell(error)
        return
    if not against:
        _confirm(page, contents, "")
        return
    dialog = AskText(
        "Abgabepaket trotz offener Punkte?",
        f"{' '.join(against)} Warum soll trotzdem gepackt werden? Die Begründung steht dann im Paket.",
        "Weiter",
        example="Die Frist endet heute",
    )

    def go_on(reason: str | None) -> None:
        if reason:
            # The first dialog has to be gone before the second can come.
            page.call_later(_confirm, page, contents, reason)

    page.ask(dialog, go_on)


def _confirm(page: Page, contents: Contents, reason: str) -> None:
    lines = ["Hinein kommt", *map(_item, inside_lines(contents, most=_SHOWN))]
    left_out = [_titled(page, each) for each in contents.left_out]
    if outside := outside_lines(left_out, most=_SHOWN):
        lines += ["", "Nicht hinein kommt", *map(_item, outside)]
    dialog = AskFirst("Abgabepaket", "\n".join(lines), "Paket schreiben", harmless=True)
    page.ask(dialog, lambda wanted: _start(page, reason) if wanted else None)


def _titled(page: Page, left_out: LeftOut) -> LeftOut:
    """Name a file of the dossier as the screens call it; a proof has its own title."""
    if left_out.title != left_out.file:
        return left_out
    return replace(left_out, title=file_title(page.session.application, left_out.file), file="")


def _item(line: str) -> str:
    return f"- {line}" if len(line) <= _LONGEST else f"- {line[: _LONGEST - 1]}…"


def _start(page: Page, reason: str) -> None:
    app = cast("TeaApp", page.app)
    try:
        draft = pack.prepare(page.session, reason=reason)
    except TeaError as error:
        page.tell(error)
        return
    app.tell("Das Abgabepaket entsteht. Sie können weiterarbeiten.")
    # The page may be left meanwhile, so it is the app that works.
    app.run_worker(_write(app, draft), group=_GROUP)


async def _write(app: "TeaApp", draft: pack.Draft) -> None:
    try:
        packed = await asyncio.to_thread(pack.write, draft)
    except TeaError as error:
        app.tell(refusal(app.session.application, error), "error")
        return
    done = "Abgabepaket geschrieben" if packed.is_new else "Dasselbe Abgabepaket lag dort schon"
    app.tell(f"{done}:\n{packed.path}\nPrüfsumme (SHA-256): {packed.sha256}", timeout=30)
