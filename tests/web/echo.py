"""A program that speaks as Textual's web driver does: it shows what is typed, and does what it is told."""

import json
import os
import sys

from tea_assistant.web.packets import READY


def write(kind: bytes, content: bytes) -> None:
    os.write(1, kind + len(content).to_bytes(4, "big") + content)


def read(size: int) -> bytes:
    content = b""
    while len(content) < size:
        piece = os.read(0, size - len(content))
        if not piece:
            # The server is gone or wants the end: what is not saved would be now.
            sys.stderr.write("Alle Texte sind gespeichert.\n")
            sys.exit(130)
        content += piece
    return content


os.write(1, b"davor\n" + READY)
write(b"D", f"{os.environ['COLUMNS']}x{os.environ['ROWS']}\n".encode())
while True:
    head = read(5)
    content = read(int.from_bytes(head[1:], "big"))
    if head[:1] == b"M":
        write(b"D", f"<{json.loads(content)['type']}>".encode())
    elif content == b"Ende":
        write(b"M", json.dumps({"type": "exit"}).encode())
        sys.exit(0)
    elif content.startswith((b"file:", b"http", b"javascript:")):
        write(b"M", json.dumps({"type": "open_url", "url": content.decode()}).encode())
    elif content == b"viel":
        write(b"D", b"x" * 9_000_000)
    else:
        write(b"D", b"[%s]" % content)
