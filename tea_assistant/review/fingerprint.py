"""The fingerprint of what was seen: the same as long as a reader would see the same."""

import json
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from tea_assistant.patterns import regex
from tea_assistant.review.piece import Piece

_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " "})
_BLOCK = regex(r"\s|[-+*>#|=`~]|\d+[.)]")
"""A line that begins like this is no mere continuation of the one before."""
_RUN = regex(r"(?<=\S) {2,}")
_SHORT = 16
"""So much of a sum tells the wordings of one review apart."""


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return a text without what nobody sees: kinds of line ends and blanks, and where lines were wrapped.

    Kept, as a check after each edit meets nearly the same texts again.
    """
    lines: list[str] = []
    for raw in unicodedata.normalize("NFC", text).translate(_BLANKS).splitlines():
        line = _RUN.sub(" ", raw.rstrip())
        goes_on = bool(lines and lines[-1] and line and not _BLOCK.match(line))
        # Behind a heading begins something else, whatever it looks like.
        if goes_on and not lines[-1].startswith(("#", "|", "`", "~", "    ")):
            lines[-1] = f"{lines[-1]} {line}"
        elif line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip()


@lru_cache(maxsize=4096)
def sum_of(text: str) -> str:
    """Return the short sum under which a review keeps a wording."""
    return _sha256(canonical(text))[:_SHORT]


def fingerprint(pieces: Sequence[Piece]) -> str:
    """Return the fingerprint of an item as it is shown with all that it rests on."""
    said = [[piece.key, canonical(piece.meaning or piece.text)] for piece in pieces]
    return _sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")))


def _sha256(text: str) -> str:
    import hashlib  # noqa: PLC0415 (loads OpenSSL, and most dossiers have no review)

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
