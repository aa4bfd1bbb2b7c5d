// Hand-drawn SVG: the bar of verdicts in a table's row, and the traffic by minute.

import { drawing } from "./dom.js";
import { VERDICTS, clock, plural, verdictsInWords } from "./format.js";

const MINUTE = 60_000;
const WIDTH = 600;
const HEIGHT = 120;

/** One row's verdicts side by side; the whole bar is as long as `row.flows` of `most`. */
export function bar(row, most) {
  const svg = drawing("svg", { class: "bar", viewBox: "0 0 100 9", preserveAspectRatio: "none", role: "img", "aria-label": verdictsInWords(row) });
  svg.append(drawing("title", {}, verdictsInWords(row)), drawing("rect", { class: "ground", width: 100, height: 9 }));
  const scale = 100 / Math.max(1, most);
  let x = 0;
  for (const verdict of VERDICTS) {
    if (row[verdict] === 0) continue;
    const width = Math.max(1.5, row[verdict] * scale);
    svg.append(drawing("rect", { class: verdict, x, width: Math.min(width, 100 - x), height: 9 }));
    x += width;
  }
  return svg;
}

/** Columns of the `span` minutes that end with the last one that had traffic; null where there is none. */
export function traffic(minutes, span) {
  if (minutes.length === 0) return null;
  const last = minutes.at(-1).minute;
  const first = last - span + 1;
  const top = Math.max(...minutes.map(total));
  const step = WIDTH / span;
  const columns = minutes.filter((row) => row.minute >= first).map((row) => column(row, (row.minute - first) * step, step, top));
  const words = `Flows by minute, ${clock(first * MINUTE)} to ${clock(last * MINUTE)} UTC, at most ${plural(top, "flow", "flows")} in a minute.`;
  const svg = drawing("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": words });
  for (const y of [0.5, HEIGHT / 2, HEIGHT - 0.5]) svg.append(drawing("line", { x1: 0, x2: WIDTH, y1: y, y2: y }));
  svg.append(...columns);
  return { svg, top, from: clock(first * MINUTE), middle: clock((first + span / 2) * MINUTE), to: clock(last * MINUTE) };
}

function column(row, x, step, top) {
  const group = drawing("g", {}, drawing("title", {}, `${clock(row.minute * MINUTE)} UTC: ${verdictsInWords(row)}`));
  let y = HEIGHT;
  for (const verdict of VERDICTS) {
    if (row[verdict] === 0) continue;
    const height = (row[verdict] / top) * (HEIGHT - 4);
    y -= height;
    group.append(drawing("rect", { class: verdict, x: x + step * 0.12, y, width: step * 0.76, height }));
  }
  return group;
}

const total = (row) => row.violation + row.gap + row.compliant;
