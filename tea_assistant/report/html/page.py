"""Writes the report as one HTML file: it asks nothing of the network and runs only its own filter."""

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from tea_assistant.document.facts import LANGUAGE, PROGRAM
from tea_assistant.document.theme import Theme
from tea_assistant.model.finding import Severity
from tea_assistant.report import words
from tea_assistant.report.content import Changes, FullReport
from tea_assistant.report.html import findings, reviews, tables
from tea_assistant.report.html.elements import attribute, bar, paragraph, safe, section
from tea_assistant.report.html.script import SCRIPT
from tea_assistant.report.html.style import style
from tea_assistant.report.state import STATE_ID
from tea_assistant.report.values import state_values

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="{program}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#main">Zum Text springen</a>
<header>
<h1>{heading}</h1>
<p>{about}</p>
</header>
<nav aria-labelledby="nav.title">
<h2 id="nav.title">Inhalt</h2>
<ol>
{contents}</ol>
</nav>
<main id="main">
{main}</main>
<footer><p>{discretion}</p></footer>
<script type="application/json" id="{state_id}">{state}</script>
<script>{script}</script>
</body>
</html>
"""


def as_html(report: FullReport, theme: Theme) -> str:
    """Write the page."""
    look, sections = style(theme), list(_sections(report))
    return _PAGE.format(
        language=LANGUAGE,
        policy=_policy(look),
        program=PROGRAM,
        title=attribute(f"{words.TITLE} – {report.name}"),
        style=look,
        heading=words.TITLE,
        about=f"<strong>{safe(report.name)}</strong><br>\n{safe(words.standing(report))}",
        contents="".join(_content(name, title, count) for name, title, count, _ in sections),
        main="".join(
            section(name, title, content, count=count) + (_filter(report) if name == "overview" else "")
            for name, title, count, content in sections
        ),
        discretion=words.DISCRETION,
        state_id=STATE_ID,
        state=_state(report),
        script=SCRIPT,
    )


def _policy(look: str) -> str:
    """Allow the page its own style and script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(look)}'; script-src '{_hash(SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _state(report: FullReport) -> str:
    """Keep what the next report compares with; no text in it can end the element."""
    return json.dumps(state_values(report), separators=(",", ":")).replace("<", "\\u003c")


def _content(name: str, title: str, count: int | None) -> str:
    number = "" if count is None else f" ({count})"
    return f'<li><a href="#{name}">{safe(title)}{number}</a></li>\n'


def _sections(report: FullReport) -> Iterator[tuple[str, str, int | None, str]]:
    """Yield the sections: the name, the title, how many things are in it, and what stands there."""
    yield "overview", "Überblick", None, _overview(report)
    blocking = sum(part.count for part in report.blockers)
    content = findings.parts(report.blockers) if blocking else paragraph(words.NO_BLOCKERS, "good")
    yield "blockers", words.BLOCKERS, blocking, content
    if report.changes:
        yield "changes", words.CHANGES, None, _changes(report, report.changes)
    if report.parts:
        count = sum(part.count for part in report.parts)
        yield "parts", words.PARTS, count, findings.parts(report.parts)
    yield "matrix", words.MATRIX, None, _matrices(report)
    if report.proofs:
        yield (
            "proofs",
            words.PROOFS,
            len(report.proofs),
            paragraph(words.unclear(report.proofs)) + tables.proofs(report.proofs),
        )
    if not report.reviews.is_empty:
        yield "reviews", words.REVIEWS, None, reviews.written(report.reviews)
    if report.accepted:
        entries = "".join(map(findings.entry, report.accepted))
        yield "accepted", words.ACCEPTED, len(report.accepted), f"<ul>\n{entries}</ul>\n"


def _overview(report: FullReport) -> str:
    weights = "".join(
        f"<li>{findings.sign(severity)} <strong>{report.counts[severity]}</strong></li>\n"
        for severity in Severity
    )
    return (
        f'<p class="overall"><strong>{words.percent(report.overall)}</strong> vollständig '
        f"{bar(report.overall)}</p>\n"
        f'<ul class="weights">\n{weights}</ul>\n{tables.progress(report)}'
    )


def _filter(report: FullReport) -> str:
    """Write the filter, hidden until the script that it needs has run."""
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{severity}" checked> {many}</label>\n'
        for severity, (_, many) in words.SEVERITIES.items()
    )
    named = {part.part: part.label for part in (*report.blockers, *report.parts)}
    options = "".join(
        f'<option value="{attribute(part)}">{safe(label)}</option>\n' for part, label in named.items()
    )
    return (
        '<form id="filter" role="search" aria-label="Befunde filtern" hidden>\n'
        f"<fieldset>\n<legend>Gewicht</legend>\n{boxes}</fieldset>\n"
        f'<label>Teil <select name="part"><option value="*">Alle Teile</option>\n{options}</select></label>\n'
        '<label>Text <input type="search" name="text" autocomplete="off"></label>\n'
        '<button type="reset">Alles zeigen</button>\n<p id="filter.count" role="status"></p>\n</form>\n'
    )


def _changes(report: FullReport, changes: Changes) -> str:
    facts = [
        words.progress_since(report, changes),
        words.summary(changes),
        *words.part_changes(report, changes),
    ]
    named = (
        ("Neu", [entry.finding for entry in changes.new]),
        ("Erledigt", changes.gone),
        ("Inzwischen hingenommen", changes.accepted),
    )
    lists = "".join(
        f"<details open>\n<summary>{title} ({len(found)})</summary>\n<ul>\n"
        + "".join(f'<li>{safe(f.message)} <span class="code">{safe(f.code)}</span></li>\n' for f in found)
        + "</ul>\n</details>\n"
        for title, found in named
        if found
    )
    told = "".join(f"<li>{safe(fact)}</li>\n" for fact in facts)
    return f"{paragraph(words.since(changes) + '.')}<ul>\n{told}</ul>\n{lists}"


def _matrices(report: FullReport) -> str:
    written = "".join(
        f"<h3>{safe(field.label)}</h3>\n{tables.matrix(field, number)}"
        for number, field in enumerate(report.matrix, start=1)
    )
    if not report.unlinked:
        return written
    titles = "".join(f"<li>{safe(title)}</li>\n" for title in report.unlinked)
    return f"{written}<h3>{words.UNLINKED}</h3>\n<ul>\n{titles}</ul>\n"
