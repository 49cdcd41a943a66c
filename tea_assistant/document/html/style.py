"""How the page looks: in the colours of the house style, by day and by night, on paper and on a phone."""

from string import Template

from tea_assistant.document.html.foundation import BASE, DARK, LIGHT, TABLES, variables
from tea_assistant.document.theme import Theme

_STYLE = Template(
    BASE
    + """main > section:not(.draft) { border-top: 1px solid var(--line); margin-top: 3.5rem; }
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
.see strong, .told strong { color: var(--soft); font-weight: 600; }
.told { font-size: .95rem; line-height: 1.55; }
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

"""
    + TABLES
    + """
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
  .see { break-before: avoid; }
  tr, figure, dl > div, pre, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  tr > :first-child { position: static; background: none; }
  figure img { min-width: 0; }
  table { font-size: .88em; }
  th, td { min-width: 0; }
}
"""
)


def style(theme: Theme) -> str:
    """Write the style sheet; colours are made as dark, or at night as bright, as reading takes."""
    return _STYLE.substitute(
        light=variables(LIGHT, theme),
        dark=variables(DARK, theme),
        size=f"{theme.font_size:g}",
        margin=f"{theme.margin:g}",
    )
