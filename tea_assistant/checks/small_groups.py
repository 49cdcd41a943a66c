"""Groups of so few people that they can be recognised, in the figures and in texts."""

from collections.abc import Iterator

from tea_assistant.model.application import Application
from tea_assistant.patterns import regex

# What stands before is looked at behind the first digit, so that a text is searched for digits alone.
_PEOPLE = regex(
    r"(?P<count>[0-9](?<![\w.,/§–-].)[0-9]?)[ \u00a0\u202f](?:\w+[en][ \u00a0\u202f])?"
    r"(?:Frauen|Männer|Personen|Menschen|Beschäftigten?|Mitarbeite(?:r|rn|nde|nden)(?:[*:_]?innen)?|Mütter|Väter"
    r"|Führungskräften?|(?:Beamt|Kolleg|Teilnehmer)(?:[*:_]?innen|en)?)(?!\w)"
)
_NO_COUNT = regex(
    r"(?:\b(?:je|jeweils|mindestens|höchstens|maximal|bis zu|pro|über|mehr als|alle)|[-–/:])\s*$"
)

_REST = regex(
    r"(?P<all>[0-9](?<![\w.,/§–-].)[0-9]{0,2})(?:[ \u00a0\u202f][^\W\d][\w*:-]*){0,3}, "
    r"(?:davon|darunter)[ \u00a0\u202f]"
    r"(?P<part>[0-9]{1,3})[ \u00a0\u202f](?:Frauen|Männer)(?!\w)"
)
"""„27 Teilnehmende, davon 24 Frauen“ tells of three men as well."""


def is_small(application: Application, count: int) -> bool:
    """Tell whether so many people are fewer than the house rules allow to publish; nobody is no group."""
    return 0 < count < application.organisation.house_rules.small_group


def few_people(application: Application, prose: str) -> Iterator[tuple[str, int]]:
    """Yield each small count of people typed in a prose, as „3 Frauen“ and where it begins.

    What „je 2 Frauen und Männer“ or „mindestens 3 Personen“ says is a rule, and tells of nobody.
    """
    for match in _PEOPLE.finditer(prose):
        if not is_small(application, int(match["count"])):
            continue
        before = prose[max(match.start() - 12, 0) : match.start()]
        if not _NO_COUNT.search(before.casefold()):
            yield match[0], match.start()
    for match in _REST.finditer(prose) if "davon" in prose or "darunter" in prose else ():
        rest = int(match["all"]) - int(match["part"])
        if is_small(application, rest) and not is_small(application, int(match["part"])):
            yield match[0], match.start()
