"""Several programs on one dossier at once: every word that was shown as saved has to be somewhere.

Each program puts words of its own into texts that the others change as well, saves, and decides what
contradicts. It writes down which words were shown to it as saved, and which it let go with open eyes. In
the end each word of the first kind is in a file, in the trash, or in the second list of somebody.
"""

import os
import random
import re
import shutil
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from benchmarks import dossiers
from reliability import shim
from tea_assistant.errors import TeaError
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change

_WORD = re.compile(r"w\d+x\d+")
_FILES = [f"evidence/massnahme-0000{number}.yaml" for number in range(4)]
_KEYS = ("goal", "summary")
_LONG = 600
"""Characters; a longer text is begun anew."""
_HANDS = 2
_MOST = 0.05
"""Seconds between two edits of one hand, at most."""


class Setting(Struct, frozen=True):
    """What happens around the programs meanwhile."""

    name: str
    pause: int = 0
    """Microseconds that each rename takes."""
    interrupt: Callable[[random.Random, Path, shim.Page], None] | None = None
    """Called every half second."""
    killed: bool = False
    """Whether one of the programs is killed every second, and another begins."""


class Outcome(Struct, frozen=True):
    """What came of it."""

    setting: str
    seconds: float
    words: int
    """Shown as saved."""
    conflicts: int
    errors: int
    kills: int
    lost: tuple[str, ...]


def _clock_back(chance: random.Random, _root: Path, page: shim.Page) -> None:
    page.control.clock = -chance.randint(0, 7200)


def _away_and_back(chance: random.Random, root: Path, _page: shim.Page) -> None:
    away = root.with_name("weg")
    root.rename(away)
    time.sleep(chance.random() * 0.3)
    if root.exists():
        # Somebody has made the folder anew: what is in it was written to nowhere.
        shutil.copytree(root, root.with_name(f"neu-{time.monotonic_ns()}"))
        shutil.rmtree(root)
    away.rename(root)


SETTINGS = (
    Setting("plain"),
    Setting("slow folder: every rename takes 0.2 s", pause=200_000),
    Setting("clock set back, by up to two hours, twice a second", interrupt=_clock_back),
    Setting("folder taken away and put back, twice a second", interrupt=_away_and_back),
    Setting("a program killed every second, another in its place", killed=True),
)


def together(setting: Setting, work: Path, page: shim.Page, seconds: float, seed: int = 2025) -> Outcome:
    """Let programs work side by side for so long, and look for what they were told."""
    scene = work / "scene"
    shutil.rmtree(scene, ignore_errors=True)
    root = dossiers.write(scene / "mappe", len(_FILES), size=150)
    logs = work / "logs"
    shutil.rmtree(logs, ignore_errors=True)
    logs.mkdir()
    page.set_up(pause=setting.pause)
    until = time.monotonic() + seconds
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    begin = partial(_begun, root, page, logs, seed, until)
    hands = [begin(number) for number in range(_HANDS)]
    kills = 0
    while time.monotonic() < until:
        time.sleep(min(0.5, max(until - time.monotonic(), 0)))
        if setting.interrupt:
            setting.interrupt(chance, root, page)
        if setting.killed and chance.random() < 0.5:
            at = chance.randrange(_HANDS)
            os.kill(hands[at], signal.SIGKILL)
            os.waitpid(hands[at], 0)
            kills += 1
            hands[at] = begin(_HANDS + kills)
    page.control.pause = 0
    for hand in hands:
        os.waitpid(hand, 0)
    return _judged(setting, seconds, logs, scene, kills)


def _judged(setting: Setting, seconds: float, logs: Path, scene: Path, kills: int) -> Outcome:
    told: set[str] = set()
    let_go: set[str] = set()
    counts = {"conflict": 0, "error": 0}
    crashed: list[str] = []
    for log in sorted(logs.iterdir()):
        for line in log.read_text(encoding="utf-8").splitlines():
            kind, _, said = line.partition(" ")
            if kind == "saved":
                told |= set(said.split())
            elif kind == "dropped":
                let_go |= set(said.split())
            elif kind == "crashed":
                crashed.append(f"{log.name} crashed: {said}")
            else:
                counts[kind] += 1
    found: set[str] = set()
    for path in scene.rglob("*.yaml"):
        if path.relative_to(scene).parts[0] == "mappe":
            found |= set(_WORD.findall(path.read_text(encoding="utf-8")))
    lost = [f"{word} was shown as saved and is nowhere" for word in sorted(told - let_go - found)]
    return Outcome(
        setting.name, seconds, len(told), counts["conflict"], counts["error"], kills, (*crashed, *lost)
    )


def _begun(  # noqa: PLR0917 (all but the number are the same for each)
    root: Path, page: shim.Page, logs: Path, seed: int, until: float, number: int
) -> int:
    child = os.fork()
    if child:
        return child
    log = os.open(logs / f"{number:04}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def write(kind: str, said: str = "") -> None:
        os.write(log, f"{kind} {said}\n".encode())

    try:
        page.enter()
        _Hand(root, number, random.Random(seed * 1000 + number), write).work(until)  # noqa: S311 (nothing secret)
    except BaseException as error:  # noqa: BLE001 (the parent counts it as a loss)
        write("crashed", repr(error))
    finally:
        os._exit(0)


class _Hand:
    """One person at one program."""

    def __init__(
        self, root: Path, number: int, chance: random.Random, write: Callable[[str, str], None]
    ) -> None:
        self._session = Session(root, "2025")
        self._number = number
        self._chance = chance
        self._write = write
        self._count = 0
        self._deleted: dict[str, set[str]] = {}

    def work(self, until: float) -> None:
        while time.monotonic() < until:
            self._step()
            time.sleep(self._chance.random() * _MOST)
        self._save()

    def _step(self) -> None:
        chance = self._chance.random()
        if chance < 0.6:
            self._type()
        elif chance < 0.65:
            self._delete()
        elif chance < 0.75:
            self._session.poll()
        else:
            self._save()
        self._decide()

    def _type(self) -> None:
        file, key = self._chance.choice(_FILES), self._chance.choice(_KEYS)
        value = self._session.value(file)
        text = str(value.get(key) or "") if isinstance(value, dict) else ""
        self._count += 1
        word = f"w{self._number}x{self._count}"
        lines = text.split("\n")
        at = self._chance.randrange(len(lines) + 1)
        lines.insert(at, word)
        after = "\n".join(lines)
        if len(after) > _LONG:
            after = word
        changes = [Change((key,), after)]
        if value is None:
            changes.insert(0, Change(("title",), "Neu"))
            # What was deleted and begun anew before it was saved never gets to the trash.
            gone = self._deleted.pop(file, set()) if file in self._session.dirty else set()
            self._write("dropped", " ".join(sorted(gone)))
        self._attempt(lambda: self._session.edit(file, changes, "Text"), _words(text) - _words(after))

    def _delete(self) -> None:
        file = self._chance.choice(_FILES)
        if self._session.text(file) is not None:
            # What goes to the trash is not lost.
            self._deleted[file] = _words(self._session.text(file) or "")
            self._attempt(lambda: self._session.delete(file, "Löschen"), set())

    def _attempt(self, what: Callable[[], object], dropped: set[str]) -> None:
        try:
            what()
        except TeaError:
            return
        if dropped:
            self._write("dropped", " ".join(sorted(dropped)))

    def _save(self) -> None:
        outcome = self._session.save()
        for file in outcome.saved:
            if words := _words(self._session.text(file) or ""):
                self._write("saved", " ".join(sorted(words)))
        for _ in outcome.errors:
            self._write("error", "")

    def _decide(self) -> None:
        for conflict in self._session.conflicts:
            self._write("conflict", "")
            chosen = self._chance.choice((conflict.mine, conflict.theirs))
            seen = _words(conflict.mine or "") | _words(conflict.theirs or "") | _words(conflict.base or "")
            if dropped := seen - _words(chosen or ""):
                self._write("dropped", " ".join(sorted(dropped)))
            self._session.resolve(conflict, chosen)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text))
