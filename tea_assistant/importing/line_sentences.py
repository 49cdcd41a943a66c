"""Sentences of a piece of somebody's document, in which the end of a line ends one as well."""

from tea_assistant.prose.sentences import sentences


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text in their order, each on one line."""
    # A line end stands in a block only where its author ended the line.
    return tuple(sentence for line in text.split("\n") for sentence in sentences(line))
