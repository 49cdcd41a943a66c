"""The files of a document's pictures: one for each chart, named after the part in which it stands."""

from collections.abc import Mapping

from tea_assistant.document.chart import Chart
from tea_assistant.document.outline import Outline
from tea_assistant.model.ids import slug

SUFFIX = ".svg"


def picture_files(laid_out: Outline) -> Mapping[str, Chart]:
    """Return the charts of a document by the names of their files, in the order of reading."""
    found: dict[str, Chart] = {}
    for section in laid_out.sections:
        for block in section.blocks:
            if isinstance(block, Chart):
                taken = {name.removesuffix(SUFFIX) for name in found}
                found[slug(block.id, taken=taken) + SUFFIX] = block
    return found
