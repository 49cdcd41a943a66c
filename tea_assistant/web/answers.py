"""What the server answers to a browser: its page, the files of that page, documents, and refusals."""

from functools import cache
from http import HTTPStatus
from pathlib import Path

from websockets.datastructures import Headers
from websockets.http11 import Response

from tea_assistant.web.documents import Document

_FINE = HTTPStatus.OK
_FOLDER = Path(__file__).parent / "static"
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_REFUSED = """\
<!DOCTYPE html>
<html lang="de">
<meta charset="utf-8">
<title>Kein Zugang</title>
<style>
  body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem }}
</style>
<h1>Kein Zugang</h1>
<p>{reason}</p>
</html>
"""
NO_KEY = (
    "Diese Adresse gilt nicht oder nicht mehr. Öffnen Sie die ganze Adresse, die „tea serve“ im Terminal "
    "nennt, oder starten Sie das Programm neu."
)
NOT_FROM_HERE = "Diese Seite lässt sich nur auf diesem Computer und nicht von anderen Seiten aus öffnen."
NOTHING = "Hier ist nichts, oder das Dokument gibt es nicht mehr."


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    return {
        f"/{path.name}": (path.read_bytes(), _KINDS[path.suffix])
        for path in _FOLDER.iterdir()
        if path.suffix in _KINDS
    }


def page(host: str, cookie: str | None = None) -> Response:
    """Return the page with the screens."""
    content, kind = _files()["/page.html"]
    more = {"Set-Cookie": cookie} if cookie else {}
    return _answer(_FINE, content, kind, _own(host), more)


def static(path: str, host: str) -> Response | None:
    """Return a file of the page; None where there is none of that name."""
    found = _files().get(path)
    return _answer(_FINE, *found, _own(host)) if found else None


def document(found: Document) -> Response:
    """Return a document; a page among them may not run anything, nor see what else the server has."""
    policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
    return _answer(
        _FINE,
        found.content,
        found.kind,
        policy if found.is_page else "frame-ancestors 'none'",
        {"Content-Disposition": found.disposition},
    )


def refusal(status: int, reason: str) -> Response:
    """Return a short German page that says why there is nothing to see."""
    content = _REFUSED.format(reason=reason).encode()
    policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    return _answer(HTTPStatus(status), content, _KINDS[".html"], policy)


def _own(host: str) -> str:
    """Return what our page may load: its own files, and the connection to this server."""
    return (
        f"default-src 'self'; connect-src 'self' ws://{host}; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _answer(
    status: HTTPStatus, content: bytes, kind: str, policy: str, more: dict[str, str] | None = None
) -> Response:
    headers = Headers(
        {
            "Content-Type": kind,
            "Content-Length": str(len(content)),
            "Connection": "close",
            "Cache-Control": "no-store",
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            **(more or {}),
        }
    )
    return Response(status.value, status.phrase, headers, content)
