/** What a report looks like: one column of text, wider figures and tables with the same left edge, light and dark, and paper. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #1c1b19; --soft: #5a5851; --rule: #dcd9d0; --faint: #f3f1eb; --accent: #0062a3; --warn: #a33a00; --warn-paper: #fdf1e9;
  --arm-0: #0072b2; --arm-1: #d55e00; --arm-2: #009e73; --arm-3: #c2578f; --arm-4: #b87a00; --arm-5: #2e9bd6; --arm-6: #8c7a00; --arm-7: #444444;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --ink: #ebe8e1; --soft: #aaa79e; --rule: #33373d; --faint: #1f2226; --accent: #6cb8ee; --warn: #f2a272; --warn-paper: #33241b;
    --arm-0: #4aa3df; --arm-1: #f08a4b; --arm-2: #2fc79a; --arm-3: #dd9bc0; --arm-4: #efb73e; --arm-5: #8ed0f5; --arm-6: #d3c34a; --arm-7: #b9b9b9;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); counter-reset: figure; }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 42rem) minmax(0, 26rem) minmax(0, 1fr); padding: 3.5rem 1.25rem 5rem; }
main > *, section > * { grid-column: 2; min-width: 0; }
main > section > h2 { grid-column: 2 / 4; }
section { grid-column: 1 / -1; display: grid; grid-template-columns: subgrid; align-items: start; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: 0 0 1.25rem; font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.6rem); letter-spacing: -0.01em; }
h2 { margin: 3.5rem 0 0.6rem; padding-top: 0.9rem; border-top: 1px solid var(--ink); font-size: 1.45rem; }
h3 { margin: 2rem 0 0.35rem; font-size: 1.12rem; }
h4 { margin: 0; font-size: 0.9375rem; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 0 0 0.9rem; }
a { color: var(--accent); }
code, pre { font-family: var(--mono); font-size: 0.875em; overflow-wrap: anywhere; }
pre { margin: 0.75rem 0; padding: 0.8rem 1rem; background: var(--faint); white-space: pre-wrap; }
.kicker { margin: 0 0 0.75rem; color: var(--soft); font-size: 0.875rem; }
.answer { margin: 0 0 1.5rem; font: 400 1.3rem/1.4 var(--serif); overflow-wrap: anywhere; }
.holds { color: var(--accent); }
.fails { color: var(--warn); }
.undecided { font-weight: 400; }
.lead { font-size: 1.0625rem; overflow-wrap: anywhere; }
.note { margin: 0 0 0.5rem; color: var(--soft); font-size: 0.8125rem; line-height: 1.4; }
.notice { padding: 0.7rem 1rem; border-left: 3px solid var(--warn); background: var(--warn-paper); }
.facts { display: flex; flex-wrap: wrap; gap: 0.75rem 2.25rem; margin: 0.75rem 0 0; }
.facts div { display: flex; flex-direction: column-reverse; }
.facts dt { color: var(--soft); font-size: 0.8125rem; }
.facts dd { margin: 0; font: 600 1.5rem/1.2 var(--serif); font-variant-numeric: lining-nums; }
.terms { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.25rem; margin: 1rem 0; }
.terms dt { color: var(--soft); }
.terms dd { margin: 0; overflow-wrap: anywhere; }

figure { grid-column: 2 / 4; width: 100%; margin: 1.75rem 0; counter-increment: figure; }
figure h3 { margin: 0 0 0.5rem; }
.panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); gap: 1.75rem 1.5rem; margin-top: 0.9rem; }
.panel { display: flex; flex-direction: column; max-width: 340px; min-width: 0; }
.panel .plot { margin-top: auto; }
figcaption { max-width: 42rem; margin-top: 0.9rem; color: var(--soft); font-size: 0.875rem; line-height: 1.5; overflow-wrap: anywhere; }
figcaption::before { content: "Figure " counter(figure) ". "; color: var(--ink); font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0; padding: 0; list-style: none; font-size: 0.875rem; }
.legend li { display: flex; align-items: center; gap: 0.45rem; min-width: 0; overflow-wrap: anywhere; }
.legend svg { flex: none; }
.plot { display: block; max-width: 100%; height: auto; overflow: visible; font: 12px var(--sans); }
.plot text { white-space: pre; paint-order: stroke; }
.ramp { display: flex; align-items: center; gap: 0.5rem; margin: 0.25rem 8px 0 52px; font-size: 0.75rem; font-variant-numeric: tabular-nums; }
.ramp svg { flex: 1; height: 8px; min-width: 0; }

.scroll { grid-column: 2 / 4; justify-self: start; overflow-x: auto; min-width: min(100%, 42rem); max-width: 100%; margin: 0.5rem 0 0.75rem; }
details .scroll { width: auto; }
.scroll:focus-visible, pre:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.35; }
tbody th { white-space: nowrap; }
tbody th, td { max-width: 24rem; overflow-wrap: anywhere; }
td code, tbody th code { overflow-wrap: normal; white-space: nowrap; }
thead code { overflow-wrap: normal; }
th, td { padding: 0.3rem 1rem 0.3rem 0; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid var(--ink); color: var(--soft); vertical-align: bottom; font-size: 0.8125rem; }
tbody tr { border-bottom: 1px solid var(--rule); }
.number { text-align: right; font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
td.number { overflow-wrap: normal; }
thead .number { white-space: normal; }
.error { overflow-wrap: anywhere; }
details { margin: 0.6rem 0; }
summary { cursor: pointer; font-weight: 600; }

@media (max-width: 46rem) {
  main { grid-template-columns: 0 minmax(0, 1fr) 0 0; padding-top: 2rem; }
}
@media print {
  @page { margin: 16mm 14mm; }
  :root { color-scheme: light; --paper: #fff; --faint: #f5f5f5; }
  body { font-size: 10pt; }
  main { display: block; padding: 0; }
  section { display: block; }
  h1 { font-size: 20pt; }
  h2 { margin-top: 1.6rem; break-after: avoid; }
  h3, h4, .note, thead { break-after: avoid; }
  figure { max-width: none; break-inside: avoid; }
  .panels { grid-template-columns: repeat(auto-fill, minmax(8cm, 1fr)); gap: 1rem; }
  .panel, tr, .notice, .legend { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  .number { white-space: normal; }
  td code, tbody th code { white-space: normal; overflow-wrap: anywhere; }
  details::details-content { content-visibility: visible; height: auto; }
  summary { list-style: none; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The colors of a light screen by name: `ink`, `arm-0`. */
export const lightColors: Readonly<Record<string, string>> = Object.fromEntries(
  [...(/:root \{(.*?)\}/s.exec(reportStyle)?.[1] ?? "").matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = "", color = ""]) => [
    name,
    color,
  ]),
);
