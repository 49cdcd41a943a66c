"""Puts names into German quotation marks."""

_INNER = str.maketrans("„“”", "‚‘‘")


def quoted(name: str) -> str:
    """Return a name in quotation marks; those inside it become single ones."""
    return f"„{name.translate(_INNER)}“"
