"""Lets a person write a text in the editor that they have chosen for everything else."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tea_assistant.errors import TeaError


def in_editor(text: str) -> str:
    """Open $VISUAL or $EDITOR on a text and return what becomes of it; raises `TeaError` without one."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise TeaError(
            "Es ist kein Editor eingestellt.", hint="Die Umgebungsvariable EDITOR nennt ihn: EDITOR=nano"
        )
    # Windows writes paths with backslashes, which a shell would take for something else.
    words = [command] if sys.platform == "win32" else shlex.split(command)
    with tempfile.TemporaryDirectory(prefix="tea-") as folder:
        file = Path(folder) / "text.md"
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*words, str(file)], check=True)  # noqa: S603 (what the person has chosen)
            return file.read_text(encoding="utf-8-sig")
        except (OSError, subprocess.CalledProcessError, UnicodeDecodeError) as error:
            raise TeaError(f"Der Editor „{command}“ hat nicht funktioniert.") from error
