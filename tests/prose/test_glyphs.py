"""The list of characters that the fonts have is true, and what is missing is described."""

import pytest
import typst

from tea_assistant.prose.glyph_ranges import RANGES
from tea_assistant.prose.glyphs import pieces, stand_in


def test_every_character_of_the_list_can_be_shown() -> None:
    texts = []
    for pair in RANGES.split():
        first, last = (int(number, 16) for number in pair.split("-"))
        texts += [chr(code) for code in {first, (first + last) // 2, last}]
    told = " ".join(f"a{text}" for text in texts).replace("\\", "\\\\").replace('"', '\\"')
    program = (
        f'#set document(title: "T")\n#set text(font: "Libertinus Serif")\n#let t = "{told}"\n#t #strong(t)'
    )
    assert typst.compile(program.encode(), ignore_system_fonts=True, format="pdf", pdf_standards="ua-1")


def test_usual_text_is_one_piece() -> None:
    text = "„Mitarbeiter*innen“ – 43\u00a0% ≥ ±0 → ¹²³ † … ÄÖÜß Łódź ñ €\n[/x] \u202f\u00ad"
    assert list(pieces(text)) == [(text, True)]
    assert list(pieces(text, cautious=True)) == [(text, True)]
    assert list(pieces("")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a🎉b", "a[Zeichen U+1F389]b"),
        ("👩\u200d👧!", "[2 Zeichen]!"),
        ("☎️", "☎️"),
        ("漢字", "[2 chinesische Zeichen]"),
        ("한", "[koreanisches Zeichen U+D55C]"),
        ("ä\n🎉", "ä\n[Zeichen U+1F389]"),
        ("\ufffd", "\ufffd"),
    ],
)
def test_missing_ones_are_described(text: str, shown: str) -> None:
    assert "".join(piece if known else stand_in(piece) for piece, known in pieces(text)) == shown
