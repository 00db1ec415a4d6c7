import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import {
  MEASURE_NAMES,
  parseBaseline,
  USUAL_MEASURE,
  USUAL_PERCENTILE,
  parseArm,
  parseRange,
  rangeOf,
  type Arm,
  type Baseline,
  type BaselineCases,
  type Eval,
  type ScoreRange,
} from "../../domain/records/eval.ts";
import { parseJudge, type Judge } from "../../domain/records/evals/judge.ts";
import { parseMeasuredBy, type MeasuredBy } from "../../domain/records/evals/measured-by.ts";
import { parseCount, type Count } from "../../domain/scalars/count.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { parseShare } from "../../domain/scalars/readings/parse-share.ts";
import { parseExpectation, parseTarget } from "../../domain/scalars/target.ts";
import { checked, either, fields, leaf, list, mapped, optional, required, type Field, once } from "./field.ts";
import {
  EXAMPLE_HASH,
  choice,
  date,
  decimalWithin,
  flag,
  id,
  parsedText,
  person,
  quantity,
  sha256,
  text,
  whole,
} from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

export const evalSchema = once((): Field<Eval> =>
  mapped(
    fields({
      id: required(id(), "Id", "Short name by which the log and the kill criteria refer to it.", "wrong-rate"),
      metric: optional(
        text(),
        "Metric",
        "What is measured, in words that a sponsor understands.",
        "Wrong answers on safety-critical intents",
      ),
      measure: optional(
        choice(MEASURE_NAMES),
        "Measure",
        "What the figure is. A proportion unless stated.",
        ...MEASURE_NAMES,
      ),
      better: required(choice(["lower", "higher"]), "Better", "The good direction.", "lower", "higher"),
      primary: optional(flag(), "Primary", "Whether this eval decides: not met means no-go.", true),
      guard: optional(
        choice(["hard"]),
        "Guard",
        "An eval that is not primary guards against a loss: missing its target makes a go conditional. " +
          "A hard guard ends the work instead.",
        "hard",
      ),
      percentile: optional(percentile(), "Percentile", "Which percentile, if the measure is one.", 95),
      k: optional(whole(1, 1000), "Tries", "For pass@k and pass^k: in how many tries a case has to pass.", 5),
      baseline: optional(
        baseline(),
        "Baseline",
        "The value today: counted on cases, or a figure with its source; for a mean also sd and n.",
        "41/200",
        "20%",
        "0.09 EUR sd 0.02 n 50",
        { value: "20%", source: "Audit of May" },
      ),
      target: optional(
        target(),
        "Target",
        "The least that you would accept.",
        "reduction >= 40%",
        "value <= 12%",
        "difference >= 5pp",
        "not worse than 3pp",
        "not more than 10% worse",
      ),
      why: optional(
        text(),
        "Why",
        "The reason for the target. It is required for a target that allows a loss: why that loss is acceptable.",
        "At half the cost, support absorbs 2 more tickets a day",
      ),
      expected: optional(
        expectation(),
        "Expected",
        "What the team believes it will see; the sample size follows from the gap.",
        "reduction 60%",
        "value 8%",
      ),
      range: optional(
        range(),
        "Range",
        "For a mean: the least and the most that a single value can be. Its bounds are then right for any number of " +
          "values.",
        [1, 5],
      ),
      min_n: optional(
        whole(1, 10_000_000),
        "Size of the deciding run",
        "The number of cases that decides; fewer meet the target only if it is beyond doubt.",
        175,
      ),
      extended_n: optional(
        whole(2, 10_000_000),
        "Size of an extension",
        "The number of cases to which the sample may grow once, if min_n cases do not settle it. A fifth of the " +
          "chance of a false verdict is set aside for that.",
        350,
      ),
      max_errors: optional(
        parsedText({ type: ["string", "number"] }, "a share of the cases such as 5%", parseShare),
        "Most errors",
        "If a larger share of the cases broke before they could be scored, the result settles nothing; 20% unless " +
          "stated.",
        "5%",
      ),
      dataset: optional(dataset(), "Data set", "What it is measured on.", { file: "data/safety-200.jsonl" }),
      items_source: optional(
        text(),
        "Source of the items",
        "Where the cases come from, and how they were picked.",
        "Tickets of March, drawn at random",
      ),
      judge: optional(
        judge(),
        "Judge",
        "Who or what decides whether an answer is right. For a model, give its version, the version of its prompt, " +
          "and whether it saw which variant it judged.",
        "Two agents, and a third if they differ",
        { who: "LLM judge", model: "gpt-4.1-2025-04-14", prompt: "v3", blinded: "yes" },
      ),
      tuned_on_these_items: optional(
        choice(["yes", "no"]),
        "Tuned on these items",
        "Whether prompts or settings were tuned on these very cases. If so, a good result shows nothing.",
        "no",
        "yes",
      ),
      measured_by: optional(
        measuredBy(),
        "Measured by",
        "How it will be measured: a command, a file that another program writes, or a person and a day. It is not a " +
          "term, because the way of counting the same cases may change. It is not needed if there is a `run`.",
        "Ana Ruiz on 2026-12-02",
        "results/*.json",
        "npm run eval",
        { person: "Ana Ruiz", on: "2026-12-02" },
      ),
      run: optional(
        text(),
        "Run",
        "The command that measures it, for `poc run`; {out} stands for the file that it is to write.",
        "npx promptfoo eval -c eval.yaml -o {out}",
      ),
      arms: optional(
        list(arm()),
        "Arms",
        "Variants that are named beforehand; others share what is left of the chance of a false verdict. What is " +
          "measured on the arm of today's system is the baseline as measured: it meets no target and trips no kill " +
          "criterion.",
        [{ name: "today", baseline: true }],
      ),
    }),
    (written): Eval => {
      const measure = written.measure ?? USUAL_MEASURE;
      return withoutUndefined({
        id: written.id,
        metric: written.metric,
        measure,
        better: written.better,
        primary: written.primary ?? false,
        guard: written.guard,
        percentile: written.percentile ?? (MEASURES[measure].countsWithinLimit ? USUAL_PERCENTILE : undefined),
        k: written.k,
        baseline: written.baseline,
        target: written.target,
        expected: written.expected,
        range: written.range,
        why: written.why,
        minN: written.min_n,
        extendedN: written.extended_n,
        maxErrors: written.max_errors,
        dataset: written.dataset && withoutUndefined(written.dataset),
        itemsSource: written.items_source,
        judge: written.judge,
        tunedOnTheseItems:
          written.tuned_on_these_items === undefined ? undefined : written.tuned_on_these_items === "yes",
        measuredBy: written.measured_by,
        run: written.run,
        arms: written.arms,
      });
    },
  ),
);

function percentile(): Field<number> {
  return leaf({ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 100 }, (written) => {
    const expected = "a percentile between 0 and 100, such as 95";
    if (typeof written !== "number") return problem("wrong-type", expected);
    return written > 0 && written < 100 ? ok(written) : problem("invalid-value", expected);
  });
}

function target() {
  return parsedText(
    { type: "string" },
    "a target such as value <= 12%, difference >= 5pp, reduction >= 40% or not worse than 3pp",
    parseTarget,
  );
}

function expectation() {
  return parsedText(
    { type: ["string", "number"] },
    "an expectation such as reduction 60% or value 8%",
    parseExpectation,
  );
}

/** `[1, 5]`, or `1 to 5` as it stands in the terms. */
function range(): Field<ScoreRange> {
  const ends = "the least and the most that a single value can be, such as [1, 5]";
  const pair = checked(list(decimalWithin({ expected: "a number such as 5" })), ([least, most, ...more]) =>
    least === undefined || most === undefined || more.length > 0
      ? problem("invalid-value", ends)
      : rangeOf(least, most),
  );
  return either(parsedText({ type: "string" }, ends, parseRange), pair);
}

function arm(): Field<Arm> {
  const name = parsedText({ type: "string", minLength: 1 }, "the name of an arm, such as reranker-k8", parseArm);
  const long = fields({
    name: required(text("the name of an arm"), "Name", "As `poc log --arm` takes it.", "today"),
    baseline: optional(flag(), "Baseline", "Whether it is today's system.", true),
  });
  return either(
    name,
    checked(long, (written): Parsed<Arm> => {
      const parsed = parseArm(written.name);
      return parsed.ok ? ok({ name: parsed.value.name, baseline: written.baseline ?? parsed.value.baseline }) : parsed;
    }),
  );
}

function judge(): Field<Judge> {
  const short = parsedText({ type: "string", minLength: 1 }, "who or what judges", parseJudge);
  const long = fields({
    who: required(text(), "Who", "Who or what judges, in words.", "LLM judge"),
    model: optional(text(), "Model", "The model that judges, with its version.", "gpt-4.1-2025-04-14"),
    prompt: optional(text(), "Prompt", "The version of its prompt, or a hash of it.", "v3"),
    blinded: optional(choice(["yes", "no"]), "Blinded", "Whether it cannot see which variant it judges.", "yes"),
  });
  const parts = mapped(long, ({ who, model, prompt, blinded }): Judge =>
    withoutUndefined({ who, model, prompt, blinded: blinded === undefined ? undefined : blinded === "yes" }),
  );
  return either(short, parts);
}

function measuredBy(): Field<MeasuredBy> {
  const expected = "a command, a file such as results/*.json, or a person and a day such as Ana Ruiz on 2026-12-02";
  const short = parsedText({ type: "string", minLength: 1 }, expected, parseMeasuredBy);
  const long = fields({
    command: optional(text(), "Command", "The command that measures it.", "npm run eval"),
    file: optional(text(), "File", "The files that its results are in.", "results/*.json"),
    person: optional(person(), "Person", "Who measures it.", "Ana Ruiz"),
    on: optional(date(), "Day", "The day by which that person has measured it.", "2026-12-02"),
  });
  const way = checked(long, ({ command, file, person: who, on }): Parsed<MeasuredBy> => {
    const ways = [command, file, who].filter((one) => one !== undefined);
    if (ways.length > 1) return problem("fields-conflict", "one of command, file and person");
    if (command !== undefined) return ok({ kind: "command", command });
    if (file !== undefined) return ok({ kind: "file", pattern: file });
    if (who === undefined) return problem("missing-field", "one of command, file and person");
    return on === undefined
      ? problem("missing-field", "person and on together")
      : ok({ kind: "person", person: who, on });
  });
  return either(short, way);
}

function dataset() {
  return fields({
    file: required(text(), "File", "The path of the data set.", "data/safety-200.jsonl"),
    sha256: optional(sha256(), "Hash", "sha256 of the data set, in hexadecimal digits.", EXAMPLE_HASH),
  });
}

function baseline(): Field<Baseline> {
  const short = parsedText(
    { type: ["string", "number"] },
    "a count such as 41/200, a figure such as 20%, or a mean such as 0.09 EUR sd 0.02 n 50",
    parseBaseline,
  );
  const long = fields({
    count: optional(count(), "Count", "How many cases, of how many, as counted.", "41/200"),
    value: optional(
      quantity(),
      "Value",
      "A figure; it counts as exact unless sd and n say how it was measured.",
      "20%",
    ),
    sd: optional(
      decimalWithin({ expected: "a standard deviation of zero or more", least: 0 }),
      "Standard deviation",
      "For a mean: that of the single values, in its unit.",
      0.02,
    ),
    n: optional(whole(2, 10_000_000), "Cases", "The number of cases behind the mean.", 50),
    source: optional(text(), "Source", "Where the figure comes from.", "Audit of May"),
    cases: optional(
      text(),
      "Cases",
      "The file of cases behind the figure, and its column: candidates on these cases are compared case by case.",
      "cases/today-k7f3q2m.csv#passed",
    ),
  });
  const figure = checked(long, ({ count: counted, value, sd, n, source, cases: named }): Parsed<Baseline> => {
    if (named !== undefined && counted === undefined && value === undefined) return uncounted(named);
    const cases = named === undefined ? undefined : casesOf(named);
    if (cases?.ok === false) return cases;
    const from = cases && { cases: cases.value };
    if ((sd === undefined) !== (n === undefined)) return problem("missing-field", "sd and n together");
    if (counted !== undefined && value === undefined)
      return sd === undefined
        ? ok({ kind: "counted", count: counted, ...from })
        : problem("fields-conflict", "sd and n only beside value");
    const spread = sd === undefined || n === undefined ? undefined : { sd, n };
    if (counted === undefined && value !== undefined)
      return ok(withoutUndefined({ kind: "fixed" as const, quantity: value, spread, source, ...from }));
    return problem(counted === undefined ? "missing-field" : "fields-conflict", "either count or value");
  });
  return either(short, figure);
}

/** No check reads a file of cases, so its figure has to stand beside it: it is what is frozen. */
function uncounted(named: string): Parsed<Baseline> {
  const [file = ""] = named.split("#");
  const path = /\s/.test(file) ? `"${file}"` : file;
  return problem("invalid-baseline", "its figure beside it", {
    found: `the cases of ${file}, which nobody counted`,
    hint: `count them: poc import ${path} --eval ID --as-baseline`,
    alone: true,
  });
}

function casesOf(named: string): Parsed<BaselineCases> {
  const [, file, column] = /^(\S+)#(\S.*)$/.exec(named.trim()) ?? [];
  return file === undefined || column === undefined
    ? problem("invalid-baseline", "a file of cases and its column, such as cases/today-k7f3q2m.csv#passed", {
        found: `${named.slice(0, 60)} for its cases`,
      })
    : ok({ file, column });
}

export function count(): Field<Count> {
  return parsedText(
    { type: "string", pattern: "^(0|[1-9][0-9]*) ?/ ?[1-9][0-9]*$" },
    "a count such as 22/200",
    parseCount,
  );
}
