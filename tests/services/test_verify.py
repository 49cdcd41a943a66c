"""Whatever is done to a capsule is noticed, and nothing of it is ever unpacked."""

import io
import json
import os
import stat
import warnings
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tea_assistant.errors import FileError, ForeignFileError
from tea_assistant.services.capsule import capsule, pack, verify
from tea_assistant.services.capsule.names import name_problem
from tea_assistant.services.session import Session
from tests.services.capsule_dossier import write_dossier

KONZEPT = "mappe/attachments/konzept.pdf"
DAY = date(2025, 4, 28)
Members = dict[str, bytes]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a capsule with all but laid out pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pack, "outputs", lambda written: {f"{written.name}.md": written.markdown.encode()})
        session = Session(write_dossier(tmp_path_factory.mktemp("whole") / "mappe"))
        return pack.write(pack.prepare(session, day=DAY)).path.read_bytes()


@pytest.fixture
def members(whole: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def look(folder: Path, data: bytes) -> verify.Verdict:
    path = folder / "paket.tea.zip"
    path.write_bytes(data)
    return verify.verify(path)


def told(verdict: verify.Verdict) -> dict[str, str]:
    return {problem.file: problem.message for problem in verdict.problems}


def packed(entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """Zip entries as they are, also the same name twice."""
    data = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(data, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, content in entries:
            archive.writestr(name, content)
    return data.getvalue()


def listing(members: Members, change: Callable[[dict[str, Any]], object]) -> Members:
    """Change the manifest, and make the sums agree, as somebody would who knows how."""
    manifest = json.loads(members[capsule.MANIFEST])
    change(manifest)
    new = {**members, capsule.MANIFEST: json.dumps(manifest).encode()}
    sums = {name: capsule.sum_of(content) for name, content in new.items() if name != capsule.SUMS}
    return {**new, capsule.SUMS: capsule.sums_text(sums).encode()}


def without(name: str) -> Callable[[Members], Members]:
    return lambda members: {key: content for key, content in members.items() if key != name}


def with_file(name: str, content: bytes = b"x") -> Callable[[Members], Members]:
    return lambda members: {**members, name: content}


CHANGES: dict[str, tuple[Callable[[Members], Members], str, str]] = {
    "a byte more": (lambda m: {**m, KONZEPT: m[KONZEPT] + b" "}, KONZEPT, "Bytes"),
    "another byte": (lambda m: {**m, KONZEPT: m[KONZEPT][:-1] + b"?"}, KONZEPT, "Prüfsumme stimmt nicht"),
    "missing": (without(KONZEPT), KONZEPT, "fehlt"),
    "added": (with_file("mappe/neu.txt"), "mappe/neu.txt", "gehört nicht"),
    "a folder added": (with_file("anders/", b""), "anders/", "gehört nicht"),
    "no letter": (without(capsule.README), capsule.README, "fehlt"),
    "no sums": (without(capsule.SUMS), capsule.SUMS, "fehlt"),
    "other sums": (lambda m: {**m, capsule.SUMS: m[capsule.SUMS][1:]}, capsule.SUMS, "passen nicht"),
    "the manifest is no JSON": (with_file(capsule.MANIFEST, b"{"), capsule.MANIFEST, "beschädigt"),
    "the manifest is no text": (with_file(capsule.MANIFEST, b"\xff"), capsule.MANIFEST, "beschädigt"),
    "the manifest is a list": (with_file(capsule.MANIFEST, b"[]"), capsule.MANIFEST, "beschädigt"),
    "the manifest is deep": (with_file(capsule.MANIFEST, b"[" * 99999), capsule.MANIFEST, "beschädigt"),
    "the manifest lacks a key": (
        lambda m: listing(m, lambda manifest: manifest.pop("files")),
        *(capsule.MANIFEST, "beschädigt"),
    ),
    "another reason": (
        lambda m: {**m, capsule.MANIFEST: m[capsule.MANIFEST].replace(b'"2025"', b'"2022"')},
        *(capsule.SUMS, "passen nicht"),
    ),
    "another catalogue": (
        lambda m: listing(m, lambda manifest: manifest.update(catalogue={"id": "x", "sha256": "0" * 64})),
        *(capsule.MANIFEST, "Katalogs x"),
    ),
    "a file taken from the list": (
        lambda m: listing(m, lambda manifest: manifest.update(files=manifest["files"][1:])),
        *(capsule.README, "gehört nicht"),
    ),
    "a bomb in the list": (
        lambda m: listing(m, lambda manifest: manifest["files"][0].update(size=10**12)),
        *(capsule.MANIFEST, "beschädigt"),
    ),
    "a way out in the list": (
        lambda m: listing(m, lambda manifest: manifest["files"][0].update(name="../x")),
        *(capsule.MANIFEST, "beschädigt"),
    ),
    "the list lists itself": (
        lambda m: listing(m, lambda manifest: manifest["files"][0].update(name=capsule.MANIFEST)),
        *(capsule.MANIFEST, "beschädigt"),
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_every_change_is_told_with_its_file(members: Members, tmp_path: Path, what: str) -> None:
    change, file, message = CHANGES[what]
    verdict = look(tmp_path, packed(change(members).items()))
    assert not verdict.is_whole
    assert message in told(verdict)[file]
    assert [entry.name for entry in tmp_path.iterdir()] == ["paket.tea.zip"]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "../geheim.txt",
            "mappe/../../x",
            "/etc/passwd",
            "C:/x.txt",
            "c:x",
            "mappe\\..\\x",
            "\\\\server\\x",
        ),
        *("./x", "mappe//x", "mappe/./x", "..", "x\x00.txt", "x\ny", "x\x1b[31m"),
    ],
)
def test_names_that_play_tricks_are_refused(members: Members, tmp_path: Path, name: str) -> None:
    entry = zipfile.ZipInfo("platzhalter")
    entry.filename = name
    verdict = look(tmp_path, packed([*members.items(), (entry, b"x")]))
    assert [problem.file for problem in verdict.problems] == [name]
    assert "Der Name" in verdict.problems[0].message


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_an_entry_that_is_no_file_is_refused(members: Members, tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo(KONZEPT)
    entry.external_attr = (kind | 0o777) << 16
    link = packed([*without(KONZEPT)(members).items(), (entry, b"/etc/passwd")])
    assert "Verknüpfung" in told(look(tmp_path, link))[KONZEPT]


@pytest.mark.parametrize("twin", [KONZEPT, KONZEPT.upper(), KONZEPT + "."])
def test_a_name_that_comes_twice_is_refused(members: Members, tmp_path: Path, twin: str) -> None:
    verdict = look(tmp_path, packed([(twin, b"x"), *members.items()]))
    assert told(verdict) == dict.fromkeys([twin, KONZEPT], "Dieser Name kommt mehrmals vor.")


def test_an_encrypted_or_oddly_packed_file_is_refused(members: Members, tmp_path: Path) -> None:
    data = packed(members.items())
    at = data.rindex(KONZEPT.encode()) - 46
    encrypted = bytearray(data)
    encrypted[at + 8] |= 1
    assert "verschlüsselt" in told(look(tmp_path, bytes(encrypted)))[KONZEPT]
    assert "gepackt" in told(look(tmp_path, packed(members.items(), zipfile.ZIP_BZIP2)))[KONZEPT]


def test_a_bomb_is_not_unpacked(members: Members, tmp_path: Path) -> None:
    bomb = packed({**members, KONZEPT: bytes(50_000_000)}.items(), zipfile.ZIP_DEFLATED)
    verdict = look(tmp_path, bomb)
    assert "50000000 statt" in told(verdict)[KONZEPT]
    # It may also lie about its size.
    at = bomb.rindex(KONZEPT.encode()) - 46
    size = len(members[KONZEPT]).to_bytes(4, "little")
    lying = bomb[: at + 24] + size + bomb[at + 28 :]
    assert KONZEPT in told(look(tmp_path, lying))


def inserted(data: bytes, hidden: bytes) -> bytes:
    """Put bytes before the list of a zip, and tell its end where the list begins now."""
    size, begin = (int.from_bytes(data[at : at + 4], "little") for at in (-10 % len(data), len(data) - 6))
    end = data[-22:-6] + (begin + len(hidden)).to_bytes(4, "little") + data[-2:]
    return data[:begin] + hidden + data[begin : begin + size] + end


@pytest.mark.parametrize(
    "hide",
    [
        lambda data: b"#!/bin/sh\n" + data,
        lambda data: data + b"hinten",
        lambda data: data[:-2] + b"\x06\x00hinten",
        lambda data: (
            data[:-6] + (int.from_bytes(data[-6:-2], "little") + 9).to_bytes(4, "little") + data[-2:]
        ),
        lambda data: inserted(data, b"dazwischen"),
    ],
    ids=["before", "behind", "comment", "shifted", "between"],
)
def test_what_hides_beside_the_files_is_noticed(
    whole: bytes, tmp_path: Path, hide: Callable[[bytes], bytes]
) -> None:
    verdict = look(tmp_path, hide(whole))
    assert "Vor, hinter oder zwischen" in told(verdict)[""]


def test_another_program_may_pack_it_again(members: Members, tmp_path: Path) -> None:
    folders = ["mappe/", "mappe/attachments/", "dokument/"]
    entries = [*((folder, b"") for folder in folders), *reversed(members.items())]
    verdict = look(tmp_path, packed(entries, zipfile.ZIP_DEFLATED))
    assert (verdict.problems, verdict.checked) == ((), len(members) - 2)


def test_a_newer_format_is_told_and_not_judged(members: Members, tmp_path: Path) -> None:
    newer = listing(members, lambda manifest: manifest.update(format=2, more=[1]))
    with pytest.raises(ForeignFileError, match="neueren Programm") as caught:
        look(tmp_path, packed(newer.items()))
    assert capsule.SUMS in caught.value.hint
    older = listing(members, lambda manifest: manifest.update(format=0))
    assert capsule.MANIFEST in told(look(tmp_path, packed(older.items())))


def test_what_is_no_capsule_cannot_be_judged(whole: bytes, tmp_path: Path) -> None:
    for data in (b"", b"PK", b"Mitarbeiter*innen", whole[: len(whole) // 2], packed([("a.txt", b"")])):
        with pytest.raises(ForeignFileError, match="kein Abgabepaket"):
            look(tmp_path, data)
    pipe = tmp_path / "rohr"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "fehlt.zip"):
        with pytest.raises(FileError, match="lässt sich nicht lesen"):
            verify.verify(path)


def test_a_huge_file_or_list_is_not_even_read(
    whole: bytes, members: Members, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capsule, "MOST_FILES", 3)
    with pytest.raises(ForeignFileError, match="zu viele Dateien"):
        look(tmp_path, packed(members.items()))
    monkeypatch.setattr(verify, "_LARGEST", 100)
    with pytest.raises(ForeignFileError, match="zu groß"):
        look(tmp_path, whole)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(at=st.integers(0), value=st.integers(0, 255), cut=st.booleans())
@example(at=-1, value=0, cut=True)
def test_no_damage_goes_unnoticed(whole: bytes, tmp_path: Path, at: int, value: int, cut: bool) -> None:
    place = at % len(whole)
    damaged = whole[:place] if cut else whole[:place] + bytes([value]) + whole[place + 1 :]
    try:
        verdict = look(tmp_path, damaged)
    except (FileError, ForeignFileError):
        return
    if verdict.is_whole:
        # Only what says when and where an entry was made may differ.
        with (
            zipfile.ZipFile(io.BytesIO(whole)) as first,
            zipfile.ZipFile(io.BytesIO(damaged)) as second,
        ):
            assert {n: first.read(n) for n in first.namelist()} == {
                n: second.read(n) for n in second.namelist()
            }


@given(st.text(alphabet="a./\\:ö\x00", max_size=8))
def test_a_name_without_a_problem_stays_inside(name: str) -> None:
    if not name_problem(name):
        assert os.path.normpath(f"/x/{name}").startswith("/x/")
