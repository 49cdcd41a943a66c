"""Reads the pairs of a changed dossier and the findings that it must give."""

import json
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import replace

from tea_assistant.model.application import Application
from tea_assistant.model.dossier import Attachment
from tea_assistant.model.finding import Finding
from tea_assistant.model.page_count import Extent, PageCount
from tea_assistant.review.basis import basis
from tea_assistant.review.fingerprint import canonical, sum_of
from tea_assistant.review.items import ReviewItem, item_of
from tea_assistant.review.standing import print_of
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
            path: Attachment(
                state["exists"], state["inside"], state.get("sha256", ""), state.get("spelled", "")
            )
            for path, state in self.spec.get("attachments", {}).items()
        }
        texts = changed(self.spec)
        made = application(texts, attachments)
        if "signed" in self.spec:
            made = application(signed(self.spec["signed"], texts), attachments)
        return replace(made, pages=_pages(self.spec["pages"])) if "pages" in self.spec else made


def signed(spec: dict[str, list[str]], texts: Texts) -> Texts:
    """Write sign-offs on items as they are in the complete dossier into reviews, by their files."""
    as_signed = _complete()
    found = dict(texts)
    for file, keys in spec.items():
        items = [item for key in keys if (item := item_of(as_signed, key))]
        assert len(items) == len(keys), keys
        found[file] += "signoffs:\n" + "".join(map(partial(_signoff, as_signed), items))
        wordings = {sum_of(p.text): canonical(p.text) for item in items for p in basis(as_signed, item)}
        found[file] += f"seen: {json.dumps(wordings, ensure_ascii=False)}\n"
    return found


@cache
def _complete() -> Application:
    return application(base_texts())


def _signoff(application: Application, item: ReviewItem) -> str:
    rests_on = [{"key": p.key, "title": p.title, "text": sum_of(p.text)} for p in basis(application, item)]
    said = {"item": item.key, "title": item.title, "fingerprint": print_of(application, item)}
    return f"  - {json.dumps({**said, 'rests_on': rests_on}, ensure_ascii=False)}\n"


def _pages(spec: dict[str, Any]) -> PageCount:
    """Read how long a document is to be: in all, and its parts and sections by their ids."""
    parts, sections = ({i: Extent(1, p) for i, p in spec.get(k, {}).items()} for k in ("parts", "sections"))
    return PageCount(spec["total"], parts, by_section=sections)


@cache
def all_cases() -> tuple[Case, ...]:
    return tuple(
        Case(file.stem, number, spec)
        for file in sorted(CASES.glob("*.yaml"))
        for number, spec in enumerate(yaml.load_all(file.read_text("utf-8"), yaml.CSafeLoader), start=1)
    )


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
