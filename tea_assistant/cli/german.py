"""Makes argparse speak German, to the last word."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NoReturn

from tea_assistant.errors import UsageError

GERMAN: Mapping[str, str] = MappingProxyType(
    {
        "usage: ": "Aufruf: ",
        "positional arguments": "Angaben",
        "options": "Optionen",
        "show this help message and exit": "diese Hilfe zeigen",
        "show program's version number and exit": "die Version zeigen",
        "%(heading)s:": "%(heading)s:",
        " (default: %(default)s)": " (sonst: %(default)s)",
        "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
        "unrecognized arguments: %s": "Unbekannte Angabe: %s",
        "the following arguments are required: %s": "Es fehlt: %s",
        "one of the arguments %s is required": "Eine dieser Optionen fehlt: %s",
        "not allowed with argument %s": "nicht zusammen mit %s möglich",
        "expected one argument": "Hier fehlt ein Wert.",
        "expected at most one argument": "Hier ist höchstens ein Wert möglich.",
        "expected at least one argument": "Hier fehlt mindestens ein Wert.",
        "expected %s argument": "Hier fehlt %s Wert.",
        "expected %s arguments": "Hier fehlen %s Werte.",
        "invalid choice: %(value)r (choose from %(choices)s)": (
            "„%(value)s“ gibt es nicht. Möglich sind: %(choices)s"
        ),
        "invalid %(type)s value: %(value)r": "„%(value)s“ ist hier nicht möglich.",
        "ambiguous option: %(option)s could match %(matches)s": (
            "„%(option)s“ ist nicht eindeutig: %(matches)s"
        ),
        "ignored explicit argument %r": "Hier ist kein Wert möglich: %r",
        "can't open '%(filename)s': %(error)s": "„%(filename)s“ lässt sich nicht öffnen: %(error)s",
        "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    }
)
"""What argparse says to users in English and in German; a test holds it against argparse's own text."""


_MISSING = GERMAN["the following arguments are required: %s"].removesuffix("%s")
_UNKNOWN = GERMAN["unrecognized arguments: %s"].removesuffix("%s")


def _translated(message: str) -> str:
    return GERMAN.get(message, message)


def _translated_plural(one: str, many: str, count: int) -> str:
    return _translated(one if count == 1 else many)


# Argparse asks the environment for its language through these two names; here it is German everywhere.
vars(argparse).update({"_": _translated, "ngettext": _translated_plural})


class GermanParser(argparse.ArgumentParser):
    """A parser without abbreviations, whose complaints are a `UsageError` with the usage as a hint."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.add_argument(
            "-q", "--quiet", action="store_true", help="nur Ergebnisse und Fehler, keine Hinweise"
        )

    _typed: Sequence[str] = ()

    def parse_args(  # type: ignore[override] # argparse overloads it for namespaces that nobody here gives
        self, args: Sequence[str]
    ) -> argparse.Namespace:
        """Read the words behind the command."""
        self._typed = args
        return super().parse_args(args)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(message, hint="\n".join((*self._meant(message), self.format_usage().strip())))

    def _meant(self, message: str) -> Iterator[str]:
        """Yield what was probably meant by options that nobody knows."""
        if not message.startswith((_UNKNOWN, _MISSING)):
            return
        # Only who has mistyped something waits for it.
        from tea_assistant.checks.nearest import nearest

        known = [option for action in self._actions for option in action.option_strings if option[1:2] == "-"]
        # What is missing may be there, mistyped; argparse tells of the first thing only.
        for word in self._typed:
            option = word.partition("=")[0]
            if option.startswith("--") and option not in known and (found := nearest(option, known)):
                yield f"Meinten Sie „{found}“?"
