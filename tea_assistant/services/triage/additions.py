"""What a measure could take on from a proposal, and how it does."""

from collections.abc import Collection, Mapping, Sequence

from tea_assistant.model.evidence import Evidence, Origin
from tea_assistant.model.layout import Kind
from tea_assistant.services.triage.items import Addition
from tea_assistant.services.triage.values import plain_origin
from tea_assistant.store import schema
from tea_assistant.store.yaml.writer import Change

Values = Mapping[str, object]
_PROSE = ("summary", "goal")
_LISTS = ("action_fields", "criteria", "target_groups", "partners", "results", "proofs")
_PLAIN = ("audience", "legal_character", "legal_basis", "since", "until", "responsible")
_ORDER = (*_PROSE, *_LISTS, *_PLAIN)


def additions(standing: Values, values: Values) -> tuple[Addition, ...]:
    """Return what the values of a proposal say that a measure does not; only what it lacks is chosen."""
    found = []
    for name in _ORDER:
        old, new = standing.get(name), values.get(name)
        if new in (None, "", []) or _says(old, new):
            continue
        fresh = _fresh(old, new) if isinstance(new, list) else new
        is_list = name in _LISTS
        found.append(Addition(name, _label(name), _shown(name, old), _shown(name, fresh), not old or is_list))
    return tuple(found)


def changes(standing: Values, values: Values, chosen: Collection[str]) -> list[Change]:
    """Return what writes the chosen additions: texts and lists are appended, anything else is replaced."""
    made = []
    for addition in additions(standing, values):
        if addition.name not in chosen:
            continue
        name = addition.name
        old, new = standing.get(name), values[name]
        if name in _PROSE and isinstance(old, str) and old.strip():
            made.append(Change((name,), f"{old.rstrip()}\n\n{str(new).strip()}\n"))
        elif isinstance(new, list) and isinstance(old, list) and old:
            made += [Change((name, len(old) + at), each) for at, each in enumerate(_fresh(old, new))]
        else:
            made.append(Change((name,), new))
    return made


def origin_changes(measure: Evidence, standing: Values, origin: Origin | None) -> list[Change]:
    """Return what puts down that a measure was completed from somewhere."""
    if origin is None or origin in (measure.origin, *measure.further_origins):
        return []
    if measure.origin is None:
        return [Change(("origin",), plain_origin(origin))]
    held = standing.get("further_origins")
    if isinstance(held, list) and held:
        return [Change(("further_origins", len(held)), plain_origin(origin))]
    return [Change(("further_origins",), [plain_origin(origin)])]


def _says(old: object, new: object) -> bool:
    if isinstance(new, list):
        return not _fresh(old, new)
    if isinstance(old, str) and isinstance(new, str):
        return _flat(new) in _flat(old)
    return old == new


def _fresh(old: object, new: Sequence[object]) -> list[object]:
    held = old if isinstance(old, list) else []
    return [each for each in new if each not in held]


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _label(name: str) -> str:
    return schema.labels().key(Kind.EVIDENCE.value, name)


def _shown(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_shown(name, each) for each in value)
    if isinstance(value, Mapping):
        return " ".join(
            str(part) for key, part in value.items() if key in ("value", "unit", "text", "title", "url")
        )
    return schema.labels().value(Kind.EVIDENCE.value, name, str(value)).strip()
