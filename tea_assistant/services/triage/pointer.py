"""Says which command takes over the table of a figure."""

import shlex
from pathlib import Path

from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.source_document import BlockKind
from tea_assistant.services.triage.items import OpenedDocument


def figures_command(root: Path, document: OpenedDocument, proposal: Proposal) -> str:
    """Return the command for a table that was found; empty for what stands in no table."""
    if proposal.kind is not ProposalKind.FIGURE:
        return ""
    number = table_number(document, proposal)
    if not number:
        return ""
    return shlex.join(["tea", "figures", "import", str(document.path), str(root), "--sheet", str(number)])


def table_number(document: OpenedDocument, proposal: Proposal) -> int:
    """Return the number of its table, as the import of figures counts them; 0 where there is none."""
    blocks = document.source.blocks
    at = next((at for at in proposal.blocks if at < len(blocks) and blocks[at].kind is BlockKind.TABLE), None)
    if at is None:
        return 0
    return sum(1 for block in blocks[: at + 1] if block.grid is not None)
