"""Writes the parts of the document as HTML: all that came from a dossier is text or a checked address."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from markdown_it.token import Token

from tea_assistant.document.html.shapes import facts, links, pictures, sections
from tea_assistant.document.html.tables import tables
from tea_assistant.document.leaf import Pictures, words
from tea_assistant.prose.markdown import own_copy


def blocks(tokens: Sequence[Token], charts: Pictures) -> str:
    """Write blocks in the shapes of a page."""
    # The other outputs are made of the same tokens.
    own = own_copy(tokens)
    links(own)
    shaped = list(pictures(facts(list(tables(list(sections(own)))))))
    return "".join(_written(shaped, charts))


def runs(tokens: Sequence[Token]) -> str:
    """Write a line."""
    return "".join(_written(tokens, {}))


def plain(text: str) -> str:
    """Write words; behind a slash a line may break: „sexualisierte/geschlechtsbezogene“ is long."""
    return escape(text).replace("/", "/<wbr>")


def data_address(kind: str, content: bytes) -> str:
    """Return an address that holds the picture itself: in it no script runs, and its ids are its own."""
    return f"data:image/{kind};base64,{b64encode(content).decode('ascii')}"


def _written(tokens: Sequence[Token], charts: Pictures) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "text":
                yield plain(token.content)
            case "inline":
                yield from _written(token.children or (), charts)
            case "softbreak":
                yield "\n"
            case "hardbreak":
                yield "<br>\n"
            case "hr":
                yield "<hr>\n"
            case "code_inline":
                yield f"<code>{escape(token.content)}</code>"
            case "fence" | "code_block":
                yield f"<pre><code>{escape(token.content)}</code></pre>\n"
            case "image":
                yield _image(token, charts)
            case _ if token.hidden:
                # The paragraphs of a list without gaps: between their words and the next block is a break.
                yield "\n" if token.nesting < 0 else ""
            case _ if token.nesting > 0:
                yield f"<{token.tag}{_attributes(token)}>"
            case _ if token.nesting < 0:
                yield f"</{token.tag}>" + ("\n" if token.block else "")
            case _:
                # Also what nobody thought of: it is shown, and can do nothing.
                yield plain(token.content)


def _attributes(token: Token) -> str:
    return "".join(f' {name}="{escape(str(value))}"' for name, value in token.attrs.items())


def _image(token: Token, charts: Pictures) -> str:
    """Put a picture into the page."""
    content = charts.get(str(token.attrs["src"]))
    if content is None:
        return plain(words(token))
    told = escape(str(token.meta.get("alt") or words(token)))
    return f'<img src="{data_address("svg+xml", content)}" alt="{told}">'
