import { MOST_CASES, parseCount } from "../../../domain/scalars/count.ts";
import { parseDecimal, type Decimal } from "../../../domain/scalars/decimal.ts";
import type { PairedCounts, Result } from "../../../domain/records/entry.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { ok, problem, type Parsed } from "../../../domain/scalars/parsed.ts";
import { parseQuantity, type Quantity } from "../../../domain/scalars/quantity.ts";
import { parseWholeWithin } from "../../../domain/scalars/whole.ts";
import { pair, type FlagProblems } from "./flag-problems.ts";

const FLAG = "--eval";

/** What all results of one entry have in common. */
export interface ResultContext {
  readonly arm: string | undefined;
  readonly model: string | undefined;
  readonly evidence: string | undefined;
  readonly dataset: string | undefined;
  /** Makes figures of a file; undefined where none was named. */
  readonly values: ((item: Eval, text: string, problems: FlagProblems) => Measured | undefined) | undefined;
}

type Measured = Omit<Result, "eval" | keyof Omit<ResultContext, "values">>;

/** Whether a result is to be taken from a file: `latency=@runs/latency.csv`. */
export function isFromFile(text: string): boolean {
  return pair(text)?.[1].startsWith("@") === true;
}

/**
 * Reads `wrong-rate=22/200`, `cost=0.042 EUR sd 0.02 n 50`, `latency=1.8 s`,
 * `wrong-rate=both 10, baseline 20, candidate 2, neither 68` or `latency=@runs/latency.csv#seconds`.
 */
export function readResult(
  text: string,
  evals: readonly Eval[],
  context: ResultContext,
  problems: FlagProblems,
): Result | undefined {
  const parts = pair(text);
  if (parts === undefined)
    return problems.add(
      FLAG,
      `found "${text.slice(0, 60)}", expected an eval and its figure`,
      "write --eval wrong-rate=22/200",
    );
  const [id, figure] = parts;
  const known = problems.known(
    FLAG,
    id,
    evals.map((item) => item.id),
    "eval",
    "evals.yaml",
  );
  const item = evals.find((one) => one.id === known);
  const fromFile = isFromFile(text);
  // Without the eval nobody knows what to make of a file.
  const measured = !fromFile
    ? problems.take(`${FLAG} ${id}`, figure, parseMeasured(figure))
    : item && context.values?.(item, figure, problems);
  if (known === undefined || measured === undefined) return undefined;
  const { arm, model, evidence, dataset } = context;
  return {
    eval: known,
    ...measured,
    arm: arm ?? "",
    ...(model === undefined ? {} : { model }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(dataset === undefined ? {} : { dataset }),
  };
}

function parseMeasured(text: string): Parsed<Measured> {
  if (/^both\b/.test(text)) {
    const pairs = parsePairs(text);
    return pairs.ok ? ok({ pairs: pairs.value }) : pairs;
  }
  if (text.includes("/") && /^[\d\s/.,]+$/.test(text)) {
    const count = parseCount(text);
    return count.ok ? ok({ count: count.value }) : count;
  }
  return parseSpread(text);
}

function parsePairs(text: string): Parsed<PairedCounts> {
  const match = /^both (\d{1,8}), ?baseline (\d{1,8}), ?candidate (\d{1,8}), ?neither (\d{1,8})(?: n (\d{1,8}))?$/.exec(
    text,
  );
  if (match === null)
    return problem("invalid-count", "paired counts such as both 10, baseline 20, candidate 2, neither 68");
  const [both, baseline, candidate, neither] = match.slice(1, 5).map(Number) as [number, number, number, number];
  const total = both + baseline + candidate + neither;
  if (total === 0) return problem("invalid-count", "at least one case");
  if (match[5] !== undefined && Number(match[5]) !== total)
    return problem("invalid-count", `four counts that add up to n ${match[5]}`, { found: `they add up to ${total}` });
  return ok({ both, baseline, candidate, neither });
}

/** A value, with the spread and the number of cases where it is a mean. */
function parseSpread(text: string): Parsed<Measured> {
  const match = /^(.*?)(?: sd (\S+))?(?: n (\S+))?$/.exec(text);
  const n = match?.[3] === undefined ? undefined : parseWholeWithin(match[3], 1, MOST_CASES, "at least one case");
  if (n?.ok === false) return n;
  const value: Parsed<Quantity> = parseQuantity(match?.[1] ?? text);
  if (!value.ok)
    return problem(
      value.problem.code,
      "a count such as 22/200, a figure such as 1.8 s, or a mean such as 0.042 EUR sd 0.02 n 50",
      value.problem.hint === undefined ? {} : { hint: value.problem.hint },
    );
  const sd: Parsed<Decimal> | undefined = match?.[2] === undefined ? undefined : parseDecimal(match[2]);
  if (sd !== undefined && !sd.ok) return sd;
  if (sd !== undefined && sd.value.digits < 0n)
    return problem("invalid-number", "a standard deviation of zero or more");
  return ok({
    value: value.value,
    ...(sd === undefined ? {} : { sd: sd.value }),
    ...(n === undefined ? {} : { n: n.value }),
  });
}
