"""Which attachments may enter a capsule: those that the round lists and that nobody calls internal."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from msgspec import Struct

from tea_assistant.document.registers import Registers
from tea_assistant.model.evidence import Evidence, Proof, Release
from tea_assistant.services.capsule.capsule import LARGEST_FILE
from tea_assistant.services.capsule.left_out import Reason
from tea_assistant.services.session import Session
from tea_assistant.store import dossier_files, files


class InternalFiles(Struct, frozen=True, dict=True):
    """The files of a dossier that some proof calls internal, in whatever round or measure."""

    session: Session

    @cached_property
    def _paths(self) -> frozenset[Path]:
        root, dossier = self.session.root, self.session.dossier
        proofs = [proof for measure in dossier.evidence.values() for proof in measure.proofs]
        proofs += [proof for round_ in dossier.rounds.values() for proof in round_.cycle.documents]
        internal = (proof.file for proof in proofs if proof.file and proof.release is Release.INTERNAL)
        found = (files.inside(root, file) for file in internal)
        return frozenset(path for path in found if path)

    @cached_property
    def _by_size(self) -> dict[int, list[Path]]:
        sizes: dict[int, list[Path]] = {}
        for path in self._paths:
            if stamp := files.stamp(path):
                sizes.setdefault(stamp.size, []).append(path)
        return sizes

    def has(self, path: Path, content: bytes, sha256: str) -> bool:
        """Tell whether this file is internal, under its own name or as a copy under another."""
        alike = self._by_size.get(len(content), [])
        return path in self._paths or any(dossier_files.hash_of(other) == sha256 for other in alike)


def plain_file(root: Path, file: str) -> tuple[str, Path] | None:
    """Return the name and the path of a file that lies in the dossier itself; None where a link leads there.

    Names are written with `/` and without detours.
    """
    name = PurePosixPath(file.replace("\\", "/")).as_posix()
    target = files.plainly_inside(root, name)
    return (name, target) if target else None


def attached(session: Session, measures: list[Evidence]) -> Iterator[tuple[Proof, Reason | None]]:
    """Yield each proof with a file, and why it stays out; None where the dossier lets it enter.

    Beside the attachments of the round these are the other proofs of the measures that come along.
    """
    listed = {proof.file: proof for proof in Registers(session.application).attachments if proof.file}
    for proof in listed.values():
        yield proof, Reason.INTERNAL if proof.release is Release.INTERNAL else None
    others = {proof.file: proof for measure in measures for proof in measure.proofs if proof.file}
    for file, proof in others.items():
        if file not in listed:
            yield proof, Reason.INTERNAL if proof.release is Release.INTERNAL else Reason.OTHER_ROUND


def content_of(root: Path, file: str) -> tuple[str, Path, bytes] | Reason:
    """Read an attachment as (name, path, content), or tell why it cannot enter."""
    plain = plain_file(root, file)
    if plain is None:
        return Reason.OUTSIDE
    name, path = plain
    try:
        content = files.read_bytes(path, LARGEST_FILE + 1)
    except FileNotFoundError:
        return Reason.MISSING
    except OSError:
        return Reason.UNREADABLE
    return Reason.TOO_LARGE if len(content) > LARGEST_FILE else (name, path, content)
