"""Who is let in: the right host, our own page, the right key."""

import pytest

from tea_assistant.web.gate import KEY, Gate

OWN = {"Host": "127.0.0.1:4711"}


def key_of(address: str) -> str:
    return "/" + address.split("/", 3)[3]


@pytest.mark.parametrize("host", ["127.0.0.1:4711", "localhost:4711"])
def test_it_knows_its_own_names(host: str) -> None:
    assert Gate(4711).knows_host({"Host": host})


@pytest.mark.parametrize(
    "host",
    ["", "evil.example:4711", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:4711.evil.example", "0.0.0.0:4711"],
)
def test_a_name_that_was_rebound_is_refused(host: str) -> None:
    assert not Gate(4711).knows_host({"Host": host})


@pytest.mark.parametrize(
    ("more", "own"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://127.0.0.1:4711"}, True),
        ({"Origin": "http://localhost:4711"}, False),
        ({"Origin": "https://127.0.0.1:4711"}, False),
        ({"Origin": "http://127.0.0.1:4711.evil.example"}, False),
        ({"Origin": "null"}, False),
    ],
)
def test_only_its_own_page_may_ask(more: dict[str, str], own: bool) -> None:
    assert Gate(4711).is_own_page(OWN | more) is own


def test_the_key_lets_in_and_another_does_not() -> None:
    gate, other = Gate(4711), Gate(4711)
    assert gate.takes_key(key_of(gate.address))
    assert gate.takes_key(key_of(gate.address)), "who runs it may use it again"
    for wrong in ("/", f"/?{KEY}=", f"/?{KEY}=ä*", key_of(other.address), key_of(gate.address)[:-1]):
        assert not gate.takes_key(wrong), wrong


def test_a_key_for_once_lets_in_once() -> None:
    gate = Gate(4711)
    first, second = key_of(gate.address_for_once()), key_of(gate.address_for_once())
    assert [gate.takes_key(first), gate.takes_key(first), gate.takes_key(second)] == [True, False, True]


def test_a_browser_is_known_by_its_mark() -> None:
    gate, other = Gate(4711), Gate(4711)
    mark = gate.cookie().split(";")[0]
    assert gate.knows_browser({"Cookie": f"anders=1; {mark}"})
    for cookie in ("", mark[:-1], other.cookie().split(";")[0], "tea-4711=", "tea-4711", "\x00;=;"):
        assert not gate.knows_browser({"Cookie": cookie}), cookie
    assert {"HttpOnly", "SameSite=Strict"} <= {part.strip() for part in gate.cookie().split(";")}
    assert mark not in gate.address
