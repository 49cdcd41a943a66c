"""What a request form says of itself, so that its answers find the way back."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.errors import ForeignFileError
from tea_assistant.patterns import regex

_SEAL, _SHORT = 16, 12
_HEAD = regex(
    r"Mappe:\s*(?P<organisation>.*?)\s+Runde:\s*(?P<cycle>\S+)\s+Anfrage:\s*(?P<request>\S+)"
    r"\s+Fachstelle:\s*(?P<department>.*?)\s+Datum:\s*(?P<asked>\S+)\s+Fragen:\s*(?P<questions>.*?)"
    r"\s*Siegel:\s*(?P<seal>[0-9a-f]{16})\b",
    re.DOTALL,
)
_QUESTION = regex(r"(\d+\.\d+)\s+(\S+)\s+(\S+)\s+([0-9a-f]{12})(?=\s|$)")
_AGAIN = "Bitte die Datei noch einmal im Original schicken lassen, oder die Anfrage neu stellen."


class Marker(Struct, frozen=True):
    """One question of a form: where its answer belongs, and the fingerprint of the value sent along."""

    question: str
    file: str
    path: str
    fingerprint: str


class Identity(Struct, frozen=True):
    """Which form this is, of which dossier."""

    organisation: str
    cycle: str
    request: str
    department: str
    asked: str
    markers: tuple[Marker, ...] = ()
    seal: str = ""


def sealed(identity: Identity) -> Identity:
    """Return the identity with the seal that its content has."""
    return replace(identity, seal=_hash("\n".join(_content(identity)))[:_SEAL])


def fingerprint(boxes: Iterable[tuple[str, str]]) -> str:
    """Return a short hash of the texts that stand in the boxes of a question."""
    return _hash("\n".join(f"{name}={' '.join(text.split())}" for name, text in sorted(boxes)))[:_SHORT]


def identity_lines(identity: Identity) -> list[str]:
    """Write an identity down, one fact a line."""
    return [*_content(identity), f"Siegel: {identity.seal}"]


def identity_of(name: str, text: str) -> Identity:
    """Read what `identity_lines` wrote, however wrapped; raises `ForeignFileError` where it was changed."""
    found = _HEAD.search(text)
    if found is None:
        raise unmarked(name)
    said = {key: " ".join(value.split()) for key, value in found.groupdict().items()}
    markers = tuple(Marker(*match.groups()) for match in _QUESTION.finditer(said["questions"]))
    identity = Identity(
        said["organisation"], said["cycle"], said["request"], said["department"], said["asked"], markers
    )
    if sealed(identity).seal != said["seal"]:
        raise ForeignFileError(
            "Die Kennung dieses Formulars wurde verändert. Wohin die Antworten gehören, ist unsicher; "
            "es wurde nichts übernommen.",
            file=name,
            hint=_AGAIN,
        )
    return replace(identity, seal=said["seal"])


def unmarked(name: str) -> ForeignFileError:
    """Word the refusal of a form whose identity is gone."""
    return ForeignFileError(
        "Diesem Formular fehlt die Kennung, mit der die Antworten ihren Platz finden; es wurde nichts "
        "übernommen.",
        file=name,
        hint=_AGAIN,
    )


def _content(identity: Identity) -> Iterator[str]:
    yield f"Mappe: {' '.join(identity.organisation.split())}"
    yield f"Runde: {identity.cycle}"
    yield f"Anfrage: {identity.request}"
    yield f"Fachstelle: {' '.join(identity.department.split())}"
    yield f"Datum: {identity.asked}"
    yield "Fragen:"
    for marker in identity.markers:
        yield f"{marker.question} {marker.file} {marker.path} {marker.fingerprint}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
