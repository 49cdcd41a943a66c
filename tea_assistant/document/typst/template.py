"""How the PDF looks: a Typst program that lays out the values it is given.

All that comes from a dossier comes in as values, so nothing in it can be a program. The blocks are those that
`typst_blocks` makes; a text is a list of runs, so that nothing nests deeper than lists and quotes do.
"""

TEMPLATE = r"""
#let main = rgb(d.theme.main)
#let accent = rgb(d.theme.accent)
#let grey = luma(35%)
#let size = d.theme.font_size * 1pt

#set document(title: d.title + " – " + d.organisation, author: d.organisation, date: datetime(..d.dated))
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern"), size: size,
  lang: "de", region: "DE", hyphenate: true, number-type: "lining",
  costs: (widow: 400%, orphan: 400%, hyphenation: 150%, runt: 200%))
#set par(justify: true, leading: .6em, spacing: .85em)
#set list(marker: text(main)[•], indent: .2em, body-indent: .6em, spacing: .6em)
#set enum(indent: .2em, body-indent: .6em, spacing: .6em, numbering: n => text(main)[#n.])
#set footnote.entry(separator: line(length: 25%, stroke: .4pt + grey), gap: .45em)
#show footnote.entry: set par(justify: false, leading: .45em)
#show footnote.entry: set text(size: .8em, hyphenate: false)
#show raw: set text(font: "DejaVu Sans Mono", size: .82em)
#show raw.where(block: true): it => block(width: 100%, fill: luma(96%), inset: 7pt, radius: 2pt, it)
#show link: it => text(fill: if type(it.dest) == str { accent } else { main }, it)

// A heading keeps with some lines of what follows, and stands in the colour of the house.
#set heading(outlined: true)
#show heading: set text(main, hyphenate: false, weight: "bold")
#show heading: set par(justify: false, leading: .5em)
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => {
  block(above: 2.2em, below: 1.1em, width: 100%, sticky: true, breakable: false,
    stroke: (bottom: 1pt + main), inset: (bottom: .5em), text(size: 1.02em, it))
}
#show heading.where(level: 2): set text(size: 1.02em)
#show heading.where(level: 2): set block(above: 1.4em, below: .65em)
#show heading.where(level: 3): set text(size: .98em)
#show heading.where(level: 3): set block(above: 1.3em, below: .65em)

// Who listens hears a gap where a line ends: without the space two words would be one.
#let next-line = [\u{a0}#linebreak()]
#let run(r, notes: true) = {
  if "br" in r { next-line } else {
    let body = if "c" in r { raw(r.t) } else if "n" in r { box(r.t) } else { r.t }
    if "m" in r { body = text(size: .8em, fill: grey, body) }
    if "i" in r { body = emph(body) }
    if "b" in r { body = strong(body) }
    if "to" in r { link(label(r.to), body) }
    else if "url" in r {
      link(r.url, body)
      if notes and "note" in r { footnote(label(r.note)) }
      else if notes and "defines" in r { [#footnote(link(r.url, r.shown))#label(r.defines)] }
    } else { body }
  }
}
#let line-of(runs, notes: true) = { for r in runs { run(r, notes: notes) } }

#let columns-of(b) = b.columns.map(c => if c == 0 { auto } else { c * 1fr })
#let table-of(b) = {
  set text(size: b.scale * size, number-width: "tabular", costs: (hyphenation: 60%))
  set par(justify: false, leading: .5em)
  let lined = (x, y) => (
    top: if y == 0 { 1pt + main } else if y == 1 { .6pt + main } else { .4pt + luma(80%) },
    bottom: 1pt + main,
  )
  // A table begins where there is room for its head and some rows; what follows may go to the next page.
  let least = (calc.min(b.rows.len(), 5) + 1) * 1.75em
  block(height: least, above: 1.1em, below: 0pt, breakable: false)
  v(-least)
  block(above: 0pt, below: 1.2em, table(
    columns: columns-of(b),
    align: (x, y) => (if y == 0 { bottom } else { top }) + (left, center, right).at(b.align.at(x)),
    inset: (x, y) => (x: if b.columns.len() > 6 { 3pt } else { 5pt }, y: 3.2pt),
    stroke: lined,
    fill: (x, y) => if y == 0 { main.lighten(90%) },
    table.header(repeat: true, ..b.head.map(runs => strong(text(main, line-of(runs, notes: false))))),
    ..b.rows.flatten().map(cell => line-of(cell.runs)),
  ))
}

// Endless words can't be set well, and to look for the best way takes seconds.
#let endless(runs) = runs.any(r => "t" in r and r.t.contains("\u{200b}"))
// What leads elsewhere is the last line of its paragraph, however long: no page begins with it.
#let see-of(runs) = { next-line; box(width: 100%, inset: (top: .6em), line-of(runs)) }
#let paragraph(b) = {
  set par(linebreaks: "simple", justify: false) if endless(b.runs + b.at("see", default: ()))
  par(line-of(b.runs) + if "see" in b { see-of(b.see) })
}
// A chart stands where it is told of if there is room; else text fills the page, and it comes at its foot.
#let figure-of(b) = {
  let told = if b.caption != "" { b.caption } + if "see" in b { next-line; line-of(b.see) }
  figure(image(bytes(pictures.at(b.picture)), format: "svg", width: 82%, alt: b.alt),
    caption: told, placement: bottom)
}

#let blocks(all) = {
  for b in all {
    if b.k == "p" { paragraph(b) }
    else if b.k == "facts" {
      set text(size: .9em)
      set par(leading: .52em)
      paragraph(b)
    }
    else if b.k == "h" { [#heading(level: b.level, line-of(b.runs, notes: false))#label(b.id)] }
    else if b.k == "ul" { list(tight: b.tight, ..b.items.map(blocks)) }
    else if b.k == "notes" {
      set text(size: .92em)
      list(tight: true, marker: none, indent: 0pt, body-indent: 0pt, ..b.items.map(blocks))
    }
    else if b.k == "ol" { enum(tight: b.tight, start: b.start, ..b.items.map(blocks)) }
    else if b.k == "quote" {
      block(width: 100%, inset: (left: 10pt, y: 2pt), stroke: (left: 2pt + main.lighten(60%)),
        quote(block: true, quotes: false, blocks(b.blocks)))
    }
    else if b.k == "code" { raw(block: true, b.t) }
    else if b.k == "rule" { pdf.artifact(line(length: 100%, stroke: .5pt + grey)) }
    else if b.k == "table" { table-of(b) }
    else if b.k == "figure" { figure-of(b) }
  }
}
#set quote(block: true)
#show quote: set pad(x: 0pt)
#show figure: set block(above: 1.4em, below: 1.4em, breakable: false)
#show figure: set align(left)
#show figure.caption: set text(size: .88em, fill: grey)
#show figure.caption: set par(justify: false)
#show figure.caption: set align(left)
#set figure(supplement: [Abbildung], gap: .7em)
#set figure.caption(separator: [: ])

// The parts by where they begin, for running heads and for counting pages.
#let running = context {
  let parts = query(heading.where(level: 1, outlined: true))
  let here-at = here().page()
  let first = parts.filter(h => h.location().page() == here-at)
  let at = if first.len() > 0 and first.first().location().position().y < 4.2cm { first.first() }
    else { parts.filter(h => h.location().page() < here-at).at(-1, default: first.at(0, default: none)) }
  if at != none { d.running.at(str(at.label), default: "") } else { d.contents_title }
}
#let head(right-side) = {
  set text(size: .82 * size, fill: grey)
  grid(columns: (1fr, auto), d.organisation, right-side)
  v(-.55em)
  line(length: 100%, stroke: .4pt + luma(70%))
}
#let foot(middle, right-side) = {
  set text(size: .82 * size, fill: grey)
  grid(columns: (1fr, auto, 1fr), align: (left, center, right), d.theme.footer, middle, right-side)
}
#let draft-mark = if d.draft.len() > 0 { text(accent, strong[Entwurf]) }
#let margin = d.theme.margin * 1cm

// Title page
#page(paper: "a4", margin: margin, header: none, footer: none, {
  set par(justify: false, leading: .55em)
  set text(hyphenate: false)
  if "logo" in d {
    let data = if "svg" in d.logo { bytes(d.logo.svg) } else { bytes(d.logo.data) }
    block(height: 3cm, width: 9cm,
      image(data, format: d.logo.format, height: 100%, width: 100%, fit: "contain", alt: d.logo.alt))
  }
  v(1fr)
  pdf.artifact(line(length: 3cm, stroke: 3pt + accent))
  v(.8em)
  block(below: 0pt, text(size: 2.6em, fill: main, weight: "bold", title(d.title)))
  v(2.2em)
  for (i, runs) in d.meta.enumerate() {
    let look = if i == 0 { (size: 1.6em, fill: main) } else { (size: 1.2em) }
    text(..look, par(line-of(runs, notes: false)))
  }
  v(2fr)
  grid(columns: (1fr, auto), align: bottom, text(fill: grey, d.until),
    if d.draft.len() > 0 {
      box(stroke: 1.2pt + accent, inset: (x: 10pt, y: 7pt), text(size: 1.2em, draft-mark))
    })
})

#set page(paper: "a4", margin: (x: margin, top: margin + .3cm, bottom: margin))

// What is still open belongs to nobody's count of pages.
#if d.draft.len() > 0 and d.gaps {
  set page(numbering: "i",
    header: head(draft-mark), footer: foot(none, [Offene Punkte: kein Teil der Bewerbung]))
  set text(size: .92em)
  set par(justify: false)
  blocks(d.draft)
}

#let seat = context foot(draft-mark, [Seite #counter(page).display() von #counter(page).final().first()])
#set page(numbering: "1", header: if not d.bare { head(running) }, footer: if not d.bare { seat })
#counter(page).update(2)
#if d.contents {
  show outline.entry: set par(justify: false)
  show outline.entry.where(level: 1): set block(above: 1em)
  show outline.entry.where(level: 1): set text(weight: "bold", fill: main)
  show outline.entry: set text(fill: black, hyphenate: false)
  outline(title: d.contents_title, depth: d.depth, indent: 1.2em)
}
// A chapter that is as it was is not read again.
#let chapter(told) = blocks(json(bytes(told)))
#for told in chapters { chapter(told) }

#context [#metadata((
  total: counter(page).final().first(),
  end: (page: counter(page).get().first(), y: here().position().y.pt()),
  top: (margin + .3cm).to-absolute().pt(), bottom: (29.7cm - margin).pt(),
  headings: query(heading).filter(h => "label" in h.fields()).map(h => (
    id: str(h.label), level: h.level,
    page: counter(page).at(h.location()).first(), y: h.location().position().y.pt())),
))<places>]
"""
