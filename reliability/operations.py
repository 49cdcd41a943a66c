"""What is done to a dossier while calls fail: each operation as people run it, and able to be run again."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from benchmarks import dossiers
from tea_assistant.services import (
    create,
    edits,
    figures_import,
    pack,
    renew,
    renew_undo,
    review,
    review_signing,
    reviewers,
    snapshot_items,
    snapshot_restore,
    snapshots,
    sync,
    trash,
)
from tea_assistant.services.build import build
from tea_assistant.services.figures_import_write import saved, take_over
from tea_assistant.services.request_decisions import accept_unread
from tea_assistant.services.request_import import receive, record
from tea_assistant.services.request_proposals import proposals
from tea_assistant.services.request_questions import Wanted
from tea_assistant.services.requests import Sending
from tea_assistant.services.requests import prepare as prepare_request
from tea_assistant.services.requests import send as send_request
from tea_assistant.services.session import Session
from tea_assistant.services.triage import Triage
from tea_assistant.store.yaml_writer import Change

Tell = Callable[[Path, bytes | None], None]
"""Takes in what has been shown as saved: a file and its content, None where it is gone."""
MEASURE = "evidence/massnahme-00000.yaml"
_TEXT = "Für Mitarbeiter*innen und Bürger*innen [/x], „im Alltag“, zum {}. Mal."
_TODAY = date(2025, 4, 1)


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


def opened(root: Path) -> Session:
    """Open a dossier on a day that does not move."""
    return Session(root, "2025", today=lambda: _TODAY)


def _dossier(scene: Path) -> None:
    root = dossiers.write(scene / "mappe", 6, size=150)
    outside = scene / "aussen"
    outside.mkdir()
    (outside / "konzept.pdf").write_bytes(b"%PDF-1.4 " + b"x" * 3000)
    (outside / "zahlen.csv").write_text(_TABLE, encoding="utf-8")
    (outside / "Plan.md").write_text(_PLAN, encoding="utf-8")
    (root / "attachments").mkdir()
    (root / "attachments" / "flyer.pdf").write_bytes(b"%PDF-1.4 Flyer")
    with (root / MEASURE).open("a", encoding="utf-8") as handle:
        handle.write("# von Hand\n")


_TABLE = "Gruppe;Insgesamt;Frauen;Männer\nBeschäftigte;3400;2000;1400\nFührungskräfte;210;90;120\n"
_PLAN = """\
# Gleichstellungsplan

## Personalentwicklung

Maßnahmen:

- Coaching für Mitarbeiter*innen und Bürger*innen [/x]; danach Test von Doppelspitzen
- Beratung vor, während und nach der Elternzeit für alle Beschäftigten der Verwaltung
"""


def _save(session: Session, tell: Tell, *files: str) -> None:
    saved(session)
    for file in files:
        text = session.text(file)
        tell(session.root / file, None if text is None else text.encode())


def _edits(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    for number in range(3):
        session.edit(MEASURE, [Change(("goal",), _TEXT.format(number))], "Ziel")
        _save(session, tell, MEASURE)


def _many(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    written = [f"evidence/massnahme-0000{number}.yaml" for number in range(6)]
    for file in written:
        session.edit(file, [Change(("goal",), _TEXT.format(file))], "Ziel")
    new = "cycles/2028/cycle.yaml"
    session.edit(new, [Change(("catalogue",), dossiers.CATALOGUE)], "Runde")
    _save(session, tell, *written, new)


def _delete(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    if session.text(MEASURE) is not None:
        session.delete(MEASURE, "Löschen")
    _save(session, tell, MEASURE)


def _attach(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    proof = edits.attach(session, scene / "aussen" / "konzept.pdf")
    session.edit(MEASURE, [Change(("proofs",), [proof])], "Nachweis")
    _save(session, tell, MEASURE)
    tell(scene / "mappe" / proof["file"], (scene / "aussen" / "konzept.pdf").read_bytes())


def _renew(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    done = renew.renew(opened(root), "2028", anyway=True)
    for file in done.files:
        tell(root / file, (root / file).read_bytes())


def _renewed(scene: Path) -> None:
    _dossier(scene)
    renew.renew(opened(scene / "mappe"), "2028", anyway=True)


def _renew_undo(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    if (root / "cycles" / "2028" / "cycle.yaml").exists():
        for file in renew_undo.undo_renewal(opened(root), "2028"):
            tell(root / file, None)


def _figures(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    table = figures_import.open_file(scene / "aussen" / "zahlen.csv")
    chosen = figures_import.chosen(table, "")
    mapping = figures_import.corrected(session, chosen, ())
    todo = figures_import.plan(session, table, chosen, "2024-12-31", mapping)
    if todo.changes:
        take_over(session, todo)
    _save(session, tell, *sorted(session.dirty))


def _triage(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    going = Triage(session)
    going.open([scene / "aussen" / "Plan.md"])
    going.accept_all()
    written = sorted(session.dirty)
    _save(session, tell, *written)


def _asked(scene: Path) -> None:
    _dossier(scene)
    session = opened(scene / "mappe")
    request = prepare_request(session, Sending("Personalamt", Wanted(["massnahme-00000"])))
    form = send_request(session, request, ("md",), scene / "aussen").paths[0]
    saved(session)
    text = form.read_text(encoding="utf-8").replace("Ausgefüllt von: ", "Ausgefüllt von: Frau Öztürk")
    begin, _, rest = text.partition("=== Antwort 1.1 ===\n")
    text = f"{begin}=== Antwort 1.1 ===\nausgebaut\n{rest[rest.index('=== Ende 1.1') :]}"
    form.write_text(text, encoding="utf-8")


def _answers(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    form = next((scene / "aussen").glob("anfrage-*.md"))
    record(session, receive(session, form, form.read_bytes()))
    _save(session, tell, *sorted(session.dirty))
    accept_unread(session, proposals(session), scene / "aussen")
    _save(session, tell, *sorted(session.dirty))


def _snapshot(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    _tell_state(root, snapshots.keep(opened(root), "Entwurf", by="Anna").id, tell)


def _tell_state(root: Path, name: str, tell: Tell) -> None:
    for path in sorted((root / "snapshots" / name).rglob("*.yaml")):
        tell(path, path.read_bytes())


def _kept(scene: Path) -> None:
    _dossier(scene)
    root = scene / "mappe"
    snapshots.keep(opened(root), "Entwurf", by="Anna")
    session = opened(root)
    for number in (0, 3):
        file = f"evidence/massnahme-0000{number}.yaml"
        session.edit(file, [Change(("goal",), _TEXT.format(number))], "Ziel")
    session.delete("evidence/massnahme-00001.yaml", "Löschen")
    session.write("evidence/neu.yaml", {"format": 1, "title": "Neu [/x]"}, "Neu")
    saved(session)
    (root / "attachments" / "flyer.pdf").write_bytes(b"%PDF-1.4 anderer")


def _restore(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    done = snapshot_restore.restore(opened(root), snapshots.find(root, "Entwurf").snapshot)
    for file in done.written:
        tell(root / file, (root / file).read_bytes())
    for file in done.trashed:
        tell(root / file, None)


def _forget(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    for state in snapshots.kept_states(root):
        snapshots.delete(opened(root), state.snapshot)
        tell(root / "snapshots" / state.snapshot.id / "snapshot.yaml", None)


def _item(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    session = opened(root)
    state = snapshots.find(root, "Entwurf").snapshot
    for file in ("attachments/flyer.pdf", "evidence/massnahme-00001.yaml"):
        snapshot_items.restore_item(session, state, file)
    _save(session, tell, "evidence/massnahme-00001.yaml")
    tell(root / "attachments/flyer.pdf", (root / "attachments/flyer.pdf").read_bytes())


def _thrown_away(scene: Path) -> None:
    _kept(scene)
    root = scene / "mappe"
    _forget(scene, lambda _file, _content: None)
    snapshots.keep(opened(root), "Später", by="Anna")


def _brought_back(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    session = opened(root)
    for entry in trash.trash_entries(session):
        if not entry.is_back:
            trash.bring_back(session, entry)
    _save(session, tell, *sorted(session.dirty))


def git(folder: Path, *words: str) -> None:
    """Run git as somebody in a shell would."""
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 (our words)


def _offices(scene: Path) -> None:
    """Make two clones of a dossier that have both gone on."""
    _dossier(scene)
    shared, anna, bernd = scene / "gemeinsam.git", scene / "mappe", scene / "bernd"
    git(scene, "init", "-q", "--bare", "-b", "main", shared.name)
    git(anna, "init", "-q", "-b", "main")
    for name, folder in (("Anna", anna), ("Bernd", bernd)):
        if folder is bernd:
            git(anna, "add", ".")
            git(anna, "commit", "-q", "-m", "Anfang")
            git(anna, "remote", "add", "origin", "../gemeinsam.git")
            git(anna, "push", "-q", "-u", "origin", "main")
            git(scene, "clone", "-q", shared.name, bernd.name)
            git(bernd, "remote", "set-url", "origin", "../gemeinsam.git")
        git(folder, "config", "user.name", name)
        git(folder, "config", "user.email", f"{name.lower()}@stadt.example")
    theirs = opened(bernd)
    for number in (0, 1):
        file = f"evidence/massnahme-0000{number}.yaml"
        theirs.edit(file, [Change(("title",), f"Von Bernd, Nummer {number}")], "Titel")
    theirs.write("evidence/von-bernd.yaml", {"format": 1, "title": "Neu von Bernd [/x]"}, "Neu")
    theirs.delete("evidence/massnahme-00005.yaml", "Löschen")
    sync.run(sync.prepare(theirs), lambda _: None)
    mine = opened(anna)
    for number in (0, 2):
        file = f"evidence/massnahme-0000{number}.yaml"
        mine.edit(file, [Change(("goal",), _TEXT.format(number))], "Ziel")
    saved(mine)


def _sync(scene: Path, tell: Tell) -> None:
    root = scene / "mappe"
    done = sync.run(sync.prepare(opened(root)), lambda _: None)
    for file in (*done.sent, *done.received):
        path = root / file
        tell(path, path.read_bytes() if path.exists() else None)


def _pack(scene: Path, tell: Tell) -> None:
    draft = pack.prepare(opened(scene / "mappe"), day=_TODAY, reason="Probe")
    done = pack.write(draft)
    tell(done.path, done.path.read_bytes())


def _build(scene: Path, tell: Tell) -> None:
    for path in build(opened(scene / "mappe"), formats=("md", "html", "docx")):
        if path.is_file():
            tell(path, path.read_bytes())


def _sign(scene: Path, tell: Tell) -> None:
    session = opened(scene / "mappe")
    who = reviewers.open_review(session, "Erika Müller", "Personalrat", clock=lambda: datetime(2025, 3, 10))  # noqa: DTZ001 (reviews keep local time)
    item = "af01/opening"
    if not (known := reviewers.review_of(session, who)) or not known.comments:
        review.comment(session, who, item, _TEXT.format(1))
        _save(session, tell, *sorted(session.dirty))
    review_signing.approve(session, who, review_signing.as_shown(session.application, [item]))
    _save(session, tell, *sorted(session.dirty))


def _nothing(scene: Path) -> None:
    (scene / "aussen").mkdir()


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
        Operation("save", _dossier, _edits),
        Operation("save of many files", _dossier, _many),
        Operation("delete", _dossier, _delete),
        Operation("attach", _dossier, _attach),
        Operation("renew", _dossier, _renew),
        Operation("renew undo", _renewed, _renew_undo),
        Operation("import of figures", _dossier, _figures, waiting=("import/figures-mapping.yaml",)),
        Operation("import of a document", _dossier, _triage, waiting=("import/", "cycles/2025/fields/")),
        Operation("import of answers", _asked, _answers),
        Operation("sign-off", _dossier, _sign),
        Operation("snapshot", _dossier, _snapshot, loose=("snapshots/",)),
        Operation("snapshot deleted", _kept, _forget, loose=("snapshots/attachments/",)),
        Operation("restore", _kept, _restore, loose=("snapshots/",)),
        Operation("one item restored", _kept, _item),
        Operation("back from the trash", _thrown_away, _brought_back),
        Operation("sync", _offices, _sync),
        Operation("build", _dossier, _build, lays_out=True),
        Operation("pack", _dossier, _pack, loose=("build/",), lays_out=True),
        Operation("new", _nothing, _new),
        Operation("example", _nothing, _example, every=7),
    )
}


def arranged(operation: Operation, scene: Path) -> Path:
    """Make what an operation begins with, and return where."""
    shutil.rmtree(scene, ignore_errors=True)
    scene.mkdir(parents=True)
    operation.arrange(scene)
    return scene
