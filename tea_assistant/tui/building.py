"""Makes the document from a page: asks for its form, writes it in the background, tells where it lies."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING, cast

from tea_assistant.errors import TeaError
from tea_assistant.services.build import Built, build_counting
from tea_assistant.services.formats import MARKDOWN, PDF
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.review.final import require_final
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.wording import refusal

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_GROUP = "build"
_LONG = 30
"""Seconds for which it is said where the file lies."""
_FORMS = (
    Choice(PDF, "PDF", "zum Lesen, Drucken und Unterschreiben"),
    Choice("docx", "Word-Datei", "für alle, die am Text kommentieren; öffnet auch LibreOffice"),
    Choice("html", "Webseite", "eine Datei für jeden Browser, ohne Internet"),
    Choice(MARKDOWN, "Text (Markdown)", "zum Weiterverarbeiten und Vergleichen"),
)


def begin(page: Page, *, final: bool) -> None:
    """Ask in which form the document is wanted, and write it."""
    app = cast("TeaApp", page.app)
    if any(worker.group == _GROUP and not worker.is_finished for worker in app.workers):
        app.tell("Das Dokument entsteht gerade.")
        return
    if final:
        try:
            require_final(page.session)
        except TeaError as error:
            page.tell(error)
            return
    what = "Endfassung" if final else "Entwurf"
    page.ask(Chooser(f"{what} schreiben als", _FORMS), lambda form: _start(app, form, what, final=final))


def _start(app: "TeaApp", form: Choice | None, what: str, *, final: bool) -> None:
    if form is None:
        return
    app.tell(f"{what} entsteht: {form.title}. Sie können weiterarbeiten.", timeout=4)
    # The page may be left meanwhile, so it is the app that works.
    app.run_worker(_write(app, form.value, what, final=final), group=_GROUP)


async def _write(app: "TeaApp", form: str, what: str, *, final: bool) -> None:
    write = partial(build_counting, app.session.view, final=final, formats=(form,))
    try:
        built = await asyncio.to_thread(write)
    except TeaError as error:
        app.tell(refusal(app.session.application, error), "error")
        return
    app.tell(_told(what, built), timeout=_LONG)
    if app.is_web:
        # The server offers it on the page; in a terminal the path has to do.
        app.open_url(built.paths[-1].as_uri())
    app.show_status()


def _told(what: str, built: Built) -> str:
    pages = "" if built.pages is None else f" ({built.pages} {'Seite' if built.pages == 1 else 'Seiten'})"
    names = ", ".join(path.name for path in built.paths)
    # A name is looked for; how the folder is broken over lines does not matter.
    return f"{what} geschrieben{pages}:\n{names}\nim Ordner {built.paths[0].parent}"
