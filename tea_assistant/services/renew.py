"""Begins the next round from the last one: shows it first, then makes it, and takes it back untouched."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from tea_assistant.errors import ChangedOnDisk, DossierError, EditError, FileError, TeaError
from tea_assistant.renewal.migrate import Decisions
from tea_assistant.renewal.notes import Note, note_sections, notes
from tea_assistant.renewal.plain import plain_lines
from tea_assistant.renewal.plan import OPENED, RenewalPlan, plan_renewal
from tea_assistant.services.renew_base import base, standing
from tea_assistant.services.session import Session
from tea_assistant.store import files, schema
from tea_assistant.store.yaml import writer as yaml_writer
from tea_assistant.store.yaml.writer import Change


class Preview(Struct, frozen=True):
    """A new round before it is made, and what of it is still to be done."""

    plan: RenewalPlan
    notes: tuple[Note, ...]
    files: tuple[str, ...]
    """The files still to be made, in the order of writing."""
    measures: tuple[str, ...]
    """The measures still to be put to „open“, by id."""
    begun: bool
    """An earlier run has made the round already, or part of it."""

    @property
    def is_done(self) -> bool:
        """Nothing is left to do."""
        return not self.files and not self.measures


class _Write(Struct, frozen=True):
    file: str
    before: bytes | None
    after: bytes


def preview(
    session: Session,
    to: str,
    *,
    catalogue: str = "",
    decisions: Decisions | None = None,
    anyway: bool = False,
) -> Preview:
    """Plan the round `to`; raises `TeaError` where it cannot begin. `anyway` renews one never handed in.

    Without a catalogue the old one is kept while it is valid; decisions say what goes where in another one.
    """
    found = base(session, to, catalogue, decisions, anyway=anyway)
    plan = plan_renewal(session.dossier, found.old, to, found.catalogue, decisions=found.decisions)
    evidence = session.dossier.evidence
    return Preview(
        plan,
        notes(session.dossier, plan, schema.labels()),
        tuple(file for file in plan.files if not standing(session, file)),
        # What a person has said of a measure meanwhile stands.
        tuple(name for name in plan.opened if to not in evidence[name].cycles),
        found.begun,
    )


def renew(
    session: Session,
    to: str,
    *,
    catalogue: str = "",
    decisions: Decisions | None = None,
    anyway: bool = False,
) -> Preview:
    """Make the round `to`, or what is missing of it, and return what was done; nothing is ever replaced."""
    settle(session)
    todo = preview(session, to, catalogue=catalogue, decisions=decisions, anyway=anyway)
    # Everything is worked out before the first file is written.
    writes = [*_new_files(todo), *_opened_measures(session, todo)]
    try:
        for write in writes:
            _write(session, write)
        session.note_saved()
    finally:
        session.poll()
    return todo


def as_text(found: Preview) -> str:
    """Describe a renewal for people: what it makes, what they have to do, what stays behind."""
    plan = found.plan
    heading = f"{plan.old.cycle.id} → {plan.new}"
    return "\n".join([heading, "", *plain_lines(note_sections(found.notes))]) + "\n"


def outcome(done: Preview) -> str:
    """Say in one line what was made."""
    if done.is_done:
        return f"Die Bewerbungsrunde {done.plan.new} steht schon; es gab nichts mehr zu tun."
    begin = "vervollständigt" if done.begun else "angelegt"
    made = f"{len(done.files)} {'Datei' if len(done.files) == 1 else 'Dateien'}"
    opened = f"{len(done.measures)} {'Maßnahme' if len(done.measures) == 1 else 'Maßnahmen'}"
    return f"Bewerbungsrunde {done.plan.new} {begin}: {made}; noch nicht angesehen: {opened}."


def settle(session: Session) -> None:
    """Bring the session and the disk together; raises `EditError` where that needs a person."""
    if session.reading or session.review_file:
        session.require_writable()
    if session.read_only:
        raise EditError("Diese Mappe ist schreibgeschützt; eine neue Runde lässt sich nicht anlegen.")
    outcome = session.save()
    session.poll()
    if outcome.errors:
        raise EditError(f"Zuerst muss gespeichert werden: {outcome.errors[0]}")
    if session.conflicts:
        raise EditError("Bitte zuerst den Konflikt lösen.", file=session.conflicts[0].file)


def _new_files(todo: Preview) -> Iterator[_Write]:
    for file in todo.files:
        with _naming(file):
            text = yaml_writer.dump({"format": schema.FORMAT, **todo.plan.files[file]})
        yield _Write(file, None, text.encode())


def _opened_measures(session: Session, todo: Preview) -> Iterator[_Write]:
    for name in todo.measures:
        file = session.dossier.evidence[name].where.file
        before = (session.root / file).read_bytes()
        change = Change(("cycles", todo.plan.new), OPENED)
        with _naming(file):
            after = yaml_writer.apply(before.decode("utf-8"), [change])
        yield _Write(file, before, after.encode())


@contextmanager
def _naming(file: str) -> Iterator[None]:
    try:
        yield
    except TeaError as error:
        raise DossierError(error.message, file=file, line=error.line, hint=error.hint) from error


def _write(session: Session, write: _Write) -> None:
    path = files.inside(session.root, write.file)
    if path is None:
        raise EditError("Die Datei liegt außerhalb der Mappe und wird nicht geschrieben.", file=write.file)
    again = "Noch einmal ausgeführt, macht der Befehl dort weiter."
    try:
        files.write_checked(path, write.after, write.before)
    except ChangedOnDisk as error:
        raise FileError(error.message, file=write.file, hint=again) from error
    except OSError as error:
        raise FileError(
            f"Die Datei lässt sich nicht schreiben: {files.explain(error)}", file=write.file, hint=again
        ) from error
