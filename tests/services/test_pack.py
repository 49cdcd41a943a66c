"""The capsule holds all that the round rests on, nothing that must stay, and is always the same."""

import json
import stat
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tea_assistant.errors import EditError, FileError, UsageError
from tea_assistant.model.layout import Kind
from tea_assistant.services.capsule import capsule, pack
from tea_assistant.services.capsule.contents import Contents, gather
from tea_assistant.services.capsule.verify import verify
from tea_assistant.services.formats import FORMATS
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tea_assistant.store.yaml.writer import Change
from tests.services.capsule_dossier import FILES, PUBLIC, REMARK, SECRET, SMALL, TEXTS, write_dossier

DAY = date(2025, 4, 28)
HERNE = Path(__file__).parents[2] / "examples" / "stadt-herne"
MEASURE = "evidence/mentoring.yaml"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> pack.Packed:
    """Return a capsule, made once: its pages take the time."""
    session = Session(write_dossier(tmp_path_factory.mktemp("packed") / "mappe"))
    return pack.write(pack.prepare(session, day=DAY))


@pytest.fixture(scope="module")
def members(packed: pack.Packed) -> dict[str, bytes]:
    with zipfile.ZipFile(packed.path) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "mappe")


@pytest.fixture
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out no pages, where a test is about something else."""
    monkeypatch.setattr(pack, "outputs", lambda written: {f"{written.name}.md": written.markdown.encode()})


def manifest_of(path: Path) -> dict[str, object]:
    with zipfile.ZipFile(path) as archive:
        found: dict[str, object] = json.loads(archive.read(capsule.MANIFEST))
    return found


def test_every_format_of_the_document_is_inside(members: dict[str, bytes]) -> None:
    name = "dokument/stadt-moehringen-x-2025"
    assert {f"{name}{each.ending}" for each in FORMATS.values()} | {f"{name}.md"} <= members.keys()
    assert "Mitarbeiter\\*innen und Bürger\\*innen" in members[f"{name}.md"].decode()
    assert b"Entwurf" not in members[f"{name}.md"]


def test_all_that_the_round_rests_on_is_inside_as_it_was(members: dict[str, bytes]) -> None:
    inside = {name.removeprefix("mappe/") for name in members if name.startswith("mappe/")}
    catalogues = {name for name in inside if name.startswith("action_fields/")}
    assert {name.split("/")[1] for name in catalogues} == {"verwaltung-2015", "verwaltung-2021"}
    assert inside - catalogues == {
        "dossier.yaml",
        *("cycles/2022/cycle.yaml", "cycles/2022/fields/hf03.yaml"),
        *("cycles/2025/cycle.yaml", "cycles/2025/fields/af03.yaml"),
        *(MEASURE, "evidence/stammtisch.yaml", "evidence/netzwerk.yaml"),
        "figures/2021-12-31.yaml",
        *("attachments/konzept.pdf", "attachments/plan für alle.txt"),
    }
    for file in TEXTS.keys() & inside:
        assert members[f"mappe/{file}"] == TEXTS[file].encode()
    assert members["mappe/attachments/konzept.pdf"] == PUBLIC


def test_nothing_that_must_stay_is_in_any_byte(packed: pack.Packed, members: dict[str, bytes]) -> None:
    # Nothing is compressed, so the raw file shows all that it has.
    everything = packed.path.read_bytes() + b"".join(members.values())
    kept = [SECRET, SECRET[::-1], REMARK.encode(), SMALL.encode(), b"unausgegoren"]
    kept += [FILES[f"attachments/{name}.txt"] for name in ("morgen", "alter-plan", "nirgends-genannt")]
    assert [content for content in kept if content in everything] == []


def test_the_manifest_lists_everything_and_what_stayed_out(members: dict[str, bytes]) -> None:
    manifest = json.loads(members[capsule.MANIFEST])
    assert schema.errors(Kind.CAPSULE, manifest) == []
    assert {entry["name"] for entry in manifest["files"]} == members.keys() - {capsule.MANIFEST, capsule.SUMS}
    assert (manifest["dossier"], manifest["cycle"], manifest["created"]) == (
        "Stadt Möhringen [/x]",
        "2025",
        "2025-04-28",
    )
    assert manifest["catalogue"]["id"] == "verwaltung-2021"
    assert "forced" not in manifest
    assert {finding["code"] for finding in manifest["findings"]} >= {"TEA312"}
    assert {(each["file"].rpartition("/")[2], each["reason"]) for each in manifest["left_out"]} == {
        ("anna.yaml", "review"),
        ("2024-12-31.yaml", "small_groups"),
        ("gehaelter.txt", "internal"),
        ("ohne.txt", "internal"),
        ("kopie.txt", "internal"),
        ("morgen.txt", "other_round"),
    }


def test_a_reader_without_the_program_can_check_it(members: dict[str, bytes]) -> None:
    lines = members[capsule.SUMS].decode().splitlines()
    told = {line[66:]: line[:64] for line in lines}
    assert told == {name: capsule.sum_of(members[name]) for name in members if name != capsule.SUMS}
    assert all(line[64:66] == "  " for line in lines)
    readme = members[capsule.README].decode()
    assert "Stadt Möhringen [/x]" in readme
    assert "sha256sum -c SHA256SUMS" in readme
    assert "Gehälter (attachments/gehaelter.txt): nicht zur Veröffentlichung freigegeben" in " ".join(
        readme.split()
    )


def test_the_same_dossier_gives_the_same_bytes(packed: pack.Packed, root: Path, tmp_path: Path) -> None:
    again = pack.write(pack.prepare(Session(root), day=DAY), tmp_path / "anders" / "paket.zip")
    assert again.path.read_bytes() == packed.path.read_bytes()
    assert again.sha256 == packed.sha256 == capsule.sum_of(packed.path.read_bytes())
    with zipfile.ZipFile(packed.path) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(2025, 4, 30, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {stat.S_IFREG | 0o644}


def test_it_is_whole(packed: pack.Packed, members: dict[str, bytes]) -> None:
    verdict = verify(packed.path)
    assert verdict.is_whole
    assert verdict.checked == len(members) - 2
    assert verdict.sha256 == packed.sha256


def test_the_document_can_be_made_again_from_what_is_inside(tmp_path: Path) -> None:
    session = Session(HERNE, "2025")
    root = tmp_path / HERNE.name
    for name, content in gather(session, internal=False).files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    again = Session(root, "2025")
    assert manuscript(again, final=True).markdown == manuscript(session, final=True).markdown
    assert [f.code for f in again.report.findings if f.severity == "error"] == []


@pytest.mark.usefixtures("no_pages")
def test_another_capsule_is_never_replaced(root: Path, tmp_path: Path) -> None:
    session = Session(root)
    first = pack.write(pack.prepare(session, day=DAY))
    assert (first.is_new, pack.write(pack.prepare(session, day=DAY)).is_new) == (True, False)
    second = pack.write(pack.prepare(session, day=date(2025, 4, 29)))
    assert second.path.name == "stadt-moehringen-x-2025-2.tea.zip"
    assert manifest_of(first.path)["created"] == "2025-04-28"
    mine = tmp_path / "mein.zip"
    mine.write_text("von mir")
    with pytest.raises(FileError, match="nie überschrieben"):
        pack.write(pack.prepare(session, day=DAY), mine)
    assert mine.read_text() == "von mir"
    with pytest.raises(FileError, match="lässt sich nicht"):
        pack.write(pack.prepare(session, day=DAY), tmp_path)


@pytest.mark.usefixtures("no_pages")
def test_errors_and_open_points_refuse_unless_a_reason_is_given(root: Path) -> None:
    with (root / "cycles/2025/fields/af03.yaml").open("a", encoding="utf-8") as field:
        field.write("unbekannt: 1\n")
    settings = root / "cycles/2025/cycle.yaml"
    settings.write_text(settings.read_text().replace("submitted: 2025-04-28\n", ""))
    with (root / MEASURE).open("a", encoding="utf-8") as measure:
        measure.write('cycles:\n  "2022": {state: new}\n  "2025": {state: open}\n')
    session = Session(root)
    with pytest.raises(UsageError, match=r"Fehler.*Wiedervorlage"):
        pack.prepare(session, day=DAY)
    packed = pack.write(pack.prepare(session, day=DAY, reason="Frist endet heute,\x1b[31m *innen [/x]"))
    manifest = manifest_of(packed.path)
    assert manifest["forced"] == {"reason": "Frist endet heute,\ufffd[31m *innen [/x]"}
    assert manifest["undecided"] == 1
    with zipfile.ZipFile(packed.path) as archive:
        assert "Begründung: Frist endet heute" in " ".join(archive.read(capsule.README).decode().split())
    assert verify(packed.path).is_whole


def test_a_reason_that_nothing_called_for_is_not_recorded(root: Path) -> None:
    assert pack.prepare(Session(root), day=DAY, reason="vorsorglich").reason == ""


@pytest.mark.usefixtures("no_pages")
def test_for_the_house_it_holds_more_but_no_unreleased_proof(root: Path) -> None:
    packed = pack.write(pack.prepare(Session(root), day=DAY, internal=True))
    assert packed.path.name == "stadt-moehringen-x-2025-intern.tea.zip"
    raw = packed.path.read_bytes()
    assert REMARK.encode() in raw
    assert SMALL.encode() in raw
    assert "NUR FÜR DAS EIGENE HAUS".encode() in raw
    assert SECRET not in raw
    assert raw.count(REMARK.encode()) == 1


def test_what_is_not_on_disk_as_it_is_meant_is_not_packed(root: Path) -> None:
    session = Session(root)
    session.edit("dossier.yaml", [Change(("about",), "Neu.\n")], "Kurzporträt")
    with pytest.raises(EditError, match="gespeichert"):
        pack.prepare(session, day=DAY)
    session.undo()
    with (root / MEASURE).open("a") as measure:
        measure.write("# von nebenan\n")
    with pytest.raises(EditError, match="außerhalb geändert"):
        pack.prepare(session, day=DAY)


def with_proof(root: Path, file: str) -> Contents:
    (root / MEASURE).write_text(
        f"format: 1\ntitle: Mentoring\nproofs:\n  - {{title: Probe, file: '{file}', release: public}}\n"
    )
    return gather(Session(root), internal=False)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("../geheim.txt", "outside"),
        ("/etc/passwd", "outside"),
        ("C:/geheim.txt", "outside"),
        ("attachments/../../geheim.txt", "outside"),
        ("attachments\\..\\..\\geheim.txt", "outside"),
        ("attachments/verweis.txt", "outside"),
        ("verweis/konzept.pdf", "outside"),
        ("attachments", "unreadable"),
        ("attachments/fehlt.pdf", "missing"),
        ("attachments/gross.bin", "too_large"),
    ],
)
def test_no_path_leads_out_of_the_dossier(
    root: Path, monkeypatch: pytest.MonkeyPatch, file: str, reason: str
) -> None:
    monkeypatch.setattr("tea_assistant.services.capsule.proofs.LARGEST_FILE", 1000)
    (root.parent / "geheim.txt").write_bytes(SECRET)
    (root / "attachments/gross.bin").write_bytes(b"x" * 1001)
    (root / "attachments/verweis.txt").symlink_to(root.parent / "geheim.txt")
    (root / "verweis").symlink_to(root / "attachments")
    contents = with_proof(root, file)
    assert [each.reason for each in contents.left_out if each.file == file] == [reason]
    assert not any("geheim" in name or "verweis" in name for name in contents.files)
    assert SECRET not in contents.files.values()


def test_detours_in_a_path_are_straightened(root: Path) -> None:
    assert "attachments/konzept.pdf" in with_proof(root, "attachments/./konzept.pdf").files
    assert "attachments/konzept.pdf" in with_proof(root, "attachments\\konzept.pdf").files


def test_the_logo_of_the_house_comes_along(root: Path) -> None:
    (root / "theme.yaml").write_text("format: 1\nlogo: {file: attachments/logo.svg, description: Wappen}\n")
    (root / "attachments/logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    contents = gather(Session(root), internal=False)
    assert {"theme.yaml", "attachments/logo.svg"} <= contents.files.keys()
    assert "" not in contents.attachments


@pytest.mark.usefixtures("no_pages")
def test_what_is_too_much_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capsule, "LARGEST_CAPSULE", 1000)
    with pytest.raises(FileError, match="erlaubt sind"):
        pack.write(pack.prepare(Session(root), day=DAY))
    assert not (root / "build").exists()
