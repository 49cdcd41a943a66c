"""Writes the report as Markdown that any viewer shows."""

from collections.abc import Iterable, Iterator

from tea_assistant.report import words
from tea_assistant.report.content import (
    Changes,
    Entry,
    FieldMatrix,
    FullReport,
    Group,
    PartReport,
    ProofState,
)
from tea_assistant.report.markdown_reviews import review_lines
from tea_assistant.report.markdown_text import line, safe


def as_markdown(report: FullReport) -> str:
    """Write the report as a Markdown page."""
    lines = [*_head(report), *_blockers(report)]
    if report.changes:
        lines += _changes(report, report.changes)
    if report.parts:
        count = sum(part.count for part in report.parts)
        lines += [f"## {words.PARTS} ({count})", "", *_parts(report.parts)]
    lines += [f"## {words.MATRIX}", ""]
    for field in report.matrix:
        lines += _matrix(field)
    if report.unlinked:
        lines += [f"### {words.UNLINKED}", "", *(f"- {line(title)}" for title in report.unlinked), ""]
    if report.proofs:
        lines += [
            f"## {words.PROOFS} ({len(report.proofs)})",
            "",
            words.unclear(report.proofs),
            "",
            *_proofs(report.proofs),
            "",
        ]
    if not report.reviews.is_empty:
        lines += [f"## {words.REVIEWS}", "", *review_lines(report.reviews)]
    if report.accepted:
        lines += [f"## {words.ACCEPTED} ({len(report.accepted)})", ""]
        for entry in report.accepted:
            lines += _entry(entry, f"**{entry.finding.code}** ", "")
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(report: FullReport) -> Iterator[str]:
    yield from (f"# {words.TITLE}: {safe(report.name)}", "")
    yield safe(words.standing(report))
    yield from ("", f"Vollständigkeit: **{words.percent(report.overall)}** · Befunde: {words.counts(report)}")
    yield from ("", f"> {words.DISCRETION}", "")
    yield from ("| Teil | Erledigt | Offen | Stand |", "|---|---:|---:|---:|")
    for part in report.progress:
        yield f"| {safe(part.label)} | {part.done} | {part.open} | {words.percent(part.share)} |"
    yield from (f"| **Insgesamt** | | | {words.percent(report.overall)} |", "")


def _blockers(report: FullReport) -> Iterator[str]:
    yield from (f"## {words.BLOCKERS} ({sum(part.count for part in report.blockers)})", "")
    if report.blockers:
        yield from _parts(report.blockers)
    else:
        yield from (words.NO_BLOCKERS, "")


def _changes(report: FullReport, changes: Changes) -> Iterator[str]:
    yield from (f"## {words.CHANGES}", "", f"{safe(words.since(changes))}.", "")
    yield from (f"- {words.progress_since(report, changes)}", f"- {words.summary(changes)}")
    yield from (f"- {line(told)}" for told in words.part_changes(report, changes))
    yield ""
    named = (
        ("Neu", [entry.finding for entry in changes.new]),
        ("Erledigt", changes.gone),
        ("Inzwischen hingenommen", changes.accepted),
    )
    for title, findings in named:
        if findings:
            yield from (f"### {title} ({len(findings)})", "")
            yield from (f"- {safe(f.code)}: {safe(f.message)}" for f in findings)
            yield ""


def _parts(parts: Iterable[PartReport]) -> Iterator[str]:
    for part in parts:
        yield from (f"### {line(part.label)} ({part.count})", "")
        for group in part.groups:
            yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    weight = words.SEVERITIES[group.severity][0]
    yield from (
        f"#### {weight}: {safe(group.rule.title)} ({group.rule.code})",
        "",
        line(group.rule.why),
        "",
    )
    if group.hint:
        yield from (f"**Was zu tun ist:** {safe(group.hint)}", "")
    for entry in group.entries:
        yield from _entry(entry, "**Neu:** " if entry.new else "", group.hint)


def _entry(entry: Entry, mark: str, told: str) -> Iterator[str]:
    finding = entry.finding
    yield f"- {mark}{safe(finding.message) if mark else line(finding.message)}"
    if entry.quote:
        yield f"  - Dort steht: „{safe(entry.quote)}“"
    if finding.hint and finding.hint != told:
        yield f"  - Was zu tun ist: {safe(finding.hint)}"
    if finding.accepted:
        yield f"  - Grund: {safe(finding.accepted)}"
    yield f"  - Stelle: {safe(entry.place)} ({safe(f'{finding.file}:{finding.line}:{finding.column}')})"
    yield ""


def _matrix(field: FieldMatrix) -> Iterator[str]:
    yield from (f"### {line(field.label)}", "")
    numbers = range(1, len(field.measures) + 1)
    yield f"| Aktivität | Stand |{''.join(f' {number} |' for number in numbers)}"
    yield f"|---|---|{':-:|' * len(field.measures)}"
    for row in field.rows:
        ticks = "".join(f" {'✓' if measure in row.evidence else ''} |" for measure in field.measures)
        yield f"| {safe(row.title)} | {safe(row.state)} |{ticks}"
    yield ""
    yield from (
        f"{number}. {line(title)}" for number, title in zip(numbers, field.measures.values(), strict=True)
    )
    if field.measures:
        yield ""


def _proofs(proofs: Iterable[ProofState]) -> Iterator[str]:
    yield from ("| Zu | Nachweis | In Ordnung | Zu klären | Freigabe |", "|---|---|---|---|---|")
    for proof in proofs:
        title = safe(proof.title)
        if proof.target and proof.target != proof.title:
            title += f" ({safe(proof.target)})"
        owner = safe(proof.owner) + ("" if proof.printed else " (nicht in dieser Bewerbung)")
        fine, problems = ", ".join(map(safe, proof.fine)), ", ".join(map(safe, proof.problems))
        yield f"| {owner} | {title} | {fine or '–'} | {problems or '–'} | {safe(proof.release)} |"
