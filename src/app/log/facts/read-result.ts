import { evalReasonClause } from "../../../wording/eval-reasons.ts";
import { MEASURES } from "../../../domain/evidence/measures/measures.ts";
import { ownFault, resultFault } from "../../../domain/evidence/result-fault.ts";
import { MOST_CASES, countText, parseCount } from "../../../domain/scalars/count.ts";
import { decimalNumber, shortDecimalText, type Decimal } from "../../../domain/scalars/decimal.ts";
import type { PairedCounts, Result } from "../../../domain/records/evals/result.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { optional } from "../../../domain/scalars/optional.ts";
import { plainCharacters } from "../../../domain/scalars/readings/plain-characters.ts";
import { meantName } from "../../../domain/scalars/nearest.ts";
import { ok, problem, type Parsed } from "../../../domain/scalars/parsed.ts";
import {
  parseQuantity,
  parseSpreadOf,
  quantityNumber,
  quantityText,
  type Quantity,
} from "../../../domain/scalars/quantity.ts";
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
  return (namedPair(text)?.[1] ?? text).startsWith("@");
}

/**
 * Reads `wrong-rate=22/200`, `wrong-rate=22/197 errors 3`, `cost=0.042 EUR sd 0.02 n 50`, the same with
 * `before 0.06 EUR sd 0.03 difference sd 0.02` on the same cases, `latency=1.8 s`, `wrong-rate=both 10, baseline 20,
 * candidate 2, neither 68` or `latency=@runs/latency.csv#seconds`.
 */
export function readResult(
  text: string,
  evals: readonly Eval[],
  context: ResultContext,
  problems: FlagProblems,
): Result | undefined {
  const parts = namedPair(text) ?? onlyEval(text, evals, problems);
  if (parts === undefined) return undefined;
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
  // Without the eval a file cannot be interpreted.
  const refused = !fromFile && refusedForm(item, known ?? id, figure, problems);
  const measured = refused
    ? undefined
    : fromFile
      ? item && context.values?.(item, figure, problems)
      : problems.take(`${FLAG} ${id}`, figure, parseMeasured(figure));
  if (known === undefined || measured === undefined) return undefined;
  const { arm, model, evidence, dataset } = context;
  const taken = fromFile || item === undefined ? measured : takenBy(item, figure, measured, problems);
  if (taken === undefined) return undefined;
  return {
    eval: known,
    ...taken,
    arm: arm ?? "",
    ...(model === undefined ? {} : { model }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(dataset === undefined ? {} : { dataset }),
  };
}

const GROUPS = /\b(?:groups?|clusters?|documents?)\b/i;

/** Whether a figure is in a form that nobody can type: then it is said how else. */
function refusedForm(item: Eval | undefined, id: string, figure: string, problems: FlagProblems): boolean {
  const found = `found "${figure.slice(0, 60)}"`;
  if (GROUPS.test(figure)) {
    const columns = "--columns case=question --columns group=document";
    problems.add(
      `${FLAG} ${id}`,
      `${found}: grouped cases have to come from a file, which has the figure of each group`,
      `write poc import runs.csv --eval ${id} ${columns}; or without pairs ${FLAG} "${id}=@runs.csv#passed/document"`,
    );
    return true;
  }
  if (!/ before /.test(figure) || item === undefined || MEASURES[item.measure].writtenIn !== "share") return false;
  problems.add(
    `${FLAG} ${id}`,
    `${found}: a rate on the same cases is logged with the number of cases for each outcome`,
    `write ${FLAG} "${id}=both 10, baseline 20, candidate 2, neither 68"`,
  );
  return true;
}

/** What follows a figure within one text, and is a number. */
const FIGURE_PARTS: ReadonlySet<string> = new Set([
  "errors",
  "sd",
  "n",
  "before",
  "difference",
  "baseline",
  "candidate",
  "neither",
]);

/**
 * `--eval wrong-rate=22/197 errors 3` without quotes: the shell takes the errors for the text, and the cases that broke
 * would be left out of the verdict.
 */
export function figureApart(results: readonly string[], pieces: readonly string[], problems: FlagProblems): void {
  const at = pieces.findIndex((piece, k) => FIGURE_PARTS.has(piece) && /^\d[\d.]*$/.test(pieces[k + 1] ?? ""));
  const bare = results.find((text) => !isFromFile(text) && !text.includes(" "));
  if (at < 0 || bare === undefined) return;
  const apart = `${pieces[at]!} ${pieces[at + 1]!}`.slice(0, 60);
  problems.add(
    FLAG,
    `found "${apart}" separate from its figure, expected both in one pair of quotes`,
    `write ${FLAG} "${bare.slice(0, 80)} ${apart}"`,
  );
}

/** `id=figure` taken apart; what stands behind `@` may have an equals sign of its own. */
function namedPair(text: string): readonly [id: string, figure: string] | undefined {
  return text.trim().startsWith("@") ? undefined : pair(text);
}

/** Where there is one eval, a figure needs no name; where there are several, the corrected text names each. */
function onlyEval(
  text: string,
  evals: readonly Eval[],
  problems: FlagProblems,
): readonly [id: string, figure: string] | undefined {
  const figure = text.replace(/^=/, "").trim();
  const [only, ...others] = evals;
  if (only !== undefined && others.length === 0 && (figure.startsWith("@") || parseMeasured(figure).ok)) {
    problems.readAs(text, `${only.id}=${figure}`);
    return [only.id, figure];
  }
  const whole = figure.startsWith("@") || parseMeasured(figure).ok;
  const readings = whole ? evals.slice(0, 4).map(({ id }) => `${id}=${figure.slice(0, 40)}`) : [];
  const ids = evals.map(({ id }) => id);
  const named = evals.find(({ id }) => id === meantName(figure, ids)) ?? only;
  const example = named === undefined ? `${FLAG} wrong-rate=22/200` : typedText(named, exampleOf(named));
  const choice = readings.length === 0 ? example : readings.map((one) => `${FLAG} ${one}`).join(" or ");
  const found = problem("invalid-value", "an eval and its figure", { hint: `write ${choice}`, readings });
  return problems.take(FLAG, text, found);
}

/**
 * What the eval makes of a figure that was typed: itself, the count that a rate is, or nothing, after saying how it is
 * written. A result that its eval cannot take would make the verdict invalid, whatever was measured before.
 */
function takenBy(item: Eval, typed: string, measured: Measured, problems: FlagProblems): Measured | undefined {
  const measure = MEASURES[item.measure];
  const result = measure.counted(item, { eval: item.id, arm: "", ...measured });
  const fault = ownFault(item, result);
  const meant = measure.meant(item, result).filter((one) => resultFault(item, one) === undefined);
  const flag = `${FLAG} ${item.id}`;
  const [only, ...others] = meant;
  if (fault !== undefined && only !== undefined && others.length === 0 && isPartOfOne(item, measured)) {
    const { eval: _eval, arm: _arm, ...rest } = only;
    problems.readAs(typed, only.count === undefined ? quantityText(only.value!) : countText(only.count));
    return rest;
  }
  if (fault !== undefined) {
    const example = measure.example(item, result);
    const written = meant.length > 0 ? meant : [example];
    const better =
      meant.length > 0 && !meant.some(measure.bounded)
        ? `, or better its count, such as ${typedText(item, example)}`
        : "";
    return problems.add(
      flag,
      `found "${typed.slice(0, 60)}": ${evalReasonClause(fault)}`,
      `write ${meant.length > 0 ? "" : "it like "}${written.map((one) => typedText(item, one)).join(" or ")}${better}`,
    );
  }
  const { value, n, eval: _eval, arm: _arm, ...rest } = result;
  if (value !== undefined && n !== undefined && !measure.bounded(result)) {
    const counts = meant.flatMap(({ count }) => count ?? []);
    if (counts.length > 0)
      return problems.add(
        flag,
        `found "${typed.slice(0, 60)}", expected a count: ${quantityText(value)} of ${n} cases is ` +
          (counts.length === 1 ? countText(counts[0]!) : "between two whole numbers of them"),
        `write ${counts.map((count) => typedText(item, { ...result, count })).join(" or ")}`,
      );
  }
  if (result.count !== undefined && measured.count === undefined) problems.readAs(typed, countText(result.count));
  else if (!measure.bounded(result)) problems.readAs(typed, "a figure without a count cannot meet a target");
  return { ...rest, ...optional("value", value), ...optional("n", n) };
}

/** Whether a share was written as a part of one: `0.12`. */
function isPartOfOne({ measure }: Eval, { value }: Measured): boolean {
  if (value === undefined || value.unit !== "" || MEASURES[measure].writtenIn !== "share") return false;
  const number = quantityNumber(value);
  return number > 0 && number < 1;
}

function exampleOf(item: Eval): Result {
  return MEASURES[item.measure].example(item, { eval: item.id, arm: "" });
}

/** `cost=0.04 EUR sd 0.02 n 50`: a result in the form that its eval takes. */
export function exampleText(item: Eval): string {
  return figureText(item, exampleOf(item));
}

/** `--eval "cost=0.04 EUR sd 0.02 n 50"`: what to type for a result. */
function typedText(item: Eval, result: Result): string {
  const text = figureText(item, result);
  return `${FLAG} ${text.includes(" ") ? `"${text}"` : text}`;
}

function figureText(item: Eval, { count, value, sd, n }: Result): string {
  const figure =
    count === undefined
      ? [
          value === undefined ? "" : quantityText(value),
          ...(sd === undefined ? [] : [`sd ${shortDecimalText(sd)}`]),
          ...(n === undefined ? [] : [`n ${n}`]),
        ].join(" ")
      : countText(count);
  return `${item.id}=${figure}`;
}

/** A figure, and how many cases broke beside those that it counts: `22/197 errors 3`. */
export function parseMeasured(text: string): Parsed<Measured> {
  const broken = /^(.*\S) errors? (\S+)$/.exec(text) ?? /^(.*\S) (\S+) errors?$/.exec(text);
  if (broken === null) return parseFigure(text);
  const [figure, errors] = [
    parseFigure(broken[1]!.replace(/,$/, "")),
    parseWholeWithin(broken[2]!, 0, MOST_CASES, "a number of cases that broke"),
  ];
  if (!figure.ok) return figure;
  if (!errors.ok) return errors;
  return ok(errors.value === 0 ? figure.value : { ...figure.value, errors: errors.value });
}

function parseFigure(typed: string): Parsed<Measured> {
  const text = plainCharacters(typed);
  if (/^both\b/.test(text)) {
    const pairs = parsePairs(text);
    return pairs.ok ? ok({ pairs: pairs.value }) : pairs;
  }
  if (/ before /.test(text)) return parseBefore(text);
  if (/^[\d\s/.,'_]+$/.test(text) ? text.includes("/") : / of /.test(text)) {
    const count = parseCount(text);
    return count.ok ? ok({ count: count.value }, count.read) : count;
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
  if (total === 0 || total > MOST_CASES) return problem("invalid-count", `from 1 to ${MOST_CASES} cases in all`);
  if (match[5] !== undefined && Number(match[5]) !== total)
    return problem("invalid-count", `four counts that add up to n ${match[5]}`, { found: `they add up to ${total}` });
  return ok({ both, baseline, candidate, neither });
}

const BEFORE =
  "two means on the same cases such as 0.042 EUR sd 0.02 n 50 before 0.06 EUR sd 0.03 difference sd 0.02, where the " +
  "last one is the spread of the differences";

/** Two means on the same cases: what varies between cases falls out, so the spread of the differences is needed. */
function parseBefore(text: string): Parsed<Measured> {
  const [, left, right, spread] = /^(.*?),? before (.*?),? differences? sd (\S.*)$/.exec(text) ?? [];
  if (left === undefined || right === undefined || spread === undefined) return problem("invalid-value", BEFORE);
  const [now, then] = [parseSpread(left), parseSpread(right)];
  if (!now.ok) return now;
  if (!then.ok) return then;
  const { value, sd, n } = now.value;
  const { value: before, sd: sdBefore } = then.value;
  if (value === undefined || sd === undefined || n === undefined || before === undefined || sdBefore === undefined)
    return problem("invalid-value", BEFORE, { found: "no sd beside each mean and n" });
  const differenceSd = parseSpreadOf(spread, value);
  if (!differenceSd.ok) return differenceSd;
  const [one, other, between] = [sd, sdBefore, differenceSd.value].map(decimalNumber) as [number, number, number];
  const inOneUnit = value.unit === before.unit;
  if (inOneUnit && (between > (one + other) * ROUNDED || between * ROUNDED < Math.abs(one - other)))
    return problem("invalid-number", BEFORE, {
      found:
        `a spread of the differences of ${spread}, where ${one} and ${other} allow ` +
        `${shortNumber(Math.abs(one - other))} to ${shortNumber(one + other)}`,
    });
  return ok({ value, sd, n, before: { value: before, sd: sdBefore, differenceSd: differenceSd.value } });
}

/** Deviations are written with two or three digits. */
const ROUNDED = 1.05;

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A value, with the spread and the number of cases where it is a mean. */
function parseSpread(text: string): Parsed<Measured> {
  const match = /^(.*?)(?:,? sd (\S.*?))?(?:,? n (\S+))?$/.exec(text);
  const n = match?.[3] === undefined ? undefined : parseWholeWithin(match[3], 1, MOST_CASES, "at least one case");
  if (n?.ok === false) return n;
  const value: Parsed<Quantity> = parseQuantity(match?.[1] ?? text);
  if (!value.ok)
    return problem(
      value.problem.code,
      "a count such as 22/200, a figure such as 1.8 s, or a mean such as 0.042 EUR sd 0.02 n 50",
      {
        ...(value.problem.hint === undefined ? {} : { hint: value.problem.hint }),
        ...(value.problem.readings === undefined ? {} : { readings: value.problem.readings }),
      },
    );
  const sd: Parsed<Decimal> | undefined = match?.[2] === undefined ? undefined : parseSpreadOf(match[2], value.value);
  if (sd !== undefined && !sd.ok) return sd;
  if (sd !== undefined && sd.value.digits < 0n)
    return problem("invalid-number", "a standard deviation of zero or more");
  return ok(
    {
      value: value.value,
      ...(sd === undefined ? {} : { sd: sd.value }),
      ...(n === undefined ? {} : { n: n.value }),
    },
    value.read,
  );
}
