"""Findings in `tea walk`: one after the other, each with the value that it is about."""

from tea_assistant.cli.walk_form import Form, Place
from tea_assistant.cli.walk_keeper import Keeper
from tea_assistant.cli.walk_talk import EVERYWHERE, Way, hear, plain_of, say, word_of
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.services.acceptance import accept
from tea_assistant.services.walk import plan_at

_NAMES = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.HINT: "Hinweis"}
_HEAVIEST = list(Severity)


class Findings:
    """Goes through what the checks have found."""

    def __init__(self, keeper: Keeper, form: Form) -> None:
        self._keeper = keeper
        self._form = form

    def go(self) -> None:
        """Read out each finding, heaviest first, and let it be mended or accepted."""
        found = sorted(self._standing(), key=lambda finding: _HEAVIEST.index(finding.severity))
        say("", f"{len(found)} Befunde." if found else "Keine Befunde.")
        at = 0
        while at < len(found):
            finding = found[at]
            # An earlier answer may have ended several at once.
            stands = any(_same(each, finding) for each in self._standing())
            way = self._ask(finding, f"{at + 1} von {len(found)}") if stands else Way.ON
            if way is Way.OUT or (way is Way.BACK and at == 0):
                return
            at += -1 if way is Way.BACK else 1

    def _ask(self, finding: Finding, place: str) -> Way:
        say("", f"Befund {place}: {_NAMES[finding.severity]} {finding.code}")
        say(f"{finding.file}, Zeile {finding.line}")
        say(*filter(None, (finding.message, finding.hint)))
        while True:
            plan = plan_at(finding.file, finding.path)
            mend = "„ändern“, " if plan else ""
            line = hear(f"{mend}„hinnehmen“ mit einem Grund, Enter weiter:").strip()
            match word_of(line):
                case word if word in EVERYWHERE:
                    if way := self._keeper.obeyed(word):
                        return way
                case None if plan and line.casefold() in ("ändern", "aendern"):
                    return self._form.ask(Place(finding.file, plan))
                case None if line.casefold().startswith("hinnehmen"):
                    if self._accept(finding, line[len("hinnehmen") :].strip()):
                        return Way.ON
                case None if not line:
                    return Way.ON
                case _:
                    say(f"„{plain_of(line)}“ ist hier nicht möglich.")

    def _accept(self, finding: Finding, reason: str) -> bool:
        reason = reason or hear("Warum darf er bleiben?").strip()
        if not reason or word_of(reason):
            return False
        return self._keeper.do(lambda: accept(self._keeper.session, finding, reason))

    def _standing(self) -> list[Finding]:
        return [finding for finding in self._keeper.session.report.findings if not finding.accepted]


def _same(one: Finding, other: Finding) -> bool:
    return (one.code, one.file, one.path) == (other.code, other.file, other.path)
