"""What a jury's reasoning proposes: the award, praise, expectations, and the figures that it quotes."""

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from tea_assistant.importing.catalogue_words import CatalogueWords
from tea_assistant.importing.jury.sayings import Saying, sayings
from tea_assistant.importing.jury.texts import JuryText, jury_texts
from tea_assistant.importing.jury.titles import title_of_saying
from tea_assistant.importing.persons import persons_in
from tea_assistant.importing.suggestions import Suggestion, suggest
from tea_assistant.importing.told_figures import ToldFigure, known_phrases, told_figures
from tea_assistant.model.catalogue import Catalogue, Indicator
from tea_assistant.model.evidence import Origin, Result
from tea_assistant.model.proposal import LIKELY, Proposal, ProposalKind, proposal_key
from tea_assistant.model.review import ExpectationKind
from tea_assistant.model.source_document import Block, SourceDocument
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import german_date

_KNOWN, _GUESSED = 0.9, 0.6
_CLEAR = 0.8
"""From here on a paragraph tells the field of a sentence that does not tell its own."""
_APPLICATION = regex(r"\b(?:Bewerbung|Antrag)(?:en|s)?\b")
_WHOLE = regex(r"\berneute? Bewerbung|\bBewerbung .{0,40}\berneut", re.IGNORECASE)
"""Of a wish for the next application, which is one for all fields."""
_TEQ = "TOTAL E-QUALITY Prädikat"
_OTHER_AWARD = "Aus der Begründung eines anderen Preises, nicht des TOTAL E-QUALITY Prädikats"
_NAMES = "Datenschutz: Der Satz scheint den Namen einer Person zu nennen"
_NO_DATE = "Stichtag nicht genannt: Es steht das Jahr der Runde"
_COMPARED = "Früherer Wert, zum Vergleich genannt"
_UNKNOWN = "Kennzahl nicht erkannt: Bitte sagen, was gezählt wird"
_FROM_BEFORE = "Wer gezählt wird, sagt erst der Satz davor"
_CONTRADICTS = "Zweiter Wert für dieselbe Kennzahl in dieser Runde"
_REASONS = {
    ExpectationKind.ASKED: "Die Jury wünscht oder erwartet etwas",
    ExpectationKind.NOTICED: "Der Jury ist etwas aufgefallen",
    ExpectationKind.ANNOUNCED: "Etwas ist geplant oder angekündigt",
}


def jury_proposals(
    document: SourceDocument, catalogue: Catalogue, words: CatalogueWords
) -> tuple[Proposal, ...]:
    """Return what the reasonings in a document propose, each for its own round."""
    return tuple(_Reader(document, catalogue, words).proposals())


class _Reader:
    def __init__(self, document: SourceDocument, catalogue: Catalogue, words: CatalogueWords) -> None:
        self._document = document
        self._catalogue = catalogue
        self._words = words
        self._known = known_phrases(catalogue.indicators.values())
        self._keys: set[str] = set()
        self._values: dict[tuple[str, str], list[Fraction]] = {}
        """The values that were met, by round and indicator."""

    def proposals(self) -> Iterator[Proposal]:
        texts = jury_texts(self._document)
        for text in texts:
            # A round's own text says more of its values than the comparison in a later one.
            yield from self._figures_of(text, compared=False)
        for text in texts:
            yield from self._figures_of(text, compared=True)
            if text.is_teq and text.award.sources:
                yield self._award(text)
            for saying in sayings(self._document.blocks, text.places):
                yield self._said(text, saying)

    def _award(self, text: JuryText) -> Proposal:
        award = text.award
        begin, end = award.valid or ("", "")
        told = {
            "Nummer": f"{award.number}. Auszeichnung" if award.number else "",
            "Tag der Entscheidung": f"entschieden am {german_date(award.decided)}" if award.decided else "",
            "Gültigkeit": f"gültig {begin} bis {end}" if award.valid else "",
        }
        said = "\n".join(sentence for _, sentence in award.sources)
        missing = [name for name, words in told.items() if not words]
        places = tuple(dict.fromkeys(at for at, _ in award.sources))
        return Proposal(
            ProposalKind.AWARD,
            self._key(ProposalKind.AWARD, f"{text.cycle} {said}"),
            ", ".join((_TEQ, *filter(None, told.values()))),
            said,
            cycle=text.cycle,
            award=award.number,
            decided=award.decided,
            since=begin,
            until=end,
            flags=(f"Nicht genannt: {', '.join(missing)}",) if missing else (),
            origin=self._document.origin_of(self._document.blocks[places[0]]),
            blocks=places,
        )

    def _said(self, text: JuryText, saying: Saying) -> Proposal:
        block = self._document.blocks[saying.at]
        kind = ProposalKind.EXPECTATION if saying.kind else ProposalKind.PRAISE
        found = self._suggestion(saying, block)
        why = _REASONS[saying.kind] if saying.kind else "Die Jury hebt etwas hervor"
        if saying.label:
            why = f"Steht unter „{saying.label}“"
        return Proposal(
            kind,
            self._key(kind, saying.text),
            title_of_saying(saying.core),
            saying.text,
            found.action_field,
            found.criterion,
            cycle=text.cycle,
            expectation=saying.kind,
            confidence=found.confidence,
            reason=". ".join(filter(None, (why, found.reason))),
            flags=(
                *(() if text.is_teq else (_OTHER_AWARD,)),
                *((_NAMES,) if persons_in(saying.text) else ()),
            ),
            origin=self._origin(saying, block),
            blocks=(saying.at,),
        )

    def _origin(self, saying: Saying, block: Block) -> Origin:
        origin = self._document.origin_of(block)
        # Where people count no lines, a cell has none either.
        return replace(origin, line=saying.line) if saying.line and origin.line else origin

    def _suggestion(self, saying: Saying, block: Block) -> Suggestion:
        # The application that the jury speaks of has nothing to do with how people are recruited.
        if _WHOLE.search(saying.text):
            return Suggestion()
        headings = (saying.row,) if saying.row else ()
        own = suggest(_APPLICATION.sub(" ", saying.text), headings, self._words)
        if own.confidence >= LIKELY or block.grid is not None:
            return own
        around = suggest(_APPLICATION.sub(" ", block.text), (), self._words)
        if around.confidence < _CLEAR:
            return own
        return Suggestion(
            around.action_field,
            own.criterion if own.action_field == around.action_field else "",
            around.confidence,
            f"Aus dem ganzen Absatz: {around.reason}",
        )

    def _figures_of(self, text: JuryText, *, compared: bool) -> Iterator[Proposal]:
        for at in text.places:
            block = self._document.blocks[at]
            if block.grid is not None:
                continue
            for told in told_figures(block.text, self._known):
                cycle = told.year or text.cycle
                if bool(told.year) is compared and self._is_new(told, cycle):
                    flags = (*(() if text.is_teq else (_OTHER_AWARD,)), *self._flags(told, cycle))
                    yield self._figure(told, cycle, at, flags)

    def _is_new(self, told: ToldFigure, cycle: str) -> bool:
        if told.indicator is None:
            return True
        return told.value not in self._values.get((cycle, told.indicator.id), ())

    def _flags(self, told: ToldFigure, cycle: str) -> Iterator[str]:
        if told.year:
            yield _COMPARED
        if told.indicator is None:
            yield _UNKNOWN
        else:
            values = self._values.setdefault((cycle, told.indicator.id), [])
            if values:
                yield _CONTRADICTS
            values.append(told.value)
        if not told.is_near and not told.year:
            yield _FROM_BEFORE
        if cycle:
            yield _NO_DATE

    def _figure(self, told: ToldFigure, cycle: str, at: int, flags: tuple[str, ...]) -> Proposal:
        indicator = told.indicator
        unit = "%" if told.is_share else told.counted
        reason = "Zahl im Text"
        if indicator:
            said = ", ".join(f"„{word}“" for word in told.words)
            reason = f"{indicator.title}: Wörter im Text: {said}"
        said = f"{cycle} {indicator.id if indicator else told.sentence} {told.printed}"
        return Proposal(
            ProposalKind.FIGURE,
            self._key(ProposalKind.FIGURE, said),
            _title_of(told, indicator) if indicator else told.printed,
            told.sentence,
            indicator.fields[0] if indicator and indicator.fields else "",
            cycle=cycle,
            indicator=indicator.id if indicator else "",
            digits=told.digits if told.is_share else None,
            confidence=(_KNOWN if told.is_near else _GUESSED) if indicator else 0.0,
            reason=reason,
            results=(Result(told.value, unit, as_of=cycle, source=self._document.name),),
            flags=flags,
            origin=self._document.origin_of(self._document.blocks[at]),
            blocks=(at,),
        )

    def _key(self, kind: ProposalKind, text: str) -> str:
        key = proposal_key(kind, text, taken=self._keys)
        self._keys.add(key)
        return key


def _title_of(told: ToldFigure, indicator: Indicator) -> str:
    number = told.printed if told.is_share else told.printed.removesuffix(told.counted).rstrip()
    return f"{indicator.title}: {number}"
