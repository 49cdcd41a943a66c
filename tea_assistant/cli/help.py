"""`tea help`: explains a command, or reads out a chapter of the handbook."""

from argparse import Namespace
from typing import TYPE_CHECKING

from tea_assistant.cli import figures, terminal
from tea_assistant.cli.commands import COMMANDS, OPEN, parser_of
from tea_assistant.cli.german import GermanParser
from tea_assistant.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tea_assistant.services.handbook import Chapter

DETAILS = """\
Ohne Angabe stehen hier alle Befehle. Ein THEMA ist ein Kapitel des Handbuchs,
auch ungefähr: tea help kennzahlen, tea help gegenlesen, tea help absturz"""


def add_arguments(parser: GermanParser) -> None:
    """Take the command or the topic, and what a command can be divided into."""
    parser.add_argument(
        "command", nargs="?", metavar="BEFEHL|THEMA", help="zum Beispiel check oder Kennzahlen"
    )
    parser.add_argument("subcommand", nargs="*", metavar="TEIL", help="zum Beispiel show, nach figures")
    parser.add_argument("--topics", action="store_true", help="alle Kapitel des Handbuchs nennen")
    parser.add_argument("--man", action="store_true", help="alle Befehle als Handbuchseite für man")


def run(arguments: Namespace) -> int:
    """Show the help."""
    if arguments.man:
        from tea_assistant.cli.known import known_commands
        from tea_assistant.cli.manual import manual_page

        terminal.deliver(manual_page(list(known_commands())))
    elif arguments.topics:
        from tea_assistant.services.handbook import chapters

        terminal.show("\n".join(f"{'  ' * (chapter.level - 2)}{chapter.title}" for chapter in chapters()))
    elif not arguments.command:
        terminal.show(parser_of(OPEN).format_help())
    elif arguments.command in COMMANDS:
        terminal.show(_parser(arguments.command, arguments.subcommand).format_help())
    else:
        _show_topic(" ".join((arguments.command, *arguments.subcommand)))
    return 0


def _parser(name: str, more: list[str]) -> GermanParser:
    if not more:
        return parser_of(name)
    divided = figures.SUBCOMMANDS if name == "figures" else {}
    if len(more) > 1 or more[0] not in divided:
        wanted = " ".join((name, *more))
        raise UsageError(f"Den Befehl „{wanted}“ gibt es nicht.", hint=f"tea help {name}")
    return figures.parser_of(more[0])


def _show_topic(topic: str) -> None:
    from tea_assistant.prose.matching import matching
    from tea_assistant.services.handbook import chapters

    # Commands have their own help; topics come first.
    told = [chapter for chapter in chapters() if not chapter.title.startswith("tea ")]
    exact = [chapter for chapter in told if chapter.title.casefold() == topic.casefold()]
    found = exact or matching(topic, told, lambda chapter: chapter.title)
    found = found or [c for c in told if topic.casefold() in c.text.casefold()]
    if not found:
        raise UsageError(
            f"Den Befehl „{topic}“ gibt es nicht, auch kein solches Kapitel.", hint=_meant(topic)
        )
    _show(found)


def _show(found: "Sequence[Chapter]") -> None:
    first = found[0]
    terminal.show(f"{first.title}\n{'=' * len(first.title)}\n\n{first.text}")
    if others := [chapter.title for chapter in found[1:6] if chapter.text not in first.text]:
        terminal.tell(f"Auch: {', '.join(others)}")


def _meant(topic: str) -> str:
    from tea_assistant.checks.nearest import suggestion

    return suggestion(topic.lower(), COMMANDS, "Befehle: tea help · Kapitel: tea help --topics")
