"""Writes a request as a text form: every answer between two lines that mail and any editor leave alone."""

from collections.abc import Iterator
from textwrap import wrap

from tea_assistant.importing.requests.identity import identity_lines
from tea_assistant.importing.requests.markdown import IDENTITY, IDENTITY_END
from tea_assistant.model.request import BOXES, Ask
from tea_assistant.prose.printable import printable
from tea_assistant.services.requests.form import Asked, Form
from tea_assistant.services.requests.values import box_hints, box_labels, state_choices

_WIDTH = 76
"""Mail breaks longer lines."""
_HOW = (
    "Dies ist ein Textformular. Am besten schicken Sie es als Anhang zurück.",
    "Ihre Antwort gehört zwischen die Zeilen „Antwort …“ und „Ende …“; diese Zeilen bitte stehen lassen.",
    "Was schon dasteht, ist unser letzter Stand. Stimmt es, bleibt es stehen; sonst überschreiben Sie es.",
)


def text_form(form: Form) -> bytes:
    """Return the text of a form: the same form gives the same bytes."""
    lines = [printable(line) for line in _lines(form)]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def _lines(form: Form) -> Iterator[str]:
    yield f"# TEA-Anfrage – {form.title}"
    yield ""
    yield from _wrapped(form.why)
    yield ""
    for name, value in form.facts:
        yield from _wrapped(f"{name}: {value}", hanging="  ")
    yield ""
    yield "## So füllen Sie die Anfrage aus"
    yield ""
    for line in (*_HOW, *form.how[2:]):
        yield from _wrapped(f"- {line}", hanging="  ")
    yield ""
    yield from _wrapped(form.then)
    yield ""
    yield "## Bitte ausfüllen"
    yield ""
    for label in form.signature:
        yield f"{label}: "
    yield ""
    for section in form.sections:
        number = section.asked[0].number.partition(".")[0]
        yield f"## {number}  {section.title}"
        yield ""
        for about in section.about:
            yield from _wrapped(about)
            yield ""
        for asked in section.asked:
            yield from _question(asked)
    yield f"=== {IDENTITY} (bitte unverändert stehen lassen) ==="
    yield from identity_lines(form.identity)
    yield f"=== {IDENTITY_END} ==="


def _question(asked: Asked) -> Iterator[str]:
    ask, sent = asked.question.ask, asked.question.sent
    if ask is None:
        return
    yield f"### {asked.number}  {asked.title}"
    yield ""
    if asked.help:
        yield from _wrapped(asked.help)
        yield ""
    if asked.help and ask in (Ask.RESULT, Ask.PROOF):
        named = box_labels(ask)
        examples = (f"{named[box]}: {example.rstrip('.')}" for box, (_, example) in box_hints(ask).items())
        yield from _wrapped(f"Zum Beispiel {'; '.join(examples)}")
        yield ""
    if ask is Ask.STATE:
        yield "Möglich sind:"
        for title, meaning in state_choices().values():
            yield f"- {title}: {meaning}"
        yield ""
    yield f"=== Antwort {asked.number} ==="
    boxes = BOXES[ask]
    if len(boxes) == 1:
        yield from sent.get(boxes[0], "").splitlines() or [""]
    else:
        for box, label in box_labels(ask).items():
            yield f"{label}: {' '.join(sent.get(box, '').split())}"
    yield f"=== Ende {asked.number} ==="
    yield ""


def _wrapped(text: str, hanging: str = "") -> list[str]:
    return wrap(text, _WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
