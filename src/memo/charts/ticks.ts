/**
 * Round figures from `least` to `most`, both within: about `count` of them, in steps of 1, 2 or 5 times a power of ten.
 */
export function ticks(least: number, most: number, count: number): readonly number[] {
  if (!(most > least) || !Number.isFinite(most - least)) return [least];
  const rough = (most - least) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * (1 - 1e-9)) ?? 10 * power;
  const found: number[] = [];
  for (let k = Math.ceil(least / step - 1e-9); k * step <= most + step * 1e-9; k++) found.push(k * step + 0);
  return found;
}

/** A tick in few letters: `1,200`, `0.05`. */
export function tickLabel(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  if (text.includes("e")) return text;
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
