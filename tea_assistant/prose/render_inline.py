"""Writes the inline content of prose as Markdown that every reader takes the same way."""

from collections.abc import Sequence
from itertools import groupby

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tea_assistant.prose.emphasis import Piece, apart, marked
from tea_assistant.prose.escape import escape, escape_line, guard_line_start
from tea_assistant.prose.links import is_kept, link
from tea_assistant.prose.references import Mention, ReferenceKind
from tea_assistant.prose.resolver import Resolver

_HARD_BREAK = "\0\n"
"""The parser lets no NUL through, so this can't come from a text."""
_NOTHING: frozenset[str] = frozenset()


def inline_lines(node: SyntaxTreeNode, resolver: Resolver) -> str:
    """Render an inline node to lines that no reader takes for anything but a paragraph."""
    return _paragraph(_inline(node, resolver))


def is_words_alone(tokens: Sequence[Token]) -> bool:
    """Tell whether there is nothing but words between these inline tokens, and breaks of lines."""
    return all(token.type in ("text", "softbreak") for token in tokens)


def words_lines(tokens: Sequence[Token]) -> str:
    """Render what are words alone as `inline_lines` does."""
    return _paragraph(
        "".join("\n" if token.type == "softbreak" else escape(token.content) for token in tokens)
    )


def _paragraph(rendered: str) -> str:
    lines = [line.strip(" \t") for line in rendered.split("\n")]
    lines = [guard_line_start(line) for line in lines if line.strip("\0").strip()]
    text = "\n".join(line.rstrip(" \t") for line in lines)
    return text.removesuffix("\0").replace("\0", "\\")


def inline_line(node: SyntaxTreeNode, resolver: Resolver) -> str:
    """Render an inline node to one line, as headings and cells need it."""
    return _inline(node, resolver).replace("\0", "").replace("\n", " ").strip(" \t")


def plain_line(node: SyntaxTreeNode, resolver: Resolver) -> str:
    """Return the words of an inline node without any markup."""
    if node.type in (ReferenceKind.FIGURE, ReferenceKind.EVIDENCE):
        return _resolved(node.meta["mention"], resolver)[0]
    if node.children:
        return "".join(plain_line(child, resolver) for child in node.children)
    return " " if node.type in ("softbreak", "hardbreak") else node.content


def _inline(node: SyntaxTreeNode, resolver: Resolver, inside: frozenset[str] = _NOTHING) -> str:
    rendered = (_render(child, resolver, inside) for child in node.children)
    pieces = apart([piece for piece in rendered if piece.text])
    text = ""
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else Piece("")
        if piece.is_link and text.endswith("!"):
            text = text[:-1] + "\\!"
        text += marked(piece, text[-1:], (after.mark or after.text)[:1])
    return text


def _render(node: SyntaxTreeNode, resolver: Resolver, inside: frozenset[str]) -> Piece:
    match node.type:
        case "text":
            return Piece(escape(node.content))
        case "softbreak":
            return Piece("\n")
        case "hardbreak":
            return Piece(_HARD_BREAK)
        case "code_inline":
            return Piece(_code(node))
        case "em" | "strong":
            if node.type in inside:
                # Marks of one kind inside each other can be read in more than one way.
                return Piece(_inline(node, resolver, inside))
            text = _inline(node, resolver, inside | {node.type})
            return Piece(text, node.markup, bare=_inline(node, resolver, inside | {"em", "strong"}))
        case "link":
            return _link(node, resolver, inside)
        case "image":
            # Pictures are no part of a text; their description is.
            return Piece(_inline(node, resolver, inside))
        case ReferenceKind.FIGURE | ReferenceKind.EVIDENCE:
            text, href = _resolved(node.meta["mention"], resolver)
            if href and "link" not in inside:
                return Piece(link(escape_line(text), href), is_link=True)
            return Piece(escape(text))
    message = f"no rendering for {node.type}"
    raise TypeError(message)


def _link(node: SyntaxTreeNode, resolver: Resolver, inside: frozenset[str]) -> Piece:
    href = str(node.attrs.get("href", ""))
    text = _inline(node, resolver, inside | {"link"})
    if not is_kept(href):
        return Piece(text)
    if node.info == "auto" and len(node.children) == 1 and node.children[0].content == href:
        return Piece(f"<{href}>")
    if not text.strip("\0 \n"):
        return Piece("")
    return Piece(link(text, href), is_link=True)


def _resolved(mention: Mention, resolver: Resolver) -> tuple[str, str]:
    if mention.closed and mention.kind is ReferenceKind.FIGURE:
        return resolver.figure(mention.target, mention.form) or mention.raw, ""
    if mention.closed and (target := resolver.evidence(mention.target)):
        return mention.form or target.title, target.href
    return mention.raw, ""


def _code(node: SyntaxTreeNode) -> str:
    code = node.content
    fence = "`" * (longest_run(code, "`") + 1)
    padded = code[:1] == "`" or code[-1:] == "`" or (code[:1] == code[-1:] == " " and code.strip())
    code = f" {code} " if padded else code
    in_cell = node.parent is not None and _is_in_cell(node)
    return fence + (code.replace("|", "\\|") if in_cell else code) + fence


def _is_in_cell(node: SyntaxTreeNode) -> bool:
    at: SyntaxTreeNode | None = node
    while at is not None and at.type not in ("th", "td"):
        at = at.parent
    return at is not None


def longest_run(text: str, character: str) -> int:
    """Return how often a character stands in a row at most."""
    return max((len(list(run)) for found, run in groupby(text) if found == character), default=0)
