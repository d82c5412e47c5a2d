// How a PDF of a summary looks, in typst's own language. Everything that people wrote comes in as data and is set as plain
// text: nothing of it is ever read as typst. The blocks are those of shared/transfer/summary, prepared by pdfData.ts.

export const typesetting = `
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1f2328")
#let soft = rgb("#59636e")
#let hair = rgb("#d8dce2")
#let track = rgb("#eceef1")
#let light = rgb("#8fb4e8")
#let accent = rgb("#2f6fc4")

#let span(s) = {
  let args = (:)
  if s.look == "strong" { args.insert("weight", "bold") }
  if s.look == "soft" { args.insert("fill", soft) }
  if s.lang != none { args.insert("lang", s.lang) }
  text(..args, s.text)
}
#let turned(line, body) = {
  set text(dir: if line.rtl { rtl } else { ltr })
  set align(start)
  body
}
#let run(line) = line.spans.map(span).join()

#let one-heading(b) = turned(b.line, heading(level: b.level, run(b.line)))

#let one-text(b) = {
  let look = b.look
  let args = if look == "lead" { (size: 1.1em) } else if look == "soft" { (size: 0.92em, fill: soft) } else if look == "prompt" { (fill: soft) } else { (:) }
  block(above: 0.9em, below: if look == "lead" { 1.4em } else { 0.9em }, turned(b.line, text(..args, run(b.line))))
}

#let one-facts(b) = for fact in b.facts {
  block(above: 0.75em, below: 0.75em, grid(
    columns: (8.5em, 1fr),
    column-gutter: 0.8em,
    text(fill: soft, fact.name),
    turned(fact.line, run(fact.line)),
  ))
}

#let one-item(item, inner) = block(above: 0.8em, below: 0.8em, turned(item.line, grid(
  columns: (0.55em, 1fr),
  column-gutter: 0.5em,
  text(fill: rgb("#8b949e"), sym.bullet),
  {
    run(item.line)
    if item.aside != none { h(0.6em, weak: true); text(size: 0.88em, fill: soft, run(item.aside)) }
    if item.inner.len() > 0 { inner(item.inner) }
  },
)))
#let items(all) = for item in all { one-item(item, items) }

#let bar(share, first) = block(width: 100%, height: 3.2pt, above: 0.45em, below: 0pt, fill: track, radius: 1.6pt, clip: true,
  place(left + top, rect(width: share * 100%, height: 3.2pt, stroke: none, fill: if first { accent } else { light })))

#let one-ranking(b) = block(above: 0.9em, below: 1.4em, for (index, row) in b.rows.enumerate() {
  if index > 0 { block(above: 0pt, below: 0pt, line(length: 100%, stroke: 0.5pt + track)) }
  block(breakable: false, above: 0.6em, below: 0.6em, grid(
    columns: (2.2em, 1fr, 9em),
    column-gutter: 0.9em,
    align(right, text(fill: if row.first { ink } else { soft }, weight: if row.first { "bold" } else { "regular" }, row.rank)),
    {
      turned(row.line, text(weight: if row.first { "bold" } else { "regular" }, run(row.line)))
      bar(row.share, row.first)
    },
    align(right, { text(weight: "bold", row.figure); linebreak(); text(size: 0.82em, fill: soft, row.detail) }),
  ))
})

#let side = 240pt
#let one-chart(b) = block(breakable: false, above: 1em, below: 1em, {
  let at(p) = (x: p.x * side, y: (1 - p.y) * side)
  grid(
    columns: (auto, auto), column-gutter: 0.5em, row-gutter: 0.5em, align: center + horizon,
    rotate(-90deg, reflow: true, text(size: 0.85em, fill: soft, b.y)),
    box(width: side, height: side, fill: rgb("#f6f8fa"), stroke: 0.6pt + hair, radius: 4pt, clip: true, {
      place(dx: side / 2, line(angle: 90deg, length: side, stroke: 0.6pt + hair))
      place(dy: side / 2, line(length: side, stroke: 0.6pt + hair))
      for p in b.points {
        let c = at(p)
        place(dx: c.x - p.spreadX * side, dy: c.y - p.spreadY * side,
          ellipse(width: 2 * p.spreadX * side, height: 2 * p.spreadY * side, fill: light.transparentize(78%), stroke: none))
      }
      for p in b.points {
        let c = at(p)
        place(dx: c.x - 7pt, dy: c.y - 7pt, circle(radius: 7pt, fill: accent, stroke: 1pt + white, inset: 0pt,
          align(center + horizon, text(size: 7pt, weight: "bold", fill: white, p.label))))
      }
    }),
    [], text(size: 0.85em, fill: soft, b.x),
  )
  block(above: 0.5em, text(size: 0.85em, fill: soft, b.name))
})

#let one-picture(b) = block(breakable: false, above: 1.9em, {
  heading(level: 2, b.title)
  align(center, image("/board.png", alt: b.about, fit: "contain",
    ..if b.ratio > 0.74 { (width: 100%) } else { (height: 215mm) }))
})

#let one-notice(b) = block(above: 1.4em, width: 100%, inset: 0.7em, radius: 3pt, fill: rgb("#fff8e1"), stroke: 0.6pt + rgb("#e6cf86"), text(size: 0.92em, b.text))

#let one(b) = {
  if b.kind == "heading" { one-heading(b) }
  else if b.kind == "text" { one-text(b) }
  else if b.kind == "facts" { one-facts(b) }
  else if b.kind == "list" { items(b.items) }
  else if b.kind == "ranking" { one-ranking(b) }
  else if b.kind == "chart" { one-chart(b) }
  else if b.kind == "picture" { one-picture(b) }
  else if b.kind == "notice" { one-notice(b) }
  else if b.kind == "turn" { pagebreak(weak: true) }
}

#set document(title: data.title, date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 22mm), footer: context {
  set text(size: 8pt, fill: soft)
  grid(
    columns: (1fr, auto, auto), column-gutter: 1.6em,
    turned(data.footer, run(data.footer)), data.day,
    counter(page).display((now, all) => str(now) + " / " + str(all), both: true),
  )
})
#set text(font: data.fonts, size: 10pt, fill: ink, lang: data.lang, ligatures: false, hyphenate: false, overhang: false)
// The font would make these of a letter and a mark, and then they cannot be copied as one.
#show regex("[\\u{1f9}\\u{1e00}-\\u{1eff}]"): set text(features: (ccmp: 0))
#set par(leading: 0.62em, spacing: 0.75em, justify: false)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): it => block(above: 0pt, below: 1em, text(size: 20pt, it.body))
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.8em, sticky: true, width: 100%, stroke: (bottom: 0.6pt + hair), inset: (bottom: 0.35em), text(size: 13pt, it.body))
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.6em, sticky: true, text(size: 11pt, it.body))
#show heading.where(level: 4): it => block(above: 1.1em, below: 0.5em, sticky: true, text(size: 10pt, it.body))
#show heading.where(level: 5): it => block(above: 1em, below: 0.5em, sticky: true, text(size: 10pt, fill: soft, it.body))
#show heading.where(level: 6): it => block(above: 1em, below: 0.5em, sticky: true, text(size: 10pt, fill: soft, it.body))

#for b in data.blocks { one(b) }
`;
