"""Writes the document as one HTML file: it asks nothing of the network and runs nothing."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from tea_assistant.document.facts import LANGUAGE, PROGRAM, Facts
from tea_assistant.document.html.body import blocks, data_address, plain, runs
from tea_assistant.document.html.shapes import CONTENTS_ID
from tea_assistant.document.html.style import style
from tea_assistant.document.leaf import Leaf, Pictures
from tea_assistant.document.theme import Logo, LogoKind, Theme
from tea_assistant.prose.printable import printable

_MAIN_ID = "doc.main"
_KINDS = {LogoKind.SVG: "svg+xml", LogoKind.PNG: "png", LogoKind.JPG: "jpeg"}
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="{program}">
<meta name="author" content="{author}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#{main_id}">Zum Text springen</a>
<header>
{header}
</header>
{contents}<main id="{main_id}">
{main}</main>
{footer}</body>
</html>
"""


def write(leaf: Leaf, pictures: Pictures, theme: Theme, facts: Facts) -> bytes:
    """Write the page."""
    look = style(theme)
    about = [facts.title, facts.organisation, "Entwurf" if leaf.draft else ""]
    page = _PAGE.format(
        language=LANGUAGE,
        policy=_policy(look),
        program=PROGRAM,
        author=_safe(facts.organisation),
        title=_safe(" – ".join(text for text in about if text)),
        style=look,
        main_id=_MAIN_ID,
        header=_header(leaf, theme.logo),
        contents=_contents(leaf),
        main=_draft(leaf, pictures) + blocks(leaf.body, pictures),
        footer=f"<footer><p>{_safe(theme.footer)}</p></footer>\n" if theme.footer else "",
    )
    return page.encode("utf-8")


def _safe(text: str) -> str:
    """Return a text that does not come from the Markdown, where it was made harmless already."""
    return escape(printable(text))


def _policy(look: str) -> str:
    """Allow the page its own style and pictures that stand in it, and nothing else."""
    digest = b64encode(sha256(look.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _header(leaf: Leaf, logo: Logo | None) -> str:
    sign = _sign(logo) if logo else ""
    meta = f"\n<p>{runs(leaf.meta)}</p>" if leaf.meta else ""
    return f"{sign}<h1>{plain(leaf.title)}</h1>{meta}"


def _sign(logo: Logo) -> str:
    return f'<img src="{data_address(_KINDS[logo.kind], logo.data)}" alt="{_safe(logo.alt)}">\n'


def _contents(leaf: Leaf) -> str:
    if not leaf.contents:
        return ""
    lines = "".join(
        f'<li><a href="#{escape(entry.anchor)}">{plain(entry.title)}</a>'
        + (f" <span>{escape(entry.standing)}</span>" if entry.standing else "")
        + "</li>\n"
        for entry in leaf.contents
    )
    title = escape(leaf.contents_title)
    return (
        f'<nav id="{CONTENTS_ID}" aria-labelledby="{CONTENTS_ID}.title">\n'
        f'<h2 id="{CONTENTS_ID}.title">{title}</h2>\n<ol>\n{lines}</ol>\n</nav>\n'
    )


def _draft(leaf: Leaf, pictures: Pictures) -> str:
    """Write the mark of a draft; its list of gaps is folded, for it is long."""
    if not leaf.draft:
        return ""
    mark, gaps = leaf.draft[1], leaf.draft[3:]
    told = runs(mark.children or ())
    inside = f"<p>{told}</p>"
    if gaps:
        inside = f"<details>\n<summary>{told}</summary>\n{blocks(gaps, pictures)}</details>"
    return f'<section class="draft" aria-label="Entwurf">\n{inside}\n</section>\n'
