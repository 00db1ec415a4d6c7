/** What a number measures, so that it can be written for people: shares in percent, the rest with its unit. */
export type FigureScale =
  | { readonly kind: "share" }
  /** A difference of shares, in percentage points. */
  | { readonly kind: "points" }
  /** A relative change, in percent. */
  | { readonly kind: "change" }
  | { readonly kind: "unit"; readonly unit: string };

/** More decimals than this say nothing, whatever the order of two figures. */
const MOST_DECIMALS = 6;

/** `11%`, `5.2 pp`, `1.84 s`; `∞` and `–` for what is not a number. */
export function figureText(value: number, scale: FigureScale, decimals: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const shown = scale.kind === "unit" ? value : value * 100;
  const text = plainNumber(shown, decimals);
  if (scale.kind === "points") return `${text} pp`;
  if (scale.kind === "unit") return scale.unit === "" ? text : `${text} ${scale.unit}`;
  return `${text}%`;
}

function plainNumber(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

/**
 * Decimals that a sample can carry: whole percents under 100 cases; for figures with a unit two, or as many as it takes
 * that rounding moves an end of their range by an eighth of its width at most. A figure and its range have the same
 * decimals wherever they stand.
 *
 * @param width between the bounds, on the scale
 */
export function decimalsFor(scale: FigureScale, n: number | undefined, width: number): number {
  if (scale.kind !== "unit") return n !== undefined && n >= 100 ? 1 : 0;
  if (!(width > 0 && width < Infinity)) return 2;
  return Math.min(MOST_DECIMALS, Math.max(2, Math.ceil(-Math.log10(width / 4))));
}

/**
 * Figures with as many decimals as it takes for their printed order to be their true order to the threshold: 0.8996
 * against 0.90 is 89.96%, never 90% beside "not met". Figures that differ do not print alike: a range from 0.038 EUR to
 * 0.044 EUR is not 0.04 EUR to 0.04 EUR.
 */
export function figureTexts(
  values: readonly number[],
  threshold: number | undefined,
  scale: FigureScale,
  decimals: number,
): readonly string[] {
  const hides = (value: number) => threshold !== undefined && hidesOrder(value, threshold, scale, decimals);
  while (decimals < MOST_DECIMALS && (values.some(hides) || printAlike(values, scale, decimals))) decimals++;
  return values.map((value) => figureText(value, scale, decimals));
}

function printAlike(values: readonly number[], scale: FigureScale, decimals: number): boolean {
  const different = [...values].sort((a, b) => a - b).filter((value, k, all) => k === 0 || value - all[k - 1]! > 1e-9);
  return new Set(different.map((value) => figureText(value, scale, decimals))).size < different.length;
}

function hidesOrder(value: number, threshold: number, scale: FigureScale, decimals: number): boolean {
  if (!Number.isFinite(value)) return false;
  const factor = scale.kind === "unit" ? 1 : 100;
  const rounded = Number((value * factor).toFixed(decimals));
  return (
    Math.sign(rounded - threshold * factor) !== Math.sign(value - threshold) && Math.abs(value - threshold) > 1e-12
  );
}
