"""Packs the parts of a Word file into one, the same bytes for the same document."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tea_assistant.document.docx.parts import parts
from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import Leaf, Pictures
from tea_assistant.document.theme import Theme

_UNIX = 3
"""A zip file says on which system it was packed, and would differ between them."""


def docx(leaf: Leaf, pictures: Pictures, theme: Theme, facts: Facts) -> bytes:
    """Write the document as a Word file."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        for name, content in parts(leaf, pictures, theme, facts).items():
            entry = ZipInfo(name)
            entry.create_system = _UNIX
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
    return written.getvalue()
