"""Makes plan.docx, plan.pdf, plan.html and plan.txt from plan.md, as an office would have typed it.

Needs LibreOffice; the files are part of the repository, so no test runs this.
"""

import re
import subprocess
import tempfile
import textwrap
from pathlib import Path
from xml.sax.saxutils import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tea_assistant.prose.gender_star import gender_star

HERE = Path(__file__).parent
NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*|§ \d+|Anlage \d) [A-Z]")
CONTENTS = re.compile(r"\.{3,} \d+$")
NEW_PAGE = ("1 ", "2 ", "3 ")
NAMES = ["office", "style", "text", "table", "fo"]
SPACES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in NAMES}
SPACES["fo"] = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
STYLES = """
<office:styles>
 <style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/>
  <style:text-properties fo:font-family="Liberation Sans" fo:font-size="10pt" fo:language="de" fo:country="DE"
   fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/>
 </style:default-style>
 <style:style style:name="P" style:family="paragraph"/>
 <style:style style:name="B" style:family="paragraph">
  <style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="H" style:family="paragraph">
  <style:text-properties fo:font-weight="bold" fo:font-size="12pt"/></style:style>
 <style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>
  <style:text-properties fo:font-weight="bold" fo:font-size="12pt"/></style:style>
 <text:list-style style:name="L">%s</text:list-style>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="PL">
  <style:page-layout-properties fo:page-width="10.5cm" fo:page-height="14.8cm"
  fo:margin-top="1cm" fo:margin-bottom="1cm" fo:margin-left="1cm" fo:margin-right="1cm"/>
  <style:header-style/><style:footer-style/></style:page-layout>
 <style:style style:name="T" style:family="table">
  <style:table-properties style:width="8.5cm" table:align="left" table:border-model="collapsing"/>
 </style:style>
 <style:style style:name="C" style:family="table-cell">
  <style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05cm"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="PL">
 <style:header><text:p text:style-name="P">Stadt Musterheim, Stand 2024</text:p></style:header>
 <style:footer><text:p text:style-name="P">Seite
  <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>
 </style:master-page></office:master-styles>"""
LEVEL = (
    '<text:list-level-style-bullet text:level="{0}" text:bullet-char="{1}"><style:list-level-properties '
    'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
    'text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="{0}cm"/>'
    "</style:list-level-properties></text:list-level-style-bullet>"
)
MIME = "application/vnd.oasis.opendocument.text"
OPENING = {
    "bullet_list_open": '<text:list text:style-name="L">',
    "bullet_list_close": "</text:list>",
    "list_item_open": "<text:list-item>",
    "list_item_close": "</text:list-item>",
    "table_close": '</table:table><text:p text:style-name="P"/>',
    "tr_open": "<table:table-row>",
    "tr_close": "</table:table-row>",
    "th_open": '<table:table-cell table:style-name="C" office:value-type="string">',
    "td_open": '<table:table-cell table:style-name="C" office:value-type="string">',
    "th_close": "</table:table-cell>",
    "td_close": "</table:table-cell>",
}


def flat_odt(tokens: list[Token]) -> str:
    """Lay the text out: headings by their look only, a running head, numbers of pages."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    levels = "".join(LEVEL.format(level, mark) for level, mark in ((1, "•"), (2, "–")))
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<office:document {spaces} office:version="1.3" office:mimetype="{MIME}">',
        STYLES % levels,
        "<office:body><office:text>",
    ]
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            row = [found.type for found in tokens[at:]]
            width = row[: row.index("tr_close")].count("th_open")
            columns = f'<table:table-column table:number-columns-repeated="{width}"/>'
            parts.append(f'<table:table table:style-name="T">{columns}')
        elif token.type == "inline":
            parts.append(paragraph(token, tokens[at - 1]))
        else:
            parts.append(OPENING.get(token.type, ""))
    return "\n".join((*parts, "</office:text></office:body></office:document>"))


def paragraph(token: Token, opening: Token) -> str:
    """Print a paragraph in the style that an office would have given it by hand."""
    text = plain(token)
    style = "P"
    if opening.type == "heading_open" or (NUMBERED.match(text) and not CONTENTS.search(text)):
        style = "N" if text.startswith(NEW_PAGE) else "H"
    elif text.endswith(":") and len(text) < len("Maßnahmen::") + 1:
        style = "B"
    return f'<text:p text:style-name="{style}">{escape(text).replace(chr(10), "<text:line-break/>")}</text:p>'


def plain(token: Token) -> str:
    """Return the text of a paragraph without markup."""
    children = token.children or []
    return "".join(child.content or "\n" * child.type.endswith("break") for child in children)


def wrapped(tokens: list[Token]) -> str:
    """Return the text as somebody typed it into lines of 60 characters."""
    lines: list[str] = []
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token.type == "bullet_list_open") - (token.type == "bullet_list_close")
        in_table = tokens[at - 1].type in ("th_open", "td_open")
        is_caption = not NUMBERED.match(plain(token)) and "table_open" in [
            found.type for found in tokens[at + 2 : at + 3]
        ]
        if token.type != "inline" or in_table or is_caption:
            continue
        indent = "  " * depth
        mark = indent[2:] + "- " if depth else ""
        for number, row in enumerate(plain(token).split("\n")):
            first = mark if number == 0 else indent
            lines += textwrap.wrap(row, 60, initial_indent=first, subsequent_indent=indent)
        following = [found.type for found in tokens[at + 2 : at + 4]]
        if not depth or (depth == 1 and following == ["list_item_close", "bullet_list_close"]):
            lines.append("")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write all files."""
    parser = MarkdownIt("commonmark").enable("table").use(gender_star)
    tokens = parser.parse((HERE / "plan.md").read_text("utf-8"))
    (HERE / "plan.txt").write_text(wrapped(tokens), "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "plan.fodt")
        source.write_text(flat_odt(tokens), "utf-8")
        for kind in ("docx", "pdf", "html"):
            command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(HERE), str(source)]
            subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
