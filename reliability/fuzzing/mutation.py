"""Changes inputs the way hostile texts look: pieces of the corpora, repetition, nesting."""

from random import Random

from reliability.fuzzing.corpora import every_text
from reliability.fuzzing.target import BETWEEN, bytes_of

_SHORT = 200
_MOST_REPEATS = 400
_BYTES = [bytes([byte]) for byte in range(256)]


class Mutator:
    """Makes one input of another; the same seed makes the same."""

    def __init__(self) -> None:
        self._words = [bytes_of(text) for text in every_text() if len(text) < _SHORT] + [BETWEEN]

    def mutate(self, data: bytes, longest: int, seed: int) -> bytes:
        """Return a changed input."""
        random = Random(seed)  # noqa: S311 (chance, no secret)
        for _ in range(random.choice((1, 1, 2, 4))):
            data = self._once(data, random)
        return data[:longest]

    def _once(self, data: bytes, random: Random) -> bytes:
        at, to = sorted((random.randint(0, len(data)), random.randint(0, len(data))))
        match random.randrange(8):
            case 0 | 1:
                return data[:at] + random.choice(_BYTES) + data[at + random.randrange(2) :]
            case 2 | 3:
                return data[:at] + random.choice(self._words) + data[at:]
            case 4:
                return data[:at] + random.choice(self._words) + data[to:]
            case 5:
                return data[:at] + data[to:]
            case 6:
                piece = data[at : min(to, at + 40)] or random.choice(self._words)
                return data[:at] + piece * random.randint(2, _MOST_REPEATS) + data[at:]
            case _:
                where = random.randint(0, len(data))
                return data[:where] + data[at:to] + data[where:]
