"""What a former application proposes: the texts of its parts, word for word, and its list of measures."""

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from tea_assistant.importing.application_measures import listed_measures
from tea_assistant.importing.application_parts import MEASURES, UNDERSTANDING, HeadedText, alike, headed_texts
from tea_assistant.importing.application_text import own_places, written
from tea_assistant.importing.catalogue_words import CatalogueWords
from tea_assistant.importing.proposals.keys import with_keys
from tea_assistant.importing.suggestions import suggest
from tea_assistant.importing.told_figures import known_phrases, told_figures
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.source_document import Block, BlockKind, SourceDocument
from tea_assistant.patterns import regex

_YEAR = regex(r"\b(?:Prädikat|Bewerbung|Antrag|Runde)\D{0,12}((?:19|20)\d\d)\b", re.IGNORECASE)
_ANY_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPENING = regex(r"^(?:Einstieg|Einleitung|Einführung|Schwerpunkte?|Bedeutung|Vorbemerkung)\b", re.IGNORECASE)
_CLOSING = regex(r"^(?:Abschluss|Fazit|Ausblick|Zusammenfassung|Schluss|Beitrag zum Erfolg)\b", re.IGNORECASE)
_MEASURES_LABEL = regex(r"^Maßnahmen?$")
_SAME, _SIMILAR = 0.9, 0.72
_MOST = 5
OLD_FIGURES = "Zahl der letzten Runde"
_NO_ACTIVITY = "Aktivität nicht erkannt: Bitte wählen oder als eigene Aktivität aufnehmen"
_NO_PROMPT = "Welcher Text des Grundverständnisses gemeint ist, ist nicht erkannt"


def application_proposals(
    document: SourceDocument, catalogue: Catalogue, words: CatalogueWords
) -> tuple[Proposal, ...]:
    """Return the statements and measures of an application that was handed in."""
    return tuple(_Reader(document, catalogue, words).proposals())


class _Reader:
    def __init__(self, document: SourceDocument, catalogue: Catalogue, words: CatalogueWords) -> None:
        self._document = document
        self._catalogue = catalogue
        self._words = words
        self._known = known_phrases(catalogue.indicators.values())
        self._cycle = cycle_of(document)
        own = own_places(document)
        self._texts = [
            replace(headed, places=kept)
            for headed in headed_texts(document, catalogue, words)
            if (kept := tuple(at for at in headed.places if at in own))
        ]
        self._titles = {p.heading.text for p in self._texts if p.part == MEASURES and not p.is_opening}

    def proposals(self) -> Iterator[Proposal]:
        return with_keys((f"{proposal.title} {proposal.text}", proposal) for proposal in self._found())

    def _found(self) -> Iterator[Proposal]:
        for part, group in groupby(self._texts, key=lambda headed: headed.part):
            for headed in group:
                if part == MEASURES:
                    yield from self._listed(headed)
                elif statement := self._statement(headed):
                    yield statement

    def _listed(self, headed: HeadedText) -> Iterator[Proposal]:
        for measure in listed_measures(self._document, headed, self._catalogue, self._words):
            yield replace(measure, cycle=self._cycle)

    def _statement(self, headed: HeadedText) -> Proposal | None:
        blocks = self._document.blocks
        links = [at for at in headed.places if self._is_links(blocks[at])]
        places = tuple(at for at in headed.places if at not in links)
        text = written(blocks, places)
        if not text:
            return None
        field = self._catalogue.fields.get(headed.part)
        said = Proposal(
            ProposalKind.STATEMENT,
            "",
            headed.heading.text,
            text,
            cycle=self._cycle,
            flags=(*self._old_figures(text), *self._linked(links)),
            origin=self._document.origin_of(blocks[places[0]]),
            blocks=places,
        )
        return self._of_field(said, headed, field) if field else self._of_understanding(said, headed)

    def _of_understanding(self, said: Proposal, headed: HeadedText) -> Proposal | None:
        if headed.part != UNDERSTANDING or self._lists_documents(headed):
            return None
        prompts = [(alike(said.title, prompt.title), prompt.id) for prompt in self._catalogue.understanding]
        best, prompt = max(prompts, default=(0.0, ""))
        if best >= _SIMILAR:
            return replace(said, prompt=prompt, confidence=1.0, reason=f"Überschrift „{said.title}“")
        return replace(said, flags=(*said.flags, _NO_PROMPT), reason="Steht unter dem Grundverständnis")

    def _lists_documents(self, headed: HeadedText) -> bool:
        blocks = [self._document.blocks[at] for at in headed.places]
        return not headed.is_opening and all(
            b.kind is BlockKind.BULLET and "(Anlage" in b.text for b in blocks
        )

    def _of_field(self, said: Proposal, headed: HeadedText, field: ActionField) -> Proposal:
        title = headed.heading.text
        where = f"Steht unter der Überschrift „{_field_heading(headed)}“"
        said = replace(said, action_field=field.id, confidence=headed.sure, reason=where)
        if headed.is_opening or _is_titled(title, field.opening.title if field.opening else "", _OPENING):
            return replace(said, prompt="opening")
        if _is_titled(title, field.closing.title if field.closing else "", _CLOSING):
            return replace(said, prompt="closing")
        named = max(((alike(title, c.title), c.id) for c in field.criteria), default=(0.0, ""))
        if named[0] >= _SIMILAR:
            return replace(said, criterion=named[1], reason=f"{where}, Aktivität „{title}“")
        found = suggest(said.text, (title,), self._words)
        if found.action_field == field.id and found.criterion:
            sure = min(headed.sure, found.confidence)
            return replace(
                said, criterion=found.criterion, confidence=sure, reason=f"{where}. {found.reason}"
            )
        return replace(said, flags=(*said.flags, _NO_ACTIVITY))

    def _old_figures(self, text: str) -> Iterator[str]:
        told = [
            f"{figure.printed} ({figure.indicator.title})" if figure.indicator else figure.printed
            for paragraph in text.split("\n\n")
            for figure in told_figures(paragraph, self._known)
            if not figure.year
        ]
        if told:
            more = f" und {len(told) - _MOST} weitere" if len(told) > _MOST else ""
            yield f"{OLD_FIGURES}: {', '.join(told[:_MOST])}{more}"

    def _linked(self, links: list[int]) -> Iterator[str]:
        if links:
            yield f"Maßnahmen dazu: {', '.join(self._document.blocks[at].text for at in links)}"

    def _is_links(self, block: Block) -> bool:
        """Tell whether a block only names measures of the list."""
        if not _MEASURES_LABEL.match(block.label) or block.kind is not BlockKind.PARAGRAPH:
            return False
        rest = " ".join(block.text.split())
        for title in sorted(self._titles, key=len, reverse=True):
            rest = rest.replace(title, "")
        return not rest.strip(" ,")


def cycle_of(document: SourceDocument) -> str:
    """Return the round that an application says it belongs to; empty where it says nothing."""
    heads = [document.title, *(block.text for block in document.blocks[:10])]
    for head in heads:
        if match := _YEAR.search(head):
            return match[1]
    years = _ANY_YEAR.findall(document.name)
    return years[-1] if years else ""


def _is_titled(title: str, wanted: str, pattern: re.Pattern[str]) -> bool:
    return bool(wanted and alike(title, wanted) >= _SAME) or pattern.match(title) is not None


def _field_heading(headed: HeadedText) -> str:
    if headed.is_opening or not headed.heading.headings:
        return headed.heading.heading
    return headed.heading.headings[-1]
