import { MEASURES } from "../../../domain/evidence/measures/measures.ts";
import { undecidable } from "../../../domain/planning/decidability.ts";
import { evalPlan } from "../../../domain/planning/plan.ts";
import { MEASURE_NAMES, parseBaseline, type Baseline, type Eval, type Measure } from "../../../domain/records/eval.ts";
import { measuredByText, parseMeasuredBy } from "../../../domain/records/evals/measured-by.ts";
import { parseSaidTarget, type SaidTarget } from "../../../domain/records/said-target.ts";
import { isBuiltInMetric, parseCondition } from "../../../domain/scalars/condition.ts";
import { parseIdentifier } from "../../../domain/scalars/identifier.ts";
import { nameHint } from "../../../domain/scalars/nearest.ts";
import { ok, problem, type Parsed } from "../../../domain/scalars/parsed.ts";
import { parseWholeWithin } from "../../../domain/scalars/whole.ts";
import { parseKillDay } from "../kill-day.ts";
import { shortId } from "../short-id.ts";
import { isConditionText, type StepName } from "./answers.ts";
import { answerOf, numberHint, readBy, readOption, readText, type Option, type Situation, type Step } from "./step.ts";

const DIRECTIONS: readonly Option[] = [
  { word: "lower", about: "less of it is better" },
  { word: "higher", about: "more of it is better" },
];

const MEASURE_OPTIONS: readonly Option[] = [
  { word: "proportion", about: "cases are counted: 22 of 200" },
  { word: "mean", about: "the average of single values" },
  { word: "percentile", about: "the share of runs within a limit" },
  { word: "total", about: "one sum" },
];

const WHICH: readonly Option[] = [
  { word: "first", about: "the first unknown" },
  { word: "second", about: "the second" },
  { word: "both", about: "both" },
];

const MOST_CASES = 10_000_000;
/** Of a timebox whose length nobody has said. */
const MOST_DAYS = 200;
const CONFIDENCE = 0.95;

const isAnswered = (name: StepName) => (situation: Situation) => answerOf(situation, name) !== "";
const isMeasured = isAnswered("metric");

/** A single letter, or a yes or no, is an answer to another question than the name. */
function parseShortName(text: string): Parsed<string> {
  return text.length < 2 || /^(?:yes|no)$/i.test(text)
    ? problem("invalid-id", "a name of at least 2 letters; return accepts the suggestion")
    : parseIdentifier(text);
}

/** The steps about what is measured, what it must show, and what ends the work. */
export const EVIDENCE_STEPS: readonly Step[] = [
  {
    name: "metric",
    label: "Deciding figure",
    ask: () => "Which figure decides?",
    example: (situation) => METRIC_EXAMPLES[answerOf(situation, "kind")] ?? METRIC_EXAMPLES["feasibility"]!,
    read: readText,
  },
  {
    name: "evalId",
    label: "Short name",
    ask: () => "What is its short name, to type every day?",
    example: (situation) => shortId(answerOf(situation, "metric"), "main-metric"),
    suggestion: (situation) => shortId(answerOf(situation, "metric"), "main-metric"),
    applies: isMeasured,
    needed: true,
    read: readBy(parseShortName),
  },
  {
    name: "baseline",
    label: "Today",
    ask: () => "What is it today?",
    example: () => "41/200 if you counted it, or a figure such as 20%; a count is better",
    applies: isMeasured,
    read: (text) => {
      const said = saidFigure(text);
      const baseline = parseBaseline(said);
      if (baseline.ok) return ok(said);
      const hint = baseline.problem.hint ?? figureHint(text);
      return { ok: false, problem: { ...baseline.problem, ...(hint === undefined ? {} : { hint }) } };
    },
  },
  {
    name: "target",
    label: "Target",
    ask: () => "What is the least that you would accept?",
    example: () => "at most 12%, 40% fewer, 5 points higher; for something cheaper: at most 3 points worse",
    applies: isMeasured,
    read: (text, situation) => {
      const target = parseSaidTarget(text, { better: betterSaid(situation) });
      return target.ok ? ok(text.trim()) : target;
    },
  },
  {
    name: "why",
    label: "Acceptable because",
    ask: () => "Why is that loss acceptable?",
    example: () => "it costs half as much, and support absorbs 2 more tickets a day",
    applies: (situation) => isMeasured(situation) && targetSaid(situation)?.target.form === "not-worse",
    read: readText,
  },
  {
    name: "better",
    label: "Better is",
    ask: () => "Which way is better?",
    example: () => "lower, as with wrong answers; higher, as with right ones",
    options: DIRECTIONS,
    applies: isMeasured,
    known: directionSaid,
    needed: true,
    read: readOption(DIRECTIONS),
  },
  {
    name: "measure",
    label: "Measured as",
    ask: () => "How is it measured?",
    example: () => "2, or mean: the average of single values, as with cost or time",
    options: MEASURE_OPTIONS,
    applies: isMeasured,
    known: measureShown,
    needed: true,
    read: readOption(MEASURE_OPTIONS),
  },
  {
    name: "judge",
    label: "Judged by",
    ask: () => "Who or what decides whether a case is right?",
    example: () => "two reviewers of the support team, or: a script that compares with the known answer",
    applies: (situation) => isMeasured(situation) && MEASURES[measureSaid(situation)].writtenIn === "share",
    read: readText,
  },
  {
    name: "minN",
    label: "Cases",
    ask: (situation) =>
      suggestedCases(situation) === undefined
        ? "On how many cases will you measure it?"
        : "On how many cases will you measure it? (this number is usually enough)",
    example: () => "400; poc plan shows what a number of cases can settle",
    suggestion: suggestedCases,
    applies: isMeasured,
    read: readCases,
  },
  {
    name: "measuredBy",
    label: "Measured by",
    ask: () => "How will it be measured: by a command, from a file, or by whom and when?",
    example: () => "npm run eval; results/*.json; Ana Ruiz on 2026-12-02",
    applies: isMeasured,
    read: readBy((text) => {
      const way = parseMeasuredBy(text);
      return way.ok ? ok(measuredByText(way.value)) : way;
    }),
  },
  {
    name: "answered",
    label: "It answers",
    ask: () => "Which unknown does that figure answer?",
    example: () => "1 if it answers the first; say in poc.yaml what answers the other",
    options: WHICH,
    suggestion: () => "first",
    applies: (situation) => isMeasured(situation) && answerOf(situation, "secondUnknown") !== "",
    needed: true,
    read: readOption(WHICH),
  },
  {
    name: "kill",
    label: "Ends the work",
    ask: () => "What would end the work at once? (a question whose yes ends it)",
    example: (situation) =>
      `${KILL_EXAMPLES[answerOf(situation, "kind")] ?? KILL_EXAMPLES["feasibility"]!}; or: ` +
      `${answerOf(situation, "evalId") || "wrong-answers"} > 18%`,
    read: readKill,
  },
  {
    name: "killId",
    label: "Its short name",
    ask: () => "A short name for that?",
    example: suggestedKillId,
    suggestion: suggestedKillId,
    applies: isAnswered("kill"),
    needed: true,
    read: (text, situation) => {
      const id = parseShortName(text.trim());
      return id.ok && id.value === answerOf(situation, "evalId")
        ? problem("invalid-id", "another name than that of the figure", { hint: `write ${id.value}-stop` })
        : id;
    },
  },
  {
    name: "killBy",
    label: "Ruled out by",
    ask: () => "By which day must that be ruled out?",
    example: () => "day 7 of the timebox, or a date",
    applies: isAnswered("kill"),
    known: () => "",
    stale: (answer, situation) => answer !== "" && !killDayOf(answer, situation).ok,
    read(text, situation) {
      const day = killDayOf(text, situation);
      return day.ok && typeof day.value === "string" ? ok(day.value) : day.ok ? ok(text.trim()) : day;
    },
  },
];

/** In the days that were answered so far. */
function killDayOf(text: string, situation: Situation): ReturnType<typeof parseKillDay> {
  return parseKillDay(text, situation.today, Number(answerOf(situation, "days") || MOST_DAYS));
}

const METRIC_EXAMPLES: Readonly<Record<string, string>> = {
  feasibility: "wrong answers on safety-critical questions",
  "vendor-evaluation": "delivery notes that are read without a correction",
  "guardrail-validation": "unsafe outputs that get through",
};

const KILL_EXAMPLES: Readonly<Record<string, string>> = {
  feasibility: "May we not use the data at all?",
  "vendor-evaluation": "Does the vendor store our data outside the EU?",
  "guardrail-validation": "Does a blocked prompt still reach the model?",
};

/** `41 of 200` as `41/200`, `20 percent` and `20,5 %` as files have them. */
function saidFigure(text: string): string {
  return text
    .trim()
    .replace(/^(\d+) ?(?:of|out of|in|\/) ?(\d+)$/i, "$1/$2")
    .replace(/(?<=\d) ?(?:percent|per cent|pct|%)$/i, "%")
    .replace(/^(\d+),(\d{1,2})(?=%)/, "$1.$2")
    .replace(/(?<=\d) ?(?:seconds?|secs?)$/i, " s");
}

/** The figure inside a text that is not a figure as a whole: `write 20%` for `about 20%`. */
function figureHint(text: string): string | undefined {
  const figures = [...text.matchAll(/\d+(?:\.\d+)?(?:\/\d+| ?%)?/g)].map(([figure]) => figure.replace(" ", ""));
  return figures.length === 1 ? `write ${figures[0]}` : undefined;
}

function readCases(text: string, situation: Situation): Parsed<string> {
  const typed = text.trim().replace(/ ?(?:cases|items|answers|documents|questions)$/i, "");
  const cases = parseWholeWithin(typed, 1, MOST_CASES, "a whole number of cases");
  if (!cases.ok) {
    const hint = cases.problem.hint ?? numberHint(text);
    return { ok: false, problem: { ...cases.problem, ...(hint === undefined ? {} : { hint }) } };
  }
  const item = draftedEval(situation, cases.value);
  const never = item === undefined ? undefined : undecidable(item, CONFIDENCE);
  if (never?.kind !== "too-few") return ok(String(cases.value));
  const least = never.least === undefined ? "more cases" : `at least ${never.least} cases`;
  return problem("invalid-value", `${least}: with fewer, not even a perfect result meets the target`);
}

/** The cases with which the target is probably met, if half as many go wrong as it allows. */
function suggestedCases(situation: Situation): string | undefined {
  const item = draftedEval(situation, undefined);
  const size = item === undefined ? undefined : evalPlan(item, CONFIDENCE).size;
  return size === undefined || size === null || size > MOST_CASES ? undefined : String(size);
}

/** The eval as the file will have it, from the answers so far; undefined while they are too few to plan with. */
function draftedEval(situation: Situation, minN: number | undefined): Eval | undefined {
  const target = targetSaid(situation);
  if (target === undefined) return undefined;
  const baseline = drafted(situation);
  return {
    id: answerOf(situation, "evalId"),
    measure: measureSaid(situation),
    better: answerOf(situation, "better") === "higher" ? "higher" : "lower",
    primary: true,
    target: target.target,
    ...(baseline === undefined ? {} : { baseline }),
    ...(minN === undefined ? {} : { minN }),
  };
}

function drafted(situation: Situation): Baseline | undefined {
  const baseline = parseBaseline(answerOf(situation, "baseline"));
  return baseline.ok ? baseline.value : undefined;
}

function targetSaid(situation: Situation): SaidTarget | undefined {
  const target = parseSaidTarget(answerOf(situation, "target"), { better: betterSaid(situation) });
  return target.ok ? target.value : undefined;
}

/** The direction that the words of the target imply. Without a target it does not matter yet. */
function directionSaid(situation: Situation): string | undefined {
  return answerOf(situation, "target") === "" ? "lower" : targetSaid(situation)?.better;
}

/** Counts and percentages are shares of cases; a figure in a unit may be an average, a limit or a sum. */
function measureShown(situation: Situation): string | undefined {
  const baseline = drafted(situation);
  if (baseline !== undefined)
    return baseline.kind === "counted" || baseline.quantity.unit === "%" ? "proportion" : undefined;
  const unit = targetSaid(situation)?.target.quantity.unit ?? "%";
  return unit === "%" || unit === "pp" ? "proportion" : undefined;
}

function measureSaid(situation: Situation): Measure {
  return MEASURE_NAMES.find((name) => name === answerOf(situation, "measure")) ?? "proportion";
}

function betterSaid(situation: Situation): "lower" | "higher" | undefined {
  const better = answerOf(situation, "better");
  return better === "lower" || better === "higher" ? better : undefined;
}

function suggestedKillId(situation: Situation): string {
  const kill = answerOf(situation, "kill");
  if (isConditionText(kill)) return "not-good-enough";
  const id = shortId(kill, "stopper");
  return id === answerOf(situation, "evalId") ? "stopper" : id;
}

function readKill(text: string, situation: Situation): Parsed<string> {
  const said = text.trim().replace("≤", "<=").replace("≥", ">=");
  if (!isConditionText(said)) return ok(said);
  const condition = parseCondition(said);
  if (!condition.ok) return condition;
  const { metric } = condition.value;
  const id = answerOf(situation, "evalId");
  if (metric === id || isBuiltInMetric(metric)) return ok(said);
  return problem("invalid-condition", "a figure of this PoC", {
    found: `no figure is called "${metric}"`,
    hint: nameHint(metric, id === "" ? ["spend.total", "hours.total"] : [id, "spend.total", "hours.total"]),
  });
}
