"""How charts look: a Typst program that lays out the values it is given.

All that comes from a dossier comes in as values, so nothing in it can be a program. Series differ by stroke
and by the shape of their markers, rounds by hatching, values under a note are hollow, and everything has its
label beside it: the picture says the same in black and white.
"""

TEMPLATE = r"""
#let d = json(bytes(sys.inputs.chart))
#let dark = rgb("#12304a")
#let soft = rgb("#bccfe0")
#let looks = (
  (paint: dark, dash: none, marker: "circle"),
  (paint: rgb("#8a3b00"), dash: (6pt, 3pt), marker: "square"),
  (paint: rgb("#00574c"), dash: (1.5pt, 2.5pt), marker: "triangle"),
  (paint: rgb("#5a2a82"), dash: (8pt, 2.5pt, 1.5pt, 2.5pt), marker: "diamond"),
)
#let hatch = tiling(size: (5pt, 5pt))[
  #place(rect(width: 5pt, height: 5pt, fill: soft))
  #place(line(start: (0pt, 5pt), end: (5pt, 0pt), stroke: .7pt + dark))
]

#let filled = (fill: dark, stroke: 1pt + dark)
#let hollow = (fill: white, stroke: (paint: dark, thickness: 1pt, dash: (3pt, 2pt)))

#set page(width: 16cm, height: auto, margin: (x: 1pt, y: 3pt), fill: white)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 10.5pt, lang: "de", hyphenate: true,
  costs: (hyphenation: 400%), number-type: "lining", number-width: "tabular")
#set par(leading: .45em, spacing: .7em)
#show box: set text(hyphenate: false)

#let marker(shape, paint, hollow) = {
  let fill = if hollow { white } else { paint }
  let stroke = 1.3pt + paint
  if shape == "circle" { circle(radius: 3.2pt, fill: fill, stroke: stroke) }
  else if shape == "square" { square(size: 6pt, fill: fill, stroke: stroke) }
  else {
    let corners = (
      triangle: ((0pt, 6.4pt), (3.6pt, 0pt), (7.2pt, 6.4pt)),
      diamond: ((0pt, 4pt), (4pt, 0pt), (8pt, 4pt), (4pt, 8pt)),
    )
    polygon(fill: fill, stroke: stroke, ..corners.at(shape))
  }
}
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let centred(x, y, body) = context {
  let size = measure(body)
  at(x - size.width / 2, y - size.height / 2, body)
}

// Moves labels apart: each keeps its order and its distance, none leaves the room between top and bottom.
#let spread(places, heights, top, bottom) = {
  let order = range(places.len()).sorted(key: i => places.at(i))
  let found = places
  let edge = top
  for i in order {
    found.at(i) = calc.max(places.at(i), edge + heights.at(i) / 2)
    edge = found.at(i) + heights.at(i) / 2
  }
  edge = bottom
  for i in order.rev() {
    found.at(i) = calc.min(found.at(i), edge - heights.at(i) / 2)
    edge = found.at(i) - heights.at(i) / 2
  }
  found
}

#let columns() = {
  let points = d.series.first().points
  let wide = 15.9cm / calc.max(points.len(), 4)
  let column(p) = {
    p.label
    v(3pt, weak: true)
    if p.height == none { v(3pt) }
    else { rect(width: 52%, height: p.height * 3.4cm, ..if p.marked { hollow } else { filled }) }
  }
  let widths = (wide,) * points.len()
  block(width: wide * points.len(), stroke: (bottom: .9pt), spacing: 4pt,
    grid(columns: widths, align: bottom + center, ..points.map(column)))
  grid(columns: widths, align: center, ..points.map(p => p.round))
}

#let bars() = {
  let look(p, k, n) = {
    if p.marked { hollow }
    else if calc.odd(n - k) { filled }
    else { (fill: hatch, stroke: 1pt + dark) }
  }
  let bar(p, k, n) = {
    if p.height != none {
      box(baseline: 15%, rect(width: p.height * 6.4cm, height: 9pt, ..look(p, k, n)))
      h(5pt)
    }
    p.label
  }
  for s in d.series {
    let n = s.points.len()
    let first = grid.cell(rowspan: n, align: horizon + left, inset: (right: 10pt), s.title)
    block(breakable: false, above: 0pt, below: 8pt,
      grid(columns: (6.2cm, auto, 1fr), column-gutter: (0pt, 7pt), row-gutter: 3.5pt, align: horizon + left,
        first, ..s.points.enumerate().map(((k, p)) => (p.round, bar(p, k, n))).flatten()))
  }
}

#let lines() = context {
  // Each line more needs room for its labels.
  let (left, right, height) = (1.25cm, 6.7cm, 2.4cm + d.series.len() * .7cm)
  let wide = 16cm - 2pt - left - right
  let rounds = d.series.first().points.map(p => p.round)
  let x(i) = left + wide * (i + .5) / rounds.len()
  let y(share) = height * (1 - share)
  block(width: 100%, height: height + 18pt, above: 21pt, {
    for tick in d.ticks {
      at(left, y(tick.height), line(length: wide, stroke: .4pt + luma(75%)))
      context {
        let size = measure(tick.text)
        at(left - size.width - 5pt, y(tick.height) - size.height / 2, tick.text)
      }
    }
    at(left, height, line(length: wide, stroke: .9pt))
    for (i, name) in rounds.enumerate() { centred(x(i), height + 11pt, name) }
    for (s, look) in d.series.zip(looks) {
      for (i, (a, b)) in s.points.windows(2).enumerate() {
        if a.height != none and b.height != none and a.apart == b.apart {
          at(0pt, 0pt, line(start: (x(i), y(a.height)), end: (x(i + 1), y(b.height)),
            stroke: (paint: look.paint, thickness: 1.5pt, dash: look.dash)))
        }
      }
      for (i, p) in s.points.enumerate() {
        if p.height != none { centred(x(i), y(p.height), marker(look.marker, look.paint, p.marked)) }
      }
    }
    for i in range(rounds.len()) {
      let told = d.series.zip(looks).filter(((s, _)) => s.points.at(i).height != none)
      let markers = told.map(((s, _)) => y(s.points.at(i).height))
      // A label stands above its marker; where another one is in the way, it goes under its own.
      let wanted = markers
      let edge = -20pt
      for k in range(told.len()).sorted(key: k => markers.at(k)) {
        let above = markers.at(k) - 11pt
        wanted.at(k) = if above - 6pt < edge { markers.at(k) + 11pt } else { above }
        edge = calc.max(markers.at(k) + 5pt, wanted.at(k) + 6pt)
      }
      for (((s, look), place)) in told.zip(spread(wanted, told.map(_ => 12pt), -14pt, height)) {
        let label = text(look.paint, s.points.at(i).label)
        centred(x(i), place, box(fill: white.transparentize(15%), outset: (x: 1pt), label))
      }
      let silent = d.series.filter(s => s.points.at(i).height == none).map(s => s.points.at(i).label)
      if silent.len() == d.series.len() { centred(x(i), height - 10pt, silent.first()) }
    }
    let labelled = d.series.zip(looks).filter(((s, _)) => s.points.any(p => p.height != none))
    let bodies = labelled.map(((s, look)) => block(width: right - 24pt, text(look.paint, s.title)))
    let known(s) = range(rounds.len()).filter(i => s.points.at(i).height != none)
    let lasts = labelled.map(((s, _)) => known(s).last())
    let ends = labelled.zip(lasts).map((((s, _), i)) => y(s.points.at(i).height))
    let places = spread(ends, bodies.map(b => measure(b).height + 5pt), -14pt, height + 18pt)
    for (k, ((s, look), body, end, place)) in labelled.zip(bodies, ends, places).enumerate() {
      let from = left + wide
      let start = x(lasts.at(k)) + 7pt
      at(0pt, 0pt, line(start: (start, end), end: (from + 4pt, place), stroke: .5pt + look.paint))
      centred(from + 12pt, place, marker(look.marker, look.paint, false))
      at(from + 21pt, place - measure(body).height / 2, body)
    }
  })
}

// Without a title, the room above lines would be dropped with it, and their labels cut off.
#if d.title != "" { block(below: 10pt, strong(d.title)) } else if d.kind == "lines" { v(18pt) }
#if d.kind == "columns" { columns() } else if d.kind == "bars" { bars() } else { lines() }
#for note in d.notes { block(above: 8pt, text(size: 9.5pt, note)) }
"""
