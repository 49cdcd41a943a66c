"""Writes the application as a document, with its pictures beside it."""

from pathlib import Path

from tea_assistant.document.markdown import assemble
from tea_assistant.document.outline import Chapters, outline
from tea_assistant.document.pictures import picture_files
from tea_assistant.errors import FileError
from tea_assistant.model.ids import slug
from tea_assistant.services.chapters import chapters
from tea_assistant.services.pictures import ENDING, remove_old_pictures, write_pictures
from tea_assistant.services.progress import part_label
from tea_assistant.services.session import Session
from tea_assistant.store import files

FOLDER = "build"
"""Where documents go inside a dossier."""


def build(session: Session, folder: Path | None = None, *, final: bool = False) -> list[Path]:
    """Write the document to a folder, the dossier's own unless one is given; return what was written.

    That is the document and, where it has charts, the folder of its pictures. Raises `FileError` where
    nothing can be written there.
    """
    target = session.root / FOLDER if folder is None else folder
    path = target / document_name(session)
    pictures = target / _pictures_name(session)
    told = chapters(session.application)
    charts = picture_files(outline(session.application, told))
    try:
        target.mkdir(parents=True, exist_ok=True)
        # The document comes last, so that it never shows a picture that is not there yet.
        write_pictures(pictures, charts)
        files.write_atomic(path, _text(session, told, final=final).encode("utf-8"))
    except OSError as error:
        raise FileError(
            f"Das Dokument lässt sich nicht nach {target} schreiben: {files.explain(error)}",
            hint="An eine andere Stelle: tea build -o ORDNER",
        ) from error
    remove_old_pictures(pictures, charts)
    return [path, pictures] if charts else [path]


def text(session: Session, *, final: bool = False) -> str:
    """Assemble the document; unless it is final, it lists its gaps."""
    return _text(session, chapters(session.application), final=final)


def _text(session: Session, told: Chapters, *, final: bool) -> str:
    gaps = {} if final else _gaps(session)
    pictures = _pictures_name(session)
    return assemble(session.application, gaps=gaps, final=final, chapters=told, pictures=pictures)


def document_name(session: Session) -> str:
    """Return the file name of the document: stadt-herne-2025.md."""
    name = session.application.organisation.name or session.root.name
    return f"{slug(name, taken=())}-{session.cycle}.md"


def _pictures_name(session: Session) -> str:
    return document_name(session).removesuffix(".md") + ENDING


def _gaps(session: Session) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for gap in session.completeness.gaps():
        grouped.setdefault(part_label(session, gap.part), []).append(gap.title)
    return grouped
