"""Where each kind of file stands in a dossier."""

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """The kinds of files; each has the schema of that name."""

    DOSSIER = "dossier"
    EVIDENCE = "evidence"
    FIGURES = "figures"
    CYCLE = "cycle"
    FIELD = "field"
    JURY = "jury"
    REVIEW = "review"
    CATALOGUE = "catalogue"
    ACTION_FIELD = "action_field"
    INDICATORS = "indicators"
    FIGURES_MAPPING = "figures_mapping"
    IMPORT = "import"
    """What became of the proposals of one document."""
    TRANSFER = "transfer"
    REQUEST = "request"
    THEME = "theme"
    CAPSULE = "capsule"
    """The list in a capsule; no dossier has such a file."""
    REPORT = "report"
    """What a check gives to programs; no dossier has such a file either."""
    PROPOSALS = "proposals"
    """What an import gives to programs; no dossier has such a file."""
    KEYS = "keys"
    """Which keys a person wants; no dossier has such a file."""
    SNAPSHOT = "snapshot"
    """The list of a named state; it stands apart from what the dossier says."""


class FileRole(Struct, frozen=True):
    """What a file is for: its kind, its id, and the round or catalogue it belongs to."""

    kind: Kind
    id: str
    group: str = ""
    """The cycle or catalogue; empty for what belongs to the whole dossier."""


DOSSIER_FILE = "dossier.yaml"
THEME_FILE = "theme.yaml"
"""How documents look; a dossier need not have one."""
ATTACHMENTS = "attachments"
CATALOGUES = "action_fields"
OWN_INDICATORS = "figures/indicators.yaml"
"""What figures mean that only this dossier has."""
FIGURES_MAPPING_FILE = "import/figures-mapping.yaml"
"""How tables of figures were read the last time."""
SUFFIXES = (".yaml", ".yml")


def evidence_file(evidence_id: str) -> str:
    """Return where a measure stands."""
    return f"evidence/{evidence_id}.yaml"


def figures_file(as_of: str) -> str:
    """Return where the figures of a reference date stand."""
    return f"figures/{as_of}.yaml"


def cycle_file(cycle: str) -> str:
    """Return where the settings of a round stand."""
    return f"cycles/{cycle}/cycle.yaml"


def field_file(cycle: str, field: str) -> str:
    """Return where the texts to an action field stand."""
    return f"cycles/{cycle}/fields/{field}.yaml"


def jury_file(cycle: str) -> str:
    """Return where the jury's decision on a round stands."""
    return f"cycles/{cycle}/jury.yaml"


def transfer_file(cycle: str) -> str:
    """Return where it stands which texts of a round are in the portal."""
    return f"cycles/{cycle}/transfer.yaml"


def request_file(cycle: str, request: str) -> str:
    """Return where a request to a department stands."""
    return f"cycles/{cycle}/requests/{request}.yaml"


def review_file(cycle: str, reviewer: str) -> str:
    """Return where the comments and sign-offs of a reviewer stand."""
    return f"cycles/{cycle}/reviews/{reviewer}.yaml"


def import_file(document: str) -> str:
    """Return where it stands what became of the proposals of a document."""
    return f"import/{document}.yaml"


def role_of(file: str) -> FileRole | None:
    """Tell what a file of the dossier is for, from its path alone; None where it has no place."""
    stem, dot, suffix = file.rpartition(".")
    if dot + suffix not in SUFFIXES:
        return None
    match stem.split("/"):
        case ["dossier"]:
            return FileRole(Kind.DOSSIER, "dossier")
        case ["theme"]:
            return FileRole(Kind.THEME, "theme")
        case ["evidence", name]:
            return FileRole(Kind.EVIDENCE, name)
        case ["figures", "indicators"]:
            return FileRole(Kind.INDICATORS, "indicators")
        case ["figures", name]:
            return FileRole(Kind.FIGURES, name)
        case ["import", "figures-mapping"]:
            return FileRole(Kind.FIGURES_MAPPING, "figures-mapping")
        case ["import", name]:
            return FileRole(Kind.IMPORT, name)
        case ["cycles", cycle, "cycle"]:
            return FileRole(Kind.CYCLE, cycle, cycle)
        case ["cycles", cycle, "jury"]:
            return FileRole(Kind.JURY, "jury", cycle)
        case ["cycles", cycle, "transfer"]:
            return FileRole(Kind.TRANSFER, "transfer", cycle)
        case ["cycles", cycle, "fields", name]:
            return FileRole(Kind.FIELD, name, cycle)
        case ["cycles", cycle, "reviews", name]:
            return FileRole(Kind.REVIEW, name, cycle)
        case ["cycles", cycle, "requests", name]:
            return FileRole(Kind.REQUEST, name, cycle)
        case [folder, catalogue, name] if folder == CATALOGUES:
            kinds = {"catalogue": Kind.CATALOGUE, "figures": Kind.INDICATORS}
            return FileRole(kinds.get(name, Kind.ACTION_FIELD), name, catalogue)
    return None


def is_record(file: str) -> bool:
    """Tell whether a file only says what became of something that stands in others."""
    role = role_of(file)
    return role is not None and role.kind in (Kind.IMPORT, Kind.REQUEST)


def writing_order(file: str) -> tuple[bool, bool, str]:
    """Return when a file is written among several: what was learnt, texts, what became of a source."""
    return (file != FIGURES_MAPPING_FILE, is_record(file), file)
