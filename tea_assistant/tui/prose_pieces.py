"""Cuts a prose between paragraphs that mean the same alone, so that only what has changed is read anew."""

import re

_BELONGS_TOGETHER = re.compile(r"```|~~~|\]:|[\r\0]|^[ \t]*(?:#|=+[ \t]*$|-[- \t]*$)", re.MULTILINE)
"""Code may hold empty lines, an address is for the whole text, and headings are levelled by one another."""
# What begins with a letter, a quotation or a reference goes on with nothing that stood before an empty line.
_CUT = re.compile(r"\n(?:[ \t]*\n)+(?=[A-Za-zÄÖÜäöüß„»\"(§…]|\[\[|\{\{)")


def pieces(prose: str) -> list[str]:
    """Cut a prose; read one by one its pieces are what the whole is, with an empty line between each two."""
    return [prose] if _BELONGS_TOGETHER.search(prose) else _CUT.split(prose)
