"""The findings of the page: by part and rule, each with its place and what to do."""

from collections.abc import Iterable

from tea_assistant.model.finding import Severity
from tea_assistant.report import words
from tea_assistant.report.content import Entry, Group, PartReport
from tea_assistant.report.html.elements import attribute, paragraph, safe

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.HINT: "●"}


def sign(severity: Severity) -> str:
    """Return the mark of a weight: a shape and a word, never a colour alone."""
    name = words.SEVERITIES[severity][0]
    return f'<span class="sign {severity}"><span aria-hidden="true">{_SIGNS[severity]}</span> {name}</span>'


def parts(found: Iterable[PartReport]) -> str:
    """Write the findings part by part."""
    return "".join(
        '<section class="part" data-box>\n'
        f'<h3>{safe(part.label)} <span class="count">{part.count}</span></h3>\n'
        + "".join(map(_group, part.groups))
        + "</section>\n"
        for part in found
    )


def entry(found: Entry, told: str = "") -> str:
    """Write a finding; a hint that was just told is not told again."""
    finding = found.finding
    new = '<span class="new">Neu</span> ' if found.new else ""
    quote = f"<blockquote>{safe(found.quote)}</blockquote>\n" if found.quote else ""
    hint = finding.hint if finding.hint != told else ""
    where = f"{finding.file}:{finding.line}"
    return (
        f'<li class="finding" data-severity="{finding.severity}" data-part="{attribute(finding.part)}">\n'
        f'<p class="message">{new}{safe(finding.message)}</p>\n{quote}{_todo(hint)}'
        + (f"<p><strong>Grund:</strong> {safe(finding.accepted)}</p>\n" if finding.accepted else "")
        + f'<p class="place"><span>{safe(found.place)}</span> <code>{safe(where)}</code></p>\n</li>\n'
    )


def _group(group: Group) -> str:
    rule = group.rule
    entries = "".join(entry(each, group.hint) for each in group.entries)
    return (
        f'<section class="group {group.severity}" data-box>\n'
        f'<h4>{sign(group.severity)} {safe(rule.title)} <span class="code">{safe(rule.code)}</span></h4>\n'
        f"{paragraph(rule.why, 'why')}{_todo(group.hint)}<ul>\n{entries}</ul>\n</section>\n"
    )


def _todo(hint: str) -> str:
    return f'<p class="todo"><strong>Was zu tun ist:</strong> {safe(hint)}</p>\n' if hint else ""
