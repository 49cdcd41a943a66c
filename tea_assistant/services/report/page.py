"""Writes the report as a web page beside the documents of the dossier."""

from pathlib import Path

from tea_assistant.services import check
from tea_assistant.services.build import FOLDER
from tea_assistant.services.manuscript import document_name
from tea_assistant.services.report.report import said_last
from tea_assistant.services.session import Session


def write_page(session: Session) -> Path:
    """Write the page, compared with the one that it replaces; return where it lies.

    Raises `FileError` where nothing can be written there.
    """
    path = session.root / FOLDER / f"{document_name(session)}-pruefbericht.html"
    check.write(check.as_html(session, said_last(session, path)), path)
    return path
