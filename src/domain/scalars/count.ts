import type { Decimal } from "./decimal.ts";
import { soleReading, wholeReadings } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { plainCharacters } from "./readings/plain-characters.ts";

/** x of n, as it was counted. */
export interface Count {
  readonly x: number;
  readonly n: number;
}

/** Ten million: the range over which the statistics are proven. */
export const MOST_CASES = 10_000_000;

const BY_LETTER = /^(0|[1-9]\d*) ?\/ ?(0|[1-9]\d*)$/;
const OF = /^([\d.,'_ ]+?) ?(?:\/|of|out of|from|von|sur) ?(?:the )?([\d.,'_ ]+)$/i;

/** Reads `22/200`, and what people write for it that has one reading: `22 of 200`, `1'200/2'000`. */
export function parseCount(text: string): Parsed<Count> {
  const match = BY_LETTER.exec(text.trim());
  if (match !== null) return countOf(Number(match[1]), Number(match[2]));
  const said = plainCharacters(text).replace(/ +/g, " ");
  const parts = OF.exec(said)
    ?.slice(1)
    .map((part) => soleWhole(part.trim()));
  const [x, n] = parts ?? [];
  if (x !== undefined && n !== undefined) {
    const count = countOf(Number(x), Number(n));
    return count.ok ? ok(count.value, countText(count.value)) : count;
  }
  const hint = countHint(said);
  return problem("invalid-count", "a count such as 22/200", hint === undefined ? {} : { hint });
}

function soleWhole(part: string): string | undefined {
  return /^(0|[1-9]\d*)$/.test(part) ? part : soleReading(wholeReadings(part), part);
}

function countOf(x: number, n: number): Parsed<Count> {
  if (n > MOST_CASES) return problem("invalid-count", `a count of at most ${MOST_CASES} cases`);
  if (n === 0) return problem("invalid-count", "at least one case", { found: "a total of 0" });
  if (x > n) return problem("count-exceeds-total", `at most ${n} of ${n}`, { found: `${x} of ${n} is more than all` });
  return ok({ x, n });
}

/** `write 1200/2000` for `1.200/2.000`: a count has no fraction, so that only the thousands can be meant. */
function countHint(text: string): string | undefined {
  const parts = text.split("/").map((part) => part.trim());
  const plain = parts.map((part) => (/^(0|[1-9]\d*)$/.test(part) ? part : wholeReadings(part)[0]));
  if (parts.length === 2 && plain.every((part) => part !== undefined)) return `write ${plain.join("/")}`;
  const within = text.length > 60 ? [] : [...text.matchAll(/(?<![\d.,])(\d+) ?(?:\/|of|out of) ?(\d+)(?![.,]?\d)/g)];
  return within.length === 1 ? `write ${within[0]![1]}/${within[0]![2]}` : undefined;
}

export function countText(count: Count): string {
  return `${count.x}/${count.n}`;
}

/** One group of cases: what they add up to (of a count: how many were counted), and how many they are. */
export interface Cluster {
  readonly sum: Decimal;
  readonly n: number;
  /** Of pairs: what the same cases add up to with the baseline. */
  readonly before?: Decimal;
}
