"""Measures commands as whole processes, from the shell's call to their end."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import dossiers, peers, plans
from benchmarks.live_pages import long_enough
from benchmarks.measure import Job, Ratio, Run, interleaved, peak, process
from benchmarks.row import Row, faster, slower
from tea_assistant.document.typst.pdf import source
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.session import Session

TEA = Path(sys.executable).with_name("tea")
NOTHING = "python -c pass"
_PARSE = """\
import sys, pathlib, yaml
for file in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""
_TYPST = """\
import sys, typst
fonts = typst.Fonts(include_system_fonts=False)
compiler = typst.Compiler(sys.argv[1], font_paths=fonts, ignore_system_fonts=True)
compiler.compile(output=sys.argv[2], format="pdf", pdf_standards=["a-2a", "ua-1"])
"""


def tea(*words: str | Path) -> Job:
    """Return the job of running the program."""
    return process([TEA, *words])


def python(program: str, *words: str | Path) -> Job:
    """Return the job of running a few lines of Python."""
    return process([sys.executable, "-c", program, *words])


def starts(folder: Path, runs: int) -> Iterator[Row]:
    """Measure what starts small: the version, a rule, a check of 100 files."""
    small = dossiers.write(folder / "small", 100)
    jobs = {
        NOTHING: python("pass"),
        "tea --version": tea("--version"),
        "tea rule TEA201": tea("rule", "TEA201"),
        "tea check, 100 files": tea("check", small),
    }
    found = interleaved(jobs, runs)
    yield slower("tea --version", NOTHING, found, 4)
    yield slower("tea rule TEA201", NOTHING, found, 4)
    yield slower("tea check, 100 files", NOTHING, found, 10)


def checks(folder: Path, runs: int) -> Iterator[Row]:
    """Measure checks of 1,000 and of 10,000 files: against parsing alone, and against each other."""
    one, many, more = (dossiers.write(folder / str(size), size) for size in (1, 1000, 10_000))
    few, alone, thousand, all_ = (
        "one file",
        "parsing 1,000 files alone",
        "tea check, 1,000 files",
        "10,000 files",
    )
    jobs = {
        few: tea("check", one),
        alone: python(_PARSE, many),
        thousand: tea("check", many),
        all_: tea("check", more),
    }
    found = interleaved(jobs, runs)
    yield slower(thousand, alone, found, 1.0)
    longer = [a.computed / b.computed / 10 for a, b in zip(found[all_], found[thousand], strict=True)]
    wall = [a.seconds / b.seconds / 10 for a, b in zip(found[all_], found[thousand], strict=True)]
    yield Row(
        "tea check, 10,000 files, time per file",
        "1,000 files",
        Ratio(tuple(wall)),
        1.1,
        computing=Ratio(tuple(longer)),
    )
    small, middle, large = (peak(TEA, "check", dossier) for dossier in (one, many, more))
    grown = Ratio(((large - small) / (middle - small) / 10,))
    yield Row("tea check, 10,000 files, memory per file", "1,000 files", grown, 1.1)
    yield Row("tea check, 10,000 files, memory at its highest", "", Ratio((large,)), 300, unit=" MB")


def others(folder: Path, runs: int, environments: Path) -> Iterator[Row]:
    """Measure what other programs take for the like of a check and a document, on the same items."""
    commands = {name: peers.installed(name, environments) for name in peers.VERSIONS}
    ours = dossiers.write(folder / "ours", peers.ITEMS, size=peers.SIZE)
    stop = peers.doorstop(folder / "doorstop")
    strict = peers.strictdoc(folder / "strictdoc")
    oscal = peers.trestle(folder / "trestle", commands["compliance-trestle"])
    doorstop = commands["doorstop"] / "doorstop"
    trestle = commands["compliance-trestle"] / "trestle"
    check, md, html = "tea check, the peers' items", "tea build --format md", "tea build --format html"
    found = interleaved(
        {
            check: tea("check", ours),
            "doorstop -q -F": process([doorstop, "-q", "-F"], stop),
            "trestle validate": process([trestle, "validate", "-t", "catalog", "-n", "tea"], oscal),
            "doorstop -q": process([doorstop, "-q"], stop),
        },
        runs,
    )
    yield faster(check, "doorstop -q -F", found, 8)
    yield faster(check, "doorstop -q", found, 30)
    yield faster(check, "trestle validate", found, None)
    pages = tea("build", ours, "--format", "html", "-o", folder / "html")
    publish: list[str | Path] = [doorstop, "-q", "publish", "all"]
    found = interleaved(
        {
            md: tea("build", ours, "--format", "md", "-o", folder / "md"),
            html: pages,
            "doorstop publish -m": process([*publish, folder / "publish-m", "-m"], stop),
            "doorstop publish -H": process([*publish, folder / "publish-h", "-H"], stop),
            "trestle author catalog-generate": process(
                [trestle, "author", "catalog-generate", "-n", "tea", "-o", "md"], oscal
            ),
        },
        runs,
    )
    yield faster(md, "doorstop publish -m", found, 15)
    yield faster(html, "doorstop publish -H", found, 8)
    yield faster(md, "trestle author catalog-generate", found, None)
    export = process([commands["strictdoc"] / "strictdoc", "export", strict, "--output-dir", folder / "out"])
    found = interleaved({html: pages, "strictdoc export, cold": _cold(export, folder / "out")}, runs)
    yield faster(html, "strictdoc export, cold", found, 40)


def _cold(job: Job, folder: Path) -> Job:
    def run() -> Run:
        peers.without(folder)
        return job()

    return run


def printed(folder: Path, runs: int, example: Path) -> Iterator[Row]:
    """Measure the PDF of an application of 25 pages against Typst alone."""
    long_enough(example)
    written = manuscript(Session(example, "2025"), final=False)
    pictures = written.pictures(titled=False)
    program = folder / "finished.typ"
    program.write_text(
        source(written.leaf(pictures), pictures, written.theme, written.facts), encoding="utf-8"
    )
    ours, alone = "tea build --format pdf, 25 pages", "typst alone on the finished .typ"
    jobs = {
        ours: tea("build", example, "--format", "pdf", "-o", folder / "pdf"),
        alone: python(_TYPST, program, folder / "alone.pdf"),
    }
    yield slower(ours, alone, interleaved(jobs, runs), 1.3)


def documents(folder: Path, runs: int, example: Path) -> Iterator[Row]:
    """Measure reading an equality plan of 130 KB with 430 lines of tables."""
    plan = plans.write(folder / "plan.md")
    audit, take = "tea figures audit, a plan of 130 KB", "tea import, the same plan"
    jobs = {
        NOTHING: python("pass"),
        audit: tea("figures", "audit", plan),
        take: tea("import", plan, "--into", example, "--format", "json"),
    }
    found = interleaved(jobs, runs)
    yield slower(audit, NOTHING, found, 20)
    yield slower(take, NOTHING, found, 40)
