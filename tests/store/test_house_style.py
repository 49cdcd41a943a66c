"""The theme file: what it may ask for, and what is reported instead of done."""

import zlib
from pathlib import Path
from struct import pack

import pytest

from tea_assistant.document.contrast import READABLE, contrast
from tea_assistant.document.theme import PLAIN
from tea_assistant.model.house_style import LogoKind
from tea_assistant.services.session import Session

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}<rect class="a" width="9" height="9"/></svg>'
)
STYLE = "<style>.a {{ fill: {} }}</style>"


def chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    + chunk(b"IEND", b"")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "dossier.yaml").write_text("format: 1\nname: Stadt Möhringen [/x]\n")
    (tmp_path / "logo").mkdir()
    return tmp_path


def opened(root: Path, theme: str) -> Session:
    (root / "theme.yaml").write_text(f"format: 1\n{theme}\n", encoding="utf-8")
    return Session(root)


def found(session: Session) -> list[str]:
    return [f"{f.line}: {f.message}" for f in session.report.findings if f.file == "theme.yaml"]


def test_without_a_file_the_program_has_a_style_of_its_own(root: Path) -> None:
    assert Session(root).theme == PLAIN
    assert contrast(PLAIN.main) >= READABLE <= contrast(PLAIN.accent)


def test_all_of_a_style_is_taken_over(root: Path) -> None:
    (root / "logo" / "a.png").write_bytes(PNG)
    session = opened(
        root,
        "font_size: 10.5\nmargin: 2\nmain_colour: '#004488'\nfooter: Büro*innen [/x]\n"
        "logo: {file: logo/a.png, description: Wappen}",
    )
    assert found(session) == []
    theme = session.theme
    assert (theme.font_size, theme.margin, theme.main, theme.accent) == (10.5, 2, "#004488", PLAIN.accent)
    assert theme.footer == "Büro*innen [/x]"
    assert theme.logo
    assert (theme.logo.kind, theme.logo.data, theme.logo.alt) == (LogoKind.PNG, PNG, "Wappen")


def test_a_light_colour_is_darkened_and_told(root: Path) -> None:
    session = opened(root, "main_colour: '#ffcc00'")
    assert found(session) == ["2: #ffcc00 ist auf weißem Papier schlecht zu lesen (Kontrast 1,5 : 1)."]
    assert contrast(session.theme.main) >= READABLE


def test_what_the_schema_refuses_does_no_harm(root: Path) -> None:
    session = opened(root, "font_size: 400\nmain_colour: red\naccent_colour: [1]\nmargin: viel")
    assert len(found(session)) == 4
    assert session.theme.font_size == 16
    assert (session.theme.main, session.theme.margin) == (PLAIN.main, PLAIN.margin)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.svg", SVG.format("").encode(), ""),
        ("a.svg", SVG.format(STYLE.format("#fff; stroke: url(#g)")).encode(), ""),
        ("a.png", PNG, ""),
        ("a.jpg", b"\xff\xd8\xff\xe0 Bild \xff\xd9", ""),
        ("a.png", PNG[:40], "beschädigt"),
        ("a.png", PNG.replace(b"IDAT", b"IDAt"), "beschädigt"),
        ("a.png", b"GIF89a", "beschädigt"),
        ("a.jpg", b"\xff\xd8\xff\xe0 Bild", "beschädigt"),
        ("a.svg", b"<svg", "beschädigt"),
        (
            "a.svg",
            b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "beschädigt",
        ),
        ("a.svg", b"<html/>", "beschädigt"),
        ("a.svg", SVG.format("<script>alert(1)</script>").encode(), "mehr tut als zeichnen: script"),
        ("a.svg", SVG.format('<g onload="x()"/>').encode(), "mehr tut als zeichnen: g"),
        ("a.svg", SVG.format('<image href="file:///etc/passwd"/>').encode(), "mehr tut als zeichnen: image"),
        ("a.svg", SVG.format('<use href="https://x.de/a.svg#b"/>').encode(), "mehr tut als zeichnen: use"),
        ("a.svg", SVG.format(STYLE.format("url( 'https://x.de' )")).encode(), "mehr tut als zeichnen: style"),
        ("a.svg", SVG.format("<style>@IMPORT 'x'</style>").encode(), "mehr tut als zeichnen: style"),
        ("a.gif", b"GIF89a", "SVG, PNG und JPG"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_logo_is_whole_and_does_nothing_but_show(root: Path, name: str, data: bytes, problem: str) -> None:
    (root / "logo" / name).write_bytes(data)
    session = opened(root, f"logo: {{file: logo/{name}, description: Wappen}}")
    assert (session.theme.logo is None) == bool(problem)
    assert [problem in message for message in found(session)] == ([True] if problem else [])


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("../x.png", "liegt nicht in der Mappe"),
        ("logo/fehlt.png", "gibt es nicht"),
        ("logo", "SVG, PNG und JPG"),
    ],
)
def test_a_logo_lies_in_the_dossier(root: Path, file: str, problem: str) -> None:
    session = opened(root, f"logo: {{file: '{file}', description: Wappen}}")
    assert problem in found(session)[0]


def test_a_logo_is_small(root: Path) -> None:
    (root / "logo" / "a.png").write_bytes(PNG + bytes(2_000_000))
    session = opened(root, "logo: {file: logo/a.png, description: Wappen}")
    assert session.theme.logo is None
    assert "größer als 2 MB" in found(session)[0]


def test_a_new_picture_under_the_old_name_is_seen(root: Path) -> None:
    (root / "logo" / "a.png").write_bytes(PNG[:40])
    session = opened(root, "logo: {file: logo/a.png, description: Wappen}")
    assert session.theme.logo is None
    (root / "logo" / "a.png").write_bytes(PNG)
    (root / "theme.yaml").write_text("format: 1\nlogo: {file: logo/a.png, description: Neu}\n")
    session.poll()
    assert session.theme.logo
    assert session.theme.logo.alt == "Neu"
