"""Looks whether what a dossier keeps is as it was: files, proofs, sign-offs, states, capsules."""

from collections.abc import Iterator
from pathlib import Path

from tea_assistant.errors import TeaError
from tea_assistant.model.finding import Severity
from tea_assistant.review.standing import State, gone_standings, standings
from tea_assistant.services.capsule import capsule
from tea_assistant.services.capsule.verify import verify
from tea_assistant.services.doctor.remark import Remark, Sign, fine, some
from tea_assistant.services.snapshots.snapshots import kept_states
from tea_assistant.services.view import View, view_of
from tea_assistant.services.workspace import Workspace
from tea_assistant.store import snapshot_files, trash_files

_GROUP = "Mappe"
_MOST_CAPSULES = 50


def remarks(root: Path) -> Iterator[Remark]:
    """Look at what the files of a dossier say, and compare all sums in it."""
    workspace = Workspace(root)
    loaded = workspace.assemble()
    found = [*workspace.findings, *loaded.findings]
    broken = sorted({finding.file for finding in found if finding.severity is Severity.ERROR})
    if broken:
        advice = "Was darin nicht stimmt, sagt „tea check“."
        yield Remark(_GROUP, Sign.BROKEN, f"Dateien mit Fehlern: {some(broken)}", advice)
    else:
        yield fine(
            _GROUP,
            f"Alle {len(workspace.files)} Dateien sind lesbar und haben die Form, die sie haben sollen",
        )
    views = [view_of(root, cycle, loaded, found, None) for cycle in workspace.rounds()]
    if views:
        yield from _proofs(views[-1])
    yield from _signoffs(views)
    yield from _states(root)
    yield from _capsules(root)
    yield from _trash(root)


def _proofs(view: View) -> Iterator[Remark]:
    dossier = view.application.dossier
    noted = [
        (proof.file, proof.sha256, dossier.attachments.get(proof.file))
        for measure in dossier.evidence.values()
        for proof in measure.proofs
        if proof.file and proof.sha256
    ]
    wrong = sorted({file for file, sha256, there in noted if there is None or there.sha256 != sha256})
    if wrong:
        advice = "Gewollt? Dann neu anhängen. Sonst hilft „tea trash“ oder ein festgehaltener Stand."
        yield Remark(_GROUP, Sign.NOTE, f"Nachweise fehlen oder sind seither geändert: {some(wrong)}", advice)
    elif noted:
        yield fine(_GROUP, f"Prüfsummen von {len(noted)} Nachweisen stimmen")


def _signoffs(views: list[View]) -> Iterator[Remark]:
    valid, void = 0, []
    for view in views:
        application = view.application
        for review in application.round.reviews.values():
            # A part is signed item by item.
            signed = [one.state for one in standings(application, review) if not one.total]
            signed += [one.state for one in gone_standings(application, review)]
            valid += signed.count(State.APPROVED)
            lost = signed.count(State.VOID) + signed.count(State.GONE)
            if lost:
                void.append(f"{review.name or review.id} ({view.cycle}: {lost})")
    if void:
        advice = "Das ist kein Schaden: Der Inhalt wurde nach der Freigabe geändert. „tea review“ zeigt, was."
        yield Remark(_GROUP, Sign.NOTE, f"Freigaben, die nicht mehr gelten: {some(void)}", advice)
    elif valid:
        yield fine(_GROUP, f"Freigaben: {valid}, alle gelten noch")


def _states(root: Path) -> Iterator[Remark]:
    states = kept_states(root)
    damaged = [
        state.snapshot.name
        for state in states
        if state.problems or snapshot_files.problems_of(root, state.snapshot, thorough=True)
    ]
    if damaged:
        advice = (
            "„tea snapshot --list“ sagt, was fehlt. Ein beschädigter Stand lässt sich nicht wiederherstellen."
        )
        yield Remark(_GROUP, Sign.BROKEN, f"Beschädigte Stände: {some(damaged)}", advice)
    elif states:
        yield fine(_GROUP, f"Stände: {len(states)}, alle unversehrt")


def _capsules(root: Path) -> Iterator[Remark]:
    whole, damaged = 0, []
    for path in sorted(root.rglob(f"*{capsule.ENDING}"))[:_MOST_CAPSULES]:
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        try:
            is_whole = verify(path).is_whole
        except TeaError:
            is_whole = False
        whole += is_whole
        if not is_whole:
            damaged.append(path.relative_to(root).as_posix())
    if damaged:
        advice = "„tea verify DATEI“ sagt, was daran nicht stimmt."
        yield Remark(_GROUP, Sign.BROKEN, f"Beschädigte Abgabepakete: {some(damaged)}", advice)
    elif whole:
        yield fine(_GROUP, f"Abgabepakete: {whole}, alle unversehrt")


def _trash(root: Path) -> Iterator[Remark]:
    count = len(trash_files.trashed(root))
    if count:
        yield fine(_GROUP, f"Im Papierkorb: {count} (tea trash)")
