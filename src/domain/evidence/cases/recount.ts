import type { Decimal } from "../../scalars/decimal.ts";
import { compareDecimals, decimal, shortDecimalText } from "../../scalars/decimal.ts";
import { compareQuantities, quantityText, type Quantity } from "../../scalars/quantity.ts";
import type { PairedCounts, Result } from "../../records/evals/result.ts";

/** How a file of cases contradicts the entry that was made from it. */
export type RecountFault =
  | { readonly code: "gone" | "changed" }
  /** The number of cases differs, or the cases themselves do. */
  | { readonly code: "other-cases"; readonly entry: number; readonly file: number }
  /** As people read the figures. */
  | { readonly code: "other-figure"; readonly entry: string; readonly file: string };

/** The figures that a recount of a file of cases gives. */
export type Figures = Pick<
  Result,
  "count" | "value" | "n" | "sd" | "errors" | "pairs" | "runs" | "clusters" | "scores" | "before"
>;

/** The first figure in which an entry and its file of cases differ; undefined if they agree. */
export function figureFault(entry: Figures, file: Figures): RecountFault | undefined {
  const rows: readonly (readonly [same: boolean, entry: string, file: string])[] = [
    [sameCount(entry.count, file.count), countText(entry.count), countText(file.count)],
    [samePairs(entry.pairs, file.pairs), pairsText(entry.pairs), pairsText(file.pairs)],
    [sameValue(entry.value, file.value), valueText(entry.value), valueText(file.value)],
    // Beside pairs, the number of cases only repeats their sum.
    [file.n === undefined || entry.n === file.n, `n ${entry.n ?? "none"}`, `n ${file.n ?? "none"}`],
    [sameNumber(entry.sd, file.sd), `sd ${numberText(entry.sd)}`, `sd ${numberText(file.sd)}`],
    [sameValue(entry.before?.value, file.before?.value), beforeText(entry), beforeText(file)],
    [sameClusters(entry, file), "other groups", groupsText(file)],
    [sameNumbers(entry.scores, file.scores), "other scores", `${file.scores?.length ?? 0} scores`],
    [(entry.errors ?? 0) === (file.errors ?? 0), errorsText(entry.errors), errorsText(file.errors)],
  ];
  const [, ofEntry, ofFile] = rows.find(([same]) => !same) ?? [];
  return ofEntry === undefined || ofFile === undefined
    ? undefined
    : { code: "other-figure", entry: ofEntry, file: ofFile };
}

function sameCount(a: Figures["count"], b: Figures["count"]): boolean {
  return a?.x === b?.x && a?.n === b?.n;
}

function countText(count: Figures["count"]): string {
  return count === undefined ? "no count" : `${count.x}/${count.n}`;
}

const PAIRS = ["both", "baseline", "candidate", "neither"] as const satisfies readonly (keyof PairedCounts)[];

function samePairs(a: PairedCounts | undefined, b: PairedCounts | undefined): boolean {
  return PAIRS.every((name) => a?.[name] === b?.[name]);
}

function pairsText(pairs: PairedCounts | undefined): string {
  return pairs === undefined ? "no pairs" : PAIRS.map((name) => `${name} ${pairs[name]}`).join(", ");
}

function sameValue(a: Quantity | undefined, b: Quantity | undefined): boolean {
  return a === undefined || b === undefined ? a === b : compareQuantities(a, b) === 0;
}

function valueText(value: Quantity | undefined): string {
  return value === undefined ? "no value" : quantityText(value);
}

function beforeText({ before }: Figures): string {
  return before === undefined ? "no baseline" : `${valueText(before.value)} before`;
}

/** Groups in any order, because older entries did not sort them. */
function sameClusters({ clusters: a }: Figures, { clusters: b }: Figures): boolean {
  const plain = (list: Figures["clusters"]) =>
    list
      ?.map(
        ({ sum, n, before }) => `${shortDecimalText(sum)} ${n} ${before === undefined ? "" : shortDecimalText(before)}`,
      )
      .sort()
      .join("\n");
  return plain(a) === plain(b);
}

function groupsText({ clusters }: Figures): string {
  return clusters === undefined ? "no groups" : `${clusters.length} groups`;
}

function sameNumbers(a: readonly Decimal[] | undefined, b: readonly Decimal[] | undefined): boolean {
  return a?.map(shortDecimalText).join(" ") === b?.map(shortDecimalText).join(" ");
}

function sameNumber(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return compareDecimals(a ?? decimal(0), b ?? decimal(0)) === 0;
}

function numberText(number: Decimal | undefined): string {
  return number === undefined ? "none" : shortDecimalText(number);
}

function errorsText(errors = 0): string {
  return `${errors} ${errors === 1 ? "error" : "errors"}`;
}
