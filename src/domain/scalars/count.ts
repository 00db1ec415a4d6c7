import { ok, problem, type Parsed } from "./parsed.ts";

/** x of n, as it was counted. */
export interface Count {
  readonly x: number;
  readonly n: number;
}

/** Ten million: the range over which the statistics are proven. */
const MOST = 10_000_000;

/** Reads `22/200`. */
export function parseCount(text: string): Parsed<Count> {
  const expected = "a count such as 22/200";
  const match = /^(0|[1-9]\d*) ?\/ ?(0|[1-9]\d*)$/.exec(text.trim());
  if (!match) return problem("invalid-count", expected);
  const [x, n] = [Number(match[1]), Number(match[2])];
  if (n > MOST) return problem("invalid-count", `a count of at most ${MOST} cases`);
  if (n === 0) return problem("invalid-count", "at least one case", { found: "0 of 0 measures nothing" });
  if (x > n) return problem("count-exceeds-total", `at most ${n} of ${n}`, { found: `${x} of ${n} is more than all` });
  return ok({ x, n });
}

export function countText(count: Count): string {
  return `${count.x}/${count.n}`;
}
