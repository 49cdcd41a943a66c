"""Who reviews: each person has a file, which is found by the name and written by nobody else."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.ids import slug
from tea_assistant.model.layout import review_file
from tea_assistant.model.review import Review
from tea_assistant.prose.printable import printable
from tea_assistant.review.people import alike, called
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change


class Reviewer(Struct, frozen=True):
    """Somebody who comments, answers and signs."""

    id: str
    name: str
    role: str
    file: str
    """The only file that is written on this person's behalf; it need not be there yet."""
    clock: Callable[[], datetime] = datetime.now

    @property
    def now(self) -> str:
        """The time of a remark or a signature."""
        return self.clock().replace(microsecond=0, tzinfo=None).isoformat()


def open_review(
    session: Session, name: str, role: str = "", *, clock: Callable[[], datetime] = datetime.now
) -> Reviewer:
    """Find the review of a person, or prepare a new one; nothing is written before the first remark.

    Raises `UsageError` where the name is empty or belongs to somebody in another role, `EditError` where
    the round does not exist or the person's file cannot be read.
    """
    name, role = (" ".join(printable(text).split()) for text in (name, role))
    if not name:
        raise UsageError(
            "Bitte sagen, wer prüft.", hint='tea review --as "Erika Mustermann" --role Personalrat'
        )
    if session.cycle not in session.rounds:
        raise EditError(f"Die Bewerbungsrunde {session.cycle} gibt es noch nicht.")
    reviews = session.application.round.reviews
    own = _own(reviews, name, role)
    if own is None:
        others = {other.id for other in reviews.values() if other.name.strip()}
        found = slug(name, taken=others)
        file = _file(session, found)
        _require_readable(session, file)
        return Reviewer(found, name, role, file, clock)
    _require_readable(session, own.where.file)
    return Reviewer(own.id, own.name, own.role or role, own.where.file, clock)


def review_of(session: Session, reviewer: Reviewer) -> Review | None:
    """Return what a person has said and signed so far; None before the first remark."""
    return session.application.round.reviews.get(reviewer.id)


def reviews(session: Session) -> tuple[Review, ...]:
    """Return what everybody has said and signed in the round, by the names of the files."""
    found = session.application.round.reviews
    return tuple(found[name] for name in sorted(found))


def write(session: Session, reviewer: Reviewer, changes: Sequence[Change], label: str) -> bool:
    """Change the person's own file, which begins with name and role; return whether anything changed."""
    value = session.value(reviewer.file)
    said = value if isinstance(value, Mapping) else {}
    about = {"name": reviewer.name, "role": reviewer.role}
    opening = [Change((key,), text) for key, text in about.items() if text and not said.get(key)]
    return session.edit(reviewer.file, [*opening, *changes], label)


def entries(session: Session, reviewer: Reviewer, key: str) -> list[object]:
    """Return a list of the person's file as it stands there; raises `EditError` where it is none."""
    found = _value(session, reviewer, key)
    if found is not None and not isinstance(found, list):
        raise _nonsense(reviewer, key, "keine Liste")
    return found or []


def mapping(session: Session, reviewer: Reviewer, key: str) -> Mapping[str, object]:
    """Return a table of the person's file as it stands there; raises `EditError` where it is none."""
    found = _value(session, reviewer, key)
    if found is not None and not isinstance(found, Mapping):
        raise _nonsense(reviewer, key, "keine Tabelle")
    return found or {}


def appended(session: Session, reviewer: Reviewer, key: str, entry: Mapping[str, str]) -> Change:
    """Return the change that puts an entry at the end of a list; what is empty is left out."""
    said = {name: text for name, text in entry.items() if text}
    there = entries(session, reviewer, key)
    return Change((key, len(there)), said) if there else Change((key,), [said])


def _own(reviews: Mapping[str, Review], name: str, role: str) -> Review | None:
    named = [review for review in reviews.values() if alike(review.name, name)]
    fitting = [r for r in named if not role or not r.role.strip() or alike(r.role, role)]
    if named and not fitting:
        raise UsageError(
            f"Unter diesem Namen prüft schon jemand: {called(named[0])}.",
            hint="Sind Sie es selbst, geben Sie bitte dieselbe Rolle an. Sonst unterscheiden Sie den Namen, "
            f"zum Beispiel: {name} ({role})",
        )
    exact = [review for review in fitting if alike(review.role, role)]
    return next(iter([*exact, *fitting]), None)


def _file(session: Session, reviewer: str) -> str:
    """Return where a new review goes: where a broken file of the name stands, that is the one."""
    other = review_file(session.cycle, reviewer).removesuffix(".yaml") + ".yml"
    return other if session.text(other) is not None else review_file(session.cycle, reviewer)


def _require_readable(session: Session, file: str) -> None:
    if session.read_only:
        return  # To look and to read is possible; whoever writes is told.
    if refusal := session.refusal(file):
        raise refusal


def _value(session: Session, reviewer: Reviewer, key: str) -> object:
    value = session.value(reviewer.file)
    return value.get(key) if isinstance(value, Mapping) else None


def _nonsense(reviewer: Reviewer, key: str, what: str) -> EditError:
    return EditError(
        f"In dieser Prüfungsdatei ist „{key}“ {what}; es wurde nichts geschrieben.",
        file=reviewer.file,
        hint="Bitte die Datei in einem Texteditor in Ordnung bringen oder umbenennen.",
    )
