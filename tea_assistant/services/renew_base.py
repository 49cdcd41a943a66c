"""Finds what a new round begins from, and refuses in clear words where it cannot begin."""

from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.checks.nearest import suggestion
from tea_assistant.errors import CatalogueError, DossierError
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.cycle import Cycle
from tea_assistant.model.layout import CATALOGUES, SUFFIXES, cycle_file
from tea_assistant.renewal.migrate import NO_DECISIONS, Decisions
from tea_assistant.renewal.rounds import was_concluded
from tea_assistant.services.session import Session
from tea_assistant.services.workspace import MAX_BYTES
from tea_assistant.store import catalogue_files, dossier_files, files
from tea_assistant.store.parsed_file import ParsedFile, parse


class Base(Struct, frozen=True):
    """What a new round begins from."""

    old: str
    catalogue: Catalogue
    decisions: Decisions
    begun: bool
    """An earlier run has made the round already, or part of it."""


def base(session: Session, to: str, catalogue: str, decisions: Decisions | None, *, anyway: bool) -> Base:
    """Find the round to renew and the catalogue for it; raises `TeaError` where a renewal cannot begin."""
    if not _is_year(to):
        raise DossierError(f"„{to}“ ist kein Jahr.", hint="Die Bewerbungsrunde heißt nach ihrem Jahr: 2028")
    if to in years(session):
        old, begun = _begun(session, to), True
    else:
        old, begun = _newest(session, to, anyway=anyway), False
    standing = session.dossier.rounds[to].cycle if begun else None
    chosen = _catalogue(session, session.dossier.rounds[old].cycle, to, catalogue, standing)
    require_readable(session, old, to, chosen.id)
    return Base(old, chosen, _decisions(to, decisions, standing), begun)


def begun_cycle(session: Session, to: str) -> Cycle:
    """Return the settings of a round that a renewal has begun; raises `DossierError` for any other."""
    if to not in years(session):
        known = ", ".join(years(session)) or "noch keine"
        raise DossierError(f"Die Bewerbungsrunde {to} gibt es nicht.", hint=f"Vorhanden: {known}.")
    file = cycle_file(to)
    if session.text(file) is not None:
        _require_editable(session, [file])
    cycle = session.dossier.rounds[to].cycle
    if not cycle.carried.cycle or cycle.carried.cycle != cycle.renews or cycle.renews not in years(session):
        raise DossierError(
            f"Die Bewerbungsrunde {to} gibt es schon, und sie ist keine Fortschreibung.",
            hint=_later(max(years(session))),
        )
    return cycle


def years(session: Session) -> list[str]:
    """Return the rounds that are named by their year; a folder of another name is nobody's round."""
    return [cycle for cycle in session.rounds if _is_year(cycle)]


def _is_year(name: str) -> bool:
    return len(name) == len("2028") and name.isascii() and name.isdecimal()


def _begun(session: Session, to: str) -> str:
    cycle = begun_cycle(session, to)
    if was_concluded(session.dossier.rounds[to]):
        raise DossierError(f"Die Bewerbungsrunde {to} ist schon eingereicht.", hint=_later(to))
    if to < (newest := max(years(session))):
        raise DossierError(f"Nach {to} gibt es schon die Bewerbungsrunde {newest}.", hint=_later(newest))
    return cycle.renews


def _newest(session: Session, to: str, *, anyway: bool) -> str:
    newest = max(years(session), default="")
    if not newest:
        raise DossierError(
            "In dieser Mappe gibt es noch keine Bewerbungsrunde.",
            hint=f"Bitte zuerst die letzte Bewerbung anlegen: die Datei {cycle_file('JAHR')}",
        )
    if to < newest:
        raise DossierError(f"{to} liegt vor der neuesten Bewerbungsrunde {newest}.", hint=_later(newest))
    if not anyway and not was_concluded(session.dossier.rounds[newest]):
        raise DossierError(
            f"Die Bewerbungsrunde {newest} wurde nie eingereicht.",
            hint=(
                f"Wurde sie doch eingereicht, gehört das Datum in {cycle_file(newest)}: „submitted“. "
                "Sonst weiter mit: --anyway"
            ),
        )
    return newest


def _later(cycle: str) -> str:
    return f"Die nächste Bewerbung ist nach drei Jahren fällig: --to {int(cycle) + 3}"


def _catalogue(session: Session, old: Cycle, to: str, wanted: str, standing: Cycle | None) -> Catalogue:
    if standing:
        if wanted and wanted != standing.catalogue:
            raise DossierError(
                f"Die Bewerbungsrunde {to} ist schon nach dem Katalog „{standing.catalogue}“ begonnen.",
                hint=f"Zuerst zurücknehmen: tea renew --to {to} --undo",
            )
        return known_catalogue(session, standing.catalogue)
    before = _find(session, old.catalogue)
    if not wanted:
        return _default(session, old, before, to)
    chosen = known_catalogue(session, wanted)
    if before and _begins(chosen) < _begins(before):
        raise CatalogueError(
            f"Der Katalog „{chosen.id}“ ist älter als „{before.id}“ aus der Runde {old.id}.",
            hint=f"Ohne --catalogue wird „{_default(session, old, before, to).id}“ genommen.",
        )
    return chosen


def _default(session: Session, old: Cycle, before: Catalogue | None, to: str) -> Catalogue:
    """Keep to the catalogue of the old round while it is valid, else take the newest that is."""
    if before is None:
        raise CatalogueError(
            f"Den Katalog „{old.catalogue}“ gibt es nicht; nach ihm richtet sich die Runde {old.id}.",
            file=old.where.file,
            line=old.where.place(("catalogue",)).line,
            hint=f"Bitte einen angeben: --catalogue {catalogue_files.shipped_ids()[0]}",
        )
    if _is_valid(before, to):
        return before
    later = [c for c in _available(session) if _is_valid(c, to) and _begins(c) >= _begins(before)]
    return max(later, key=lambda catalogue: (_begins(catalogue), catalogue.id), default=before)


def known_catalogue(session: Session, name: str) -> Catalogue:
    """Return a catalogue that the dossier brings or that is shipped; raises `CatalogueError` for others."""
    found = _find(session, name)
    if found is None:
        known = [catalogue.id for catalogue in _available(session)]
        possible = f"Möglich sind: {', '.join(known)}"
        raise CatalogueError(f"Den Katalog „{name}“ gibt es nicht.", hint=suggestion(name, known, possible))
    return found


def _find(session: Session, name: str) -> Catalogue | None:
    shipped = catalogue_files.shipped(name)
    return session.dossier.catalogues.get(name) or (shipped.catalogue if shipped else None)


def _available(session: Session) -> list[Catalogue]:
    names = dict.fromkeys([*catalogue_files.shipped_ids(), *session.dossier.catalogues])
    return [found for name in names if (found := _find(session, name))]


def _is_valid(catalogue: Catalogue, year: str) -> bool:
    return _begins(catalogue) <= year <= (catalogue.valid.get("to", "")[:4] or year)


def _begins(catalogue: Catalogue) -> str:
    return catalogue.valid.get("from", "")[:4]


def _decisions(to: str, given: Decisions | None, standing: Cycle | None) -> Decisions:
    if standing is None:
        return given or NO_DECISIONS
    taken = {old: tuple(new) for old, new in standing.decisions.items()}
    if given and {old: tuple(new) for old, new in given.items()} != taken:
        raise DossierError(
            f"Die Bewerbungsrunde {to} ist schon mit anderen Entscheidungen begonnen.",
            hint=f"Zuerst zurücknehmen: tea renew --to {to} --undo",
        )
    return taken


def require_readable(session: Session, old: str, to: str, catalogue: str) -> None:
    """Refuse to begin while a file cannot be read from which something is to be taken or changed."""
    # A broken measure may be one that stood in the old round; nobody can tell before it is mended.
    places = (f"cycles/{old}/", "evidence/", cycle_file(to), f"{CATALOGUES}/{catalogue}/")
    reviews = f"cycles/{old}/reviews/"
    found = dossier_files.list_files(session.root)
    _require_editable(session, [f for f in found if f.startswith(places) and not f.startswith(reviews)])


def _require_editable(session: Session, names: list[str]) -> None:
    broken = list(_broken(session, names))
    if broken:
        first, *others = broken
        more = f" Ebenso: {', '.join(error.file or '' for error in others)}." if others else ""
        raise DossierError(
            first.message,
            file=first.file,
            line=first.line,
            hint=f"{first.hint}{more} Danach noch einmal; bis dahin bleibt alles, wie es ist.".strip(),
        )


def _broken(session: Session, names: list[str]) -> Iterator[DossierError]:
    for name in names:
        try:
            parsed = parse(name, files.read_bytes(session.root / name, MAX_BYTES + 1))
        except OSError as error:
            message = f"Die Datei kann nicht gelesen werden: {files.explain(error)}"
            yield DossierError(message, file=name)
            continue
        if parsed and not parsed.editable:
            yield _explained(parsed)


def _explained(parsed: ParsedFile) -> DossierError:
    first = next(iter(parsed.findings), None)
    message = first.message if first else "Die Datei enthält nicht, was hier stehen muss."
    line, hint = (first.line, first.hint) if first else (1, "")
    return DossierError(message, file=parsed.file, line=line, hint=hint)


def standing(session: Session, file: str) -> str | None:
    """Return the file that stands where a planned one would go, under either ending."""
    stem = file.rpartition(".")[0]
    return next((stem + suffix for suffix in SUFFIXES if (session.root / (stem + suffix)).exists()), None)
