"""How the page looks: as the document does, with marks for weights, a filter and a matrix."""

from string import Template

from tea_assistant.document.contrast import readable
from tea_assistant.document.html.foundation import BASE, DARK, LIGHT, TABLES, variables
from tea_assistant.document.theme import Theme

_WEIGHTS = {"error": "#a3142a", "warning": "#7a4b00", "hint": "#1d4f8c"}
_ENHANCED = 7
_STYLE = Template(
    BASE
    + """
main > section { border-top: 1px solid var(--line); margin-top: 3rem; }
main > section > h2 { margin-top: 1.4rem; }
section:target { background: none; box-shadow: none; }
.count { color: var(--soft); font-weight: 400; font-size: .85em; }
.code, code {
  font: .82rem ui-monospace, Consolas, "DejaVu Sans Mono", monospace; color: var(--soft);
  overflow-wrap: anywhere; font-weight: 400;
}
.overall { font-size: 1.15rem; }
.overall strong { font-size: 1.9rem; color: var(--main); font-variant-numeric: tabular-nums; }
.overall .bar { display: block; max-width: 26rem; height: .7rem; margin-top: .3rem; }
.bar { width: 100%; height: .55rem; display: block; }
.rail { fill: var(--line); }
.done { fill: var(--main); }
td.share { min-width: 6rem; vertical-align: middle; }
.weights { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; }
.sign { font-weight: 600; white-space: nowrap; }
.sign.error { color: var(--error); }
.sign.warning { color: var(--warning); }
.sign.hint { color: var(--hint); }
.good::before { content: "✓ " / ""; color: var(--main); font-weight: 600; }

#filter {
  display: flex; flex-wrap: wrap; gap: .7rem 1.4rem; align-items: end;
  background: var(--tint); padding: 1rem 1.1rem; margin-top: 2.5rem; font-size: .95rem;
}
#filter[hidden] { display: none; }
#filter fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
#filter legend, #filter > label { color: var(--soft); padding: 0; }
#filter fieldset label {
  display: inline-flex; align-items: center; gap: .4rem; min-height: 2.2rem; color: var(--ink);
}
#filter > label { display: grid; gap: .2rem; flex: 1 1 11rem; min-width: 0; }
#filter input, #filter select, #filter button {
  font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft);
  border-radius: 3px; padding: .35rem .6rem; min-height: 2.2rem; min-width: 0; max-width: 100%;
}
#filter input[type=checkbox] { min-height: 0; width: 1.15rem; height: 1.15rem; accent-color: var(--main); }
#filter button { cursor: pointer; }
#filter p { margin: 0; flex-basis: 100%; color: var(--soft); }

.group { border-left: 4px solid var(--line); padding-left: 1.1rem; margin: 1.8rem 0 2.2rem; }
.group.error { border-color: var(--error); }
.group.warning { border-color: var(--warning); }
.group.hint { border-color: var(--hint); }
.group h4 { margin: 0 0 .4rem; }
.why { color: var(--soft); font-size: .95rem; margin-bottom: .4rem; }
.todo { font-size: .95rem; }
.group > ul, #accepted > ul { list-style: none; padding: 0; margin: 0; }
.finding { border-top: 1px solid var(--line); padding: .7rem 0 .6rem; }
.finding p { margin: 0 0 .25rem; }
.finding blockquote {
  margin: .3rem 0 .4rem; padding-left: .9rem; border-left: 3px solid var(--line);
  color: var(--soft); font-size: .95rem;
}
.new {
  font-size: .8rem; font-weight: 600; color: var(--paper); background: var(--accent);
  padding: .05rem .4rem; border-radius: 3px;
}
.place {
  display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, auto); gap: .1rem 1.2rem;
  align-items: baseline; color: var(--soft); font-size: .88rem;
}
.place > * { overflow-wrap: anywhere; }
.place code { max-width: 19rem; }
[hidden] { display: none; }
summary { cursor: pointer; padding: .3rem 0; font-weight: 600; }
details li { margin: .3rem 0; }
.state { display: block; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
#proofs ul { list-style: none; padding: 0; margin: 0; }
#proofs td ul { min-width: 11rem; }
.remarks { list-style: none; padding: 0; }
.by { color: var(--soft); font-size: .88rem; margin: 0; }
.still { color: var(--warning); font-weight: 600; }
.still::before { content: "▲ " / ""; }
.settled { color: var(--soft); }
.settled::before { content: "✓ " / ""; }
.answers { list-style: none; margin: .5rem 0 0; padding-left: 1.1rem; border-left: 3px solid var(--line); }
.difference { margin: 0 0 .5rem; }
del { color: var(--error); text-decoration-thickness: .1em; }
ins { color: var(--hint); font-weight: 600; text-decoration-thickness: .1em; }
.problem { color: var(--warning); font-weight: 600; }

"""
    + TABLES
    + """
.matrix { margin-bottom: 1.5rem; }
.matrix .scroll { max-height: 85vh; overflow: auto; }
.matrix table { width: auto; }
.matrix tbody th { min-width: 11rem; max-width: 15rem; }
.matrix thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; }
.matrix thead th:first-child { z-index: 2; }
.turned { min-width: 2.6rem; padding: .5rem .35rem; }
.turned span {
  writing-mode: vertical-rl; text-orientation: sideways; transform: rotate(180deg);
  max-height: 14rem; min-height: 4rem;
  line-height: 1.2; font-weight: 400; font-size: .88rem; hyphens: auto;
}
.matrix td { min-width: 2.6rem; text-align: center; }
.tick { color: var(--main); font-weight: 700; background: var(--tint); }

@media (max-width: 36rem) {
  #overview td.share, #overview thead td { display: none; }
  #overview th, #overview td { min-width: 0; padding-inline: .35rem; font-size: .88rem; }
  #overview tr > :first-child { overflow-wrap: anywhere; padding-left: 0; }
  .matrix tbody th { min-width: 9.5rem; max-width: 9.5rem; font-size: .82rem; overflow-wrap: anywhere; }
  .place { grid-template-columns: minmax(0, 1fr); }
  #proofs table, #proofs tbody, #proofs tr, #proofs th, #proofs td { display: block; min-width: 0; }
  #proofs thead { display: none; }
  #proofs tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  #proofs tr > * { border: 0; padding: .1rem 0; position: static; }
  #proofs tbody th { font-weight: 600; }
  #proofs td:last-child::before { content: "Freigabe: "; }
}
@media screen and (min-width: 66rem) {
  body {
    display: grid; grid-template-columns: minmax(0, 1fr) 15rem minmax(0, 52rem) minmax(0, 1fr);
    column-gap: 3.5rem; padding-inline: 2rem; align-items: start;
  }
  header, footer { grid-column: 2 / 4; }
  nav {
    grid-column: 2; position: sticky; top: 0; max-height: 100vh; overflow-y: auto;
    padding: 1.5rem .5rem 1.5rem .25rem;
  }
  main { grid-column: 3; padding-top: 1.5rem; min-width: 0; }
  main > section:first-child { border-top: 0; margin-top: 0; }
}
@media print {
  @page {
    size: A4; margin: ${margin}cm;
    @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; }
  }
  html { font-size: 10pt; }
  body { line-height: 1.4; padding: 0; }
  header { padding-top: 0; }
  nav, .skip, #filter { display: none; }
  details::details-content { content-visibility: visible; height: auto; }
  h1, h2, h3, h4 { break-after: avoid; }
  .why, .todo { break-after: avoid; }
  .finding, tr, .why, .todo, .matrix { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll, .matrix .scroll { overflow: visible; max-height: none; }
  tr > :first-child, .matrix thead th { position: static; background: none; }
  th, td { min-width: 0; }
  .matrix tbody th { min-width: 8rem; }
  .bar, .tick { print-color-adjust: exact; }
}
"""
)


def style(theme: Theme) -> str:
    """Write the style sheet; the colours of weights are as dark, or as bright, as reading takes."""
    return _STYLE.substitute(
        light=f"{variables(LIGHT, theme)} {_weights(LIGHT['tint'])}",
        dark=f"{variables(DARK, theme)} {_weights(DARK['tint'])}",
        margin=f"{theme.margin:g}",
    )


def _weights(ground: str) -> str:
    return " ".join(f"--{name}: {readable(colour, ground, _ENHANCED)};" for name, colour in _WEIGHTS.items())
