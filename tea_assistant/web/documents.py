"""Documents of a dossier that the browser may open: those the program wrote, under names nobody can guess."""

import secrets
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

from msgspec import Struct

from tea_assistant.model.layout import DOSSIER_FILE
from tea_assistant.services.build import FOLDER

FOLDER_IN_ADDRESS = "/dokument/"
_KINDS = {
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_TO_KEEP = frozenset((".docx",))
"""What no browser shows."""


class Document(Struct, frozen=True):
    """A document as it goes to the browser."""

    content: bytes
    kind: str
    disposition: str
    is_page: bool
    """Whether a browser could run scripts in it."""


class Documents:
    """Which documents were offered, each with its address."""

    def __init__(self) -> None:
        self._offered: dict[str, Path] = {}

    def offer(self, url: str) -> str | None:
        """Take the `file:` address of a document that was written; return its address on this server.

        Returns None for everything that is no document in the folder for them of a dossier.
        """
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            return None
        path = Path(url2pathname(parts.path))
        if not is_document(path):
            return None
        name = secrets.token_urlsafe(16)
        self._offered[name] = path
        return f"{FOLDER_IN_ADDRESS}{name}/{quote(path.name)}"

    def read(self, target: str) -> Document | None:
        """Return the document at an address of this server; None where there is none, or it is gone."""
        name, _, shown = urlsplit(target).path.removeprefix(FOLDER_IN_ADDRESS).partition("/")
        path = self._offered.get(name)
        # It may have become a link meanwhile that leads elsewhere.
        if path is None or unquote(shown) != path.name or not is_document(path):
            return None
        try:
            content = path.read_bytes()
        except OSError:
            return None
        ending = path.suffix.lower()
        way = "attachment" if ending in _TO_KEEP else "inline"
        return Document(
            content,
            _KINDS[ending],
            f"{way}; filename*=UTF-8''{quote(path.name)}",
            is_page=ending == ".html",
        )


def is_document(path: Path) -> bool:
    """Tell whether a file is a document where a dossier has them, and no link to elsewhere."""
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return False
    folder = real.parent
    return (
        path.suffix.lower() in _KINDS
        and real.suffix.lower() in _KINDS
        and real.is_file()
        and folder.name == FOLDER
        and (folder.parent / DOSSIER_FILE).is_file()
    )
