"""How the page looks: in the colours of the house style, by day and by night, on paper and on a phone."""

from string import Template

from tea_assistant.document.contrast import readable
from tea_assistant.document.theme import Theme

_LIGHT = {"paper": "#ffffff", "tint": "#f3f5f7", "ink": "#1b232c", "soft": "#525e6b", "line": "#d3dae1"}
_DARK = {"paper": "#14181d", "tint": "#1e242b", "ink": "#e2e7ec", "soft": "#a4afbb", "line": "#39434e"}

_ENHANCED = 7
"""More than the least contrast (WCAG 2.2, 1.4.6): these colours carry headings and links."""
_STYLE = Template("""
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

main > section:not(.draft) { border-top: 1px solid var(--line); margin-top: 3.5rem; }
main > section:not(.draft) > h2 { margin-top: 1.6rem; }
section > section > h3 { margin-top: 2.4rem; }
.draft {
  border-left: 4px solid var(--accent); background: var(--tint);
  padding: .8rem 1.1rem; margin: 2rem 0;
}
.draft p, .draft ul { margin: 0; }
.draft ul { margin-top: .8rem; padding-left: 1.1rem; font-size: .95rem; }
.draft li { margin: .5rem 0; }
summary { cursor: pointer; padding: .2rem 0; }

dl > div {
  display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); gap: .1rem 1.2rem;
  padding: .4rem 0; border-top: 1px solid var(--line);
}
dl > div:last-child { border-bottom: 1px solid var(--line); }
dl { font-size: .97rem; line-height: 1.5; }
dt { color: var(--soft); }
dt strong { font-weight: 600; }
dd { margin: 0; min-width: 0; }
dd ul, dd ol { margin: .2rem 0; padding-left: 1.1rem; }
.see { font-size: .95rem; line-height: 1.5; padding-left: .9rem; border-left: 3px solid var(--line); }
.see strong { color: var(--soft); font-weight: 600; }
.back { font-size: .9rem; margin-top: 2rem; }
li > ul, li > ol { margin: .2rem 0 .4rem; }
blockquote { padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); margin-inline: 0; }
code {
  font: .92em ui-monospace, Consolas, "DejaVu Sans Mono", monospace;
  background: var(--tint); padding: .1em .3em;
}
pre { background: var(--tint); padding: .9rem 1.1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { padding: 0; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }

.scroll { position: relative; overflow-x: auto; }
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
th.middle, td.middle { text-align: center; }
.notes { font-size: .88rem; line-height: 1.5; color: var(--soft); list-style: none; padding-left: 0; }
figure { margin: 1.8rem 0; }
figure .scroll { margin-bottom: .5rem; background: #fff; border: 1px solid var(--line); padding: .9rem; }
figure img { display: block; width: 100%; min-width: 26rem; height: auto; }
figcaption { font-weight: 600; line-height: 1.35; margin-bottom: .6rem; }
figure details { font-size: .88rem; color: var(--soft); }
figure details p { margin: .3rem 0 0; }
img { max-width: 100%; }

@media (max-width: 36rem) {
  dl > div { grid-template-columns: minmax(0, 1fr); }
}
@media screen and (min-width: 66rem) {
  body {
    display: grid; grid-template-columns: minmax(0, 1fr) 17rem minmax(0, 43rem) minmax(0, 1fr);
    column-gap: 4rem; padding-inline: 2rem; align-items: start;
  }
  header, footer { grid-column: 2 / 4; }
  nav {
    grid-column: 2; position: sticky; top: 0; max-height: 100vh; overflow-y: auto;
    padding: 1.5rem .5rem 1.5rem .25rem;
  }
  main { grid-column: 3; padding-top: 1.5rem; min-width: 0; }
  main:not(nav + main) { grid-column: 2 / 4; }
  .draft { margin-top: 0; }
  main > section:first-child, main > .draft + section { border-top: 0; margin-top: 0; }
  .back { display: none; }
}
@media print {
  @page {
    size: A4; margin: ${margin}cm;
    @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; }
  }
  html { font-size: calc(${size}pt / 1.0625); }
  body { line-height: 1.45; padding: 0; }
  header { padding-top: 0; }
  .skip, .back, figure details { display: none; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; height: auto; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  tr, figure, dl > div, pre, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  tr > :first-child { position: static; background: none; }
  figure img { min-width: 0; }
  table { font-size: .88em; }
  th, td { min-width: 0; }
}
""")


def style(theme: Theme) -> str:
    """Write the style sheet; colours are made as dark, or at night as bright, as reading takes."""
    return _STYLE.substitute(
        light=_variables(_LIGHT, theme),
        dark=_variables(_DARK, theme),
        size=f"{theme.font_size:g}",
        margin=f"{theme.margin:g}",
    )


def _variables(colours: dict[str, str], theme: Theme) -> str:
    # What can be read on the tint can be read on the paper: that is the further away of the two.
    own = {
        name: readable(colour, colours["tint"], _ENHANCED)
        for name, colour in (("main", theme.main), ("accent", theme.accent))
    }
    return " ".join(f"--{name}: {colour};" for name, colour in {**colours, **own}.items())
