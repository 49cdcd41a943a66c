"""A dossier whose every text tries to be more than text, to do something, or to get lost."""

import json
import re
from pathlib import Path

INLINE = {
    '#read("/etc/passwd")': '#read("/etc/passwd")',
    '#import "../geheim.txt"': '#import "../geheim.txt"',
    "#{sys.version} #let x = 1": "#{sys.version} #let x = 1",
    "$x$ und $ 5": "$x$ und $ 5",
    "@label und a@b": "@label und a@b",
    "<label> {{7*7}} {% x %}": "<label> {{7*7}} {% x %}",
    "C:\\Akten\\neu \\": "C:\\Akten\\neu \\",
    "`#read` und ``": "#read und ``",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)> <!-- -->": "<img src=x onerror=alert(1)> <!-- -->",
    "]]> </w:t></w:p> &lt; &#0;": "]]> </w:t></w:p> < �",
    "[x](javascript:alert(1))": "[x](javascript:alert(1))",
    "[y](vbscript:x) [z](data:text/html,x)": "[y](vbscript:x) [z](data:text/html,x)",
    "[a](//server/share) [b](file:///etc/passwd)": "a [b](file:///etc/passwd)",
    "[c](../geheim.txt) //server/share": "c //server/share",
    "[d](#inhalt) [e](#nirgends)": "d e",
    "![Bild](https://example.org/x.png)": "Bild",
    "![Foto](../geheim.txt) ![Plan](file:///etc/passwd)": "Foto ![Plan](file:///etc/passwd)",
    "Fest 😀 und 👩\u200d👧": "Fest 😀 und 👩\u200d👧",
    "שלום עולם und العربية": "שלום עולם und العربية",
    "a\u202eb\u2066c\u2069d": "a�b�c�d",
    "w" * 5000: "w" * 5000,
    "n\u0000n b\u0007b e\u001b[31me f\ufffef g\uffffg": "n�n b�b e�[31me f�f g�g",
    "Mitarbeiter*innen und Bürger*innen [/x] „gut“": "Mitarbeiter*innen und Bürger*innen [/x] „gut“",
    "*" * 2000 + "hell" + "*" * 2000: "hell",
}
"""Texts of one line, with what is to be seen of them in a prose; in a title, each is as it is written."""
BLOCKS = {
    "> " * 60 + "zitattief": ("zitattief",),
    "- " * 60 + "listentief": ("listentief",),
    "> - " * 30 + "beidestief": ("beidestief",),
    "1. " * 60 + "zahlentief": ("zahlentief",),
    "\n".join("  " * at + f"- stufe{at}" for at in range(60)): tuple(f"stufe{at}" for at in range(60)),
    "| Kopf | Zahl |\n|---|--:|\n" + "\n".join(f"| Zeile{at} | {at} |" for at in range(300)): (
        *("KopfZahl", "Zeile0", "Zeile299299"),
    ),
    '```typst\n#read("/etc/passwd")\n': ('#read("/etc/passwd")',),
    "    eingerückt <b>\n": ("eingerückt <b>",),
    "Zeile\n===\n\n###### Sechs\n\n# Eins\n": ("Zeile", "Sechs", "Eins"),
    "<div>\nHtmlblock\n</div>": ("<div>", "Htmlblock", "</div>"),
    "[" * 500 + "Klammern" + "]" * 500: ("Klammern",),
    "![" * 100 + "Bilder" + "](x)" * 100: ("Bilder",),
}
"""Texts of several lines, with words that are to be seen of them."""
HIDDEN = "streng-geheim-4711"
BROKEN_PNG = b"\x89PNG\r\n\x1a\nkaputt"


def write(folder: Path) -> Path:
    """Write the dossier into a folder, beside a file that nothing in it may show; return where it is."""
    root = folder / "mappe"
    for file, value in _files().items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(value), encoding="utf-8")
    (folder / "geheim.txt").write_text(HIDDEN, encoding="utf-8")
    (root / "attachments").mkdir()
    (root / "attachments" / "kaputt.png").write_bytes(BROKEN_PNG)
    return root


def numbered() -> dict[str, str]:
    """Return the texts of one line by the mark under which each stands in the dossier."""
    return {f"T{at:02}x": text for at, text in enumerate(INLINE)}


def _files() -> dict[str, object]:
    lines = {mark: f"{mark} {text}" for mark, text in numbered().items()}
    short = [line for line in lines.values() if len(line) < 100]
    own = [{"id": "tief", "title": "Tief", "statement": "> - " * 30 + "beidestief"}]
    own += [{"id": mark.lower(), "title": line, "statement": line} for mark, line in lines.items()]
    evidence = {
        f"evidence/{mark.lower()}.yaml": {
            "format": 1,
            "title": line,
            "summary": line,
            "action_fields": ["af03"],
            "results": [{"text": line}],
            "proofs": [
                {"title": line, "file": "attachments/kaputt.png", "release": "public"},
                {"title": line, "file": "../geheim.txt", "release": "public"},
                {"title": line, "url": "https://example.org/?" + mark, "release": "public"},
            ],
            "cycles": {"2025": {"state": "expanded", "change": line}},
        }
        for mark, line in lines.items()
    }
    wishes = [{"id": mark.lower(), "text": line, "kind": "asked"} for mark, line in lines.items()]
    opening = "\n\n".join([*lines.values(), *BLOCKS])
    name = " ".join(short)
    return {
        "dossier.yaml": {"format": 1, "name": name, "state": "NW", "about": "\n\n".join(lines.values())},
        "theme.yaml": {
            "format": 1,
            "footer": '#read("/etc/passwd") <b> $x$ \\',
            "logo": {"file": "attachments/kaputt.png", "description": "<b>"},
        },
        "figures/2024-12-31.yaml": {
            "format": 1,
            "as_of": "2024-12-31",
            "note": " ".join(lines.values()),
            "rows": [{"group": "staff", "total": 30, "women": 20, "men": 10, "note": name}],
        },
        "cycles/2022/cycle.yaml": {"format": 1, "catalogue": "verwaltung-2015", "award": 1},
        "cycles/2022/jury.yaml": {"format": 1, "award": 1, "decided": "2022-07-01", "expectations": wishes},
        "cycles/2025/cycle.yaml": {
            "format": 1,
            "catalogue": "verwaltung-2021",
            "renews": "2022",
            "figures": "2024-12-31",
        },
        "cycles/2025/fields/af03.yaml": {
            "format": 1,
            "opening": opening,
            "criteria": {"af03-mentoring": {"applies": True, "evidence": [m.lower() for m in lines]}},
            "own_criteria": own,
        },
        **evidence,
    }


def _yaml(value: object) -> str:
    """Write values as JSON, which YAML is too, with what YAML forbids as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return re.sub("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text)
