"""Runs the system's git, so that it never prompts, pages, translates, or runs what somebody left in hooks."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from tea_assistant.errors import GitError
from tea_assistant.store.git.refusals import refused, unfinished

Tick = Callable[[str], None]
"""Takes the newest line that git says about its progress; called often, and may raise to end git."""

_LOCAL_LIMIT = 300.0
"""Seconds: more than the largest attachment on the slowest network drive needs for one step."""
_SILENCE = 90.0
"""Seconds without a word from a server after which nobody waits any longer."""
_PAUSE = 0.05
_SETTINGS: Mapping[str, str] = {
    "core.quotePath": "false",
    "core.fsmonitor": "false",
    # By itself it leaves single objects to the system: after a power cut they may be empty, and git is stuck.
    "core.fsync": "all",
    "core.hooksPath": os.devnull,
    # A repository within this one has settings of its own.
    "submodule.recurse": "false",
    "color.ui": "false",
    "i18n.commitEncoding": "UTF-8",
    "i18n.logOutputEncoding": "UTF-8",
    "log.showSignature": "false",
}
_FROM_OUTSIDE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""What git sets for its own children, such as a merge driver: here it would lead to another repository."""


class Git:
    """Runs git commands in one folder; what git refuses becomes a `GitError` in German."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self, *arguments: str, given: bytes = b"", index: Path | None = None, fine: Sequence[int] = (0,)
    ) -> bytes:
        """Run one command on this machine and return what it writes; `index` is used instead of git's own."""
        done = self.attempt(*arguments, given=given, index=index)
        if done.returncode not in fine:
            raise refused(arguments, done.stderr)
        return done.stdout

    def line(self, *arguments: str, fine: Sequence[int] = (0,)) -> str:
        """Return the answer of a command that says one line; empty where it fails in a way that is fine."""
        return name_of(self(*arguments, fine=fine).rstrip(b"\r\n"))

    @property
    def knows_name(self) -> bool:
        """Whether git knows who is at work."""
        return self.attempt("-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT").returncode == 0

    def attempt(
        self, *arguments: str, given: bytes = b"", index: Path | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run one command and leave it to the caller whether it failed."""
        # Nothing is fetched on the way: a clone that lacks contents would ask a server or a program for them.
        extra = {"GIT_ALLOW_PROTOCOL": "none"} | ({} if index is None else {"GIT_INDEX_FILE": str(index)})
        try:
            return subprocess.run(  # noqa: S603 (no shell, and the program is the one on the path)
                _command(arguments),
                cwd=self.folder,
                env=_environment(extra),
                input=given,
                capture_output=True,
                timeout=_LOCAL_LIMIT,
                check=False,
                start_new_session=True,
            )
        except subprocess.TimeoutExpired as error:
            raise unfinished(arguments, _LOCAL_LIMIT) from error
        except OSError as error:
            raise GitError(f"Git lässt sich nicht starten: {error.strerror or error}") from error

    def remote(self, *arguments: str, tick: Tick, hooks: str = "") -> subprocess.CompletedProcess[bytes]:
        """Run a command that talks to a server; it ends after a long silence, or where `tick` raises.

        Git's hooks come from the folder `hooks`, if one is given.
        """
        tick("")
        with subprocess.Popen(  # noqa: S603 (no shell, and the program is the one on the path)
            _command(arguments, hooks=hooks),
            cwd=self.folder,
            env=_environment(self._quiet_ssh()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Without a terminal of its own, no ssh can ask for a password behind the screen.
            start_new_session=True,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            told, said = _Reader(process.stdout), _Reader(process.stderr)
            try:
                while process.poll() is None:
                    _require_sound(arguments, max(told.heard, said.heard))
                    tick(said.newest)
                    time.sleep(_PAUSE)
            except BaseException:
                _end(process)
                raise
            output, errors = told.everything(), said.everything()
        return subprocess.CompletedProcess(arguments, process.returncode, output, errors)

    def _quiet_ssh(self) -> Mapping[str, str]:
        if "GIT_SSH_COMMAND" in os.environ or self.line("config", "core.sshCommand", fine=(0, 1)):
            return {}
        return {"GIT_SSH_COMMAND": "ssh -o BatchMode=yes -o ConnectTimeout=20"}


class _Reader:
    """Takes in what a process writes, in a thread, so that neither waits for the other."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.heard = time.monotonic()
        self._pieces: list[bytes] = []
        self._stream = stream
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while piece := os.read(self._stream.fileno(), 65536):
                self._pieces.append(piece)
                self.heard = time.monotonic()

    @property
    def newest(self) -> str:
        """The last line so far; git ends lines of progress with a carriage return."""
        lines = b"".join(self._pieces[-4:]).replace(b"\r", b"\n").strip().rpartition(b"\n")
        return lines[2].decode("utf-8", "replace")

    def everything(self) -> bytes:
        """Return all of it, once the process has ended."""
        self._thread.join(timeout=5)
        return b"".join(self._pieces)


def program() -> str:
    """Return where git is; raises `GitError` where there is none."""
    found = shutil.which("git")
    # Windows looks in the current folder first, and that may be a stranger's dossier.
    if found is None or Path(found).parent.resolve() == Path.cwd():
        raise GitError(
            "Git ist auf diesem Rechner nicht installiert, oder es wird nicht gefunden.",
            hint="Git gibt es kostenlos auf https://git-scm.com. Ohne Git geht alles andere wie gewohnt.",
        )
    return found


def name_of(raw: bytes) -> str:
    """Read a name as git writes it; one that is no UTF-8 survives the way back."""
    return raw.decode("utf-8", "surrogateescape")


def raw_of(name: str) -> bytes:
    """Write a name as git reads it."""
    return name.encode("utf-8", "surrogateescape")


def _command(arguments: Sequence[str], *, hooks: str = "") -> list[str]:
    settings = {**_SETTINGS, "core.hooksPath": hooks or _SETTINGS["core.hooksPath"]}
    given = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    return [program(), "--no-pager", *given, *arguments]


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if key not in _FROM_OUTSIDE}
    own |= {
        "LC_ALL": "C",
        "LANGUAGE": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "GIT_EDITOR": "true",
        "GIT_OPTIONAL_LOCKS": "0",
    }
    return {**own, **extra}


def _require_sound(arguments: Sequence[str], last: float) -> None:
    if time.monotonic() - last > _SILENCE:
        raise unfinished(arguments, _SILENCE)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git and what it has started, and give it a moment to tidy up."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.terminate()
        else:
            import signal  # noqa: PLC0415 (there are no process groups elsewhere)

            os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
