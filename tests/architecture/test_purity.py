"""Checking and assembling touch no file: what they need was read before."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "stadt-herne"

_RUN = """
import json, sys
from pathlib import Path
from tea_assistant.checks.completeness import completeness
from tea_assistant.checks.run import check
from tea_assistant.document.markdown import assemble
from tea_assistant.services.session import Session

opened = []
watching = False
def watch(event, given):
    if watching and (event == "open" or event.startswith(("os.", "subprocess.", "socket."))):
        opened.append([event, str(given[0])])
sys.addaudithook(watch)

application = Session(Path(sys.argv[1])).application
# The first time loads the rules, and the German names of months, which is the library's own affair.
check(application)
assemble(application)
watching = True
report = check(application)
document = assemble(application, gaps={g.part: [g.title] for g in completeness(application).gaps()})
watching = False
json.dump({"opened": opened, "findings": len(report.findings), "length": len(document)}, sys.stdout)
"""


def test_checking_and_assembling_open_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(EXAMPLE)], capture_output=True, encoding="utf-8", check=True
    )
    told = json.loads(done.stdout)
    assert told["opened"] == []
    assert told["findings"] > 0
    assert told["length"] > 10_000
