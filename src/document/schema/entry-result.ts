import type { Cluster, PairedCounts, RawValues, Result } from "../../domain/records/entry.ts";
import { MOST_CLUSTERS } from "../../domain/evidence/clusters.ts";
import { decimalNumber } from "../../domain/scalars/decimal.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { count } from "./eval-schema.ts";
import { checked, fields, list, mapped, optional, required, type Field } from "./field.ts";
import { EXAMPLE_HASH, decimalWithin, flag, id, quantity, sha256, text, whole } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

const MOST_CASES = 10_000_000;

/** A measured value: a count, a figure or paired counts, and exactly one of them. */
export function resultLine(): Field<Result> {
  return checked(
    fields({
      eval: required(id(), "Eval", "Id of the eval.", "wrong-rate"),
      count: optional(count(), "Count", "How many cases, of how many.", "22/200"),
      value: optional(quantity(), "Value", "A figure with its unit.", "1.8 s"),
      pairs: optional(pairedCounts(), "Pairs", "The same cases run through baseline and candidate.", {
        both: 12,
        baseline: 29,
        candidate: 10,
        neither: 149,
      }),
      n: optional(whole(1, MOST_CASES), "Cases", "On how many cases the value was measured.", 200),
      sd: optional(
        decimalWithin({ expected: "a standard deviation of zero or more", least: 0 }),
        "Standard deviation",
        "Of the single cases, in the unit of the value.",
        0.4,
      ),
      errors: optional(
        whole(1, MOST_CASES),
        "Errors",
        "How many cases broke before they could be scored: neither good nor bad, and in none of the figures.",
        3,
      ),
      clusters: optional(
        clusters(),
        "Groups",
        "Cases that belong together, group by group: their sum (for a count: how many were counted), and " +
          "how many cases they are.",
        [
          [2, 10],
          [0, 10],
          [5, 12],
        ],
      ),
      within: optional(quantity(), "Within", "For a percentile: the limit within which the runs were counted.", "2 s"),
      sample: optional(
        quantity(),
        "Sample percentile",
        "For a percentile: that of the sample itself, for people. It decides nothing.",
        "1.84 s",
      ),
      values: optional(
        rawValues(),
        "Values",
        "The file that the figures were taken from. Written by `poc log --eval latency=@runs/latency.csv`.",
        { file: "runs/latency.csv", sha256: EXAMPLE_HASH, column: "seconds" },
      ),
      arm: optional(text(), "Arm", "The variant it was measured on.", "reranker-k8"),
      model: optional(text(), "Model", "The model that was used, with its version.", "gpt-4.1-2025-04-14"),
      evidence: optional(text(), "Evidence", "Where the raw run can be looked up: a path or a link.", "runs/17.json"),
      dataset: optional(sha256(), "Data set", "sha256 of the data set that was used.", EXAMPLE_HASH),
    }),
    (written): Parsed<Result> => {
      const { count: counted, value, pairs, n, sd, errors, clusters: groups, within, sample, values } = written;
      const measures = Number(counted !== undefined) + Number(value !== undefined) + Number(pairs !== undefined);
      if (measures !== 1)
        return problem(measures === 0 ? "missing-field" : "fields-conflict", "one of count, value and pairs");
      if (value === undefined && sd !== undefined) return problem("fields-conflict", "sd only beside value");
      if (counted !== undefined && n !== undefined)
        return problem("fields-conflict", "n only beside value or pairs, for a count says it");
      if (groups !== undefined && (pairs !== undefined || (value !== undefined && n === undefined)))
        return problem("fields-conflict", "clusters only beside a count, or a value with n");
      if (counted === undefined && (within !== undefined || sample !== undefined))
        return problem("fields-conflict", "within and sample only beside a count");
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
          within,
          sample,
          values,
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

/** `[[2, 10], [0, 8]]`: what each group adds up to, and how many cases it has. */
function clusters(): Field<readonly Cluster[]> {
  const figure = decimalWithin({ expected: "a number such as 2 or 0.41" });
  const one = checked(list(figure), ([sum, size, ...more]): Parsed<Cluster> => {
    const n = size === undefined ? 0 : decimalNumber(size);
    const right = sum !== undefined && more.length === 0 && Number.isInteger(n) && n >= 1 && n <= MOST_CASES;
    return right
      ? ok({ sum, n })
      : problem("invalid-value", "two numbers, what a group adds up to and how many cases it has, such as [2, 10]");
  });
  return checked(list(one), (groups): Parsed<readonly Cluster[]> =>
    groups.length >= 1 && groups.length <= MOST_CLUSTERS
      ? ok(groups)
      : problem("invalid-value", `from 1 to ${MOST_CLUSTERS} groups`, { found: `${groups.length} groups` }),
  );
}

function rawValues(): Field<RawValues> {
  return mapped(
    fields({
      file: required(text(), "File", "Relative to this folder where it lies inside.", "runs/latency.csv"),
      sha256: required(sha256(), "Hash", "sha256 of the file as it was read.", EXAMPLE_HASH),
      column: optional(text(), "Column", "The column, or the field of each line, that was read.", "seconds"),
      cluster: optional(text(), "Group column", "The column that says which cases belong together.", "document"),
      counted: optional(
        text(),
        "Counted",
        "For a column of outcomes: the cells that were counted, if not those that say true.",
        "false",
      ),
      unit: optional(text(), "Unit", "What the numbers of the column were taken to be in.", "ms"),
      assumed: optional(flag(), "Assumed", "Whether nothing said so, and the unit of the eval was taken.", true),
      rate: optional(
        decimalWithin({ expected: "a rate above 0, such as 0.92", above: 0 }),
        "Rate",
        "What one of the unit was worth in the currency of the eval, if the two differ.",
        0.92,
      ),
    }),
    ({ file, sha256: hash, column, cluster, counted, unit, assumed, rate }): RawValues =>
      withoutUndefined({ file, sha256: hash, column, cluster, counted, unit, assumed, rate }),
  );
}
