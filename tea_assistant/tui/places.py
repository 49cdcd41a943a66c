"""Which screen shows which place of the dossier."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.tui.page import Page

SCREENS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "overview": ("overview", "OverviewScreen"),
        "findings": ("findings", "FindingsScreen"),
        "document": ("document", "DocumentScreen"),
        "organisation": ("organisation", "OrganisationScreen"),
        "understanding": ("understanding", "UnderstandingScreen"),
        "figures": ("figures", "FiguresScreen"),
        "figures_import": ("figures_import", "FiguresImportScreen"),
        "evidence": ("evidence", "EvidenceScreen"),
        "field": ("action_field", "ActionFieldScreen"),
        "inbox": ("inbox", "InboxScreen"),
        "renew": ("renew", "RenewScreen"),
        "expectations": ("expectations", "ExpectationsScreen"),
        "progress": ("progress", "ProgressScreen"),
        "transfer": ("transfer", "TransferScreen"),
        "requests": ("requests", "RequestsScreen"),
        "answers": ("answers", "AnswersScreen"),
        "states": ("states", "StatesScreen"),
        "trash": ("trash", "TrashScreen"),
        "doctor": ("doctor", "DoctorScreen"),
        "review": ("review", "ReviewScreen"),
        "threads": ("threads", "ThreadsScreen"),
        "spelling": ("spelling", "SpellingScreen"),
        "triage": ("triage", "TriageScreen"),
    }
)
"""Every screen over a dossier by its name: its module, its class."""
_BY_KIND: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.DOSSIER: "organisation",
        Kind.CYCLE: "understanding",
        Kind.FIGURES: "figures",
        Kind.EVIDENCE: "evidence",
        Kind.FIELD: "field",
        Kind.JURY: "expectations",
        Kind.TRANSFER: "transfer",
        Kind.REQUEST: "requests",
        Kind.REVIEW: "threads",
    }
)
_PARTS: Mapping[str, PartKind] = MappingProxyType(
    {
        "organisation": PartKind.ORGANISATION,
        "figures": PartKind.FIGURES,
        "understanding": PartKind.UNDERSTANDING,
        "evidence": PartKind.EVIDENCE,
        "progress": PartKind.PROGRESS,
    }
)
_ABOUT_ONE_FILE = frozenset({Kind.FIGURES, Kind.EVIDENCE, Kind.FIELD, Kind.REVIEW})


class Destination(Struct, frozen=True):
    """A screen and what it is about, such as the action field af03."""

    screen: str
    subject: str = ""

    def make(self) -> Page:
        """Make the screen."""
        module, name = SCREENS[self.screen]
        # Only when it is wanted: the first screen then appears sooner.
        screen_class = getattr(import_module(f"tea_assistant.tui.screens.{module}"), name)
        page: Page = screen_class(self.subject) if self.subject else screen_class()
        return page


def destination_of(file: str) -> Destination | None:
    """Return where a file of the dossier is edited; None where it is edited nowhere."""
    role = role_of(file)
    screen = _BY_KIND.get(role.kind) if role else None
    if role is None or screen is None:
        return None
    if role.kind is Kind.JURY:
        return Destination(screen, role.group)
    return Destination(screen, role.id if role.kind in _ABOUT_ONE_FILE else "")


def part_of(application: Application, destination: Destination | None) -> str:
    """Return the id of the part of the application that a screen is about; empty where it is about none."""
    if destination is None:
        return ""
    if destination.screen == "field":
        return destination.subject
    kind = _PARTS.get(destination.screen)
    return next((part.id for part in application.parts if part.kind is kind), "")
