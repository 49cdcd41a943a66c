"""Reads the pairs of a changed dossier and the findings that it must give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from tea_assistant.model.application import Application
from tea_assistant.model.dossier import Attachment
from tea_assistant.model.finding import Finding
from tea_assistant.model.page_count import Extent, PageCount
from tests.checks.mini_dossier import Texts, application, base_texts

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """A change of the complete dossier, and all findings that it gives, as plain values."""

    code: str
    number: int
    spec: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.code}-{self.number}"

    @property
    def expected(self) -> list[dict[str, str]]:
        findings: list[dict[str, str]] = self.spec["findings"]
        return findings

    def application(self) -> Application:
        attachments = {
            path: Attachment(state["exists"], state["inside"], state.get("sha256", ""))
            for path, state in self.spec.get("attachments", {}).items()
        }
        made = application(changed(self.spec), attachments)
        return replace(made, pages=_pages(self.spec["pages"])) if "pages" in self.spec else made


def _pages(spec: dict[str, Any]) -> PageCount:
    """Read how long a document is to be: in all, and its parts and sections by their ids."""
    parts, sections = ({i: Extent(1, p) for i, p in spec.get(k, {}).items()} for k in ("parts", "sections"))
    return PageCount(spec["total"], parts, by_section=sections)


def all_cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.yaml")):
        for number, spec in enumerate(yaml.safe_load_all(file.read_text(encoding="utf-8")), start=1):
            yield Case(file.stem, number, spec)


def changed(spec: dict[str, Any]) -> Texts:
    """Change, remove and write files of the complete dossier."""
    texts = base_texts()
    for file, edits in spec.get("change", {}).items():
        for edit in edits:
            assert texts[file].count(edit["from"]) == 1, f"{file}: {edit['from']!r}"
            texts[file] = texts[file].replace(edit["from"], edit["to"])
    for file in spec.get("remove", ()):
        del texts[file]
    texts.update(spec.get("write", {}))
    return texts


def plain(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "at": f"{finding.file}:{finding.line}:{finding.column}",
        "path": finding.dotted_path,
        "part": finding.part,
        "message": finding.message,
        "hint": finding.hint,
    }
