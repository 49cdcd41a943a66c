"""`tea completion`: lets a shell complete commands, options and their values."""

from argparse import Namespace

from tea_assistant.cli import terminal
from tea_assistant.cli.german import GermanParser

DETAILS = """\
Schreibt, was die Shell dafür braucht; sie ergänzt dann auch, was in der Mappe
steht: Runden, Teile, Maßnahmen, Kennzahlen, Stände. So gilt es dauerhaft:

  bash         tea completion bash > ~/.local/share/bash-completion/completions/tea
  zsh          tea completion zsh > ~/.zfunc/_tea
  fish         tea completion fish > ~/.config/fish/completions/tea.fish
  PowerShell   tea completion powershell >> $PROFILE

Fehlt der Ordner, legen Sie ihn vorher an. Die zsh braucht in .zshrc außerdem:
fpath+=~/.zfunc; autoload -Uz compinit && compinit

Nur für jetzt, in bash und zsh: source <(tea completion bash)"""
SHELLS = ("bash", "zsh", "fish", "powershell")


def add_arguments(parser: GermanParser) -> None:
    """Take the shell."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh, fish oder powershell")


def run(arguments: Namespace) -> int:
    """Write the script for the shell."""
    from importlib import import_module

    from tea_assistant.cli.known import known_commands

    module = import_module(f"tea_assistant.cli.completion_{arguments.shell}")
    terminal.deliver(module.script(list(known_commands())))
    return 0
