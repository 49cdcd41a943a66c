"""Shares in the prose against the tables: „rund 39 %“ beside the words of a table that says 40,38 %.

Only what is beyond doubt is compared: a sentence that holds all words of a table's title, the word for a
share of women or men, and a number that is no aim and stands nowhere in that table.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from tea_assistant.figures.audit.finding import PROSE, AuditFinding
from tea_assistant.figures.audit.keys import total_row
from tea_assistant.figures.audit.numbers import PrintedNumber, percent_text, read_number, share_scaled
from tea_assistant.figures.audit.table import Row, Table
from tea_assistant.figures.audit.words import FULL, PART, Sex, role_of, words_of
from tea_assistant.model.grid import GridCell
from tea_assistant.patterns import regex

_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„–-])|;\s+")
_SHARE = regex(
    r"(?P<about>rund|etwa|ca\.|circa|ungefähr|knapp|fast|beinahe|nahezu|über|mehr als|gut)?\s*"
    r"(?P<number>\d{1,3}(?:,\d+)?)\s*(?:%|Prozent\b)(?!punkt)",
    re.IGNORECASE,
)
_NOW = regex(
    r"\b(?:aktuell|derzeit|zurzeit|momentan|bisher|ist-wert|ist:)\W*(?:bei|liegt)?\W*$", re.IGNORECASE
)
_AIM = regex(
    r"ziel|angestrebt|anstreb|mindest|höchst|soll|\bauf\s*$|\bvon\s*$|erhöh|steiger|erreich|vorgab|früher|bisher|zuvor",
    re.IGNORECASE,
)
_WORDS = {
    Sex.WOMEN: regex(
        r"frauenanteil|frauenquote|anteil (?:der|an|von) (?:\w+ )?frauen|(?:%|prozent) frauen", re.IGNORECASE
    ),
    Sex.MEN: regex(
        r"männeranteil|männerquote|anteil (?:der|an|von) (?:\w+ )?männern?|(?:%|prozent) männer",
        re.IGNORECASE,
    ),
}
_NARROWED = regex(
    r"laufbahn|führung|leitung|besoldung|entgelt|ausbildung|auszubild|\balter|jahre alt|beamt|tarif"
    r"|\blg\b|gremi|bewerb",
    re.IGNORECASE,
)
_ROUGHLY = frozenset(("rund", "etwa", "ca.", "circa", "ungefähr"))
_BELOW = frozenset(("knapp", "fast", "beinahe", "nahezu"))
_ABOVE = frozenset(("über", "mehr als", "gut"))


class _Said(Struct, frozen=True):
    """One share in a sentence."""

    text: str
    number: PrintedNumber
    about: str
    line: int
    column: int
    sex: Sex
    is_narrowed: bool


class _Subject(Struct, frozen=True):
    """Whom a table is about, with the counts of its total row."""

    table: Table
    words: frozenset[str]
    women: int
    men: int
    all_: int
    row: Row


def audit_prose(lines: Sequence[GridCell], tables: Sequence[Table]) -> Iterator[AuditFinding]:
    """Yield every share in the prose that its table contradicts."""
    subjects = [subject for table in tables if (subject := _subject(table))]
    if not subjects:
        return
    for line in lines:
        if "%" not in line.text and "rozent" not in line.text:
            continue
        for said, words in _shares_in(line):
            meant = [subject for subject in subjects if subject.words <= words]
            # The longest title is the closest one.
            most = max((len(subject.words) for subject in meant), default=0)
            closest = [subject for subject in meant if len(subject.words) == most]
            if closest and not any(_may_say(subject, said) for subject in closest):
                yield _finding(closest[0], said)


def _subject(table: Table) -> _Subject | None:
    words, row = words_of(table.title), total_row(table)
    if not words or row is None:
        return None
    counts: dict[Sex, int] = {}
    for column in table.counts:
        if not column.role.limits and (count := row.cells[column.at].count) is not None:
            counts.setdefault(column.role.sex, count)
    all_ = counts.get(Sex.TOTAL, 0)
    women = counts.get(Sex.WOMEN, all_ - counts[Sex.MEN] if Sex.MEN in counts else -1)
    men = counts.get(Sex.MEN, all_ - women)
    if all_ <= 0 or not 0 <= women <= all_:
        return None
    return _Subject(table, words, women, men, all_, row)


def _shares_in(line: GridCell) -> Iterator[tuple[_Said, frozenset[str]]]:
    begin = 0
    for sentence in _SENTENCE.split(line.text):
        at = line.text.find(sentence, begin)
        begin = at + len(sentence)
        words = words_of(sentence)
        for match in _SHARE.finditer(sentence):
            sex = _sex_of(sentence, match)
            number = read_number(match["number"])
            before = sentence[: match.start()]
            is_now = bool(_NOW.search(before))
            if sex is None or number is None or (not is_now and _AIM.search(before)):
                continue
            said = _Said(
                match[0].strip(),
                number,
                (match["about"] or "").lower(),
                line.line,
                line.column + at + match.start("number"),
                sex,
                bool(_NARROWED.search(sentence)) or bool(role_of(sentence).limits & {FULL, PART}),
            )
            yield said, words


def _sex_of(sentence: str, match: re.Match[str]) -> Sex | None:
    """Return whose share is told: the sex that is named nearest to the number."""
    found = [
        (min(abs(match.start() - hit.end()), abs(hit.start() - match.end())), sex)
        for sex, pattern in _WORDS.items()
        for hit in pattern.finditer(sentence)
    ]
    return min(found)[1] if found else None


def _may_say(subject: _Subject, said: _Said) -> bool:
    """Tell whether a table may have this share: as its own, or of one of its rows."""
    if said.is_narrowed:
        # Of which rows the sentence tells is not certain, so nothing is.
        return True
    exact = Fraction(100 * (subject.women if said.sex is Sex.WOMEN else subject.men), subject.all_)
    if _is_near(exact, said):
        return True
    return any(
        cell.number and cell.number.digits == said.number.digits and cell.number.scaled == said.number.scaled
        for row in subject.table.leading
        for column in subject.table.shares
        if (cell := row.cells[column.at])
    )


def _is_near(exact: Fraction, said: _Said) -> bool:
    unit = Fraction(1, 10**said.number.digits)
    printed = said.number.scaled * unit
    if abs(exact - printed) <= unit / 2:
        return True
    if said.about in _BELOW:
        return printed - 2 * unit < exact < printed
    if said.about in _ABOVE:
        return printed < exact < printed + 5 * unit
    # Whole tens are said of anything around them.
    return said.about in _ROUGHLY and abs(exact - printed) <= (Fraction(5, 2) if printed % 5 == 0 else unit)


def _finding(subject: _Subject, said: _Said) -> AuditFinding:
    part = subject.women if said.sex is Sex.WOMEN else subject.men
    digits = max(said.number.digits, 2)
    right = percent_text(share_scaled(part, subject.all_, digits), digits)
    name = "Frauenanteil" if said.sex is Sex.WOMEN else "Männeranteil"
    line = subject.row.cells[0].source.line
    return AuditFinding(
        code=PROSE,
        line=said.line,
        column=said.column,
        row=subject.table.title,
        column_label=name,
        printed=said.text,
        recomputed=right,
        calculation=f"{part} : {subject.all_} = {right}",
        message=f"Im Text {said.text}, die Tabelle „{subject.table.title}“ ergibt {right} (Zeile {line}).",
        hint="Text und Tabelle müssen dieselbe Zahl nennen.",
    )
