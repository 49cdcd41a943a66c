"""Tells what of a document is annex or law: nothing there is what the organisation does."""

import re
from collections.abc import Iterator, Sequence

from tea_assistant.importing.documents.headings import Found
from tea_assistant.importing.documents.lines import Role
from tea_assistant.model.source_document import Region
from tea_assistant.patterns import regex

_ANNEX = regex(r"(?:Anhang|Anhänge|Anlagen?|Annex|Appendix)\b", re.IGNORECASE)
_LAW_TITLE = regex(
    r"(?:\(?Auszug aus (?:dem|der) )?(?:Gesetzestext|Gesetz|Verordnung|Satzung|Geltende Gesetze|"
    r"Landesgleichstellungsgesetz|Bundesgleichstellungsgesetz|Allgemeines Gleichbehandlungsgesetz|"
    r"Inhaltsübersicht|Präambel|Vom \d{1,2}\. \w+ \d{4}|\(?Artikel \d|Abschnitt [IVX\d]|GV\.|BGBl)",
    re.IGNORECASE,
)
_PARAGRAPH = regex(r"§ (\d{1,3})")
_SERIES = 4
"""So many headings „§ 5 …“ in ascending order make a law; a plan cites single ones in its sentences."""
_FAR = 60
"""Blocks between two of them."""
_ABOVE = 40
"""Blocks above the first paragraph in which the title of its law is sought."""
_LONG = 300


def regions_of(found: Sequence[Found], contents: frozenset[int]) -> list[Region]:
    """Return the region of each line."""
    regions = [Region.BODY] * len(found)
    for begin, end in _annexes(found):
        regions[begin:end] = [Region.ANNEX] * (end - begin)
    laws = list(_laws(found))
    for begin, end in laws:
        regions[begin:end] = [Region.LAW] * (end - begin)
    for at in contents:
        # What lists the paragraphs of a law belongs to it.
        if regions[at] is not Region.LAW:
            regions[at] = Region.CONTENTS
    for at in range(_front(found, contents)):
        regions[at] = Region.FRONT
    return regions


def _front(found: Sequence[Found], contents: frozenset[int]) -> int:
    """Return where the document proper begins: at its contents, or at its first heading."""
    first = min(contents, default=_ABOVE)
    if first >= _ABOVE:
        first = next((at for at, line in enumerate(found) if line.level and line.given), 0)
    short = all(len(line.text) < _LONG and line.line.role is not Role.TABLE for line in found[:first])
    return first if short else 0


def _annexes(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(found):
        heading = found[at]
        if not heading.level or not _is_annex(heading):
            at += 1
            continue
        begin, at = at, at + 1
        while at < len(found) and not _ends_annex(heading, found[at]):
            at += 1
        yield begin, at


def _ends_annex(annex: Found, line: Found) -> bool:
    # A heading without mark or number may stand anywhere in an annex.
    marked = line.level and line.given and (line.number or line.line.role is Role.HEADING)
    if not marked or line.level > annex.level or line.word in ("§", "Artikel", "Abschnitt", "Art."):
        return False
    return not _is_annex(line)


def _is_annex(line: Found) -> bool:
    return line.word in ("Anlage", "Anhang") or _ANNEX.match(line.text) is not None


def _laws(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    series: list[tuple[int, int]] = []
    for at, line in enumerate(found):
        number = _paragraph(line)
        if not number:
            continue
        far = series and at - series[-1][0] > _FAR
        # Its own contents list all paragraphs once before they come.
        if far or (series and number < series[-1][1] and number > 1):
            yield from _law(found, series)
            series = []
        series.append((at, number))
    yield from _law(found, series)


def _paragraph(line: Found) -> int:
    found = _PARAGRAPH.match(line.number) if line.level and line.word == "§" else None
    return int(found[1]) if found else 0


def _law(found: Sequence[Found], series: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(series) < _SERIES:
        return
    begin = first = series[0][0]
    for at in range(first - 1, max(-1, first - _ABOVE), -1):
        line = found[at]
        if line.line.role is Role.TABLE or len(line.text) > _LONG or _is_own(line):
            break
        if _LAW_TITLE.match(line.text) or _LAW_TITLE.match(line.number):
            begin = at
    end = series[-1][0] + 1
    while end < len(found) and not (found[end].level and _is_own(found[end])):
        end += 1
    yield begin, end


def _is_own(line: Found) -> bool:
    """Tell whether a line is a heading of the document around the law."""
    if not line.level or not line.given or line.word in ("§", "Artikel", "Abschnitt", "Art."):
        return False
    if line.word in ("Anlage", "Anhang"):
        return bool(line.text) and not re.match(r"(?:zu|zum|zur)\b", line.text)
    return bool(line.number)
