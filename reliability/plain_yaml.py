"""Holds the reader of plain YAML against libyaml: `python -m reliability.plain_yaml [DOCUMENTS [SEED]]`."""

import sys
from random import Random

from tests.store import plain_documents, yaml_documents

_DOCUMENTS, _SEED = 300_000, 1


def main() -> int:
    """Make documents, most of them nearly plain, and return 1 at the first that is read in two ways."""
    documents, seed = (*map(int, sys.argv[1:]), *(_DOCUMENTS, _SEED)[len(sys.argv) - 1 :])
    random = Random(seed)  # noqa: S311 (nothing secret)
    plain = 0
    for number in range(documents):
        text = plain_documents.nearly_plain(random)
        if number % 5 == 0:
            text = yaml_documents.Writer(random).document(yaml_documents.mapping(random))
        try:
            plain += plain_documents.is_read_plainly(text)
        except AssertionError:
            print(f"read in two ways: {text!r}")
            return 1
    print(f"{documents} documents, {plain} of them read without libyaml: no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main())
