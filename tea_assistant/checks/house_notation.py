"""How a house writes gender, and where its texts write otherwise."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from tea_assistant.checks.measures import linked_measures
from tea_assistant.checks.parts import part_of_evidence
from tea_assistant.checks.texts import Text, all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.dossier import GenderNotation
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.source import Path
from tea_assistant.prose.gender_notation import GenderedForm, gendered_forms, may_hold_forms
from tea_assistant.prose.paragraphs import Paragraph

NAMES: Mapping[GenderNotation, str] = MappingProxyType(
    {
        GenderNotation.STAR: "der Genderstern",
        GenderNotation.COLON: "der Doppelpunkt",
        GenderNotation.UNDERSCORE: "der Unterstrich",
        GenderNotation.BINNEN_I: "das Binnen-I",
        GenderNotation.SLASH: "der Schrägstrich",
        GenderNotation.PAIR: "die Beidnennung",
        GenderNotation.NEUTRAL: "die neutrale Sprache",
    }
)
"""What messages call each notation."""


class PlacedForm(Struct, frozen=True):
    """A gendered form with its place in a prose, both counted from 0."""

    form: GenderedForm
    line: int
    column: int


class Deviation(Struct, frozen=True):
    """The forms of one text that are written in one notation which is not that of the house."""

    text: Text
    forms: tuple[PlacedForm, ...]

    @property
    def notation(self) -> GenderNotation:
        """The notation that they are written in."""
        return self.forms[0].form.notation


class HouseNotation(Struct, frozen=True):
    """The notation that holds for a round, and where it is not kept."""

    notation: GenderNotation
    is_set: bool
    """False where it is only the one that is used most, the first of them where two are used as often."""
    uses: Mapping[GenderNotation, int]
    deviations: tuple[Deviation, ...]


def house_notation(application: Application) -> HouseNotation | None:
    """Return how the house writes gender in all that the round prints; None where nothing says so."""
    texts = (text for text in all_texts(application) if text.printed and may_hold_forms(text.prose))
    found = [(text, list(_forms(text))) for text in (*texts, *_lines(application))]
    uses = Counter(form.notation for _, forms in found for _, form in forms)
    rule = application.organisation.house_rules.gender_notation
    holds = rule or next((notation for notation, _ in uses.most_common(1)), None)
    if holds is None:
        return None
    deviations = (
        Deviation(text, tuple(_placed(*each) for each in forms if each[1].notation is notation))
        for text, forms in found
        for notation in dict.fromkeys(form.notation for _, form in forms)
        if notation is not holds
    )
    return HouseNotation(holds, rule is not None, uses, tuple(deviations))


def _lines(application: Application) -> Iterator[Text]:
    """Yield the short texts of measures that name people; a title may be a proper name."""
    for evidence in linked_measures(application):
        for path, line in _short_texts(evidence):
            if may_hold_forms(line):
                yield Text(line, evidence.where, path, part_of_evidence(application, evidence))


def _short_texts(evidence: Evidence) -> Iterator[tuple[Path, str]]:
    for index, group in enumerate(evidence.target_groups):
        yield ("target_groups", index), group
    for index, result in enumerate(evidence.results):
        yield ("results", index, "unit"), result.unit
        yield ("results", index, "text"), result.text


def _forms(text: Text) -> Iterator[tuple[Paragraph, GenderedForm]]:
    for paragraph in text.paragraphs:
        for form in gendered_forms(paragraph.own):
            yield paragraph, form


def _placed(paragraph: Paragraph, form: GenderedForm) -> PlacedForm:
    return PlacedForm(form, *paragraph.place(form.start))
