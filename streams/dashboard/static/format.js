// Numbers, times and words as people read them.

const NUMBER = new Intl.NumberFormat("en");
const PERCENT = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

export const VERDICTS = ["violation", "gap", "compliant"];
export const VERDICT_WORDS = { violation: "Violation", gap: "Gap", compliant: "Compliant" };
export const SCANNED_WORDS = {
  full: "In full",
  partial: "In part",
  opaque: "Not readable: binary or encrypted",
  reference: "Content elsewhere",
  undecodable: "Could not be decoded",
};

export const number = (value) => NUMBER.format(value);

/** A share as text; never rounded up to "100%" while something is missing. */
export function share(part, whole) {
  if (whole === 0) return "–";
  const ratio = part / whole;
  return PERCENT.format(part < whole ? Math.min(ratio, 0.999) : 1);
}

export const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

/** `2025-11-30 10:00:05`, in UTC. */
export function moment(ms) {
  const date = new Date(ms);
  return Number.isNaN(date.valueOf()) ? String(ms) : date.toISOString().slice(0, 19).replace("T", " ");
}

/** `10:00`, in UTC. */
export const clock = (ms) => new Date(ms).toISOString().slice(11, 16);

/** "2 violations, 1 gap, 30 compliant": what a bar says to a screen reader. */
export const verdictsInWords = (row) =>
  `${plural(row.violation, "violation", "violations")}, ${plural(row.gap, "gap", "gaps")}, ${number(row.compliant)} compliant`;
