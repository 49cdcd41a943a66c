"""Remembers of what a document was made, so that the next one is made anew only where it differs."""

from collections import Counter
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, TypeVarTuple

from msgspec import Struct

Made = TypeVar("Made")
Frozen = TypeVarTuple("Frozen")

Ask = Callable[..., Any]
"""Answers a question: what is asked for, and of what. `ask("section", "af03")` tells where that stands."""


class Told(Struct, frozen=True):
    """What was made, with the answers that it rests on."""

    made: Any
    answers: tuple[tuple[tuple[Hashable, ...], object], ...] = ()

    def holds(self, ask: Ask) -> bool:
        """Tell whether all that was asked has the same answers now."""
        return all(ask(*question) == answer for question, answer in self.answers)


class Memory:
    """What was made for one document; it begins with what is known of the one before.

    Each holds just what its own document is made of, so nothing grows while a text is typed.
    """

    def __init__(self, before: "Memory | None" = None) -> None:
        self._before = before.made if before else {}
        self.made: dict[Hashable, Told] = {}
        """By what made it, and of what."""
        self.anew: Counter[str] = Counter()
        """How often something had to be made, by the name of what made it."""

    def recall(self, make: Callable[[*Frozen], Made], *of: *Frozen) -> Made:
        """Return what a function makes of values, or the same that it made of equal ones before.

        The function looks at nothing else, and nobody may change what it returns.
        """
        key = make, of
        told = self.made.get(key) or self._before.get(key)
        if told is None:
            self.anew[make.__name__] += 1
            told = Told(make(*of))
        self.made[key] = told
        made: Made = told.made
        return made

    def recall_asking(self, make: Callable[[Ask, *Frozen], Made], ask: Ask, *of: *Frozen) -> Made:
        """Return the same as `recall`, as long as all that the function asks has the answers that it had."""
        key = make, of
        told = self.made.get(key) or self._before.get(key)
        if told is None or not told.holds(ask):
            answers: dict[tuple[Hashable, ...], object] = {}

            def asking(*question: Hashable) -> object:
                answers[question] = answer = ask(*question)
                return answer

            self.anew[make.__name__] += 1
            told = Told(make(asking, *of), tuple(answers.items()))
        self.made[key] = told
        made: Made = told.made
        return made
