"""One file of the dossier as a form sees it: its values, what the check says to them, and how they change."""

from collections.abc import Callable
from typing import Any

from tea_assistant.checks.measures import called
from tea_assistant.checks.run import Report
from tea_assistant.errors import EditError
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.source import Path, dotted
from tea_assistant.services.file_titles import title_of
from tea_assistant.services.forms.entry import removal, value_in
from tea_assistant.store import schema
from tea_assistant.store.schema_wording import MISSING_KEY
from tea_assistant.store.yaml.writer import REMOVE, Change
from tea_assistant.tui.page import Page


class FormSubject:
    """Gives a form the values of one file, and takes its changes; it keeps no value of its own."""

    def __init__(self, page: Page, file: str) -> None:
        role = role_of(file)
        assert role is not None
        self.page = page
        self.file = file
        self.role = role
        self._report: Report | None = None
        self._findings: list[Finding] = []
        """What the report says of this file; a form asks for it once a field."""

    @property
    def application(self) -> Application:
        """The round at hand."""
        return self.page.session.application

    @property
    def schema(self) -> schema.Schema:
        """What the schema says of the file."""
        return schema.schema(self.role.kind)

    @property
    def exists(self) -> bool:
        """Whether the dossier has the file at all."""
        return self.page.session.text(self.file) is not None

    @property
    def is_readable(self) -> bool:
        """Whether the file has values that can be shown; a file that is not there yet has."""
        return not self.exists or self.page.session.value(self.file) is not None

    @property
    def refusal(self) -> EditError | None:
        """Why the file cannot be edited now; None where it can."""
        return self.page.session.refusal(self.file)

    def value(self, path: Path) -> Any:
        """Return the value at a path; None where there is none."""
        return value_in(self.page.session.value(self.file), path)

    # Changing

    def set(self, path: Path, value: object, title: str, *, merge_key: str = "") -> bool:
        """Put a value at a path, or take it away with None; return whether the file says so now."""
        change = removal(self.page.session.value(self.file), path) if value is None else Change(path, value)
        if change is not None:
            self.page.edit(self.file, [change], f"{title} ändern", merge_key=merge_key)
        return bool(self.value(path) == value)

    def change(self, label: str, *changes: tuple[Path, object]) -> bool:
        """Put several values at once; None takes one away. Returns whether anything changed."""
        written = [Change(path, REMOVE if value is None else value) for path, value in changes]
        return self.page.edit(self.file, written, label)

    def append(self, path: Path, item: object, label: str) -> int:
        """Put an item at the end of a list, and return its index."""
        items = self.items(path)
        self.change(label, ((*path, len(items)), item))
        return len(items)

    def items(self, path: Path) -> list[Any]:
        """Return the items of the list at a path; none where there is no list."""
        value = self.value(path)
        return list(value) if isinstance(value, list) else []

    def remove_item(self, path: Path, index: int, label: str) -> None:
        """Take an item out of a list; with the last one goes the list."""
        if len(self.items(path)) > 1:
            self.change(label, ((*path, index), None))
        else:
            self.change(label, (path, None))

    def swap(self, path: Path, one: int, other: int, label: str) -> None:
        """Let two items of a list change places."""
        items = self.items(path)
        if 0 <= one < len(items) and 0 <= other < len(items):
            items[one], items[other] = items[other], items[one]
            self.change(label, (path, items))

    # What the check says

    def findings(self, covers: Callable[[Path], bool]) -> list[Finding]:
        """Return what the check finds at the paths of this file that are covered, heaviest first."""
        report = self.page.findings
        if report is not self._report:
            self._report = report
            self._findings = [f for f in report.findings if f.file == self.file] if report else []
        return [finding for finding in self._findings if covers(finding.path)]

    def missing(self, path: Path) -> list[Finding]:
        """Return the findings that miss a required key, which name its parent as their place."""
        key = f"({path[-1]})"
        found = self.findings(lambda at: at == path[:-1])
        return [f for f in found if f.code == MISSING_KEY and key in f.message]

    def words(self, finding: Finding) -> str:
        """Return what a finding says, without the name of what the form is about."""
        name = f"{title_of(self.role)}: " if self.role.kind is Kind.DOSSIER else ""
        if self.role.kind is Kind.EVIDENCE:
            evidence = self.application.dossier.evidence.get(self.role.id)
            name = f"{called(evidence)}: " if evidence else ""
        return finding.message.removeprefix(name)

    def merge_key(self, path: Path) -> str:
        """Return what joins the typing in one text into one step of undo."""
        return f"{self.file}:{dotted(path)}"
