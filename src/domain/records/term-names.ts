import type { Charter } from "./charter.ts";
import type { Eval } from "./eval.ts";
import type { KillCriterion } from "./kill-criterion.ts";
import type { Timebox } from "./timebox.ts";
import type { BusinessCase } from "./value.ts";
import type { Unread } from "./unread.ts";

/** Fields of the charter that answer no question and decide nothing; the timebox is a family of its own. */
type FreeOfCharter =
  | "title"
  | "kind"
  | "motivations"
  | "team"
  | "timebox"
  | "boardApproval"
  | "mvpBudget"
  | "productionStack"
  | "pocStack"
  | "hoursOfDay"
  | "dataAccess"
  | "operations"
  | "showHoursBy"
  | "triage"
  | "next"
  | "lang";

/** `expected` only guides the plan; who measures an eval, and how, changes nothing that was agreed. */
type FreeOfEval = "id" | "expected" | "run" | "measuredBy";

/** The keys of an eval that may be edited in its file at any time. */
export const FREE_OF_EVAL = {
  expected: "expected",
  run: "run",
  measuredBy: "measured_by",
} as const satisfies Readonly<Record<Exclude<FreeOfEval, "id">, string>>;

/** Inputs are found out during the PoC; only the thresholds that they have to reach are agreed before. */
type FreeOfValue =
  | "users"
  | "tasksPerDay"
  | "minutesSaved"
  | "hourlyRate"
  | "workdaysPerYear"
  | "incrementalRevenue"
  | "platformCost"
  | "modelCost"
  | "reviewCost"
  | "supportCost"
  | "buildCost"
  | "changeCost"
  | "taskMinutes"
  | "simulation";

/**
 * A name for every field of a record that is not said to be free: a new field is either a term or stands above. What
 * could not be read is not a field of its own.
 */
type Names<R, Free extends keyof R = never> = { readonly [K in Exclude<keyof R, Free | keyof Unread>]-?: string };

/**
 * The names of what is frozen, by family and field: the key in the file, and in `poc amend --set`. They stand apart
 * from the table of terms so that the help can list them without loading what reads and writes their values.
 * `prefix` is how the names of a family begin; where its records are `items` of a list, an id comes after it.
 */
export const TERM_FAMILIES = {
  timebox: {
    prefix: "timebox",
    items: false,
    names: {
      start: "start",
      workingDays: "working_days",
      timezone: "timezone",
      weekend: "weekend",
      holidays: "holidays",
    } satisfies Names<Timebox>,
  },
  charter: {
    prefix: "",
    items: false,
    names: {
      question: "question",
      unknowns: "unknowns",
      owner: "owner",
      sponsor: "sponsor",
      spendCap: "spend_cap",
      hoursCap: "hours_cap",
      confidence: "confidence",
    } satisfies Names<Charter, FreeOfCharter>,
  },
  evals: {
    prefix: "evals",
    items: true,
    names: {
      metric: "metric",
      measure: "measure",
      better: "better",
      primary: "primary",
      guard: "guard",
      percentile: "percentile",
      k: "k",
      baseline: "baseline",
      target: "target",
      range: "range",
      why: "why",
      minN: "min_n",
      extendedN: "extended_n",
      maxErrors: "max_errors",
      dataset: "dataset",
      itemsSource: "items_source",
      judge: "judge",
      tunedOnTheseItems: "tuned_on_these_items",
      arms: "arms",
    } satisfies Names<Eval, FreeOfEval>,
  },
  killCriteria: {
    prefix: "kill-criteria",
    items: true,
    names: { statement: "statement", when: "when", ask: "ask", by: "by" } satisfies Names<KillCriterion, "id">,
  },
  value: {
    prefix: "value.thresholds",
    items: false,
    names: { paybackThreshold: "payback", impactThreshold: "impact" } satisfies Names<BusinessCase, FreeOfValue>,
  },
} as const;

/** The name of a term in full: `evals.wrong-rate.target`. */
export function termName(prefix: string, id: string | undefined, name: string): string {
  return [prefix, id ?? "", name].filter((part) => part !== "").join(".");
}

/** The names of all possible terms: `evals.ID.target` stands for that of any eval. */
export function termNames(): readonly string[] {
  return Object.values(TERM_FAMILIES).flatMap(({ prefix, items, names }) =>
    Object.values(names).map((name: string) => termName(prefix, items ? "ID" : undefined, name)),
  );
}
