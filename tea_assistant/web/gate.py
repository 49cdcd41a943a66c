"""Who may come in: only a browser on this computer that was given the key, and only pages of our own."""

import hmac
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

HOME = "127.0.0.1"
"""The only address at which the server listens: nobody outside this computer reaches it."""
KEY = "zugang"
"""The name of the key in the address."""
_NAMES = (HOME, "localhost")


class Gate:
    """The key of one server, and the marks by which it knows browsers that were let in."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._key = secrets.token_urlsafe(32)
        self._once: set[str] = set()
        self._mark = secrets.token_urlsafe(32)
        # Cookies hold for all ports of a computer.
        self._cookie = f"tea-{port}"

    @property
    def address(self) -> str:
        """The address with the key, for people to copy; it lets in as long as the server runs."""
        return self._with_key(self._key)

    def address_for_once(self) -> str:
        """Return an address that lets in once: what starts a browser is seen by all users of a computer."""
        key = secrets.token_urlsafe(32)
        self._once.add(key)
        return self._with_key(key)

    def knows_host(self, headers: Mapping[str, str]) -> bool:
        """Tell whether a request means this server by its own name; another name may have been rebound."""
        return headers.get("Host", "") in [f"{name}:{self.port}" for name in _NAMES]

    def is_own_page(self, headers: Mapping[str, str]) -> bool:
        """Tell whether a request comes from our own page or from no page at all."""
        if "Origin" in headers:
            return headers["Origin"] == f"http://{headers.get('Host', '')}"
        # An address that was typed or opened from outside comes from nowhere.
        return headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")

    def takes_key(self, target: str) -> bool:
        """Tell whether the address of a request holds a key that lets in; one for once is used up by that."""
        given = parse_qs(urlsplit(target).query).get(KEY, [""])[0]
        if _same(given, self._key):
            return True
        for key in self._once:
            if _same(given, key):
                self._once.remove(key)
                return True
        return False

    def knows_browser(self, headers: Mapping[str, str]) -> bool:
        """Tell whether a browser was let in before."""
        try:
            cookie = SimpleCookie(headers.get("Cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return cookie is not None and _same(cookie.value, self._mark)

    def cookie(self) -> str:
        """Return what a browser has to show from now on; scripts and other pages cannot read it."""
        return f"{self._cookie}={self._mark}; HttpOnly; SameSite=Strict; Path=/"

    def _with_key(self, key: str) -> str:
        return f"http://{HOME}:{self.port}/?{KEY}={key}"


def _same(given: str, meant: str) -> bool:
    # In constant time: how long it takes must not tell how much was right.
    return hmac.compare_digest(given.encode("utf-8", "replace"), meant.encode())
