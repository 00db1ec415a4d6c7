import { wholeReadings } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";

/** x of n, as it was counted. */
export interface Count {
  readonly x: number;
  readonly n: number;
}

/** Ten million: the range over which the statistics are proven. */
export const MOST_CASES = 10_000_000;

/** Reads `22/200`. */
export function parseCount(text: string): Parsed<Count> {
  const expected = "a count such as 22/200";
  const match = /^(0|[1-9]\d*) ?\/ ?(0|[1-9]\d*)$/.exec(text.trim());
  if (!match) {
    const hint = countHint(text.trim());
    return problem("invalid-count", expected, hint === undefined ? {} : { hint });
  }
  const [x, n] = [Number(match[1]), Number(match[2])];
  if (n > MOST_CASES) return problem("invalid-count", `a count of at most ${MOST_CASES} cases`);
  if (n === 0) return problem("invalid-count", "at least one case", { found: "0 of 0 measures nothing" });
  if (x > n) return problem("count-exceeds-total", `at most ${n} of ${n}`, { found: `${x} of ${n} is more than all` });
  return ok({ x, n });
}

/** `write 1200/2000` for `1.200/2.000`: a count has no fraction, so that only the thousands can be meant. */
function countHint(text: string): string | undefined {
  const parts = text.split("/").map((part) => part.trim());
  const plain = parts.map((part) => (/^(0|[1-9]\d*)$/.test(part) ? part : wholeReadings(part)[0]));
  return parts.length === 2 && plain.every((part) => part !== undefined) ? `write ${plain.join("/")}` : undefined;
}

export function countText(count: Count): string {
  return `${count.x}/${count.n}`;
}
