"""Finds what a zip hides beside its entries: before, behind and between them."""

import struct
import zipfile
from collections.abc import Sequence
from typing import BinaryIO

_END = struct.Struct("<4s4H2LH")
"""The last bytes of a zip: marks, numbers, size and place of its list, length of a comment."""
_END_MARK = b"PK\x05\x06"
_LENGTHS = struct.Struct("<2H")
_LENGTHS_AT = 26
_HEAD = 30
_DESCRIPTORS = (0, 12, 16, 20, 24)
"""Bytes that may stand behind an entry: its size and sum once more."""
_DESCRIPTOR_FLAG = 0x8


def hides_something(file: BinaryIO, size: int, entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Tell whether a zip of so many bytes has any that belong to none of its entries."""
    file.seek(max(size - _END.size, 0))
    found = file.read(_END.size)
    if len(found) < _END.size or not found.startswith(_END_MARK):
        return True
    *_, length, begin, comment = _END.unpack(found)
    if comment or begin + length != size - _END.size:
        return True
    at: int = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset != at:
            return True
        file.seek(entry.header_offset + _LENGTHS_AT)
        lengths = file.read(_LENGTHS.size)
        if len(lengths) < _LENGTHS.size:
            return True
        at = entry.header_offset + _HEAD + sum(_LENGTHS.unpack(lengths)) + entry.compress_size
        if entry.flag_bits & _DESCRIPTOR_FLAG:
            at = _after_descriptor(at, entries, begin)
    return bool(at != begin)


def _after_descriptor(at: int, entries: Sequence[zipfile.ZipInfo], begin: int) -> int:
    places = {begin, *(entry.header_offset for entry in entries)}
    return next((at + length for length in _DESCRIPTORS if at + length in places), at)
