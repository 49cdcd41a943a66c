"""Brings the dossier and the one that others share together, while the user goes on working."""

import asyncio
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tea_assistant.errors import TeaError
from tea_assistant.services.sync import sync
from tea_assistant.services.sync.disputes import in_words
from tea_assistant.services.sync.merge import FileConflict
from tea_assistant.services.sync.outcome import Outcome
from tea_assistant.services.sync.with_git import introduce, knows_name
from tea_assistant.services.sync.words import outcome_text
from tea_assistant.tui.screens.conflict import ConflictScreen
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.wording import refusal, short_title

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp

_GROUP = "sync"
_THEIRS = "Fassung der anderen"
_WHY = "Git hält zu jeder Änderung fest, von wem sie ist."
_PAUSE = 0.2
"""Seconds between two looks whether the program ends while somebody decides."""
_Texts = Mapping[str, str | None]


class _Ended(Exception):
    """The program ends, and git with it."""


def begin(app: "TeaApp") -> None:
    """Save what is open and start; the title bar tells how far it is."""
    if any(worker.group == _GROUP and not worker.is_finished for worker in app.workers):
        app.tell("Die Mappe wird gerade abgeglichen.")
        return
    app.action_save()
    try:
        draft = sync.prepare(app.session)
    except TeaError as error:
        app.tell(refusal(app.session.application, error), "error")
        return
    app.run_worker(_Syncing(app, draft).run(), group=_GROUP)


class _Syncing:
    """One sync: git works in a thread, what is to be decided is shown by the app."""

    def __init__(self, app: "TeaApp", draft: sync.Draft) -> None:
        self._app = app
        self._draft = draft
        self._loop = asyncio.get_running_loop()
        self._questions: asyncio.Queue[tuple[Sequence[FileConflict], Future[_Texts | None]]] = asyncio.Queue()
        self._ended = threading.Event()
        self._told = ""

    async def run(self) -> None:
        """Do it and tell what came of it."""
        try:
            if await self._is_introduced():
                self._tell(await self._outcome())
        except TeaError as error:
            self._app.tell(refusal(self._app.session.application, error), "error", timeout=20)
        finally:
            # A thread does not end by itself when its worker does.
            self._ended.set()
            self._show("")

    async def _is_introduced(self) -> bool:
        """Ask who is at work where git does not know; tell whether it knows now."""
        root = self._draft.root
        if await asyncio.to_thread(knows_name, root):
            return True
        answers = []
        for dialog in (
            AskText("Wer arbeitet hier?", f"{_WHY} Ihr Vor- und Nachname:", "Weiter", example="Anna Müller"),
            AskText("Wer arbeitet hier?", "Ihre E-Mail-Adresse:", "Abgleichen", example="am@stadt.example"),
        ):
            answer = await self._app.push_screen_wait(dialog)
            if not answer:
                return False
            answers.append(answer)
        await asyncio.to_thread(introduce, root, *answers)
        return True

    async def _outcome(self) -> Outcome:
        work = asyncio.ensure_future(asyncio.to_thread(sync.run, self._draft, self._ask, self._progress))
        # Where the program ends first, nobody asks any more what became of it.
        work.add_done_callback(lambda done: done.cancelled() or done.exception())
        while True:
            question = asyncio.ensure_future(self._questions.get())
            await asyncio.wait({work, question}, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                question.cancel()
                return work.result()
            conflicts, answer = question.result()
            answer.set_result(await self._decide(conflicts))

    async def _decide(self, conflicts: Sequence[FileConflict]) -> _Texts | None:
        texts = {}
        for conflict in conflicts:
            dispute = in_words(conflict, self._draft.names)
            # A notice must not hide the decision.
            self._app.clear_notifications()
            labels = self._app.session.application.labels
            decision = await self._app.push_screen_wait(ConflictScreen(dispute, labels, theirs=_THEIRS))
            if decision is None:
                return None
            texts[conflict.file] = decision.text
        return texts

    def _tell(self, outcome: Outcome) -> None:
        self._app.saving.poll()
        application = self._app.session.application
        text = outcome_text(outcome, lambda file: short_title(application, file))
        self._app.tell(text.strip(), "warning" if outcome.is_postponed else "information", timeout=15)

    # In the thread

    def _ask(self, conflicts: Sequence[FileConflict]) -> _Texts | None:
        answer: Future[_Texts | None] = Future()
        self._loop.call_soon_threadsafe(self._questions.put_nowait, (conflicts, answer))
        while True:
            try:
                return answer.result(timeout=_PAUSE)
            except TimeoutError:
                self._require_running()

    def _progress(self, text: str) -> None:
        self._require_running()
        if text != self._told:
            self._told = text
            self._loop.call_soon_threadsafe(self._show, text)

    def _require_running(self) -> None:
        if self._ended.is_set():
            raise _Ended

    # In the app again

    def _show(self, text: str) -> None:
        self._app.saving.doing = text
        if self._app.page and self._app.page.is_running:
            self._app.show_status()
