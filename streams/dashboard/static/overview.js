// The live page: each picture from the server becomes tables, bars and the alert feed.

import { bar, traffic } from "./chart.js";
import { element, reconcile } from "./dom.js";
import { SCANNED_WORDS, VERDICTS, VERDICT_WORDS, moment, number, plural, share, verdictsInWords } from "./format.js";
import { follow } from "./live.js";

const CHART_MINUTES = 60;
const STATES = {
  starting: "Starting",
  waiting: "Waiting for the first records",
  reading: "Catching up",
  live: "Live",
  unreachable: "Kafka cannot be reached: showing what was read before",
  lost: "Connection lost: trying again",
  ended: "The session has ended: reload the page",
};
const at = (id) => document.getElementById(id);
const say = (id, text) => {
  if (at(id).textContent !== text) at(id).textContent = text;
};

let known = null; // alert ids of the last picture; null before the first

function show(picture) {
  state(picture.consumer.mode);
  figures(picture);
  chart(picture.minutes);
  sums("integrations", picture.by_integration, (row) => row.integration, integrationCells);
  sums("categories", picture.by_category, (row) => row.category ?? "", termCells("category", "No personal data found"));
  sums("purposes", picture.by_purpose, (row) => row.purpose ?? "", termCells("purpose", "No purpose stated"));
  sums("platforms", picture.by_platform, (row) => row.platform, (row) => [name(row.platform)]);
  alerts(picture.alert_feed);
  coverage(picture);
  recent(picture.recent);
  document.body.dataset.pictured = "yes";
}

function state(mode) {
  at("state").dataset.state = mode;
  say("state", STATES[mode]);
}

function figures({ flows, flows_with_personal_data, by_verdict, by_scanned, alerts: alerted, source_lag, consumer, integrations }) {
  say("flows", number(flows));
  say("flows-sub", `${number(flows_with_personal_data)} with personal data`);
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, by_verdict.find((row) => row.verdict === verdict)?.flows ?? 0]));
  for (const verdict of VERDICTS) say(`count-${verdict}`, number(counts[verdict]));
  at("split").setAttribute("aria-label", verdictsInWords(counts));
  at("split-bar").replaceChildren(bar({ ...counts, flows }, flows));
  say("alerts-count", number(alerted.alerts));
  say("alerts-sub", `${plural(alerted.violation, "violation", "violations")} · ${plural(alerted.gap, "gap", "gaps")}`);
  const full = by_scanned.find((row) => row.scanned === "full")?.flows ?? 0;
  say("scanned", share(full, flows));
  say("scanned-sub", flows === full ? "of flows, nothing left out" : `${number(flows - full)} not in full`);
  say("lag", source_lag === null ? "–" : number(source_lag));
  say("lag-sub", consumer.lag ? `page ${number(consumer.lag)} records behind` : "page up to date");
  say("integrations-count", plural(integrations, "integration", "integrations"));
}

function chart(minutes) {
  const face = JSON.stringify(minutes);
  const place = at("traffic");
  if (place.dataset.face === face) return;
  place.dataset.face = face;
  const drawn = traffic(minutes, CHART_MINUTES);
  at("traffic-empty").hidden = drawn !== null;
  if (drawn === null) return place.replaceChildren();
  place.replaceChildren(drawn.svg, element("div", { class: "axis", "aria-hidden": "true" }, ...[drawn.from, drawn.middle, drawn.to].map((t) => element("span", {}, t))));
  say("traffic-top", `at most ${plural(drawn.top, "flow", "flows")} a minute · times in UTC`);
}

/** A table of sums: its own first cells, then flows, fields and the bar of verdicts. */
function sums(id, rows, keyOf, cells) {
  const most = Math.max(0, ...rows.map((row) => row.flows));
  reconcile(at(id), rows.map((row) => ({ ...row, most })), keyOf, (row) => {
    const [head, ...rest] = cells(row);
    return element("tr", {},
      element("th", { scope: "row", class: "name" }, head),
      element("td", { class: "number" }, number(row.flows)),
      element("td", { class: "number optional" }, number(row.fields)),
      element("td", { class: "bars" }, bar(row, most)),
      ...rest);
  });
  empty(id, rows);
}

const integrationCells = (row) => [
  link({ integration: row.integration }, row.integration),
  element("td", { class: "when optional" }, moment(row.last)),
];

const termCells = (kind, none) => (row) => {
  if (row[kind] === null) return [element("span", { class: "soft" }, none)];
  const cell = element("span", {}, link({ [kind]: row[kind] }, row.label ?? row[kind]));
  cell.append(element("span", { class: "curie" }, row[kind]));
  return [cell];
};

function alerts(rows) {
  reconcile(at("alerts"), rows, (row) => row.id, (row) =>
    element("li", {},
      element("div", { class: "head" }, verdict(row.verdict), element("span", { class: "soft small" }, plural(row.count, "time", "times"))),
      element("p", { class: "says" }, row.says ?? row.rule),
      element("p", { class: "small" }, link({ integration: row.integration }, row.integration), row.category ? ` · ${row.category_label}` : ""),
      row.path ? element("p", { class: "small" }, `${row.place}: `, element("code", { class: "name" }, row.path)) : null,
      element("p", { class: "soft small" }, span(row), row.flow ? " · " : "", row.flow ? element("a", { href: `/flows/${encodeURIComponent(row.flow)}` }, "first flow") : ""),
      element("p", { class: "soft small" }, element("code", {}, row.rule), row.citation ? ` · ${row.citation}` : "")));
  empty("alerts", rows);
  const fresh = known === null ? [] : rows.filter((row) => !known.has(row.id));
  known = new Set(rows.map((row) => row.id));
  if (fresh.length) say("announce", `${plural(fresh.length, "new alert", "new alerts")}. ${VERDICT_WORDS[fresh[0].verdict]}: ${fresh[0].says ?? fresh[0].rule}`);
}

const span = (row) => (row.first === row.last ? `${moment(row.last)} UTC` : `${moment(row.first)} to ${moment(row.last)} UTC`);

function coverage({ coverage: partitions, ranges, by_scanned, flows, dead_letters, left_out, consumer }) {
  reconcile(at("partitions"), partitions, (row) => JSON.stringify([row.cluster, row.topic, row.topic_id, row.partition]), (row) =>
    element("tr", {},
      element("th", { scope: "row", class: "name" }, row.topic),
      element("td", { class: "number" }, number(row.partition)),
      element("td", { class: "number optional" }, number(row.first)),
      element("td", { class: "number" }, number(row.read_to)),
      element("td", { class: "number" }, row.end === null ? "unknown" : number(row.end)),
      element("td", { class: "number" }, row.lag === null ? "–" : number(row.lag)),
      element("td", { class: "number" }, unread(row))));
  empty("partitions", partitions);
  reconcile(at("ranges"), ranges, (row) => JSON.stringify([row.topic, row.partition, row.start]), (row) =>
    element("li", { class: "small" }, `${row.topic}/${row.partition}: offsets ${number(row.start)} to ${number(row.stop - 1)} `,
      row.kind === "missed" ? "were removed by retention before they were read" : "are in no span"));
  at("ranges-note").hidden = ranges.length === 0;
  reconcile(at("words"), by_scanned, (row) => row.scanned, (row) =>
    element("tr", {}, element("th", { scope: "row" }, SCANNED_WORDS[row.scanned] ?? row.scanned), element("td", { class: "number" }, number(row.flows)), element("td", { class: "number soft" }, share(row.flows, flows))));
  empty("words", by_scanned);
  reconcile(at("letters"), dead_letters, (row) => row.reason, (row) =>
    element("tr", {}, element("th", { scope: "row" }, element("code", {}, row.reason)), element("td", { class: "number" }, number(row.records))));
  empty("letters", dead_letters);
  reconcile(at("own"), consumer.topics, (row) => row.topic, (row) =>
    element("tr", {}, element("th", { scope: "row", class: "name" }, row.topic), element("td", { class: "number" }, number(row.partitions)), element("td", { class: "number" }, number(row.lag))));
  empty("own", consumer.topics);
  say("missing", consumer.missing.length ? `Not there yet: ${consumer.missing.join(", ")}.` : "");
  say("left-out", left_out.map((row) => `${plural(row.records, "record", "records")} of ${row.topic} ${row.reason === "expired" ? "had expired before they were read" : "could not be read"}.`).join(" "));
}

function unread({ missed, unaccounted }) {
  const parts = [missed ? `${number(missed)} missed` : "", unaccounted ? `${number(unaccounted)} unaccounted` : ""].filter(Boolean);
  return parts.length ? element("span", { class: "verdict gap" }, parts.join(", ")) : "none";
}

function recent(rows) {
  reconcile(at("recent"), rows, (row) => row.id, (row) =>
    element("tr", {},
      element("td", { class: "when" }, element("a", { href: `/flows/${encodeURIComponent(row.id)}` }, moment(row.message_time))),
      element("th", { scope: "row", class: "name" }, row.integration),
      element("td", { class: "name optional" }, `${row.sender ?? "–"} → ${row.receiver ?? "–"}`),
      element("td", { class: "name optional" }, row.document_type ?? "–"),
      element("td", { class: "number optional" }, number(row.fields)),
      element("td", { class: "when optional" }, row.retain_until ?? "–"),
      element("td", {}, verdict(row.verdict))));
  empty("recent", rows);
}

const name = (text) => element("span", { class: "name" }, text);
const link = (filter, text) => element("a", { href: `/flows?${new URLSearchParams(filter)}`, class: "name" }, text);
const verdict = (level) => element("span", { class: `verdict ${level}` }, VERDICT_WORDS[level]);
const empty = (id, rows) => {
  at(`${id}-empty`).hidden = rows.length > 0;
};

follow("/events", show, (connection) => {
  if (connection !== "live") state(connection);
});
