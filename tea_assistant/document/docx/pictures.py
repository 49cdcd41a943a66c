"""Puts pictures into the Word file: as pixels, since not every Word draws SVG."""

import json
import struct
from functools import lru_cache

from tea_assistant.document.docx.xml import NAMESPACES, Markup, element, w

_DPI = 240
"""Sharp in print, and not much to send."""
_UNITS_A_PIXEL = 914400 // _DPI
"""Word measures pictures in parts of an inch."""
UNITS_A_TWIP = 635
_PROGRAM = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.picture))), format: sys.inputs.format)
"""


@lru_cache(maxsize=64)
def png_of(picture: bytes, kind: str = "svg") -> bytes:
    """Turn a picture into pixels, of the sharpness that print needs."""
    import typst  # noqa: PLC0415 (only those who lay out should load 60 MB)

    values = {"picture": json.dumps(list(picture)), "format": kind}
    made = typst.Compiler(_PROGRAM, ignore_system_fonts=True, sys_inputs=values).compile(
        format="png", ppi=_DPI
    )
    assert isinstance(made, bytes)
    return made


def fitted(png: bytes, width: int, height: int) -> tuple[int, int]:
    """Return the width and height at which a picture is shown: its own, or as large as there is room."""
    pixels: tuple[int, int] = struct.unpack(">II", png[16:24])
    own = [max(each, 1) * _UNITS_A_PIXEL for each in pixels]
    scale = min(1, width / own[0], height / own[1])
    return round(own[0] * scale), round(own[1] * scale)


def drawing(relation: str, number: int, extent: tuple[int, int], description: str) -> Markup:
    """Show a picture as if it were a letter of a text, with a description for those who do not see it."""
    size: dict[str, str | int] = {"cx": extent[0], "cy": extent[1]}
    named: dict[str, str | int] = {"id": number, "name": f"Bild {number}", "descr": description}
    picture = element(
        "pic:pic", {},
        element("pic:nvPicPr", {}, element("pic:cNvPr", named), element("pic:cNvPicPr", {})),
        element("pic:blipFill", {}, element("a:blip", {"r:embed": relation}),
                element("a:stretch", {}, element("a:fillRect", {}))),
        element("pic:spPr", {},
                element("a:xfrm", {}, element("a:off", {"x": 0, "y": 0}), element("a:ext", size)),
                element("a:prstGeom", {"prst": "rect"}, element("a:avLst", {}))),
    )  # fmt: skip
    inline = element(
        "wp:inline", {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", size),
        element("wp:docPr", named),
        element("wp:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", {"noChangeAspect": 1})),
        element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["xmlns:pic"]}, picture)),
    )  # fmt: skip
    return w("r", w("drawing", inline))
