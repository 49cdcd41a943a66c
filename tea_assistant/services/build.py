"""Writes the application as a document, in all forms that are asked for."""

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import FileError, NoLayout
from tea_assistant.services.formats import FORMATS, MARKDOWN, PDF, Format
from tea_assistant.services.manuscript import Manuscript, manuscript
from tea_assistant.services.pictures import remove_old_pictures, write_pictures
from tea_assistant.services.session import Session
from tea_assistant.services.view import View
from tea_assistant.store import files, folders

FOLDER = "build"
"""Where documents go inside a dossier."""


def build(
    session: Session,
    folder: Path | None = None,
    *,
    final: bool = False,
    formats: Collection[str] = (MARKDOWN,),
) -> list[Path]:
    """Write the document to a folder, the dossier's own unless one is given; return what was written.

    All is as `build_counting` says.
    """
    return list(build_counting(session, folder, final=final, formats=formats).paths)


class Built(Struct, frozen=True):
    """What was written, and how long it is."""

    paths: tuple[Path, ...]
    pages: int | None
    """Of the PDF, those of a draft's sheets left out; None where none was made."""


def build_counting(
    session: Session | View,
    folder: Path | None = None,
    *,
    final: bool = False,
    formats: Collection[str] = (MARKDOWN,),
) -> Built:
    """Write the document to a folder, the dossier's own unless one is given; tell how long its PDF is.

    A thread takes a view: it stays as it is while the session goes on.
    Beside Markdown with charts stands the folder of its pictures. Raises `FileError` where nothing can be
    written there, `NoLayout` where the library that draws and lays out is missing.
    """
    target = session.root / FOLDER if folder is None else folder
    if folder is None:
        _require_own(session.root)
    written = manuscript(session, final=final)
    # All is made before anything is written: a folder never holds half of a build.
    try:
        made = _made(written, [name for name in formats if name != PDF])
        pages = None
        if PDF in formats:
            made[written.name + FORMATS[PDF].ending], pages = _pdf(written)
        folders.make_folders(target)
        paths = _write_markdown(written, target) if MARKDOWN in formats else []
        for name, content in made.items():
            files.write_atomic(target / name, content)
    except ImportError as error:
        message = (
            "Bilder und Seiten lassen sich auf diesem Rechner nicht setzen: Es fehlt die Bibliothek typst."
        )
        raise NoLayout(message, hint=f"Die Installation ist unvollständig ({error}).") from error
    except OSError as error:
        raise _unwritten(target, error) from error
    order = [written.name + each.ending for each in FORMATS.values()]
    return Built((*paths, *(target / name for name in sorted(made, key=order.index))), pages)


def _require_own(root: Path) -> None:
    try:
        files.own_place(root, FOLDER)
    except OSError as error:
        raise _unwritten(root / FOLDER, error) from error


def _unwritten(target: Path, error: OSError) -> FileError:
    return FileError(
        f"Das Dokument lässt sich nicht nach {target} schreiben: {files.explain(error)}",
        hint="An eine andere Stelle: tea build -o ORDNER",
    )


def text(session: Session, *, final: bool = False) -> str:
    """Assemble the document; unless it is final, it lists its gaps."""
    return manuscript(session, final=final).markdown


def outputs(written: Manuscript) -> Mapping[str, bytes]:
    """Make the document in all its formats, with the pictures of the Markdown, by the names of the files."""
    markdown = {f"{written.name}.md": written.markdown.encode("utf-8")}
    return {**markdown, **written.pictures(), **_made(written, FORMATS)}


def _pdf(written: Manuscript) -> tuple[bytes, int]:
    # Only who makes pages should load what makes them.
    from tea_assistant.services.pages import pdf_with_total  # noqa: PLC0415 (as above)

    pictures = written.pictures(titled=False)
    return pdf_with_total(written.leaf(pictures), pictures, written.theme, written.facts)


def _made(written: Manuscript, formats: Collection[str]) -> dict[str, bytes]:
    chosen = [FORMATS[name] for name in FORMATS if name in formats]
    return {written.name + each.ending: _page(written, each) for each in chosen}


def _page(written: Manuscript, form: Format) -> bytes:
    pictures = written.pictures(titled=not form.captions)
    return form.writer()(written.leaf(pictures), pictures, written.theme, written.facts)


def _write_markdown(written: Manuscript, target: Path) -> list[Path]:
    path, pictures = target / f"{written.name}.md", target / written.pictures_folder
    # The document comes last, so that it never shows a picture that is not there yet.
    write_pictures(pictures, written.charts)
    files.write_atomic(path, written.markdown.encode("utf-8"))
    remove_old_pictures(pictures, written.charts)
    return [path, pictures] if written.charts else [path]
