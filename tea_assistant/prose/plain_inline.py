"""Escapes, strong words and links, where nothing else stands between words, are read without the rules.

It is what our own documents are made of. Both ways give the same tokens; a property test holds them against
each other.
"""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tea_assistant.patterns import regex

_LETTER = "[A-Za-zÀ-ÖØ-öø-ž]"
_PLAIN = r"[^\\`*_\[\]<&{\n]"
_ESCAPE = r"\\[!-/:-@\[-`{-~]"
_RUN = rf"{_PLAIN}++(?:(?:{_ESCAPE}|\*(?<={_LETTER}\*)(?={_LETTER})){_PLAIN}*+)*+"
# Strong words stand between spaces and begin with a letter, so that their marks can be nothing else. In an
# address is nothing that would have to be decoded.
_PIECE = regex(
    rf"(?P<text>{_RUN})"
    r"|(?P<softbreak>(?<!\s)\n(?!\s))"
    r"|(?P<hardbreak>\\\n(?!\s))"
    rf"|\*\*(?<![^ \n]\*\*)(?P<strong>(?=[^\W_]){_RUN})(?<!\s)\*\*(?=[ \n]|\Z)"
    rf"|\[(?<!!\[)(?P<label>{_RUN})\]\((?P<address>[^\s()<>\\&\"'\x00-\x1f\x7f]+)\)"
)
_ANCHOR = regex(r"#[A-Za-z0-9_.-]+")
"""Leads to a heading, and has nothing to be encoded."""
_ESCAPED = regex(rf"\\(?={_ESCAPE[2:]})(.)")


def read_plainly(content: str, md: MarkdownIt) -> list[Token]:
    """Return the tokens of a run of text; nothing where only the rules can tell them."""
    tokens: list[Token] = []
    end = 0
    for piece in _PIECE.finditer(content):
        if piece.start() != end:
            return []
        end = piece.end()
        match piece.lastgroup:
            case "text":
                _add_text(tokens, _unescaped(piece[0]))
            case "strong":
                _add_text(tokens, "")
                tokens += _around("strong", _unescaped(piece["strong"]), markup="**")
                _add_text(tokens, "")
            case "address":
                address = _address(piece["address"], md)
                if not address:
                    return []
                tokens += _around("link", _unescaped(piece["label"]), href=address)
            case kind:
                tokens.append(Token(str(kind), "br", 0))
    return tokens if end == len(content) else []


def _address(written: str, md: MarkdownIt) -> str:
    """Return an address as links have it; empty where it may not stand in one."""
    if _ANCHOR.fullmatch(written):
        return written
    address = md.normalizeLink(written)
    return address if md.validateLink(address) else ""


def _add_text(tokens: list[Token], text: str) -> None:
    """Add a text, which is one with a text before it."""
    if tokens and tokens[-1].type == "text":
        tokens[-1].content += text
    else:
        tokens.append(Token("text", "", 0, content=text))


def _around(kind: str, text: str, *, markup: str = "", href: str = "") -> tuple[Token, Token, Token]:
    """Return a text between the tokens that open and close what it stands in."""
    tag = "a" if href else kind
    return (
        Token(f"{kind}_open", tag, 1, attrs={"href": href} if href else {}, markup=markup),
        Token("text", "", 0, level=1, content=text),
        Token(f"{kind}_close", tag, -1, markup=markup),
    )


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
