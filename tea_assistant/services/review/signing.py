"""Signing items as they were shown, and taking that back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tea_assistant.checks.quotes import quoted
from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.application import Application
from tea_assistant.review.basis import basis
from tea_assistant.review.fingerprint import canonical, sum_of
from tea_assistant.review.items import ReviewItem, item_of, signable
from tea_assistant.review.piece import Piece
from tea_assistant.review.standing import print_of
from tea_assistant.review.threads import item_title
from tea_assistant.services.review.review import require_item
from tea_assistant.services.review.reviewers import Reviewer, entries, mapping, write
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change

_SHORTEST = 8
"""So much of a fingerprint has to be given to mean it."""
_MOST = 12
"""With more wordings to change, all are written together."""
_MOST_SIGNOFFS = 4


def as_shown(application: Application, keys: Iterable[str]) -> dict[str, str]:
    """Return the fingerprints of items as they are now, by key; a part stands for all that is in it."""
    found: dict[str, str] = {}
    for key in keys:
        item = require_item(application, key)
        items = (item,) if item.can_be_signed else signable(application, item.part)
        found |= {each.key: print_of(application, each) for each in items}
    return found


def as_was_shown(now: Mapping[str, str], seen: str) -> dict[str, str]:
    """Return what somebody saw by the beginning of its fingerprint; raises `UsageError` if too short."""
    if len(now) != 1 or len(seen) < _SHORTEST:
        raise UsageError(
            f"Eine Prüfsumme mit mindestens {_SHORTEST} Zeichen nennt den Stand einer einzigen Stelle.",
            hint="Sie steht am Ende von: tea review --show SCHLÜSSEL",
        )
    return {key: found if found.startswith(seen.lower()) else seen for key, found in now.items()}


def approve(session: Session, reviewer: Reviewer, shown: Mapping[str, str]) -> tuple[str, ...]:
    """Sign items by key and the fingerprint that was shown, as one step; return which are newly signed.

    Raises `EditError` where something has changed since it was shown; then nothing is signed.
    """
    application = session.application
    items = [require_item(application, key) for key in shown]
    changed = [item for item in items if print_of(application, item) != shown[item.key]]
    if changed:
        names = ", ".join(quoted(item_title(application, item.key)) for item in changed)
        raise EditError(
            f"Seit es gezeigt wurde, hat sich geändert: {names}. Es ist nichts freigegeben.",
            hint="Bitte noch einmal ansehen.",
        )
    there = entries(session, reviewer, "signoffs")
    at = {_plain(entry).get("item"): index for index, entry in enumerate(there)}
    new = [item for item in items if _print(there, at.get(item.key)) != shown[item.key]]
    made = {item.key: _signoff(application, item, reviewer.now) for item in new}
    again = {at[key]: signoff for key, signoff in made.items() if key in at}
    more = [signoff for key, signoff in made.items() if key not in at]
    signed = [*(again.get(index, entry) for index, entry in enumerate(there)), *more]
    if there and len(new) <= _MOST_SIGNOFFS:
        changes = [Change(("signoffs", index), signed[index]) for index in again]
        changes += [Change(("signoffs", len(there) + n), signoff) for n, signoff in enumerate(more)]
    else:
        # Every change reads the file anew, and nobody writes into these by hand.
        changes = [Change(("signoffs",), REMOVE), Change(("signoffs",), signed)]
    if new:
        texts = {
            sum_of(piece.text): canonical(piece.text) for item in new for piece in basis(application, item)
        }
        name = item_title(application, new[0].key) if len(new) == 1 else f"{len(new)} Stellen"
        write(session, reviewer, [*changes, *_kept(session, reviewer, signed, texts)], f"Freigeben: {name}")
    return tuple(item.key for item in new)


def withdraw(session: Session, reviewer: Reviewer, keys: Iterable[str]) -> tuple[str, ...]:
    """Take one's sign-offs back, as one step, also those on items that are gone; return which there were."""
    application = session.application
    wanted: set[str] = set()
    for key in keys:
        item = item_of(application, key)
        whole = item is not None and not item.can_be_signed
        wanted |= {each.key for each in signable(application, key)} if whole else set()
        wanted.add(key)
    there = entries(session, reviewer, "signoffs")
    gone = {n: key for n, entry in enumerate(there) if (key := _key(entry)) in wanted}
    if not gone:
        return ()
    left = [entry for n, entry in enumerate(there) if n not in gone]
    if left and len(gone) <= _MOST_SIGNOFFS:
        removed = [Change(("signoffs", n), REMOVE) for n in reversed(gone)]
    else:
        removed = [Change(("signoffs",), REMOVE), *([Change(("signoffs",), left)] if left else [])]
    write(session, reviewer, [*removed, *_kept(session, reviewer, left, {})], "Freigabe zurücknehmen")
    return tuple(gone.values())


def _key(entry: object) -> str:
    said = _plain(entry)
    return str(said.get("item") or said.get("part") or "")


def _plain(entry: object) -> Mapping[str, object]:
    return entry if isinstance(entry, Mapping) else {}


def _print(signoffs: Sequence[object], at: int | None) -> object:
    return None if at is None else _plain(signoffs[at]).get("fingerprint")


def _signoff(application: Application, item: ReviewItem, made: str) -> dict[str, object]:
    pieces = basis(application, item)
    return {
        "item": item.key,
        "title": item_title(application, item.key),
        "made": made,
        "fingerprint": print_of(application, item),
        "rests_on": [_seen(piece) for piece in pieces],
    }


def _seen(piece: Piece) -> dict[str, str]:
    return {"key": piece.key, "title": " ".join(piece.title.split()), "text": sum_of(piece.text)}


def _kept(
    session: Session, reviewer: Reviewer, signoffs: Sequence[object], texts: Mapping[str, str]
) -> Iterator[Change]:
    """Yield what has to change in the wordings that the file keeps: those in use, each once."""
    there = mapping(session, reviewer, "seen")
    used = set(_sums(signoffs))
    kept = {name: text for name, text in {**there, **texts}.items() if name in used}
    changed = {name for name in {*there, *kept} if there.get(name) != kept.get(name)}
    if there and (not kept or len(changed) > _MOST):
        yield Change(("seen",), REMOVE)
        there = {}
    if kept and not there:
        yield Change(("seen",), kept)
        return
    for name in (name for name in {**there, **kept} if name in changed):
        yield Change(("seen", name), kept.get(name, REMOVE))


def _sums(signoffs: Sequence[object]) -> Iterator[str]:
    for signoff in signoffs:
        rests_on = _plain(signoff).get("rests_on")
        for piece in rests_on if isinstance(rests_on, list) else ():
            yield str(_plain(piece).get("text", ""))
