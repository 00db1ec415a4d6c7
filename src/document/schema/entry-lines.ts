import { SPEND_BASES, SPEND_CATEGORIES } from "../../domain/records/costs.ts";
import type { Cluster } from "../../domain/scalars/count.ts";
import type { Focus, RiskNote, SpendLine, TaskLine, TimeLine } from "../../domain/records/entry.ts";
import type { MeanBefore, PairedCounts, Result } from "../../domain/records/evals/result.ts";
import { MOST_CLUSTERS } from "../../domain/evidence/clusters.ts";
import { decimalNumber, shortDecimalText } from "../../domain/scalars/decimal.ts";
import { compareMoney, moneyText, roundedMoney } from "../../domain/scalars/money.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { parseShare } from "../../domain/scalars/readings/parse-share.ts";
import { RISK_LEVELS } from "../../domain/records/risk.ts";
import { MOST_TOKENS, tokenProblem, tokenUseText, type TokenUse } from "../../domain/records/tokens/tokens.ts";
import { caseFile, rawValues } from "./entry-origins.ts";
import { count } from "./eval-schema.ts";
import { checked, fields, list, mapped, optional, required, type Field } from "./field.ts";
import {
  EXAMPLE_HASH,
  choice,
  decimalWithin,
  duration,
  flag,
  id,
  money,
  parsedText,
  quantity,
  sha256,
  text,
  whole,
  workHours,
} from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

const MOST_CASES = 10_000_000;
const MOST_PEOPLE = 1000;
const LONGEST_ID = 200;

/** A measured value: a count, a figure or paired counts, and exactly one of them. */
export function resultLine(): Field<Result> {
  return checked(
    fields({
      eval: required(id(), "Eval", "Id of the eval.", "wrong-rate"),
      count: optional(count(), "Count", "The number of cases counted, out of all cases.", "22/200"),
      value: optional(quantity(), "Value", "A figure with its unit.", "1.8 s"),
      pairs: optional(pairedCounts(), "Pairs", "The same cases, run with baseline and candidate.", {
        both: 12,
        baseline: 29,
        candidate: 10,
        neither: 149,
      }),
      n: optional(whole(1, MOST_CASES), "Cases", "The number of cases behind the value.", 200),
      sd: optional(
        decimalWithin({ expected: "a standard deviation of zero or more", least: 0 }),
        "Standard deviation",
        "That of the single cases, in the unit of the value.",
        0.4,
      ),
      errors: optional(
        whole(1, MOST_CASES),
        "Errors",
        "The number of cases that broke before they could be scored: neither good nor bad, and not in any figure.",
        3,
      ),
      clusters: optional(
        clusters(),
        "Groups",
        "Cases that belong together, group by group: their sum (for a count: the number counted), and the number of " +
          "cases.",
        [
          [2, 10],
          [0, 10],
          [5, 12],
        ],
      ),
      runs: optional(
        whole(2, MOST_CASES),
        "Runs",
        "The number of runs, if cases were run several times and their runs averaged.",
        60,
      ),
      scores: optional(
        list(decimalWithin({ expected: "a number such as 4" })),
        "Scores",
        "The single values of a mean whose eval declares their range, in an order that does not depend on them.",
        [4, 5, 3],
      ),
      before: optional(
        meanBefore(),
        "Before",
        "The baseline on the same cases, for a value that is compared case by case.",
        { value: "0.09 EUR", sd: 0.03, difference_sd: 0.02 },
      ),
      within: optional(quantity(), "Within", "For a percentile: the limit within which the runs were counted.", "2 s"),
      sample: optional(
        quantity(),
        "Sample percentile",
        "For a percentile: that of the sample itself, for readers. It decides nothing.",
        "1.84 s",
      ),
      values: optional(
        rawValues(),
        "Values",
        "The file that the figures come from. Written by `poc log --eval latency=@runs/latency.csv`.",
        { file: "runs/latency.csv", sha256: EXAMPLE_HASH, column: "seconds" },
      ),
      cases: optional(
        caseFile(),
        "Cases",
        "The file of cases that the figures come from, instead of values. Written by `poc import`.",
        { file: "cases/promptfoo-k7f3q2m.csv", sha256: EXAMPLE_HASH, column: "passed", n: 200, digest: EXAMPLE_HASH },
      ),
      arm: optional(text(), "Arm", "The variant it was measured on.", "reranker-k8"),
      model: optional(text(), "Model", "The model that was used, with its version.", "gpt-4.1-2025-04-14"),
      evidence: optional(text(), "Evidence", "Where the raw run is: a path or a link.", "runs/17.json"),
      dataset: optional(sha256(), "Data set", "sha256 of the data set that was used.", EXAMPLE_HASH),
    }),
    (written): Parsed<Result> => {
      const { count: counted, value, pairs, n, sd, errors, clusters: groups, within, sample, values, cases } = written;
      const measures = Number(counted !== undefined) + Number(value !== undefined) + Number(pairs !== undefined);
      if (measures !== 1)
        return problem(measures === 0 ? "missing-field" : "fields-conflict", "one of count, value and pairs");
      if (value === undefined && sd !== undefined) return problem("fields-conflict", "sd only beside value");
      if (counted !== undefined && n !== undefined)
        return problem("fields-conflict", "n only beside value or pairs, for a count says it");
      const { runs, scores, before } = written;
      if (groups !== undefined && value !== undefined && n === undefined)
        return problem("fields-conflict", "clusters only beside a count, pairs, or a value with n");
      if (value === undefined && (runs !== undefined || scores !== undefined || before !== undefined))
        return problem("fields-conflict", "runs, scores and before only beside a value");
      const paired = pairs !== undefined || before !== undefined;
      if (groups?.some((group) => (group.before !== undefined) !== paired))
        return problem(
          "fields-conflict",
          paired
            ? "three numbers for each group beside a comparison on the same cases: sum, cases, sum of the baseline"
            : "two numbers for each group: what it adds up to, and how many cases it has",
        );
      if (counted === undefined && (within !== undefined || sample !== undefined))
        return problem("fields-conflict", "within and sample only beside a count");
      if (values !== undefined && cases !== undefined) return problem("fields-conflict", "either values or cases");
      const { model, evidence, dataset } = written;
      return ok(
        withoutUndefined({
          eval: written.eval,
          arm: written.arm ?? "",
          count: counted,
          value,
          pairs,
          n,
          sd,
          errors,
          clusters: groups,
          runs,
          scores,
          before,
          within,
          sample,
          values,
          cases,
          model,
          evidence,
          dataset,
        }),
      );
    },
  );
}

function pairedCounts(): Field<PairedCounts> {
  const cases = (title: string, description: string) => required(whole(0, MOST_CASES), title, description, 20);
  return checked(
    fields({
      both: cases("Both", "Cases counted with baseline and candidate."),
      baseline: cases("Baseline only", "Cases counted with the baseline alone."),
      candidate: cases("Candidate only", "Cases counted with the candidate alone."),
      neither: cases("Neither", "Cases counted with neither."),
    }),
    (pairs): Parsed<PairedCounts> => {
      const total = pairs.both + pairs.baseline + pairs.candidate + pairs.neither;
      return total > 0 && total <= MOST_CASES
        ? ok(pairs)
        : problem("invalid-count", `from 1 to ${MOST_CASES} cases in all`);
    },
  );
}

/** The baseline on the same cases: `{ value: 0.09 EUR, sd: 0.03, difference_sd: 0.02 }`. */
function meanBefore(): Field<MeanBefore> {
  const deviation = () => decimalWithin({ expected: "a standard deviation of zero or more", least: 0 });
  return mapped(
    fields({
      value: required(quantity(), "Value", "The figure of the baseline on these cases.", "0.09 EUR"),
      sd: optional(deviation(), "Standard deviation", "Of its single values.", 0.03),
      difference_sd: optional(
        deviation(),
        "Of the differences",
        "Standard deviation of the differences, case by case.",
        0.02,
      ),
      scores: optional(
        list(decimalWithin({ expected: "a number such as 4" })),
        "Scores",
        "Its single values, case by case in the order of those of the result.",
        [4, 4, 3],
      ),
    }),
    ({ value, sd, difference_sd: differenceSd, scores }): MeanBefore =>
      withoutUndefined({ value, sd, differenceSd, scores }),
  );
}

/** `[[2, 10], [0, 8]]`: what each group adds up to, how many cases it has, and of pairs the sum of the baseline. */
function clusters(): Field<readonly Cluster[]> {
  const figure = decimalWithin({ expected: "a number such as 2 or 0.41" });
  const one = checked(list(figure), ([sum, size, before, ...more]): Parsed<Cluster> => {
    const n = size === undefined ? 0 : decimalNumber(size);
    const right = sum !== undefined && more.length === 0 && Number.isInteger(n) && n >= 1 && n <= MOST_CASES;
    return right
      ? ok(before === undefined ? { sum, n } : { sum, n, before })
      : problem("invalid-value", "two numbers, what a group adds up to and how many cases it has, such as [2, 10]");
  });
  return checked(list(one), (groups): Parsed<readonly Cluster[]> =>
    groups.length >= 1 && groups.length <= MOST_CLUSTERS
      ? ok(groups)
      : problem("invalid-value", `from 1 to ${MOST_CLUSTERS} groups`, { found: `${groups.length} groups` }),
  );
}

/** Tasks that the system was given: what they cost is the spend of the same entry. */
export function taskLine(): Field<TaskLine> {
  return mapped(
    fields({
      count: required(count(), "Count", "The number of tasks done right, out of all tasks.", "262/300"),
      arm: optional(text(), "Arm", "The variant that did the tasks.", "reranker-k8"),
      latency: optional(duration(), "Latency", "Average response time.", "1.8 s"),
      review: optional(duration(), "Review", "Average review time per output.", "0.5 min"),
      note: optional(text(), "Note", "Which tasks.", "A day of tickets from the archive"),
    }),
    ({ count: counted, arm, latency, review, note }): TaskLine =>
      withoutUndefined({ count: counted, arm: arm ?? "", latency, review, note }),
  );
}

export function spendLine(): Field<SpendLine> {
  return checked(
    fields({
      amount: required(money(), "Amount", "The money spent; negative for a refund.", "12.40 EUR"),
      exact: optional(
        decimalWithin({ expected: "an amount such as 0.000371" }),
        "Exact",
        "The amount with all its digits, if it has more than the currency. Sums use it.",
        0.000371,
      ),
      category: optional(
        choice(SPEND_CATEGORIES),
        "Category",
        "What it went to. `other` unless stated.",
        ...SPEND_CATEGORIES,
      ),
      note: optional(text(), "Note", "What for.", "Full run of the eval set"),
      model: optional(text(), "Model", "For an imported amount: the model that it was spent on.", "gpt-4.1"),
      rate: optional(
        decimalWithin({ expected: "a rate above 0, such as 0.92", above: 0 }),
        "Rate",
        "The exchange rate used, if not the one in costs.yaml.",
        0.92,
      ),
      basis: optional(
        choice(SPEND_BASES),
        "Basis",
        "How well the amount is known: from a bill, from a meter and a price list, or by estimate. `billed` unless " +
          "stated.",
        ...SPEND_BASES,
      ),
      tokens: optional(
        tokenUse(),
        "Tokens",
        "What the amount was calculated from. Written by `poc log --tokens gpt-4.1=1.2M/310k`; the amount stands.",
        { model: "gpt-4.1", input: 1_200_000, cached: 800_000, output: 310_000 },
      ),
      replaces: optional(
        list(text("the id of an entry", LONGEST_ID)),
        "Replaces",
        "Earlier entries whose lines of this category, estimated or metered, this amount replaces. " +
          "Written by `poc log --replaces`.",
        ["k7f3q2m"],
      ),
    }),
    ({ amount, exact, category, note, model, rate, basis, tokens, replaces }): Parsed<SpendLine> => {
      if (exact !== undefined && compareMoney(roundedMoney(exact, amount.currency), amount) !== 0)
        return problem("fields-conflict", "an exact amount that rounds to the amount", {
          found: `${moneyText(amount)}, exactly ${shortDecimalText(exact)}`,
        });
      return ok(
        withoutUndefined({
          amount,
          exact,
          category: category ?? (tokens === undefined ? "other" : "tokens"),
          note,
          model,
          rate,
          basis: basis === "billed" ? undefined : basis,
          tokens,
          replaces: replaces?.length === 0 ? undefined : replaces,
        }),
      );
    },
  );
}

function tokenUse(): Field<TokenUse> {
  const tokens = () => whole(0, MOST_TOKENS);
  return checked(
    fields({
      model: required(text(), "Model", "The model, by its name in the price list.", "gpt-4.1"),
      input: required(tokens(), "Input", "Input tokens, cached or not.", 1_200_000),
      cached: optional(tokens(), "Cached", "The part of these that came from the cache.", 800_000),
      cache_write: optional(tokens(), "Cache write", "The part of these that was written to the cache.", 200_000),
      cache_write_1h: optional(
        tokens(),
        "Cache write, an hour",
        "The part of these that was written to the cache for an hour.",
        100_000,
      ),
      output: required(tokens(), "Output", "Output tokens.", 310_000),
      above: optional(
        whole(1, MOST_TOKENS),
        "Above",
        "The requests had more tokens than this, and have their own prices.",
        200_000,
      ),
      batch: optional(flag(), "Batch", "Whether they were sent as a batch.", true),
    }),
    ({ model, input, cached = 0, cache_write, cache_write_1h, output, above, batch }): Parsed<TokenUse> => {
      const use: TokenUse = withoutUndefined({
        model,
        input,
        cached,
        written: cache_write,
        writtenHour: cache_write_1h,
        output,
        above,
        batch: batch === true ? true : undefined,
      });
      const fault = tokenProblem(use);
      return fault === undefined ? ok(use) : problem("invalid-value", fault, { found: tokenUseText(use) });
    },
  );
}

/** Hours of one person, or a meeting of several. */
export function timeLine(): Field<TimeLine> {
  const hours = workHours;
  return checked(
    fields({
      hours: optional(hours(), "Hours", "Hours of the person who logs: 2, 1:30, 90m.", 2),
      meeting: optional(hours(), "Meeting", "How long a meeting lasted: 0.5, 1:30, 30m.", 0.5),
      people: optional(whole(1, MOST_PEOPLE), "People", "The number of people in the meeting.", 4),
      what: optional(text(), "What", "What the time was spent on.", "Review with security"),
    }),
    ({ hours: own, meeting, people, what }): Parsed<TimeLine> => {
      const time = own ?? meeting;
      if (time === undefined) return problem("missing-field", "either hours or meeting");
      if (own !== undefined && (meeting !== undefined || people !== undefined))
        return problem("fields-conflict", "either hours, or meeting with people");
      if (meeting !== undefined && people === undefined) return problem("missing-field", "people beside meeting");
      return ok(withoutUndefined({ hours: time, people: people ?? 1, meeting: meeting !== undefined, what }));
    },
  );
}

/** How much of a working day the PoC had. */
export function focusNote(): Field<Focus> {
  const share = parsedText({ type: ["string", "number"] }, "a share such as 60%", parseShare);
  return mapped(
    fields({
      share: required(share, "Share", "The share of the working day spent on the PoC.", "60%"),
      what: optional(text(), "What", "What the rest was spent on.", "On call"),
    }),
    (focus): Focus => withoutUndefined(focus),
  );
}

export function riskNote(): Field<RiskNote> {
  return mapped(
    fields({
      id: required(id(), "Risk", "Id of a risk in the register, or a new one with a note.", "pii-in-traces"),
      level: required(choice(RISK_LEVELS), "Level", "Its current level.", ...RISK_LEVELS),
      note: optional(text(), "Note", "What was seen.", "Traces hold customer names"),
      evidence: optional(
        text(),
        "Evidence",
        "Where it can be seen: a link, a path, a document.",
        "https://example.com/review/17",
      ),
    }),
    ({ id: risk, level, note, evidence }): RiskNote => withoutUndefined({ id: risk, level, note, evidence }),
  );
}
