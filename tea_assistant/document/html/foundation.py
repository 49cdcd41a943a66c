"""What all web pages of the program share: colours by day and by night, letters, links and tables."""

from collections.abc import Mapping

from tea_assistant.document.contrast import readable
from tea_assistant.document.theme import Theme

LIGHT = {"paper": "#ffffff", "tint": "#f3f5f7", "ink": "#1b232c", "soft": "#525e6b", "line": "#d3dae1"}
DARK = {"paper": "#14181d", "tint": "#1e242b", "ink": "#e2e7ec", "soft": "#a4afbb", "line": "#39434e"}

_ENHANCED = 7
"""More than the least contrast (WCAG 2.2, 1.4.6): these colours carry headings and links."""
BASE = """
:root { color-scheme: light dark; $light }
@media screen and (prefers-color-scheme: dark) { :root { $dark } }
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; padding: 0 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 400 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  hyphens: auto; overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6 { color: var(--main); line-height: 1.25; margin: 2.2em 0 .6em; text-wrap: balance; }
h1 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.4rem); margin: 0 0 .3em; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1.0625rem; }
p, ul, ol, dl, blockquote, pre, figure, .scroll { margin: 0 0 1em; }
p, li, dt, dd, th, td, h1, h2, h3, h4, h5, h6 { unicode-bidi: plaintext; text-align: start; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
:target { background: var(--tint); box-shadow: 0 0 0 .35rem var(--tint); border-radius: 1px; }
main:target { background: none; box-shadow: none; }
.skip {
  position: absolute; left: 1rem; top: -6rem;
  padding: .6rem 1rem; background: var(--paper); z-index: 1;
}
.skip:focus { top: 1rem; }

header { padding: 3rem 0 1.5rem; border-bottom: 3px solid var(--main); margin-bottom: 2rem; }
header p { color: var(--soft); margin: 0; }
header p strong { color: var(--ink); }
header img { max-width: 14rem; max-height: 6rem; background: #fff; padding: .5rem; margin-bottom: 1.5rem; }
footer {
  margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line);
  color: var(--soft); font-size: .9rem;
}

nav { font-size: .95rem; line-height: 1.4; overflow-wrap: anywhere; }
nav h2 { font-size: 1rem; margin: 0 0 .8rem; }
nav ol { list-style: none; padding: 0; margin: 0; }
nav li { padding: .45rem 0; border-top: 1px solid var(--line); }
nav a { color: var(--main); text-decoration: none; display: inline-block; padding: .15rem 0; }
nav a:hover { text-decoration: underline; }
nav span { display: block; color: var(--soft); font-size: .85rem; }

"""
"""The page, its headings and its links; `$light` and `$dark` are the colours."""
TABLES = """.scroll { position: relative; overflow-x: auto; }
table {
  border-collapse: separate; border-spacing: 0; width: 100%; font-size: .95rem; line-height: 1.4;
  font-variant-numeric: tabular-nums lining-nums;
}
caption {
  position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
th, td {
  padding: .5rem .75rem; border-bottom: 1px solid var(--line);
  vertical-align: top; min-width: 4.5rem;
}
thead th, thead td { border-bottom: 2px solid var(--main); vertical-align: bottom; color: var(--main); }
th { font-weight: 600; }
tbody th { font-weight: 400; min-width: 10rem; }
tr > :first-child { position: sticky; left: 0; background: var(--paper); }
tbody tr:hover > * { background: var(--tint); }
th:first-child, td:first-child { padding-left: 0; }
th.number, td.number { text-align: end; }
td.number { white-space: nowrap; }
th.middle, td.middle { text-align: center; }"""
"""Tables that scroll in a region of their own."""


def variables(colours: Mapping[str, str], theme: Theme) -> str:
    """Write the colours of a page; those of the house are made as dark, or as bright, as reading takes."""
    # What can be read on the tint can be read on the paper: that is the further away of the two.
    own = {
        name: readable(colour, colours["tint"], _ENHANCED)
        for name, colour in (("main", theme.main), ("accent", theme.accent))
    }
    return " ".join(f"--{name}: {colour};" for name, colour in {**colours, **own}.items())
