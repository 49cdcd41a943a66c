"""The repository that a dossier lies in: where it is, on which branch, and whether it can be worked in."""

from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import GitError
from tea_assistant.store.git.process import Git, name_of
from tea_assistant.store.git.refusals import refused

_NOT_ONE = b"not a git repository"
_UNDER_WAY = (
    ("rebase-merge", "Ein Umsetzen („rebase“)", "rebase"),
    ("rebase-apply", "Ein Umsetzen („rebase“)", "rebase"),
    ("MERGE_HEAD", "Ein Zusammenführen („merge“)", "merge"),
    ("CHERRY_PICK_HEAD", "Ein Übernehmen („cherry-pick“)", "cherry-pick"),
    ("REVERT_HEAD", "Ein Zurücknehmen („revert“)", "revert"),
)


class Repository(Struct, frozen=True):
    """A repository, seen from a dossier that is its top folder or lies below it."""

    git: Git
    top: Path
    folder: Path
    """Git's own folder."""
    prefix: str
    """Where the dossier lies below the top, with `/` at its end; empty where it is the top."""
    is_shallow: bool
    """Whether the oldest commits were left on the server."""

    def path(self, file: str) -> str:
        """Return the path that a file of the dossier has in the repository."""
        return self.prefix + file

    def file(self, path: str) -> str | None:
        """Return the file of the dossier at a path of the repository; None for what lies outside of it."""
        return path.removeprefix(self.prefix) if path.startswith(self.prefix) else None

    @property
    def head(self) -> str:
        """The commit at hand; empty where there is none yet."""
        return self.git.line("rev-parse", "--verify", "--quiet", "HEAD^{commit}", fine=(0, 1))

    @property
    def branch(self) -> str:
        """The branch at hand; raises `GitError` where there is none."""
        name = self.git.line("symbolic-ref", "--quiet", "--short", "HEAD", fine=(0, 1))
        if not name:
            raise GitError(
                "Das Repositorium steht auf keinem Zweig, sondern auf einem früheren Stand.",
                hint="Zurück auf einen Zweig führt zum Beispiel „git switch main“, danach abgleichen.",
            )
        return name

    def require_rest(self) -> None:
        """Refuse where somebody is in the middle of something that only they can finish."""
        for name, german, command in _UNDER_WAY:
            if (self.folder / name).exists():
                raise GitError(
                    f"{german} ist in diesem Repositorium noch nicht beendet.",
                    hint=f"Bitte zuerst beenden („git {command} --continue“) oder abbrechen "
                    f"(„git {command} --abort“). Es wurde nichts verändert.",
                )
        if self.git("ls-files", "-u", "-z"):
            raise GitError(
                "In diesem Repositorium sind Dateien noch nicht zusammengeführt.",
                hint="Welche, zeigt „git status“. Bitte zuerst beenden („git add“, „git commit“). "
                "Es wurde nichts verändert.",
            )
        lock = self.folder / "index.lock"
        if lock.exists():
            raise refused(("add",), f"Unable to create '{lock}'".encode())

    @property
    def knows_name(self) -> bool:
        """Whether git knows who is at work."""
        return self.git.knows_name

    def set_name(self, name: str, mail: str) -> None:
        """Tell git, for this repository alone, who is at work."""
        self.git("config", "user.name", name)
        self.git("config", "user.email", mail)

    def require_name(self) -> None:
        """Refuse where git does not know who is at work."""
        self.git("-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT")


def find_repository(root: Path) -> Repository | None:
    """Return the repository that a folder lies in; None where it lies in none."""
    place = root.resolve()
    # Who does not use git need not have it, nor hear of it.
    if not any((folder / ".git").exists() for folder in (place, *place.parents)):
        return None
    git = Git(root)
    asked = ("rev-parse", "--show-toplevel", "--absolute-git-dir", "--is-shallow-repository", "--show-prefix")
    done = git.attempt(*asked)
    if done.returncode:
        if _NOT_ONE in done.stderr or b"must be run in a work tree" in done.stderr:
            return None
        raise refused(asked, done.stderr)
    top, folder, shallow, prefix = (name_of(line) for line in done.stdout.split(b"\n")[:4])
    return Repository(Git(Path(top)), Path(top), Path(folder), prefix, shallow == "true")


def require_repository(root: Path) -> Repository:
    """Return the repository that a dossier lies in; raises `GitError` where it lies in none."""
    found = find_repository(root)
    if found is None:
        raise GitError(
            "Diese Mappe liegt in keinem Git-Repositorium.",
            hint="Im Ordner der Mappe legt „git init“ eines an, danach „git remote add origin ADRESSE“. "
            "Ohne Git hält „tea snapshot“ Stände fest.",
        )
    return found
