"""Writes the application as a document."""

from pathlib import Path

from tea_assistant.document.markdown import assemble
from tea_assistant.errors import FileError
from tea_assistant.model.ids import slug
from tea_assistant.services.chapters import chapters
from tea_assistant.services.progress import part_label
from tea_assistant.services.session import Session
from tea_assistant.store import files

FOLDER = "build"
"""Where documents go inside a dossier."""


def build(session: Session, folder: Path | None = None, *, final: bool = False) -> list[Path]:
    """Write the document to a folder, the dossier's own unless one is given; return what was written.

    Raises `FileError` where nothing can be written there.
    """
    target = session.root / FOLDER if folder is None else folder
    path = target / document_name(session)
    try:
        target.mkdir(parents=True, exist_ok=True)
        files.write_atomic(path, text(session, final=final).encode("utf-8"))
    except OSError as error:
        raise FileError(
            f"Das Dokument lässt sich nicht nach {target} schreiben: {files.explain(error)}",
            hint="An eine andere Stelle: tea build -o ORDNER",
        ) from error
    return [path]


def text(session: Session, *, final: bool = False) -> str:
    """Assemble the document; unless it is final, it lists its gaps."""
    gaps = {} if final else _gaps(session)
    return assemble(session.application, gaps=gaps, final=final, chapters=chapters(session.application))


def document_name(session: Session) -> str:
    """Return the file name of the document: stadt-herne-2025.md."""
    name = session.application.organisation.name or session.root.name
    return f"{slug(name, taken=())}-{session.cycle}.md"


def _gaps(session: Session) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for gap in session.completeness.gaps():
        grouped.setdefault(part_label(session, gap.part), []).append(gap.title)
    return grouped
