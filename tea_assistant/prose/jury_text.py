"""Takes the text of a jury apart into sentences, each offered as praise, as an expectation, or as nothing."""

import re
from typing import Final

from msgspec import Struct

from tea_assistant.model.review import ExpectationKind
from tea_assistant.patterns import regex
from tea_assistant.prose.sentences import sentences


def _any_of(*forms: str) -> re.Pattern[str]:
    return regex(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


_JURY = r"(?:Jury|wir|TOTAL E-QUALITY)"
_THEY = r"(?:die Jury|wir)"
_ESTEEM = r"(?:Anerkennung|Lob|Respekt|Beachtung)"
_REQUEST = (
    r"^(?:Bitte )?(?!(?:Besuchen|Beachten|Melden|Wenden|Erfahren|Finden|Lesen|Senden|Nehmen|Rufen|Schreiben"
    r"|Haben|Können|Sollten|Möchten|Wollen|Werden) Sie)(?-i:[A-ZÄÖÜ][a-zäöüß]+en) Sie"
)
"""„Nennen Sie …“; what serves to keep in touch is no wish."""
_ANNOUNCED: Final = _any_of(
    # „Die geplanten Stellen sind besetzt“ tells of what was, but „der geplante Ausbau“ of what will be.
    "geplante?",
    "in Planung",
    "plant",
    "angekündigt",
    "beabsichtigt",
    r"(?:ist|sind) .{0,60}\bvorgesehen",
    "soll(?:en)?",
)
_CONDITION: Final = _any_of(
    "unter (?:der|folgender) (?:Bedingung|Voraussetzung|Auflage)",
    "mit der (?:Auflage|Maßgabe)",
    "als Auflage",
    "Auflage ist",
    "an (?:die|folgende|eine) (?:Bedingung|Auflage)(?:en)? (?:geknüpft|gebunden)",
    "Voraussetzung für (?:die|eine) (?:erneute|nächste|weitere) (?:Bewerbung|Auszeichnung|Verleihung)",
)
"""What the award hangs on; to whoever applies again it is a wish like the others."""
_ASKED: Final = _any_of(
    r"freu(?:en|t) (?:uns|sich)\b(?=.*(?:Bewerbung|Fortschritt|\bwenn\b))",
    rf"(?:{_JURY}\b.{{0,40}}\bwünsch(?:t|en|te|ten)|wünsch(?:t|en|te|ten) (?:sich )?{_THEY})(?!.*\bErfolg\b)",
    "wünschenswert",
    "(?:ist|wäre|bleibt) zu wünschen",
    rf"{_JURY} erwarte[nt]",
    rf"erwarte[nt] {_THEY}",
    "erwartet (?:wird|werden)",
    "empfiehlt",
    "empfehlen",
    r"(?:wird|werden|sei) .{0,80}\bempfohlen",
    rf"{_JURY} reg(?:t|en)\b.{{0,80}}\ban",
    rf"reg(?:t|en) {_THEY}\b.{{0,80}}\ban",
    "angeregt (?:wird|werden)",
    rf"{_JURY} (?:bitte[nt]|rät|frag(?:t|en))",
    rf"(?:bitte[nt]|rät|frag(?:t|en)|fragt sich|fragen sich) {_THEY}",
    "(?:wir raten|raten wir)",
    "bitte[nt] (?:darum|um (?:eine?n?|Angaben|Auskunft))",
    "(?:wird|werden) gebeten",
    "stellt sich die Frage",
    # „Sollten Sie …“ only says what to do in a case.
    "(?<!^)sollten?",
    r"würden? .{0,30}\b(?:begrüßen|freuen)",
    r"wären? .{0,80}\b(?:schön|gut|hilfreich|interessant|sinnvoll|wertvoll|zu begrüßen)",
    rf"(?:möchten?|würden?) {_THEY} .{{0,80}}\b(?:erfahren|wissen|lesen|sehen)",
    rf"{_JURY} (?:möchten?|würden?) .{{0,80}}\b(?:erfahren|wissen|lesen|sehen)",
    rf"{_JURY} ermutig(?:t|en)",
    rf"ermutig(?:t|en) {_THEY}",
    rf"(?:{_JURY} leg(?:t|en)|leg(?:t|en) {_THEY}) .{{0,80}}\bnahe",
    _REQUEST,
)
_NOTICED: Final = _any_of(
    "auffällig",
    "immer noch",
    "noch nicht",
    "bislang nicht",
    "Manko",
    "sinkt",
    "gesunken",
    "nur noch",
    "lediglich",
    "offen (?:blieb|bleibt|bleiben|ist)",
    "(?:blieb|bleibt|bleiben) offen",
    "(?:noch|bisher|bislang|allerdings|jedoch) fehl(?:t|en)",
    "fehl(?:t|en) (?:noch|bisher|bislang|allerdings|jedoch)",
    "vermiss(?:t|en)",
    "stagnier(?:t|en)",
    r"(?:schwäch|schwach|wenig)\w* (?:ausgeprägt|entwickelt|sichtbar)",
    "Schwachstellen?",
    "kritisch (?:sieht|merkt|bewertet|anzumerken)",
    r"nicht (?:ersichtlich|erkennbar|überzeug\w*|deutlich|gelungen)",
    "ausbaufähig",
    "lückenhaft",
    "unklar (?:ist|bleibt|blieb)",
    "(?:jedoch|aber|allerdings) nur",
    rf"(?:{_JURY} (?:sieht|sehen)|(?:sieht|sehen) {_THEY}) .{{0,40}}\b(?:Potenzial|Bedarf|Spielraum)",
    "Handlungsbedarf",
    "Nachholbedarf",
    "(?:Verbesserungs|Entwicklungs)(?:bedarf|potenziale?)",
)
_PRAISE: Final = _any_of(
    "sehr gut",
    "gut (?:gelöst|aufgestellt|verankert|umgesetzt|durchdacht)",
    "(?:fällt|fallen) .{0,40}\\bpositiv auf",
    "positiv (?:fällt|fallen|ist|sind|hervor\\w*|bewertet)",
    "ein Vorbild",
    "(?:eine|ihre|die|den|deren|seine) (?:große[n]? )?Stärken?",
    "(?:hoch|positiv) anzurechnen",
    "(?:gut|klar) sichtbar",
    r"hervorragend\w*",
    r"herausragend\w*",
    r"beispielhaft\w*",
    r"vorbild(?:lich|haft)\w*",
    r"großartig\w*",
    r"ganzheitlich\w*",
    r"beeindruck\w*",
    r"überzeug(?:t|en|te|end\w*)",
    r"erheblich\w* Steigerung",
    r"besonder\w* (?:gelungen\w*|positiv|erfreulich|bemerkenswert|gut|stark|wertvoll|wirksam|Lob)",
    r"heb(?:t|en) .{0,80}\bhervor",
    "hervor(?:zuheben|gehoben)",
    "lobt",
    "lobenswert",
    "würdigt",
    "zu (?:loben|würdigen|begrüßen|betonen)",
    rf"{_JURY} (?:begrüß|schätz|lob|würdig)(?:t|en)",
    rf"(?:begrüß|schätz|lob|würdig)(?:t|en) {_THEY}",
    rf"verdien(?:t|en) .{{0,40}}\b{_ESTEEM}",
    rf"{_ESTEEM} verdien(?:t|en)",
    "zeichnet sich",
    "bemerkenswert",
    "beachtlich",
    "erfreulich",
    "mustergültig",
    "wegweisend",
    "gelungen",
    "Vielzahl (?:an|von) Maßnahmen",
)
_FORMULA: Final = regex(
    r"\bEinwohner|\b(?:wird|wurde) .*\b(?:ausgezeichnet|ausgewählt)\b|\bliegt im (?:Zentrum|Herzen)\b"
    r"|\b(?:beschlossen|entschieden)\b.*\b(?:verleihen|auszuzeichnen)\b|\bgratulier",
    re.IGNORECASE,
)
"""Where a city lies and that it gets the award: nothing that it did."""
_PROCEEDINGS: Final = _any_of(
    "Urkunden?",
    "(?:Preis)?Verleihung",
    "Verleihungsfeier",
    "anreisen",
    "Anreise",
    "unser(?:e[nm]?)? (?:Newsletter|(?:E-?)?Mail|Veranstaltungen)",
    "Logos?",
    "Merkblatt",
    "Bewerbungsschluss",
    "Rückfragen",
    "Bitte teilen Sie",
    "mitteilen zu",
)
"""What happens around the award: nobody will have to answer it in the next application."""
_LONGEST = 2_000
"""Characters of a sentence; what is longer is none, and looking through it would take seconds."""
_SHORTEST_QUESTION = 3
"""Words; „Und nun?“ asks nothing that can be answered."""
_QUOTED_QUESTION: Final = regex(r"^[„\"»«].*\?[“\"«»]$|\bfrag(?:e|en|t)\b.*\?[“\"«»]$", re.IGNORECASE)
"""Who quotes a question as one says so: the name of a campaign may have that mark, too."""
_SALUTATION: Final = regex(r"\s*(?:(?:Sehr geehrte|Liebe)[rs]? [^,.!?]{1,80},\s*)+", re.IGNORECASE)


class JurySentence(Struct, frozen=True):
    """A sentence of a jury with what it may be; a person decides."""

    text: str
    kind: ExpectationKind | None = None
    """Set where it may be an expectation."""
    praise: bool = False

    @property
    def says(self) -> bool:
        """Tell whether it may be anything."""
        return self.praise or self.kind is not None


def jury_sentences(text: str) -> tuple[JurySentence, ...]:
    """Split a jury's text into sentences and offer what each may be; headings and signatures are left out."""
    # What has no full stop is a heading or a name.
    ends = (".", "!", "?")
    said = [s for s in sentences(without_salutation(text)) if s.rstrip('“"’)').endswith(ends)]
    around = next((at for at, s in enumerate(said) if _PROCEEDINGS.search(s)), len(said))
    # Behind „Die Urkunde überreichen wir …“ a question asks who comes.
    return tuple(
        JurySentence(s) if at > around and _is_question(s) else jury_sentence(s) for at, s in enumerate(said)
    )


def without_salutation(text: str) -> str:
    """Leave out whom a letter addresses: the name of a person is no part of what the jury said."""
    found = _SALUTATION.match(text)
    return text[found.end() :] if found else text


def jury_sentence(sentence: str) -> JurySentence:
    """Offer what one sentence, or the item of a list, may be."""
    if len(sentence) > _LONGEST:
        return JurySentence(sentence)
    if _CONDITION.search(sentence):
        return JurySentence(sentence, kind=ExpectationKind.ASKED)
    if _PROCEEDINGS.search(sentence):
        return JurySentence(sentence)
    if _is_question(sentence):
        return JurySentence(sentence, kind=ExpectationKind.ASKED)
    # A wish is often worded as joy: it weighs more than the praise in it.
    for pattern, kind in (
        (_ASKED, ExpectationKind.ASKED),
        (_ANNOUNCED, ExpectationKind.ANNOUNCED),
        (_NOTICED, ExpectationKind.NOTICED),
    ):
        if pattern.search(sentence):
            return JurySentence(sentence, kind=kind)
    return JurySentence(sentence, praise=bool(_PRAISE.search(sentence)) and not _FORMULA.search(sentence))


def _is_question(sentence: str) -> bool:
    if len(sentence.split()) < _SHORTEST_QUESTION:
        return False
    return sentence.rstrip(")").endswith("?") or _QUOTED_QUESTION.search(sentence) is not None
