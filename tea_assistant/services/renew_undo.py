"""Takes a renewal back while nobody has edited the new round."""

import contextlib
from pathlib import Path

from tea_assistant.errors import EditError, FileError
from tea_assistant.model.evidence import EvidenceInCycle, EvidenceState
from tea_assistant.renewal.plan import RenewalPlan, plan_renewal
from tea_assistant.services.renew import settle
from tea_assistant.services.renew_base import begun_cycle, known_catalogue, require_readable
from tea_assistant.services.session import Session
from tea_assistant.store import dossier_files, files, schema
from tea_assistant.store.yaml import writer as yaml_writer
from tea_assistant.store.yaml.writer import REMOVE, Change

_UNTOUCHED = EvidenceInCycle(state=EvidenceState.OPEN)


def undo_renewal(session: Session, to: str) -> tuple[str, ...]:
    """Remove a renewed round to the trash and return its files; raises `EditError` once it was edited."""
    settle(session)
    cycle = begun_cycle(session, to)
    catalogue = known_catalogue(session, cycle.catalogue)
    require_readable(session, cycle.renews, to, catalogue.id)
    plan = plan_renewal(session.dossier, cycle.renews, to, catalogue, decisions=cycle.decisions)
    if edited := _edited(session, plan):
        raise EditError(
            f"An der Runde {to} wurde schon gearbeitet; sie lässt sich nicht mehr zurücknehmen.",
            file=edited[0],
            hint=f"Geändert oder neu: {', '.join(edited[:5])}{' …' if len(edited) > 5 else ''}",
        )
    made = [file for file in plan.files if (session.root / file).exists()]
    try:
        for name in plan.opened:
            _close(session, name, to)
        # The settings go last: as long as they stand, an interrupted undo can be run again.
        for file in reversed(made):
            files.move_to_trash(session.root, file, (session.root / file).read_bytes())
        session.note_saved()
    except OSError as error:
        raise FileError(
            f"Die Fortschreibung lässt sich nicht ganz zurücknehmen: {files.explain(error)}",
            hint="Noch einmal ausgeführt, macht der Befehl dort weiter.",
        ) from error
    finally:
        _remove_empty(session.root / "cycles" / to)
        session.poll()
    if session.cycle == to:
        session.open_round(cycle.renews)
    return tuple(made)


def _edited(session: Session, plan: RenewalPlan) -> list[str]:
    """Return the files in which a person has said something for the new round."""
    folder = f"cycles/{plan.new}/"
    files_of_round = [f for f in dossier_files.list_files(session.root) if f.startswith(folder)]
    dossier = session.dossier
    measures = [
        evidence.where.file
        for evidence in dossier.evidence.values()
        if plan.new in evidence.cycles
        and (evidence.id not in plan.opened or evidence.cycles[plan.new] != _UNTOUCHED)
    ]
    answered = [
        round_.jury.where.file
        for round_ in dossier.rounds.values()
        if round_.jury and any(plan.new in expectation.answers for expectation in round_.jury.expectations)
    ]
    return [*(f for f in files_of_round if not _is_as_made(session, plan, f)), *measures, *answered]


def _is_as_made(session: Session, plan: RenewalPlan, file: str) -> bool:
    if file not in plan.files:
        return False
    made = yaml_writer.dump({"format": schema.FORMAT, **plan.files[file]})
    # A network drive or git may have changed the line ends.
    return (session.text(file) or "").replace("\r\n", "\n") == made


def _close(session: Session, name: str, to: str) -> None:
    """Take the state „open“ out of a measure again, and what the renewal had to add around it."""
    evidence = session.dossier.evidence[name]
    if to not in evidence.cycles:
        return
    path = session.root / evidence.where.file
    before = path.read_bytes()
    gone = ("cycles", to) if len(evidence.cycles) > 1 else ("cycles",)
    after = yaml_writer.apply(before.decode("utf-8"), [Change(gone, REMOVE)])
    files.write_checked(path, after.encode(), before)


def _remove_empty(folder: Path) -> None:
    for path in (folder / "fields", folder):
        with contextlib.suppress(OSError):
            path.rmdir()
