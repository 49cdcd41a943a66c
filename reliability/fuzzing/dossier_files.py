"""A dossier with a file of every kind, in which one text stands wherever a person may write freely."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from reliability.fuzzing.target import as_yaml

_DAY, _MOMENT = "2025-02-01", "2025-02-01T10:00:00"
_ZEROS = "0" * 64


def values(text: str) -> Mapping[str, object]:
    """Return the files with their values, `text` in each place for free text."""
    line = text
    return {
        "dossier.yaml": {
            "format": 1,
            "name": line,
            "state": "NW",
            "place": line,
            "office": line,
            "about": text,
        },
        "theme.yaml": {
            "format": 1,
            "footer": line,
            "logo": {"file": line, "description": line},
        },
        "evidence/mentoring.yaml": {
            "format": 1,
            "title": line,
            "summary": text,
            "action_fields": ["af03"],
            "criteria": ["af03-mentoring"],
            "target_groups": [line],
            "responsible": line,
            "partners": [line],
            "results": [{"value": 12, "unit": line, "text": text, "as_of": "2024-12-31", "source": line}],
            "proofs": [
                {"title": line, "file": line, "release": "public"},
                {"title": line, "url": line, "release": "public"},
            ],
            "cycles": {"2022": {"state": "new"}, "2025": {"state": "expanded", "change": text}},
        },
        "figures/2024-12-31.yaml": {
            "format": 1,
            "as_of": "2024-12-31",
            "note": text,
            "rows": [{"group": "staff", "total": 30, "women": 20, "men": 10, "note": text}],
        },
        "figures/indicators.yaml": {
            "format": 1,
            "groups": [{"id": "eigene", "title": line}],
            "indicators": [
                {
                    "id": "eigene_zahl",
                    "title": line,
                    "definition": text,
                    "numerator": {"group": "eigene", "count": "women"},
                    "words": [line],
                }
            ],
        },
        "cycles/2022/cycle.yaml": {"format": 1, "catalogue": "verwaltung-2015", "award": 1},
        "cycles/2022/jury.yaml": {
            "format": 1,
            "award": 1,
            "decided": "2022-07-01",
            "source": line,
            "praise": [{"text": text}],
            "expectations": [{"id": "erste", "text": text, "kind": "asked"}],
        },
        "cycles/2025/cycle.yaml": {
            "format": 1,
            "catalogue": "verwaltung-2021",
            "renews": "2022",
            "deadline": "2025-04-30",
            "figures": "2024-12-31",
            "documents": [{"title": line, "file": line, "release": "public"}],
        },
        "cycles/2025/fields/af03.yaml": {
            "format": 1,
            "opening": text,
            "criteria": {
                "af03-mentoring": {"applies": True, "statement": text, "evidence": ["mentoring"]},
            },
            "own_criteria": [{"id": "eigenes", "title": line, "statement": text}],
        },
        "cycles/2025/reviews/anna.yaml": {
            "format": 1,
            "name": line,
            "role": line,
            "comments": [
                {"id": "eins", "file": line, "path": line, "quote": text, "text": text, "made": _MOMENT},
                {"file": "evidence/mentoring.yaml", "path": "title", "quote": text, "text": text},
            ],
            "replies": [{"to": "anna/eins", "text": text, "made": _MOMENT}],
            "signoffs": [{"part": "af03", "title": line, "made": _MOMENT, "fingerprint": _ZEROS}],
        },
        "cycles/2025/requests/personalamt.yaml": {
            "format": 1,
            "department": line,
            "to": line,
            "asked": _DAY,
            "by": line,
            "note": text,
            "questions": {
                "1.1": {
                    "ask": "change",
                    "file": "evidence/mentoring.yaml",
                    "path": "cycles.2025.change",
                    "sent": {"change": text},
                }
            },
            "returned": [{"document": line, "received": _DAY, "answered_by": line}],
            "answers": [{"question": "1.1", "answer": {"change": text}, "place": line, "received": _DAY}],
        },
        "cycles/2025/transfer.yaml": {
            "format": 1,
            "texts": {"af03": {"title": line, "transferred": _DAY, "fingerprint": "0" * 12, "by": line}},
        },
        "import/plan.yaml": {
            "format": 1,
            "document": line,
            "read": _DAY,
            "proposals": {
                "measure-" + "0" * 16: {
                    "kind": "measure",
                    "title": line,
                    "text": text,
                    "heading": line,
                    "state": "refused",
                    "reason": text,
                    "by": line,
                }
            },
        },
        "import/figures-mapping.yaml": {
            "format": 1,
            "tables": [{"title": line, "columns": [{"head": line, "group": "staff", "count": "women"}]}],
        },
        "action_fields/eigener/catalogue.yaml": {"format": 1, "title": line},
        "snapshots/stand/snapshot.yaml": {
            "format": 1,
            "name": line,
            "made": _MOMENT,
            "by": line,
            "cycle": line,
            "note": text,
            "files": [
                {"file": line, "sha256": _ZEROS, "size": 3},
                {"file": "dossier.yaml", "sha256": _ZEROS, "size": 3},
            ],
            "skipped": [{"file": line, "reason": text}],
        },
    }


def write(root: Path, text: str, others: Mapping[str, bytes] | None = None) -> Path:
    """Write the dossier into a folder; only files that are not like this already."""
    wanted = {file: as_yaml(value).encode() for file, value in values(text).items()} | dict(others or {})
    for file, content in wanted.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or _sum(path.read_bytes()) != _sum(content):
            path.write_bytes(content)
    return root


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
