"""Merges one file of a dossier when git asks for it, as `git merge` on the shell does."""

from pathlib import Path, PurePosixPath

from tea_assistant.model.layout import role_of
from tea_assistant.services.sync.disputes import always, in_words
from tea_assistant.services.sync.merge import FileConflict
from tea_assistant.store.files import write_atomic
from tea_assistant.store.merging.merge import merge
from tea_assistant.store.yaml import reader as yaml_reader


def merge_for_git(base: Path, mine: Path, theirs: Path, path: str) -> str:
    """Write the merged text over mine and return in German what a person has to look at; empty for nothing.

    Where both sides changed the same place, a proposal stands there: the file stays readable, no marker
    of a conflict comes into it, and git still takes the merge for unfinished.
    """
    file = _in_dossier(path)
    if not file:
        return f"{path}: Diese Datei gehört zu keiner Mappe und wird nicht zusammengeführt."
    raw = mine.read_bytes()
    texts = [yaml_reader.decode(content)[0] for content in (base.read_bytes(), raw, theirs.read_bytes())]
    # Git gives an empty file where both sides added theirs.
    merged = merge(file, texts[0] or None, texts[1], texts[2])
    if not merged.conflicts:
        write_atomic(mine, yaml_reader.encode(merged.text or "", raw))
        return ""
    conflict = FileConflict(file, texts[0] or None, texts[1], texts[2], merged)
    (text,) = always("proposal", [conflict]).values()
    write_atomic(mine, yaml_reader.encode(text or "", raw))
    dispute = in_words(conflict, {})
    fields = ", ".join(field.label for field in dispute.fields) or "die ganze Datei"
    return (
        f"{dispute.title}: Beide Seiten haben dieselbe Stelle geändert: {fields}. In der Datei steht ein "
        "Vorschlag; bitte ansehen, dann „git add“ und „git commit“."
    )


def _in_dossier(path: str) -> str:
    """Return the path inside the dossier, which may lie anywhere in the repository."""
    parts = PurePosixPath(path).parts
    tails = ("/".join(parts[start:]) for start in range(len(parts)))
    return next((tail for tail in tails if role_of(tail)), "")
