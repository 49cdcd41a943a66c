"""Finds out which characters the fonts of the Typst wheel have, for tea_assistant/prose/glyph_ranges.py.

Run it after an update of the wheel. It asks the layout itself, in all faces that the document uses: whatever
an accessible PDF can't show is an error there.
"""

import unicodedata
from itertools import groupby
from pathlib import Path
from textwrap import fill

import typst

TARGET = Path(__file__).parents[1] / "tea_assistant" / "prose" / "glyph_ranges.py"
LOOKED_AT = [(0x20, 0x3000), (0xA640, 0xA800), (0xAB30, 0xAB70), (0xFB00, 0x10000), (0x1D400, 0x1D800)]
"""Beyond these there is nothing that these fonts could have."""
COMPILER = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False), ignore_system_fonts=True)
HEAD = '''"""What the fonts of the Typst wheel have in all faces; written by docs/make_glyphs.py."""

'''
PROGRAM = """\
#set document(title: "T")
#set text(lang: "de", font: ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern"))
#let t = {text}
#t #strong(t) #emph(t) #strong(emph(t)) #raw(t)
"""


def shown(characters: list[str]) -> list[str]:
    """Return those of the characters that can be shown."""
    if not characters or can_show(characters):
        return characters
    if len(characters) == 1:
        return []
    half = len(characters) // 2
    return shown(characters[:half]) + shown(characters[half:])


def can_show(characters: list[str]) -> bool:
    """Tell whether a text of all these characters can be laid out."""
    # A mark stands on the letter before it.
    text = " ".join(f"a{c}" if unicodedata.category(c)[0] == "M" else c for c in characters)
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    program = PROGRAM.replace("{text}", f'"{quoted}"').encode()
    try:
        COMPILER.compile(program, format="pdf", pdf_standards=["a-2a", "ua-1"])
    except typst.TypstError:
        return False
    return True


def main() -> None:
    """Look at all characters and write the ranges of those that can be shown."""
    asked = [
        chr(code)
        for first, end in LOOKED_AT
        for code in range(first, end)
        if unicodedata.category(chr(code)) not in ("Cc", "Cs", "Cn", "Co", "Zl", "Zp")
    ]
    codes = [ord(c) for at in range(0, len(asked), 128) for c in shown(asked[at : at + 128])]
    ranges = []
    for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        found = [code for _, code in run]
        ranges.append(f"{found[0]:04X}-{found[-1]:04X}")
    lines = fill(" ".join(ranges), width=100, break_on_hyphens=False).split("\n")
    text = "".join(f'    "{line} "\n' for line in lines)
    TARGET.write_text(f"{HEAD}RANGES = (\n{text})\n", encoding="utf-8")


if __name__ == "__main__":
    main()
