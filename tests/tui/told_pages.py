"""Tells the length of a document without laying it out."""

from tea_assistant.model.page_count import Extent, PageCount
from tea_assistant.services.view import View

SHORT = PageCount(
    4,
    {"organisation": Extent(2, 0.52), "understanding": Extent(2, 0.7), "af03": Extent(3, 1.04)},
    by_section={"af03/af03-mentoring": Extent(3, 0.4), "evidence/mentoring-fuer-frauen": Extent(4, 0.26)},
)
LONG = PageCount(
    27,
    {"understanding": Extent(3, 2.31), "af03": Extent(9, 5.3), "evidence": Extent(20, 2.04)},
    by_section={
        "figures/table": Extent(3, 3.0),
        "understanding/verstaendnis": Extent(5, 1.9),
        "af03/af03-mentoring": Extent(9, 3.26),
        "af03/closing": Extent(12, 0.5),
        "evidence/mentoring-fuer-frauen": Extent(20, 1.0),
    },
)


class ToldPages:
    """Answers every question with the same count, or the same error; remembers what it was asked."""

    def __init__(self, answer: PageCount | Exception) -> None:
        self.answer = answer
        self.asked: list[View] = []

    def count(self, view: View, /) -> PageCount:
        self.asked.append(view)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer
