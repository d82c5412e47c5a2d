// How a summary looks, on a screen and on paper: always light, since it is made to be sent round and printed. One sheet for the
// file and for the preview.

export const summaryCss = `.summary {
  box-sizing: border-box;
  max-width: 46rem;
  margin: 0 auto;
  padding: 2.5rem 2rem 4rem;
  color: #1f2328;
  background: #fff;
  font: 400 1rem/1.5 "Source Sans 3", "Source Sans 3 Variable", system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
.summary *, .summary *::before { box-sizing: border-box; }
.summary h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; }
.summary h2 { margin: 2rem 0 0.6rem; padding-bottom: 0.25rem; border-bottom: 1px solid #d8dce2; font-size: 1.25rem; line-height: 1.3; }
.summary h3 { margin: 1.4rem 0 0.4rem; font-size: 1.05rem; line-height: 1.35; }
.summary h4, .summary h5, .summary h6 { margin: 1rem 0 0.3rem; font-size: 1rem; line-height: 1.4; }
.summary p { margin: 0.5rem 0; white-space: pre-wrap; }
.summary .lead { margin: 0 0 1.2rem; font-size: 1.1rem; }
.summary p.soft, .summary .soft, .summary .aside, .summary small { color: #59636e; }
.summary p.soft { font-size: 0.92rem; }
.summary .prompt { color: #59636e; font-style: italic; }
.summary dl { margin: 0.6rem 0; }
.summary dl > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0.75rem; padding: 0.2rem 0; }
.summary dt { color: #59636e; }
.summary dd { margin: 0; white-space: pre-wrap; }
.summary ul { margin: 0.4rem 0; padding-inline-start: 1.3rem; }
.summary li { margin: 0.22rem 0; }
.summary li::marker { color: #8b949e; }
.summary .said { white-space: pre-wrap; }
.summary .aside { font-size: 0.88rem; margin-inline-start: 0.4rem; }
.summary .ideas .aside { display: inline-block; }
.summary .ranking { margin: 0.6rem 0; padding: 0; list-style: none; }
.summary .ranking li { display: grid; grid-template-columns: 2.6rem 1fr 11rem; gap: 0.75rem; align-items: start; margin: 0; padding: 0.4rem 0; border-bottom: 1px solid #eceef1; }
.summary .ranking li:last-child { border-bottom: 0; }
.summary .rank { color: #59636e; font-variant-numeric: tabular-nums; text-align: end; }
.summary .first .rank, .summary .first .name { color: #1f2328; font-weight: 650; }
.summary .name { display: block; }
.summary .bar { display: block; width: 100%; height: 6px; margin-top: 0.3rem; }
.summary .track { fill: #eceef1; }
.summary .fill { fill: #8fb4e8; }
.summary .first .fill { fill: #2f6fc4; }
.summary .figure { text-align: end; font-variant-numeric: tabular-nums; }
.summary .figure small { display: block; font-size: 0.8rem; line-height: 1.3; }
.summary figure { margin: 1rem 0; }
.summary .board { margin: 2rem 0 0; }
.summary .board h2 { margin-top: 0; }
.summary .board img { display: block; width: auto; height: auto; max-width: 100%; max-height: 60rem; margin: 0 auto; border: 1px solid #e2e5e9; border-radius: 4px; }
.summary figcaption { color: #59636e; font-size: 0.85rem; }
.summary .matrix { display: block; width: 100%; max-width: 26rem; }
.summary .matrix text { fill: #59636e; font-size: 4px; }
.summary .matrix .field { fill: #f6f8fa; stroke: #d8dce2; stroke-width: 0.4; }
.summary .matrix .line { stroke: #d8dce2; stroke-width: 0.4; fill: none; }
.summary .matrix .spread { fill: #8fb4e8; fill-opacity: 0.22; }
.summary .matrix .dot { fill: #2f6fc4; stroke: #fff; stroke-width: 0.6; }
.summary .matrix .label { fill: #fff; font-size: 3.6px; font-weight: 650; }
.summary .digest { padding-bottom: 1.5rem; }
.summary .rest { border-top: 3px solid #d8dce2; }
@media (max-width: 34rem) {
  .summary { padding: 1.25rem 1rem 3rem; }
  .summary h1 { font-size: 1.5rem; }
  .summary dl > div { grid-template-columns: 1fr; gap: 0; }
  .summary .ranking li { grid-template-columns: 2rem 1fr; gap: 0.5rem; }
  .summary .figure { grid-column: 2; text-align: start; }
  .summary .figure small { display: inline; }
}
@media print {
  @page { margin: 18mm 16mm; }
  .summary { max-width: none; padding: 0; font-size: 10.5pt; }
  .summary h1 { font-size: 20pt; }
  .summary .digest { break-after: page; padding: 0; }
  .summary .digest:last-child { break-after: auto; }
  .summary .rest { border-top: 0; }
  .summary .rest > h2:first-child { margin-top: 0; }
  .summary h1, .summary h2, .summary h3, .summary h4, .summary h5, .summary h6 { break-after: avoid; }
  .summary li, .summary dl > div, .summary figure { break-inside: avoid; }
  .summary .board img { max-height: 225mm; }
  .summary .ranking li { grid-template-columns: 2.6rem 1fr 11rem; }
  .summary .figure { grid-column: auto; text-align: end; }
  .summary * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
html:has(> body > .summary) { background: #fff; }
body:has(> .summary) { margin: 0; }`;
