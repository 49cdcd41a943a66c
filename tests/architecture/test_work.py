"""What a command does is counted, not timed: what it imports, which files it opens, how often rules look."""

import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from tea_assistant.checks import registry
from tea_assistant.checks.rule import Check
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding
from tea_assistant.services import check
from tea_assistant.services.session import Session

EXAMPLE = Path(__file__).parents[2] / "examples" / "stadt-herne"
_COSTLY = ("asyncio", "email", "http", "secrets", "socket", "ssl", "sqlite3", "subprocess", "unittest", "xml")
"""Parts of Python that take long to import."""
_START = {f"tea_assistant{room}" for room in ("", ".cli", ".errors", ".patterns", ".prose")}
_PROSE = {"email", "linkify_it", "markdown_it", "mdurl", "socket", "uc_micro"}
"""What reads Markdown brings along."""
_VALUES = {"msgspec", "tea_assistant.patterns", "typing_extensions"}
"""What the values of all rooms are made of."""
_RULES = (
    _START
    | _PROSE
    | _VALUES
    | {f"tea_assistant.{room}" for room in ("checks", "figures", "model", "review", "services")}
)
_CHECK = (
    _RULES
    | {f"tea_assistant.{room}" for room in ("document", "report", "resources", "store")}
    | {"jsonschema_rs"}
)
IMPORTED = {"--version": _START, "rule": _RULES, "check": _CHECK}
"""What each command may import. Whoever adds something here makes every start of it slower."""

_RUN = f"""
import io, json, os, sys
opened = []
sys.addaudithook(lambda event, given: event == "open" and given[1] and opened.append(given[0]))
from tea_assistant.__main__ import main
shown, sys.stdout = sys.stdout, io.StringIO()
main()
names = set()
for name in list(sys.modules):
    top, _, rest = name.partition(".")
    if top == "tea_assistant":
        names.add(".".join(name.split(".")[:2]))
    elif top in {_COSTLY!r} or top not in sys.stdlib_module_names and not top.startswith("_"):
        names.add(top)
files = [os.fspath(path) for path in opened if isinstance(path, (str, os.PathLike))]
json.dump([sorted(names - {{"__main__", "tea_assistant.__main__"}}), files], shown)
"""


def _ran(*arguments: str | Path) -> tuple[set[str], list[str]]:
    command = [sys.executable, "-c", _RUN, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    names, files = json.loads(done.stdout)
    return set(names), files


@pytest.mark.parametrize("command", IMPORTED)
def test_a_command_imports_no_more_than_it_did(command: str) -> None:
    folder = [EXAMPLE] if command == "check" else []
    names, files = _ran(command, *folder)
    usual = _ran_bare()
    assert names - usual <= IMPORTED[command]
    ours = Counter(file for file in files if file.startswith(str(EXAMPLE)) and file.endswith(".yaml"))
    if folder:
        assert set(ours) == set(map(str, EXAMPLE.rglob("*.yaml")))
    assert all(times == 1 for times in ours.values()), ours


def _ran_bare() -> set[str]:
    """Return what an interpreter imports here before it does anything."""
    bare = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", bare], capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(done.stdout))


def test_each_rule_looks_once_and_each_text_is_parsed_once_for_each_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: Counter[str] = Counter()
    parsed: Counter[str] = Counter()

    def counting(code: str, look: Check) -> Check:
        def counted(application: Application) -> Iterator[Finding]:
            looked[code] += 1
            return look(application)

        return counted

    rules = {c: replace(r, check=r.check and counting(c, r.check)) for c, r in registry.RULES.items()}
    monkeypatch.setattr("tea_assistant.checks.run.RULES", rules)
    parse = MarkdownIt.parse

    def noting(parser: MarkdownIt, src: str, env: object = None) -> object:
        parsed[src] += 1
        return parse(parser, src, env)  # type: ignore[arg-type]

    monkeypatch.setattr(MarkdownIt, "parse", noting)
    session = Session(EXAMPLE)
    for report in check.REPORTS.values():
        io.StringIO(report(session, None))
    assert set(looked) == {code for code, rule in rules.items() if rule.check}
    assert set(looked.values()) == {1}
    # For its references and its paragraphs, and for what is not printed.
    assert max(parsed.values(), default=0) <= 2
