"""The tables of the page: how far each part is, activities against measures, the proofs."""

from collections.abc import Iterable, Sequence

from tea_assistant.report import words
from tea_assistant.report.content import FieldMatrix, FullReport, ProofState
from tea_assistant.report.html.elements import bar, paragraph, safe, scrolling


def progress(report: FullReport) -> str:
    """Write how far each part is."""
    rows = "".join(
        f'<tr><th scope="row">{safe(part.label)}</th><td class="number">{part.done}</td>'
        f'<td class="number">{part.open}</td><td class="number">{words.percent(part.share)}</td>'
        f'<td class="share">{bar(part.share)}</td></tr>\n'
        for part in report.progress
    )
    head = (
        '<thead><tr><th scope="col">Teil</th><th scope="col" class="number">Erledigt</th>'
        '<th scope="col" class="number">Offen</th><th scope="col" class="number">Stand</th>'
        "<td></td></tr></thead>\n"
    )
    return scrolling("table.progress", "Stand der Teile", f"{head}<tbody>\n{rows}</tbody>\n")


def matrix(field: FieldMatrix, number: int) -> str:
    """Write the activities of a field against its measures."""
    heads = "".join(
        f'<th scope="col" class="turned"><span>{safe(title)}</span></th>' for title in field.measures.values()
    )
    rows = "".join(
        f'<tr><th scope="row">{safe(row.title)}<span class="state">{safe(row.state)}</span></th>'
        + "".join(_cell(measure in row.evidence) for measure in field.measures)
        + "</tr>\n"
        for row in field.rows
    )
    table = f'<thead><tr><th scope="col">Aktivität</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n'
    none = "" if field.measures else paragraph("Hier ist noch keine Maßnahme verknüpft.")
    return f'<div class="matrix">{scrolling(f"table.matrix.{number}", field.label, table)}</div>\n{none}'


def _cell(linked: bool) -> str:
    return '<td class="tick">✓</td>' if linked else "<td></td>"


def proofs(found: Sequence[ProofState]) -> str:
    """Write every proof with what is known of it."""
    rows = "".join(map(_proof, found))
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Nachweis", "Belegt", "Zustand", "Freigabe"))
    return scrolling(
        "table.proofs", words.PROOFS, f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n"
    )


def _proof(proof: ProofState) -> str:
    target = f'<span class="state">{safe(proof.target)}</span>' if proof.target != proof.title else ""
    outside = "" if proof.printed else '<span class="state">nicht in dieser Bewerbung</span>'
    states = [*_states(proof.problems, "problem", "▲ "), *_states(proof.fine, "fine", "✓ ")]
    return (
        f'<tr><th scope="row">{safe(proof.title)}{target}</th><td>{safe(proof.owner)}{outside}</td>'
        f"<td><ul>{''.join(states)}</ul></td><td>{safe(proof.release)}</td></tr>\n"
    )


def _states(texts: Iterable[str], kind: str, mark: str) -> Iterable[str]:
    return (f'<li class="{kind}"><span aria-hidden="true">{mark}</span>{safe(text)}</li>' for text in texts)
