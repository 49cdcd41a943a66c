"""What is done to a dossier while calls fail: each operation as people run it, and able to be run again."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from benchmarks import dossiers
from reliability import scenes
from tea_assistant.services import create, edits, renew, renew_undo, trash
from tea_assistant.services.build import build
from tea_assistant.services.capsule import pack
from tea_assistant.services.figures import takeover as figures_import
from tea_assistant.services.figures.takeover_write import saved, take_over
from tea_assistant.services.requests.decisions import accept_unread
from tea_assistant.services.requests.proposals import proposals
from tea_assistant.services.requests.reading import receive, record
from tea_assistant.services.review import review, reviewers
from tea_assistant.services.review import signing as review_signing
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import items as snapshot_items
from tea_assistant.services.snapshots import restore as snapshot_restore
from tea_assistant.services.snapshots import snapshots
from tea_assistant.services.sync import sync
from tea_assistant.services.triage.triage import Triage
from tea_assistant.store.yaml.writer import Change

Tell = Callable[[Path, bytes | None], None]
"""Takes in what has been shown as saved: a file and its content, None where it is gone."""


class Operation(Struct, frozen=True):
    """Something that people do to a dossier."""

    name: str
    arrange: Callable[[Path], None]
    """Makes what it begins with, in an empty folder."""
    run: Callable[[Path, Tell], None]
    """Does it, or what is left of it to do."""
    dossier: str = "mappe"
    """The folder of the dossier."""
    loose: tuple[str, ...] = ()
    """Where a second run leaves more than the first alone would have."""
    waiting: tuple[str, ...] = ()
    """What a second run leaves to a person, where the first has been cut off half done."""
    lays_out: bool = False
    """It draws and lays out, with threads that no fork takes along."""
    every: int = 1
    """Only so many of its points are tried, where they are all alike."""


def _save(session: Session, tell: Tell, *files: str) -> None:
    saved(session)
    for file in files:
        text = session.text(file)
        tell(session.root / file, None if text is None else text.encode())


def _edits(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    for number in range(3):
        session.edit(scenes.MEASURE, [Change(("goal",), scenes.TEXT.format(number))], "Ziel")
        _save(session, tell, scenes.MEASURE)


def _many(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    written = [f"evidence/massnahme-0000{number}.yaml" for number in range(6)]
    for file in written:
        session.edit(file, [Change(("goal",), scenes.TEXT.format(file))], "Ziel")
    new = "cycles/2028/cycle.yaml"
    session.edit(new, [Change(("catalogue",), dossiers.CATALOGUE)], "Runde")
    _save(session, tell, *written, new)


def _delete(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    if session.text(scenes.MEASURE) is not None:
        session.delete(scenes.MEASURE, "Löschen")
    _save(session, tell, scenes.MEASURE)


def _attach(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    proof = edits.attach(session, scene / "aussen" / "konzept.pdf")
    session.edit(scenes.MEASURE, [Change(("proofs",), [proof])], "Nachweis")
    _save(session, tell, scenes.MEASURE)
    tell(scene / "mappe" / proof["file"], (scene / "aussen" / "konzept.pdf").read_bytes())


def _renew(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    done = renew.renew(scenes.opened(root), "2028", anyway=True)
    for file in done.files:
        tell(root / file, (root / file).read_bytes())


def _renew_undo(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    if (root / "cycles" / "2028" / "cycle.yaml").exists():
        for file in renew_undo.undo_renewal(scenes.opened(root), "2028"):
            tell(root / file, None)


def _figures(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    table = figures_import.open_file(scene / "aussen" / "zahlen.csv")
    chosen = figures_import.chosen(table, "")
    mapping = figures_import.corrected(session, chosen, ())
    todo = figures_import.plan(session, table, chosen, "2024-12-31", mapping)
    if todo.changes:
        take_over(session, todo)
    _save(session, tell, *sorted(session.dirty))


def _triage(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    going = Triage(session)
    going.open([scene / "aussen" / "Plan.md"])
    going.accept_all()
    written = sorted(session.dirty)
    _save(session, tell, *written)


def _answers(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    form = next((scene / "aussen").glob("anfrage-*.md"))
    record(session, receive(session, form, form.read_bytes()))
    _save(session, tell, *sorted(session.dirty))
    accept_unread(session, proposals(session), scene / "aussen")
    _save(session, tell, *sorted(session.dirty))


def _snapshot(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    _tell_state(root, snapshots.keep(scenes.opened(root), "Entwurf", by="Anna").id, tell)


def _tell_state(root: Path, name: str, tell: Tell) -> None:
    for path in sorted((root / "snapshots" / name).rglob("*.yaml")):
        tell(path, path.read_bytes())


def _restore(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    done = snapshot_restore.restore(scenes.opened(root), snapshots.find(root, "Entwurf").snapshot)
    for file in done.written:
        tell(root / file, (root / file).read_bytes())
    for file in done.trashed:
        tell(root / file, None)


def _forget(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    for state in snapshots.kept_states(root):
        snapshots.delete(scenes.opened(root), state.snapshot)
        tell(root / "snapshots" / state.snapshot.id / "snapshot.yaml", None)


def _item(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    session = scenes.opened(root)
    state = snapshots.find(root, "Entwurf").snapshot
    for file in ("attachments/flyer.pdf", "evidence/massnahme-00001.yaml"):
        snapshot_items.restore_item(session, state, file)
    _save(session, tell, "evidence/massnahme-00001.yaml")
    tell(root / "attachments/flyer.pdf", (root / "attachments/flyer.pdf").read_bytes())


def _brought_back(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    session = scenes.opened(root)
    for entry in trash.trash_entries(session):
        if not entry.is_back:
            trash.bring_back(session, entry)
    _save(session, tell, *sorted(session.dirty))


def _sync(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    done = sync.run(sync.prepare(scenes.opened(root)), lambda _: None)
    for file in (*done.sent, *done.received):
        path = root / file
        tell(path, path.read_bytes() if path.exists() else None)


def _pack(scene: Path, tell: Tell) -> None:
    draft = pack.prepare(scenes.opened(scene / "mappe"), day=scenes.TODAY, reason="Probe")
    done = pack.write(draft)
    tell(done.path, done.path.read_bytes())


def _build(scene: Path, tell: Tell) -> None:
    for path in build(scenes.opened(scene / "mappe"), formats=("md", "html", "docx")):
        if path.is_file():
            tell(path, path.read_bytes())


def _sign(scene: Path, tell: Tell) -> None:
    session = scenes.opened(scene / "mappe")
    who = reviewers.open_review(session, "Erika Müller", "Personalrat", clock=lambda: datetime(2025, 3, 10))  # noqa: DTZ001 (reviews keep local time)
    item = "af01/opening"
    if not (known := reviewers.review_of(session, who)) or not known.comments:
        review.comment(session, who, item, scenes.TEXT.format(1))
        _save(session, tell, *sorted(session.dirty))
    review_signing.approve(session, who, review_signing.as_shown(session.application, [item]))
    _save(session, tell, *sorted(session.dirty))


def _new(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    if not (root / "dossier.yaml").exists():
        create.create_dossier(root, "Stadt Möhringen [/x]", "NW", "2025")
    for file in ("dossier.yaml", "cycles/2025/cycle.yaml"):
        tell(root / file, (root / file).read_bytes())


def _example(scene: Path, tell: Tell) -> None:
    create.copy_example("stadt-herne", scene / "mappe")
    path = scene / "mappe" / "dossier.yaml"
    tell(path, path.read_bytes())


OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("save", scenes.dossier, _edits),
        Operation("save of many files", scenes.dossier, _many),
        Operation("delete", scenes.dossier, _delete),
        Operation("attach", scenes.dossier, _attach),
        Operation("renew", scenes.dossier, _renew),
        Operation("renew undo", scenes.renewed, _renew_undo),
        Operation("import of figures", scenes.dossier, _figures, waiting=("import/figures-mapping.yaml",)),
        Operation(
            "import of a document", scenes.dossier, _triage, waiting=("import/", "cycles/2025/fields/")
        ),
        Operation("import of answers", scenes.asked, _answers),
        Operation("sign-off", scenes.dossier, _sign),
        Operation("snapshot", scenes.dossier, _snapshot, loose=("snapshots/",)),
        Operation("snapshot deleted", scenes.kept, _forget, loose=("snapshots/attachments/",)),
        Operation("restore", scenes.kept, _restore, loose=("snapshots/",)),
        Operation("one item restored", scenes.kept, _item),
        Operation("back from the trash", scenes.thrown_away, _brought_back),
        Operation("sync", scenes.offices, _sync),
        Operation("build", scenes.dossier, _build, lays_out=True),
        Operation("pack", scenes.dossier, _pack, loose=("build/",), lays_out=True),
        Operation("new", scenes.nothing, _new),
        Operation("example", scenes.nothing, _example, every=7),
    )
}


def arranged(operation: Operation, scene: Path) -> Path:
    """Make what an operation begins with, and return where."""
    shutil.rmtree(scene, ignore_errors=True)
    scene.mkdir(parents=True)
    operation.arrange(scene)
    return scene
