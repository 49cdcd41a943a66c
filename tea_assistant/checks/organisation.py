"""What the portal asks about the organisation."""

from tea_assistant.model.dossier import Organisation

ASKED_KEYS = ("name", "state", "place", "sector", "branch", "website", "office", "about")
"""The keys of the organisation that an application needs, in the portal's order."""


def missing_keys(organisation: Organisation) -> tuple[str, ...]:
    """Return the keys that are asked for and empty."""
    return tuple(key for key in ASKED_KEYS if not getattr(organisation, key).strip())
