"""The stream of YAML events, from libyaml where it is there and from PyYAML's own parser where not."""

from collections.abc import Callable
from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

EventSource = Callable[[], Any]
"""Gives the next event with each call, or raises `YAMLError`; Any, for its marks are never None as typed."""
Opener = Callable[[str], EventSource]
"""Opens a text as a stream of events."""


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's parser in Python: the same events, several times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def pure_events(text: str) -> EventSource:
    """Open a text with PyYAML's parser in Python."""
    return _PureParser(text).get_event


try:
    from yaml._yaml import CParser
except ImportError:  # a PyYAML that was built without libyaml
    open_events: Opener = pure_events
else:

    def open_events(text: str) -> EventSource:
        """Open a text with libyaml."""
        return CParser(text).get_event
