import { parseDate, WEEKDAYS, type CivilDate, type Weekday } from "../scalars/calendar.ts";
import { conditionText, parseCondition } from "../scalars/condition.ts";
import { parseDecimal, shortDecimalText } from "../scalars/decimal.ts";
import { moneyText, parseMoney } from "../scalars/money.ts";
import { optional } from "../scalars/optional.ts";
import type { Parsed } from "../scalars/parsed.ts";
import { parsePerson, personText, type Person } from "../scalars/person.ts";
import { parseShare } from "../scalars/readings/parse-share.ts";
import { parseTarget, targetText } from "../scalars/target.ts";
import type { Charter, Unknown } from "./charter.ts";
import {
  armText,
  baselineTerm,
  MEASURE_NAMES,
  parseArm,
  parseBaseline,
  parseRange,
  rangeText,
  type Eval,
} from "./eval.ts";
import { judgeText, parseJudge } from "./evals/judge.ts";
import type { KillCriterion } from "./kill-criterion.ts";
import { costTermAbout } from "./terms/cost-terms.ts";
import { TERM_FAMILIES } from "./term-names.ts";
import { SATURDAY_SUNDAY, type Timebox } from "./timebox.ts";
import type { BusinessCase } from "./value.ts";
import { DEFINITION_FILES } from "./records.ts";
import type { Path } from "../../diagnostics/place.ts";

/**
 * How the value of a term is written in its file. A `span` has two ends. `parts` may have keys, and the text says as
 * much as they do; a `figure` may have keys too, of which one, its source, has no place in the text. `items` are a list
 * of maps.
 */
export type TermKind = "text" | "number" | "flag" | "list" | "span" | "parts" | "figure" | "items";

/** The fields of every term, whichever record it belongs to. */
export interface TermAbout {
  /** Within its family: `min_n`. Also the key in the file, and in `poc amend --set`. */
  readonly name: string;
  /** What people call it: `least number of cases`. */
  readonly label: string;
  readonly kind: TermKind;
  /** Keys within the record in the file, if they differ from the name. */
  readonly place: readonly string[];
  /**
   * Every start has it now. An older start without it was written before the term was frozen, so the file says what was
   * agreed.
   */
  readonly always: boolean;
  /** Whether a frozen text can be read: a hand-made entry may have one that cannot. */
  readonly reads: (text: string) => boolean;
}

/** A field of a record that is frozen at the start. */
export interface Term<R> extends TermAbout {
  /** The field as canonical text; undefined if it is not set, so that there is nothing to freeze. */
  readonly read: (record: R) => string | undefined;
  /** The record with the field as it was agreed, or without it if none was agreed. */
  readonly apply: (record: R, text: string | undefined) => R;
}

interface Row<T> {
  readonly label: string;
  readonly kind?: TermKind;
  readonly place?: readonly string[];
  readonly always?: boolean;
  /** Used where `apply` keeps the value in the file because it cannot read the text. */
  readonly reads?: (text: string) => boolean;
  /** "" where there is nothing to freeze. */
  readonly read: (value: NonNullable<T>) => string;
  /** `text` is undefined if nothing was agreed; `current` is the value in the file. */
  readonly apply: (text: string | undefined, current: T) => T;
}

/** The terms of a record: a row for every name, in that order. */
function termsOfRecord<R extends object, Field extends keyof R>(
  names: { readonly [K in Field]: string },
  rows: { readonly [K in Field]-?: Row<R[K]> },
): readonly Term<R>[] {
  const term = <K extends Field>(field: K): Term<R> => {
    const row: Row<R[K]> = rows[field];
    const name = names[field];
    const { label, kind = "text", place = [name], always = false } = row;
    const reads = row.reads ?? ((text: string) => row.apply(text, undefined as R[K]) !== undefined);
    return {
      name,
      label,
      kind,
      place,
      always,
      reads,
      read(record) {
        const value = record[field];
        const text = value === undefined || value === null ? "" : row.read(value);
        return text === "" ? undefined : text;
      },
      apply(record, text) {
        const { [field]: current, ...rest } = record;
        const agreed = row.apply(text, current);
        return agreed === current ? record : ({ ...rest, ...optional(field, agreed) } as R);
      },
    };
  };
  return (Object.keys(names) as Field[]).map(term);
}

/** The value of a frozen text. A hand-made entry may contain what cannot be read: then the term counts as absent. */
function read<T>(text: string | undefined, parse: (text: string) => Parsed<T>): T | undefined {
  const result = text === undefined ? undefined : parse(text);
  return result?.ok ? result.value : undefined;
}

/** Plain text, which is a term as it is. */
const asWritten = { read: (text: string) => text, apply: (text: string | undefined) => text };

const asNumber = {
  kind: "number",
  reads: (text: string) => text.trim() !== "" && Number.isFinite(Number(text)),
  read: (value: number) => value.toString(),
  apply: (text: string | undefined) => (text === undefined ? undefined : Number(text)),
} as const;

const asMoney = { read: moneyText, apply: (text: string | undefined) => read(text, parseMoney) };

/** The text of a list that is empty on purpose: no text at all would mean that nothing was agreed. */
export const EMPTY_LIST = "none";

const TIMEBOX_TERMS = termsOfRecord<Timebox, keyof typeof TERM_FAMILIES.timebox.names>(TERM_FAMILIES.timebox.names, {
  start: {
    label: "start",
    read: (date) => date,
    reads: (text) => parseDate(text).ok,
    apply: (text, current) => read(text, parseDate) ?? current,
  },
  workingDays: {
    ...asNumber,
    label: "working days",
    apply: (text, current) => asNumber.apply(text) ?? current,
  },
  timezone: {
    label: "timezone",
    reads: (text) => text.trim() !== "",
    read: (zone) => zone,
    apply: (text, current) => text ?? current,
  },
  weekend: {
    label: "weekend",
    kind: "list",
    reads: (text) => text === EMPTY_LIST || text.split(", ").every((name) => WEEKDAYS.some((day) => day === name)),
    read: (days) => (days.length === 0 ? EMPTY_LIST : days.map((day) => WEEKDAYS[day - 1]).join(", ")),
    apply: (text) =>
      text === undefined
        ? SATURDAY_SUNDAY
        : text
            .split(", ")
            .map((name) => WEEKDAYS.findIndex((weekday) => weekday === name) + 1)
            .filter((day): day is Weekday => day > 0),
  },
  holidays: {
    label: "holidays",
    kind: "list",
    reads: (text) => text.split(", ").every((date) => parseDate(date).ok),
    read: (dates) => dates.join(", "),
    apply: (text = "") =>
      text
        .split(", ")
        .map((date) => read(date, parseDate))
        .filter((date): date is CivilDate => date !== undefined),
  },
});

/** Whether the text of a term is the hash of a data set rather than a path. */
export function isHash(text: string): boolean {
  return /^[0-9a-fA-F]{64}$/.test(text);
}

function isConfidence(share: number): boolean {
  return share > 0.5 && share < 1;
}

const UNKNOWNS_APART = " | ";

/** `Does it cut wrong answers? [wrong-rate]`, on one line, without the characters that separate two of them. */
function unknownText({ question, answeredBy }: Unknown): string {
  return `${question.replaceAll(/\s+/g, " ").replaceAll("|", "/")} [${answeredBy.join(", ")}]`;
}

function unknownOf(text: string): Unknown {
  const [, question = text, ids = ""] = /^(.*) \[([^[\]]*)\]$/.exec(text) ?? [];
  return { question, answeredBy: ids.split(", ").filter((id) => id !== "") };
}

/** A question stays the same however its lines are broken. */
function questionText(question: string): string {
  return question.replaceAll(/\s+/g, " ").trim();
}

/** Who owns the work and who decides. The address is part of it, because it tells people of the same name apart. */
const asPerson = {
  always: true,
  reads: (text: string) => parsePerson(text).ok,
  read: personText,
  apply: (text: string | undefined, current: Person | undefined) => read(text, parsePerson) ?? current,
} as const;

const CHARTER_TERMS = termsOfRecord<Charter, keyof typeof TERM_FAMILIES.charter.names>(TERM_FAMILIES.charter.names, {
  question: {
    label: "question",
    always: true,
    reads: (text) => text.trim() !== "",
    read: questionText,
    apply: (text, current) => text ?? current,
  },
  unknowns: {
    label: "unknowns",
    kind: "items",
    always: true,
    reads: (text) => text.trim() !== "",
    read: (unknowns) => unknowns.map(unknownText).join(UNKNOWNS_APART),
    apply: (text, current) => (text === undefined ? current : text.split(UNKNOWNS_APART).map(unknownOf)),
  },
  owner: { ...asPerson, label: "owner" },
  sponsor: { ...asPerson, label: "sponsor" },
  spendCap: { ...asMoney, label: "spend cap" },
  hoursCap: {
    label: "hours cap",
    read: (hours) => `${shortDecimalText(hours)} h`,
    apply: (text) => read(text?.replace(/ h$/, ""), parseDecimal),
  },
  confidence: {
    label: "confidence",
    reads: (text) => isConfidence(Number(text.replace("%", "")) / 100),
    read: (share) => `${Math.round(share * 100)}%`,
    apply(text, current) {
      const confidence = Number(text?.replace("%", "")) / 100;
      return isConfidence(confidence) ? confidence : current;
    },
  },
});

const EVAL_TERMS = termsOfRecord<Eval, keyof typeof TERM_FAMILIES.evals.names>(TERM_FAMILIES.evals.names, {
  metric: { ...asWritten, label: "metric" },
  measure: {
    label: "measure",
    reads: (text) => MEASURE_NAMES.some((measure) => measure === text),
    read: (measure) => measure,
    apply: (text, current) => MEASURE_NAMES.find((measure) => measure === text) ?? current,
  },
  better: {
    label: "better",
    reads: (text) => text === "higher" || text === "lower",
    read: (better) => better,
    apply: (text) => (text === "higher" ? "higher" : "lower"),
  },
  primary: {
    label: "primary",
    kind: "flag",
    reads: (text) => text === "true" || text === "false",
    read: (primary) => (primary ? "true" : "false"),
    apply: (text) => text === "true",
  },
  guard: {
    label: "guard",
    read: (guard) => guard,
    apply: (text) => (text === "hard" ? "hard" : undefined),
  },
  percentile: { ...asNumber, label: "percentile" },
  k: { ...asNumber, label: "tries" },
  baseline: {
    label: "baseline",
    kind: "figure",
    read: baselineTerm,
    apply: (text, current) => keepSource(read(text, parseBaseline), current),
  },
  target: { label: "target", read: targetText, apply: (text) => read(text, parseTarget) },
  range: { label: "range of scores", kind: "span", read: rangeText, apply: (text) => read(text, parseRange) },
  why: { ...asWritten, label: "reason for the target" },
  minN: { ...asNumber, label: "least number of cases" },
  extendedN: { ...asNumber, label: "cases of an extension" },
  maxErrors: {
    label: "most errors",
    read: (percent) => `${shortDecimalText(percent)}%`,
    apply: (text) => read(text, parseShare),
  },
  dataset: {
    label: "data set",
    reads: (text) => text.trim() !== "",
    place: ["dataset", "sha256"],
    // A hash says which cases; where there is none, as of a file that was not there, the path is all that was agreed.
    read: ({ file, sha256 = file }) => sha256,
    apply(text, current) {
      if (text === undefined) return current && { file: current.file };
      return isHash(text) ? { file: current?.file ?? "", sha256: text } : { file: text };
    },
  },
  itemsSource: { ...asWritten, label: "items source" },
  judge: { label: "judge", kind: "parts", read: judgeText, apply: (text) => read(text, parseJudge) },
  tunedOnTheseItems: {
    label: "tuned on these items",
    reads: (text) => text === "yes" || text === "no",
    read: (tuned) => (tuned ? "yes" : "no"),
    apply: (text) => (text === undefined ? undefined : text === "yes"),
  },
  arms: {
    label: "arms",
    kind: "list",
    reads: (text) => text.split(", ").every((arm) => parseArm(arm).ok),
    read: (arms) => arms.map(armText).join(", "),
    apply: (text) => text?.split(", ").flatMap((arm) => read(arm, parseArm) ?? []),
  },
});

/** The source of a fixed baseline is not a term, so it is taken from the file. */
function keepSource(baseline: Eval["baseline"], current: Eval["baseline"]): Eval["baseline"] {
  if (baseline?.kind !== "fixed" || current?.kind !== "fixed" || current.source === undefined) return baseline;
  return { ...baseline, source: current.source };
}

const KILL_CRITERION_TERMS = termsOfRecord<KillCriterion, keyof typeof TERM_FAMILIES.killCriteria.names>(
  TERM_FAMILIES.killCriteria.names,
  {
    statement: { ...asWritten, label: "statement" },
    when: { label: "condition", read: conditionText, apply: (text) => read(text, parseCondition) },
    ask: { ...asWritten, label: "question" },
    by: { label: "day", read: (date) => date, apply: (text) => read(text, parseDate) },
  },
);

const VALUE_TERMS = termsOfRecord<BusinessCase, keyof typeof TERM_FAMILIES.value.names>(TERM_FAMILIES.value.names, {
  paybackThreshold: {
    label: "payback threshold",
    read: (months) => `${shortDecimalText(months)} months`,
    apply: (text) => read(text?.replace(/ months$/, ""), parseDecimal),
  },
  impactThreshold: { ...asMoney, label: "impact threshold" },
});

/** A family, and where its records are in the files. */
interface Family<R> {
  readonly file: string;
  /** Keys above the record in its file. */
  readonly within: readonly string[];
  readonly terms: readonly Term<R>[];
  readonly prefix: string;
  readonly items: boolean;
  /** What the labels of its terms refer to, if they need it: `the timebox`. Items have their ids for that. */
  readonly of?: string;
}

const { timebox, charter, evals, killCriteria, value } = TERM_FAMILIES;

/**
 * Everything that is frozen at the start, in the order in which it is shown. What is compared, amended, edited, named
 * and judged by derives from here, so that no term can be forgotten in one of these places.
 */
export const TERMS = {
  timebox: {
    ...timebox,
    file: DEFINITION_FILES.charter,
    within: ["timebox"],
    terms: TIMEBOX_TERMS,
    of: "the timebox",
  },
  charter: { ...charter, file: DEFINITION_FILES.charter, within: [], terms: CHARTER_TERMS },
  evals: { ...evals, file: DEFINITION_FILES.evals, within: [], terms: EVAL_TERMS },
  killCriteria: { ...killCriteria, file: DEFINITION_FILES.killCriteria, within: [], terms: KILL_CRITERION_TERMS },
  value: { ...value, file: DEFINITION_FILES.value, within: ["thresholds"], terms: VALUE_TERMS },
} as const satisfies Readonly<Record<keyof typeof TERM_FAMILIES, unknown>> & {
  readonly timebox: Family<Timebox>;
  readonly charter: Family<Charter>;
  readonly evals: Family<Eval>;
  readonly killCriteria: Family<KillCriterion>;
  readonly value: Family<BusinessCase>;
};

/** A term by its whole name: what it is, where it stands, and what it belongs to. */
export interface NamedTerm extends TermAbout {
  readonly file: string;
  readonly path: Path;
  /** The item of a list that the term belongs to. */
  readonly id: string | undefined;
  /** What its label refers to: `the timebox`, `wrong-rate`; undefined if the label is clear by itself. */
  readonly of: string | undefined;
  /** What is shown together with it: the terms of one item, of the timebox, of the thresholds. */
  readonly group: string | undefined;
  /** Whether a table knows it. */
  readonly listed: boolean;
}

type NameOf = Pick<Family<never>, "prefix" | "items" | "file" | "within" | "of"> & {
  readonly terms: readonly TermAbout[];
};

/**
 * The term that `evals.wrong-rate.target` names. A hand-made entry may name an unknown one; then its label is the key.
 */
export function namedTerm(name: string): NamedTerm {
  const cost = costTermAbout(name);
  if (cost !== undefined)
    return {
      ...cost,
      file: DEFINITION_FILES.costs,
      path: cost.place,
      id: undefined,
      of: undefined,
      group: "costs",
      listed: true,
    };
  const families: readonly NameOf[] = [TERMS.timebox, TERMS.evals, TERMS.killCriteria, TERMS.value];
  for (const { prefix, items, file, within, terms, of } of families) {
    if (!name.startsWith(`${prefix}.`)) continue;
    const rest = name.slice(prefix.length + 1);
    const dot = items ? rest.indexOf(".") : -1;
    if (items && dot <= 0) continue;
    const { about, listed } = aboutTerm(terms, rest.slice(dot + 1));
    const id = items ? rest.slice(0, dot) : undefined;
    const path = [...within, ...(id === undefined ? [] : [id]), ...about.place];
    return { ...about, file, path, id, of: id ?? of, group: id ?? within.at(-1), listed };
  }
  const { about, listed } = aboutTerm(TERMS.charter.terms, name);
  const whole = { path: about.place, id: undefined, of: undefined, group: undefined };
  return { ...about, ...whole, file: TERMS.charter.file, listed };
}

/** Whether a frozen text says something of the term of that name; `unknown` where no table knows such a term. */
export function readsTerm(name: string, text: string): "readable" | "unreadable" | "unknown" {
  const { listed, reads } = namedTerm(name);
  return !listed ? "unknown" : reads(text) ? "readable" : "unreadable";
}

function aboutTerm(terms: readonly TermAbout[], name: string): { readonly about: TermAbout; readonly listed: boolean } {
  const place = name.split(".");
  const listed = terms.find((term) => term.name === name);
  if (listed !== undefined) return { about: listed, listed: true };
  const label = name.replaceAll("_", " ");
  return { about: { name, label, kind: "text", place, always: false, reads: () => true }, listed: false };
}
