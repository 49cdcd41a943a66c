"""What a press release proposes: one measure, told without the people who stood at the microphone."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.importing.catalogue_words import CatalogueWords
from tea_assistant.importing.direct_speech import without_speech
from tea_assistant.importing.organisations import organisations_in, place_of
from tea_assistant.importing.persons import Person, persons_in
from tea_assistant.importing.press.dates import Beginning, Duration, beginning, duration, end_of
from tea_assistant.importing.press.people import Participants, participants
from tea_assistant.importing.press.title import title_of
from tea_assistant.importing.suggestions import suggest
from tea_assistant.importing.without_persons import WithoutPersons
from tea_assistant.model.evidence import Result
from tea_assistant.model.proposal import Proposal, ProposalKind, proposal_key
from tea_assistant.model.source_document import Block, BlockKind, Region, SourceDocument
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import german_date

_LONGEST = 1_500
"""Characters of a summary; the office shortens it anyway."""
_WHOLE = 40_000
"""Characters of a release; what is longer is none, whatever a person says."""
_NO_WORD = regex(r"\S{80,}")
_NAMES = 3
"""A sentence with so many names lists people."""
_LEAVE_OUT = regex(
    r"©|\bFoto(?:s|credit)?\b|Bildunterschrift|Pressekontakt|Rückfragen|\bTel(?:efon)?\b|E-Mail|\S@\S|\bwww\.|https?:"
    r"|^Presse(?:mitteilung|information)\b",
    re.IGNORECASE,
)
_DATELINE = regex(
    r"[A-ZÄÖÜ][\w -]{1,40}, (?:den )?\d{1,2}\. ?\w+ \d{4}\.?$|\d{1,2}\.\d{1,2}\.\d{4}$|\d{4}-\d\d-\d\d$"
)
_GOAL = regex(
    r"\b(?:Ziel|soll(?:en)?|um .{3,80} zu (?:fördern|erhöhen|stärken)|zur (?:gezielten )?Förderung)\b"
)
_TOGETHER = regex(r"\b(?:mit|gemeinsam|Kooperation\w*|Partner\w*|beide[rn]?|Zusammenarbeit)\b", re.IGNORECASE)
_SIGNED = regex(r"unterzeichne|unterschr", re.IGNORECASE)


class _Facts(Struct, frozen=True):
    began: Beginning | None
    lasts: Duration | None
    people: Participants | None
    own: str
    partners: tuple[str, ...]


def press_proposals(
    document: SourceDocument, words: CatalogueWords, today: date, organisation: str = ""
) -> tuple[Proposal, ...]:
    """Return the one measure that a release tells of; `organisation` is whose dossier it goes into.

    No name of a person stands in any of its texts: what is not surely none is taken out.
    """
    document = replace(document, blocks=tuple(_beginning_of(document.blocks)))
    places = [at for at, block in enumerate(document.blocks) if _tells(block)]
    if not places:
        return ()
    head = next((b.text for b in document.blocks if b.kind is BlockKind.HEADING), "")
    whole = "\n\n".join(block.text for block in document.blocks)
    persons = persons_in(whole)
    plain = WithoutPersons(persons, whole)
    sentences = _sentences("\n\n".join(document.blocks[at].text for at in places))
    listed = [s for s in sentences if len(persons_in(s)) >= _NAMES]
    told = [plain.text(s) for s in sentences if s not in listed]
    headline = plain.text(head)
    facts = _facts(told, plain.text(whole), today, organisation)
    measure = _measure(plain.text(title_of(headline, told)), told, facts, headline, words)
    origin = document.origin_of(document.blocks[places[0]])
    return (
        replace(
            measure,
            results=tuple(_results(facts, document.name)),
            flags=(*_privacy(persons, len(listed)), *measure.flags),
            origin=replace(origin, heading=plain.text(origin.heading) or headline),
            blocks=tuple(places),
        ),
    )


def _measure(
    title: str, told: Sequence[str], facts: _Facts, headline: str, words: CatalogueWords
) -> Proposal:
    """Make the measure of sentences in which nobody is named."""
    text = _summary(told, facts)
    found = suggest(f"{title}. {text}", (headline,) if headline else (), words)
    is_short = len(text) < len(" ".join(told))
    return Proposal(
        ProposalKind.MEASURE,
        proposal_key(ProposalKind.MEASURE, f"{title} {text}"),
        title,
        text,
        found.action_field,
        found.criterion,
        confidence=found.confidence,
        reason=found.reason,
        since=facts.began.iso if facts.began else "",
        until=end_of(facts.began.iso, facts.lasts) if facts.began and facts.lasts else "",
        responsible=facts.own,
        partners=facts.partners,
        participants=facts.people.text if facts.people else "",
        flags=tuple(_remarks(facts, is_signed=_is_signed(told, facts), is_short=is_short)),
    )


def _beginning_of(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield as many blocks as a release may have; what is no word is left out of them."""
    length = 0
    for block in blocks:
        length += len(block.text)
        if length > _WHOLE:
            return
        yield replace(block, text=_NO_WORD.sub("…", block.text))


def _tells(block: Block) -> bool:
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and block.region in (Region.BODY, Region.FRONT)
        and not _LEAVE_OUT.search(block.text)
        and not _DATELINE.match(block.text)
    )


def _sentences(text: str) -> list[str]:
    """Return the sentences that quote nobody, each once: a lead is often repeated below a picture."""
    return list(dict.fromkeys(without_speech(text)))


def _facts(sentences: Sequence[str], whole: str, today: date, organisation: str) -> _Facts:
    text = "\n".join(sentences)
    organisations = organisations_in(text)
    own = next((name for name in organisations if organisation and place_of(name) in organisation), "")
    own = own or next(iter(organisations), "")
    partners = [
        name
        for name in organisations
        if name != own and any(place_of(name) in s and _TOGETHER.search(s) for s in sentences)
    ]
    return _Facts(
        beginning(sentences, whole, today), duration(sentences), participants(sentences), own, tuple(partners)
    )


def _summary(sentences: Sequence[str], facts: _Facts) -> str:
    """Return the lead and the sentences that hold facts, in the order and the words of the release."""
    wanted = [
        words
        for words in (
            facts.began and facts.began.words,
            facts.people and facts.people.text.partition(",")[0],
            facts.lasts and facts.lasts.text,
        )
        if words
    ]
    ranked = sorted(
        range(len(sentences)),
        key=lambda at: (
            at > 0,
            not any(w in sentences[at] for w in wanted),
            not _GOAL.search(sentences[at]),
            at,
        ),
    )
    chosen, length = set[int](), 0
    for at in ranked:
        if not chosen or length + len(sentences[at]) <= _LONGEST:
            chosen.add(at)
            length += len(sentences[at]) + 1
    return " ".join(sentences[at] for at in sorted(chosen))


def _results(facts: _Facts, source: str) -> Iterator[Result]:
    as_of = facts.began.iso if facts.began else ""
    if facts.people:
        yield Result(Fraction(facts.people.number), facts.people.people, as_of=as_of, source=source)
    if facts.lasts:
        unit = f"{facts.lasts.unit} Laufzeit"
        yield Result(Fraction(facts.lasts.number), unit, as_of=as_of, source=source)


def _is_signed(sentences: Sequence[str], facts: _Facts) -> bool:
    words = facts.began.words if facts.began else ""
    return any(words and words in sentence and _SIGNED.search(sentence) for sentence in sentences)


def _privacy(persons: Sequence[Person], listed: int) -> Iterator[str]:
    if persons:
        yield _about(persons)
    if listed:
        sentences = "1 Satz" if listed == 1 else f"{listed} Sätze"
        yield f"Datenschutz: {sentences} mit einer Aufzählung von Personen weggelassen"


def _remarks(facts: _Facts, *, is_signed: bool, is_short: bool) -> Iterator[str]:
    if facts.began:
        yield f"{'Unterzeichnet' if is_signed else 'Begonnen'}: {german_date(facts.began.iso)}"
        if facts.began.remark:
            yield facts.began.remark
    if facts.lasts:
        end = end_of(facts.began.iso, facts.lasts) if facts.began else ""
        yield f"Laufzeit: {facts.lasts.text}{f', gerechnet bis {german_date(end)}' if end else ''}"
    if is_short:
        yield "Gekürzt auf die Sätze mit Angaben; der ganze Text steht im Dokument"
    if not facts.own:
        yield "Wer die Maßnahme trägt, ist nicht erkannt"


def _about(persons: Sequence[Person]) -> str:
    functions: dict[str, str] = {}
    for person in persons:
        key = person.name.split()[-1]
        functions[key] = max(functions.get(key, ""), person.function, key=len)
    named = dict.fromkeys(function for function in functions.values() if function)
    others = sum(1 for function in functions.values() if not function)
    said = [*named, *([f"{others} ohne genannte Funktion"] if others else [])]
    count = len(functions)
    names = "1 Name einer Person" if count == 1 else f"{count} Namen von Personen"
    return f"Datenschutz: {names} weggelassen ({', '.join(said)})"
