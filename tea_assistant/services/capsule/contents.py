"""What of a dossier enters the capsule of a round: all that the document rests on, and nothing more."""

from collections.abc import Mapping

from msgspec import Struct

from tea_assistant.checks.figure_rows import placed_rows
from tea_assistant.checks.small_groups import is_small
from tea_assistant.errors import EditError
from tea_assistant.figures.publication import published
from tea_assistant.model.application import Application
from tea_assistant.model.figures import COUNTS, FigureSet
from tea_assistant.model.layout import FileRole, Kind, role_of
from tea_assistant.patterns import regex
from tea_assistant.renewal.rounds import linked
from tea_assistant.services.capsule import proofs as capsule_proofs
from tea_assistant.services.capsule.capsule import sum_of
from tea_assistant.services.capsule.left_out import LeftOut, Reason
from tea_assistant.services.capsule.proofs import InternalFiles
from tea_assistant.services.session import Session
from tea_assistant.services.workspace import MAX_BYTES
from tea_assistant.store import catalogue_files, dossier_files, files
from tea_assistant.store.parsed_file import parse

_MENTION = regex(r"\[\[\s*([a-z0-9][a-z0-9-]*)")


class Contents(Struct, frozen=True):
    """The files of a capsule that come from the dossier, by their names there."""

    files: Mapping[str, bytes]
    attachments: tuple[str, ...]
    """The titles of the proofs among them, in the order of the document."""
    left_out: tuple[LeftOut, ...]


def gather(session: Session, *, internal: bool) -> Contents:
    """Read what enters; `internal` takes in what the house must keep, too, but no unreleased proof.

    Raises `EditError` where the disk holds something else than the session.
    """
    return _Gathering(session, _Scope(session), internal=internal).done()


class _Scope:
    """The rounds, catalogues, measures and figures that a round rests on."""

    def __init__(self, session: Session) -> None:
        self.session = session
        application = session.application
        # What changed since the last award rests on the earlier rounds, and the way to them on all between.
        self.rounds = (application.round, *application.prior_rounds)
        self.measures: frozenset[str] = frozenset(self._measures())

    @property
    def cycles(self) -> list[str]:
        return [round_.cycle.id for round_ in self.rounds]

    @property
    def catalogues(self) -> list[str]:
        return list(dict.fromkeys(round_.cycle.catalogue for round_ in self.rounds))

    @property
    def figures(self) -> frozenset[str]:
        return frozenset(round_.cycle.figures for round_ in self.rounds)

    def _measures(self) -> set[str]:
        evidence = self.session.dossier.evidence
        found = {m.id for m in evidence.values() if any(m.in_cycle(c).state for c in self.cycles)}
        for round_ in self.rounds:
            found |= linked(round_)
            wishes = round_.jury.expectations if round_.jury else ()
            found |= {e for wish in wishes for answer in wish.answers.values() for e in answer.evidence}
        for file in dossier_files.list_files(self.session.root):
            role = role_of(file)
            if role and (role.kind is Kind.DOSSIER or role.group in self.cycles):
                found |= self._mentioned(file)
        waiting = list(found)
        while waiting:
            # A measure may be named only in the text of another.
            new = self._mentioned(f"evidence/{waiting.pop()}.yaml") - found
            found |= new
            waiting += new
        return found

    def _mentioned(self, file: str) -> set[str]:
        return set(_MENTION.findall(self.session.text(file) or ""))


class _Gathering:
    """Goes through the files of a dossier and takes or leaves each."""

    def __init__(self, session: Session, scope: _Scope, *, internal: bool) -> None:
        self._session = session
        self._scope = scope
        self._internal = internal
        self._never = InternalFiles(session)
        self._files: dict[str, bytes] = {}
        self._attachments: list[str] = []
        self._left_out: list[LeftOut] = []

    def done(self) -> Contents:
        for file in dossier_files.list_files(self._session.root):
            role = role_of(file)
            if role and self._belongs(role):
                self._take(file, role)
        for catalogue in self._scope.catalogues:
            if not any(file.startswith(f"action_fields/{catalogue}/") for file in self._files):
                self._files |= catalogue_files.shipped_files(catalogue)
        self._attach()
        return Contents(self._files, tuple(self._attachments), tuple(self._left_out))

    def _belongs(self, role: FileRole) -> bool:
        scope = self._scope
        match role.kind:
            case Kind.DOSSIER | Kind.THEME:
                return True
            case Kind.EVIDENCE:
                return role.id in scope.measures
            case Kind.FIGURES:
                return role.id in scope.figures
            case Kind.INDICATORS if not role.group:
                return True
            case Kind.REVIEW | Kind.TRANSFER:
                return role.group == self._session.cycle
            case Kind.CYCLE | Kind.FIELD | Kind.JURY:
                return role.group in scope.cycles
            case Kind.CATALOGUE | Kind.ACTION_FIELD | Kind.INDICATORS:
                return role.group in scope.catalogues
        return False

    def _take(self, file: str, role: FileRole) -> None:
        if not self._internal and (reason := self._confidential(role)):
            self._left_out.append(LeftOut(file, file, reason))
            return
        path = self._session.root / file
        try:
            content = files.read_bytes(path, MAX_BYTES + 1)
        except OSError:
            self._left_out.append(LeftOut(file, file, Reason.UNREADABLE))
            return
        _require_known(self._session, file, content)
        if self._never.has(path.resolve(), content, sum_of(content)):
            self._left_out.append(LeftOut(file, file, Reason.INTERNAL))
        else:
            self._files[file] = content

    def _confidential(self, role: FileRole) -> Reason | None:
        if role.kind is Kind.REVIEW:
            return Reason.REVIEW
        figures = self._session.dossier.figures.get(role.id) if role.kind is Kind.FIGURES else None
        if figures and _has_small_groups(self._session.application, figures):
            return Reason.SMALL_GROUPS
        return None

    def _attach(self) -> None:
        evidence = self._session.dossier.evidence
        measures = [evidence[e] for e in sorted(self._scope.measures) if e in evidence]
        for proof, known in capsule_proofs.attached(self._session, measures):
            title = proof.title or proof.file
            if (found := known or self._attach_file(title, proof.file)) is not None:
                self._left_out.append(LeftOut(title, proof.file, found))
        if (logo := self._logo()) and (reason := self._attach_file("", logo)):
            self._left_out.append(LeftOut("Logo", logo, reason))

    def _attach_file(self, title: str, file: str) -> Reason | None:
        found = capsule_proofs.content_of(self._session.root, file)
        if isinstance(found, Reason):
            return found
        name, path, content = found
        if self._never.has(path, content, sum_of(content)):
            return Reason.INTERNAL
        self._files[name] = content
        if title:
            self._attachments.append(title)
        return None

    def _logo(self) -> str:
        theme = next((file for file in self._files if _kind(file) is Kind.THEME), "")
        value = self._session.value(theme)
        logo = value.get("logo") if isinstance(value, dict) else None
        file = logo.get("file") if isinstance(logo, dict) else None
        return file if isinstance(file, str) else ""


def _kind(file: str) -> Kind | None:
    role = role_of(file)
    return role.kind if role else None


def _has_small_groups(application: Application, figures: FigureSet) -> bool:
    """Tell whether a file says more than the document may: what it counts itself, or what follows from it."""
    if figures.public:
        return False
    counts = (row.count(count) for row in placed_rows(figures) for count in COUNTS)
    if any(count is not None and is_small(application, count) for count in counts):
        return True
    cycles = {cycle for cycle, known in application.figure_history if known is figures}
    return any(omission.cycle in cycles for omission in published(application).omissions())


def _require_known(session: Session, file: str, content: bytes) -> None:
    parsed = parse(file, content)
    # A file that is too large was cut off here and there in the same way.
    if parsed is None or parsed.text != session.text(file):
        message = "Die Datei wurde gerade außerhalb geändert."
        raise EditError(message, file=file, hint="Bitte das Paket noch einmal erzeugen.")
