"""What has to hold after every fault: nothing half-written, nothing lost that was shown as saved."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from reliability.children import GONE, Run, sum_of
from reliability.operations import Operation
from reliability.scenes import opened
from tea_assistant.model.layout import DOSSIER_FILE
from tea_assistant.services.snapshots import snapshots

_PASSING = re.compile(r"(?:^|/)\.~[^/]*\.tmp(?:/|$)")
"""What is only there while something is written; nothing reads it."""
_APART = re.compile(r"(?:^|/)(?:\.git|\.trash|[^/]*\.git)/")
_TRASH = ".trash"


class State(Struct, frozen=True):
    """All files of a scene by what their content comes down to."""

    files: Mapping[str, str]
    kept: frozenset[str]
    """What lies in the trash."""


def state_of(scene: Path) -> State:
    """Look at all that lies in a scene."""
    files: dict[str, str] = {}
    kept: set[str] = set()
    for path in sorted(scene.rglob("*")):
        file = path.relative_to(scene).as_posix()
        if not path.is_file() or _PASSING.search(file):
            continue
        if f"/{_TRASH}/" in f"/{file}":
            kept.add(sum_of(path.read_bytes()))
        elif not _APART.search(file):
            files[file] = sum_of(path.read_bytes())
    return State(files, frozenset(kept))


class Course(Struct, frozen=True):
    """How an operation goes where nothing fails: the measure of all that happens when something does."""

    before: State
    after: State
    told: Sequence[tuple[str, str]]

    def versions(self, file: str) -> list[str]:
        """Return what a file may hold, in the order in which it does."""
        told = [content for name, content in self.told if name == file]
        return [self.before.files.get(file, GONE), *told, self.after.files.get(file, GONE)]


def losses(operation: Operation, scene: Path, course: Course, run: Run) -> list[str]:
    """Return in words what was lost."""
    found = state_of(scene)
    return [
        *(_ended_badly(run)),
        *_half(operation, found, course),
        *_forgotten(found, course, run),
        *_unkept(found, course),
        *_unopened(scene / operation.dossier, frozenset(found.files.items())),
    ]


def _ended_badly(run: Run) -> Iterator[str]:
    if run.end in ("crashed", "hung"):
        yield f"it {run.end}: {run.said}"


def _half(operation: Operation, found: State, course: Course) -> Iterator[str]:
    for file in sorted({*found.files, *course.before.files, *course.after.files}):
        now = found.files.get(file, GONE)
        if now not in course.versions(file) and not _is_below(operation, file, operation.loose):
            known = file in course.before.files or file in course.after.files
            yield f"{file} is neither old nor new" if known else f"{file} is a stranger"


def _forgotten(found: State, course: Course, run: Run) -> Iterator[str]:
    last = dict(run.told)
    for file, wanted in last.items():
        versions = course.versions(file)
        later = versions[versions.index(wanted) :] if wanted in versions else [wanted]
        if found.files.get(file, GONE) not in later:
            yield f"{file} was shown as saved and is not there"


def _unkept(found: State, course: Course) -> Iterator[str]:
    everything = {*found.files.values(), *found.kept}
    for file, old in course.before.files.items():
        if file not in found.files and file not in course.after.files and old not in everything:
            yield f"{file} was deleted and cannot be brought back"


_looked_at: dict[frozenset[tuple[str, str]], list[str]] = {}
"""The same files open in the same way; there are few states and many ways into them."""


def _unopened(root: Path, files: frozenset[tuple[str, str]]) -> list[str]:
    if files not in _looked_at:
        _looked_at[files] = list(_troubles(root))
    return _looked_at[files]


def _troubles(root: Path) -> Iterator[str]:
    if not (root / DOSSIER_FILE).exists():
        return
    try:
        session = opened(root)
        findings = session.report.findings
    except Exception as error:  # noqa: BLE001 (whatever it is, it is a loss)
        yield f"the dossier does not open: {error!r}"
        return
    for finding in findings:
        if finding.code < "TEA100":
            yield f"{finding.file}: {finding.code} {finding.message}"
    for state in snapshots.kept_states(root):
        yield from (f"{state.snapshot.name}: {problem}" for problem in state.problems)


def unequal(operation: Operation, scene: Path, course: Course) -> Iterator[str]:
    """Tell where an operation that was run again did not come to its end."""
    found = state_of(scene).files
    for file in sorted({*found, *course.after.files}):
        left = _is_below(operation, file, (*operation.loose, *operation.waiting))
        if found.get(file) != course.after.files.get(file) and not left:
            yield f"{file} differs after a second run"


def _is_below(operation: Operation, file: str, places: Sequence[str]) -> bool:
    return any(file.startswith(f"{operation.dossier}/{place}") for place in places)
