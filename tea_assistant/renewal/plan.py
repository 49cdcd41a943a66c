"""Plans a new round from an earlier one: which files it begins with, and what people have to know."""

from collections.abc import Mapping

from msgspec import Struct

from tea_assistant.errors import DossierError
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.cycle import Cycle, FieldAnswer, Round
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.layout import cycle_file, field_file
from tea_assistant.renewal.carry import (
    Values,
    date_value,
    field_values,
    mark,
    proof_values,
    texts_of,
    without_links,
)
from tea_assistant.renewal.expectations import DueExpectation, due_expectations
from tea_assistant.renewal.migrate import NO_DECISIONS, Decisions, Migration, migration
from tea_assistant.renewal.rounds import current_measures, linked, was_concluded

OPENED: Values = {"state": EvidenceState.OPEN.value}
"""What a carried measure says of the new round."""


class RenewalPlan(Struct, frozen=True):
    """A new round before it is made; the same dossier and decisions always give the same plan."""

    old: Round
    new: str
    catalogue: Catalogue
    award: int | None
    files: Mapping[str, Values]
    """The files to be made, by path and in the order of writing; the writer adds the format."""
    opened: tuple[str, ...]
    """The measures that get the state „open“ in the new round."""
    migration: Migration
    texts: int
    """How many texts are carried over and marked."""
    tasks: tuple[DueExpectation, ...]
    """The expectations that the new round has to answer."""
    ended: tuple[str, ...]
    """Measures that are linked in the old round but have ended: their links are left out."""
    silent: tuple[str, ...]
    """Measures of earlier rounds that the old round no longer mentions."""
    missing: tuple[str, ...]
    """Ids that are linked in the old round and that no measure has."""
    understanding_left: Mapping[str, str]
    """Texts that the new catalogue does not ask for, by the id of their prompt."""


def plan_renewal(
    dossier: Dossier, old: str, new: str, catalogue: Catalogue, *, decisions: Decisions = NO_DECISIONS
) -> RenewalPlan:
    """Plan a round that begins from an old one; raises `TeaError` for a round or decision that is unknown."""
    if old not in dossier.rounds:
        raise DossierError(f"Die Bewerbungsrunde {old} gibt es nicht.")
    from_round = dossier.rounds[old]
    before = dossier.catalogues.get(from_round.cycle.catalogue) or Catalogue(from_round.cycle.catalogue)
    moved = migration(
        before, catalogue, from_round.fields, decisions=decisions, sector=dossier.organisation.sector
    )
    opened = tuple(evidence.id for evidence in current_measures(dossier, old))
    answers = [without_links(answer, set(opened).__contains__) for answer in moved.answers.values()]
    award = _award(dossier, from_round)
    asked = {prompt.id for prompt in catalogue.understanding}
    texts = {name: text for name, text in from_round.cycle.understanding.items() if text.strip()}
    understanding = {name: text for name, text in texts.items() if name in asked}
    settings = {
        "catalogue": catalogue.id,
        **({} if award is None else {"award": award}),
        **_settings(from_round.cycle, catalogue.deadline_in(new), understanding),
        **_rules(from_round.cycle, catalogue),
        **_decisions(decisions),
    }
    links = linked(from_round)
    return RenewalPlan(
        old=from_round,
        new=new,
        catalogue=catalogue,
        award=award,
        files={cycle_file(new): settings, **_field_files(answers, old, new)},
        opened=opened,
        migration=moved,
        texts=len(understanding) + sum(1 for answer in answers for _ in texts_of(answer)),
        tasks=due_expectations(dossier, new),
        ended=tuple(sorted((links & dossier.evidence.keys()) - set(opened))),
        silent=tuple(e.id for e in dossier.evidence.values() if _is_silent(e, old, links)),
        missing=tuple(sorted(links - dossier.evidence.keys())),
        understanding_left={name: text for name, text in texts.items() if name not in asked},
    )


def _award(dossier: Dossier, old: Round) -> int | None:
    """Return the number of the application: one more than the last, unless that was never handed in."""
    if old.cycle.award is not None:
        return old.cycle.award + 1 if was_concluded(old) else old.cycle.award
    received = [award.number for award in dossier.organisation.awards if award.number is not None]
    return max(received) + 1 if received else None


def _settings(old: Cycle, deadline: str, understanding: Mapping[str, str]) -> Values:
    # No figures: the new round needs a new reference date, and the old one gives the prior values.
    values: Values = {"renews": date_value(old.id)}
    if deadline:
        values["deadline"] = deadline
    if old.page_budget:
        values["page_budget"] = old.page_budget
    if understanding:
        values["understanding"] = dict(understanding)
    if old.documents:
        values["documents"] = [proof_values(document) for document in old.documents]
    # Also without texts: the mark tells that the round was begun by a renewal.
    values["carried"] = mark(old.id, [f"understanding.{name}" for name in understanding])
    return values


def _rules(old: Cycle, catalogue: Catalogue) -> Values:
    """Return who has to sign, as before; a rule on parts that are no more is left behind."""
    known = {part.id for part in catalogue.parts}
    rules = []
    for rule in old.sign_off:
        parts = [part for part in rule.parts if part in known]
        if rule.role and (parts or not rule.parts):
            rules.append({"role": rule.role, **({"parts": parts} if parts else {})})
    return {"sign_off": rules} if rules else {}


def _decisions(decisions: Decisions) -> Values:
    # They stand in the round, so that an interrupted renewal goes on as it began.
    return {"decisions": {old: list(new) for old, new in decisions.items()}} if decisions else {}


def _field_files(answers: list[FieldAnswer], old: str, new: str) -> Mapping[str, Values]:
    return {field_file(new, answer.id): values for answer in answers if (values := field_values(answer, old))}


def _is_silent(evidence: Evidence, old: str, links: frozenset[str]) -> bool:
    earlier = [entry.state for cycle, entry in evidence.cycles.items() if cycle < old]
    unsaid = evidence.in_cycle(old).state is None and evidence.id not in links
    return unsaid and bool(earlier) and EvidenceState.ENDED not in earlier
