"""Recomputes the tables of a document, and compares them with one another and with its prose."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tea_assistant.figures.audit.across import audit_across
from tea_assistant.figures.audit.cells import audit_cells
from tea_assistant.figures.audit.down import audit_down
from tea_assistant.figures.audit.finding import AuditFinding
from tea_assistant.figures.audit.labels import audit_labels
from tea_assistant.figures.audit.parts import audit_parts
from tea_assistant.figures.audit.prose import audit_prose
from tea_assistant.figures.audit.reading import understand
from tea_assistant.figures.audit.share_columns import ShareRelation, share_relations
from tea_assistant.figures.audit.shares import audit_shares
from tea_assistant.figures.audit.table import Table
from tea_assistant.figures.audit.two_tables import audit_two_tables
from tea_assistant.model.grid import Grid, GridCell


def audit_document(grids: Sequence[Grid], prose: Sequence[GridCell] = ()) -> tuple[AuditFinding, ...]:
    """Return everything in the tables and the prose of one document that cannot be right, in its order."""
    tables = [replace(table, number=n) for n, grid in enumerate(grids) if (table := understand(grid))]
    understood = [(table, share_relations(table)) for table in tables]
    found = [finding for table, relations in understood for finding in _in_table(table, relations)]
    wrong = {finding.place for finding in found}
    # Where a number is known to be wrong, that others differ from it says nothing new.
    found += [f for f in audit_two_tables(understood) if not {f.place, *f.others} & wrong]
    found += audit_prose(prose, tables)
    if prose:
        return tuple(sorted(found, key=lambda finding: (finding.line, finding.column, finding.code)))
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.code)))


def _in_table(table: Table, relations: tuple[ShareRelation, ...]) -> Iterator[AuditFinding]:
    yield from audit_cells(table, relations)
    yield from audit_across(table)
    yield from audit_down(table)
    yield from audit_parts(table)
    yield from audit_shares(table, relations)
    yield from audit_labels(table, relations)
