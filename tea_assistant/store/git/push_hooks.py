"""Which hooks run when something is pushed: the person's own, and the one that sends large files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tea_assistant.store.git.repository import Repository

_NAME = "pre-push"
_OWN = ("--global", "--system")
_LARGE_FILES = '#!/bin/sh\ncommand -v git-lfs >/dev/null 2>&1 || exit 2\nexec git lfs pre-push "$@"\n'
"""What „git lfs install“ puts there; a hook of the folder itself is a stranger's program and never run."""


@contextmanager
def hooks_at_push(repository: Repository) -> Iterator[str]:
    """Give the folder with the hooks of a push; an empty name where there are none to be run."""
    chosen = (
        repository.git.line("config", scope, "--type=path", "core.hooksPath", fine=(0, 1, 128))
        for scope in _OWN
    )
    # One that is named from the folder on lies in it, and is a stranger's again.
    if found := next((path for path in chosen if Path(path).is_absolute()), ""):
        yield found
    elif _sends_large_files(repository):
        with tempfile.TemporaryDirectory(prefix="tea-") as folder:
            hook = Path(folder) / _NAME
            hook.write_text(_LARGE_FILES, encoding="ascii", newline="\n")
            hook.chmod(0o700)
            yield folder
    else:
        yield ""


def _sends_large_files(repository: Repository) -> bool:
    try:
        return b"git lfs pre-push" in (repository.folder / "hooks" / _NAME).read_bytes()
    except OSError:
        return False
