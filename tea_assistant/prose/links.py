"""The addresses in links: which are kept, and how they are written."""

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ROOTS = ("/", "\\", "%5c", "%2f")


def is_kept(address: str) -> bool:
    """Tell whether a link to this address stays a link: on the web, by mail, by phone, or beside the text."""
    scheme, colon, _ = address.partition(":")
    relative = not colon or any(mark in scheme for mark in "/#?")
    # What begins with a slash is a place on somebody's computer, or on one in their network.
    beside = relative and not address.lower().startswith(_ROOTS)
    return bool(address) and (beside or leads_out(address))


def leads_out(address: str) -> bool:
    """Tell whether an address leads to the same place from everywhere: on the web, by mail or by phone."""
    scheme, colon, _ = address.partition(":")
    return bool(colon) and scheme.lower() in _SCHEMES


def link(text: str, address: str, title: str = "") -> str:
    """Write a link around rendered text; its title, rendered too, is what readers see as they point at it."""
    told = title.replace('"', '\\"')
    return f'[{text}]({_destination(address)} "{told}")' if title else f"[{text}]({_destination(address)})"


def _destination(address: str) -> str:
    for character in '\\<>|" \t\n':
        address = address.replace(character, f"%{ord(character):02X}")
    if ";" in address:
        address = address.replace("&", "\\&")
    return f"<{address}>" if "(" in address or ")" in address else address
