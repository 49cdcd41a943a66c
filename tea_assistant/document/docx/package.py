"""What a Word file says about itself: its parts, its properties, its settings."""

from collections.abc import Iterable

from tea_assistant.document.docx.styles import LANGUAGE
from tea_assistant.document.docx.targets import Relation, relations
from tea_assistant.document.docx.xml import OFFICE, PACKAGE, Markup, element, part, text, w, word_part
from tea_assistant.document.facts import PROGRAM, Facts

_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = f"{PACKAGE}/relationships/metadata/core-properties"
_COMPATIBLE = "15"
"""The way in which every Word since 2013 lays out."""


def content_types(names: Iterable[str]) -> bytes:
    """Say of which kind each part is; `names` are those in the folder of the text."""
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    parts = {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **{f"word/{name}": f"{_KINDS}.{_kind(name)}+xml" for name in names},
    }
    return part(
        element(
            "Types",
            {"xmlns": f"{PACKAGE}/content-types"},
            *(element("Default", {"Extension": key, "ContentType": kind}) for key, kind in defaults.items()),
            *(
                element("Override", {"PartName": f"/{key}", "ContentType": kind})
                for key, kind in parts.items()
            ),
        )
    )


def package_relations() -> bytes:
    """Say which part is the text and which are its properties."""
    parts = {
        Relation("officeDocument", "word/document.xml"): "rId1",
        Relation(_CORE, "docProps/core.xml"): "rId2",
        Relation("extended-properties", "docProps/app.xml"): "rId3",
    }
    return relations(parts)


def core_properties(facts: Facts) -> bytes:
    """Say what the document is and whose."""
    day = f"{facts.dated.isoformat()}T00:00:00Z"
    dated: dict[str, str | int] = {"xsi:type": "dcterms:W3CDTF"}
    spaces: dict[str, str | int] = {
        "xmlns:cp": f"{PACKAGE}/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    return part(
        element(
            "cp:coreProperties",
            spaces,
            _told("dc:title", f"{facts.title} – {facts.organisation}"),
            _told("dc:creator", facts.organisation),
            _told("cp:lastModifiedBy", facts.organisation),
            _told("cp:revision", "1"),
            element("dcterms:created", dated, text(day)),
            element("dcterms:modified", dated, text(day)),
            _told("dc:language", LANGUAGE),
        )
    )


def program_properties(facts: Facts) -> bytes:
    """Say which program made the file, and for whom."""
    return part(
        element(
            "Properties",
            {"xmlns": f"{OFFICE}/extended-properties"},
            _told("Application", PROGRAM),
            _told("Company", facts.organisation),
        )
    )


def settings() -> bytes:
    """Say how the text is laid out: with German hyphens, as every Word since 2013 does it."""
    compatible = element(
        "w:compatSetting",
        {
            "w:name": "compatibilityMode",
            "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": _COMPATIBLE,
        },
    )
    separators = (w("footnote", id=number) for number in (-1, 0))
    return word_part(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=708),
        w("autoHyphenation"),
        w("consecutiveHyphenLimit", val=2),
        w("hyphenationZone", val=425),
        w("footnotePr", *separators),
        w("compat", compatible),
        w("themeFontLang", val=LANGUAGE),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _kind(name: str) -> str:
    """Return the kind of a part: document.main for document.xml, header for header1.xml."""
    kind = name.removesuffix(".xml").rstrip("0123456789")
    return "document.main" if kind == "document" else kind


def _told(name: str, value: str) -> Markup:
    return element(name, {}, text(value))
