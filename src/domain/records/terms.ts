import { parseDate, WEEKDAYS, type CivilDate, type Weekday } from "../scalars/calendar.ts";
import type { Charter } from "./charter.ts";
import { conditionText, parseCondition } from "../scalars/condition.ts";
import { parseDecimal, shortDecimalText } from "../scalars/decimal.ts";
import type { Amendment } from "./entry.ts";
import { baselineText, MEASURE_NAMES, parseBaseline, USUAL_MEASURE, type Eval } from "./eval.ts";
import type { KillCriterion } from "./kill-criterion.ts";
import { moneyText, parseMoney } from "../scalars/money.ts";
import type { Parsed } from "../scalars/parsed.ts";
import { DEFINITION_FILES, type Definitions } from "./records.ts";
import { parseTarget, targetText } from "../scalars/target.ts";
import { SATURDAY_SUNDAY, type Timebox } from "./timebox.ts";
import type { BusinessCase } from "./value.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { given } from "../scalars/given.ts";
import type { TermValues } from "./term-values.ts";

/** A term that stands otherwise in the files than it was frozen. Absent `frozen`: added; absent `current`: removed. */
export interface Drift {
  readonly term: string;
  readonly place: Place;
  readonly frozen?: string;
  readonly current?: string;
}

export function termsOf(definitions: Definitions): TermValues {
  const terms = new Map<string, string>();
  const put = (term: string, value: string | undefined) => {
    if (value !== undefined && value !== "") terms.set(term, value);
  };
  const { charter, value } = definitions;
  put("timebox.start", charter?.timebox?.start);
  put("timebox.working_days", charter?.timebox?.workingDays.toString());
  put("timebox.timezone", charter?.timebox?.timezone);
  put("timebox.weekend", charter?.timebox?.weekend.map((day) => WEEKDAYS[day - 1]).join(", "));
  put("timebox.holidays", charter?.timebox?.holidays.join(", "));
  put("spend_cap", charter?.spendCap && moneyText(charter.spendCap));
  put("hours_cap", charter?.hoursCap && `${shortDecimalText(charter.hoursCap)} h`);
  put("confidence", charter && `${Math.round(charter.confidence * 100)}%`);
  for (const item of definitions.evals) {
    const name = (field: string) => `evals.${item.id}.${field}`;
    put(name("metric"), item.metric);
    put(name("measure"), item.measure);
    put(name("better"), item.better);
    put(name("primary"), item.primary ? "true" : "false");
    put(name("percentile"), item.percentile?.toString());
    put(name("baseline"), item.baseline && baselineText(item.baseline));
    put(name("target"), item.target && targetText(item.target));
    put(name("min_n"), item.minN?.toString());
    put(name("dataset"), item.dataset?.sha256);
    put(name("items_source"), item.itemsSource);
    put(name("judge"), item.judge);
    put(
      name("tuned_on_these_items"),
      item.tunedOnTheseItems === undefined ? undefined : item.tunedOnTheseItems ? "yes" : "no",
    );
  }
  for (const item of definitions.killCriteria) {
    const name = (field: string) => `kill-criteria.${item.id}.${field}`;
    put(name("statement"), item.statement);
    put(name("when"), item.when && conditionText(item.when));
    put(name("ask"), item.ask);
    put(name("by"), item.by);
  }
  put("value.thresholds.payback", value.paybackThreshold && `${shortDecimalText(value.paybackThreshold)} months`);
  put("value.thresholds.impact", value.impactThreshold && moneyText(value.impactThreshold));
  return terms;
}

/** Where the term stands in the definitions. */
export function termPlace(term: string): Place {
  const steps = term.split(".");
  const [family, ...rest] = steps;
  if (family === "evals") return valueAt(DEFINITION_FILES.evals, ...rest, ...(rest[1] === "dataset" ? ["sha256"] : []));
  if (family === "kill-criteria") return valueAt(DEFINITION_FILES.killCriteria, ...rest);
  if (family === "value") return valueAt(DEFINITION_FILES.value, ...rest);
  return valueAt(DEFINITION_FILES.charter, ...steps);
}

/** The terms in force: those of the start with every amendment applied, oldest first. */
export function amendedTerms(start: TermValues, amendments: readonly Amendment[]): TermValues {
  const terms = new Map(start);
  for (const change of amendments.flatMap((amendment) => amendment.changes)) {
    if (change.to === undefined) terms.delete(change.term);
    else terms.set(change.term, change.to);
  }
  return terms;
}

/** What was edited without an amendment, in the order of the terms. */
export function driftBetween(frozen: TermValues, current: TermValues): readonly Drift[] {
  const names = [...new Set([...frozen.keys(), ...current.keys()])];
  return names
    .filter((term) => frozen.get(term) !== current.get(term))
    .map((term) => {
      const [before, after] = [frozen.get(term), current.get(term)];
      return {
        term,
        place: termPlace(term),
        ...(before === undefined ? {} : { frozen: before }),
        ...(after === undefined ? {} : { current: after }),
      };
    });
}

/** The eval or kill criterion that a term belongs to, as `evals.wrong-rate`; undefined for terms of the charter. */
export function termSubject(
  term: string,
): { readonly family: "evals" | "kill-criteria"; readonly id: string } | undefined {
  const [family, id] = term.split(".");
  return (family === "evals" || family === "kill-criteria") && id !== undefined ? { family, id } : undefined;
}

/**
 * The definitions with their terms as they were frozen. Verdicts are judged on these: an edit in the files moves no
 * goalposts, it only shows up as drift. What is no term (statements of assumptions, costs, stacks) stays as it stands.
 */
export function agreedDefinitions(current: Definitions, frozen: TermValues): Definitions {
  return {
    ...current,
    ...(current.charter === undefined ? {} : { charter: agreedCharter(current.charter, frozen) }),
    evals: agreedItems(frozen, "evals", current.evals, agreedEval),
    killCriteria: agreedItems(frozen, "kill-criteria", current.killCriteria, agreedKillCriterion),
    value: agreedValue(current.value, frozen),
  };
}

type Fields = ReadonlyMap<string, string>;

function agreedItems<T extends { readonly id: string }>(
  frozen: TermValues,
  family: string,
  current: readonly T[],
  agree: (id: string, fields: Fields, current: T | undefined) => T,
): readonly T[] {
  const byId = new Map<string, Map<string, string>>();
  for (const [term, text] of frozen) {
    const [head, id, field] = term.split(".");
    if (head !== family || id === undefined || field === undefined) continue;
    const fields = byId.get(id) ?? new Map<string, string>();
    byId.set(id, fields.set(field, text));
  }
  return [...byId].map(([id, fields]) =>
    agree(
      id,
      fields,
      current.find((item) => item.id === id),
    ),
  );
}

/** The value of a frozen text. A hand-made entry may hold what cannot be read: then the term counts as absent. */
function read<T>(text: string | undefined, parse: (text: string) => Parsed<T>): T | undefined {
  const result = text === undefined ? undefined : parse(text);
  return result?.ok ? result.value : undefined;
}

function agreedEval(id: string, fields: Fields, current: Eval | undefined): Eval {
  const hash = fields.get("dataset");
  const dataset = current?.dataset === undefined ? undefined : { file: current.dataset.file, ...given("sha256", hash) };
  return {
    id,
    ...given("metric", fields.get("metric")),
    measure: MEASURE_NAMES.find((measure) => measure === fields.get("measure")) ?? current?.measure ?? USUAL_MEASURE,
    better: fields.get("better") === "higher" ? "higher" : "lower",
    primary: fields.get("primary") === "true",
    ...given("percentile", fields.has("percentile") ? Number(fields.get("percentile")) : undefined),
    ...given("baseline", keepSource(read(fields.get("baseline"), parseBaseline), current)),
    ...given("target", read(fields.get("target"), parseTarget)),
    ...given("minN", fields.has("min_n") ? Number(fields.get("min_n")) : undefined),
    ...given("expected", current?.expected),
    ...given("dataset", dataset ?? (hash === undefined ? undefined : { file: "", sha256: hash })),
    ...given("itemsSource", fields.get("items_source")),
    ...given("judge", fields.get("judge")),
    ...given(
      "tunedOnTheseItems",
      fields.has("tuned_on_these_items") ? fields.get("tuned_on_these_items") === "yes" : undefined,
    ),
  };
}

/** The source of a fixed baseline is no term, so it is taken from the file. */
function keepSource(baseline: Eval["baseline"], current: Eval | undefined): Eval["baseline"] {
  const now = current?.baseline;
  if (baseline?.kind !== "fixed" || now?.kind !== "fixed" || now.source === undefined) return baseline;
  return { ...baseline, source: now.source };
}

function agreedKillCriterion(id: string, fields: Fields): KillCriterion {
  return {
    id,
    ...given("statement", fields.get("statement")),
    ...given("when", read(fields.get("when"), parseCondition)),
    ...given("ask", fields.get("ask")),
    ...given("by", read(fields.get("by"), parseDate)),
  };
}

function agreedCharter(current: Charter, frozen: TermValues): Charter {
  const { timebox: _, spendCap: __, hoursCap: ___, ...rest } = current;
  const confidence = Number(frozen.get("confidence")?.replace("%", "")) / 100;
  return {
    ...rest,
    ...given("timebox", agreedTimebox(frozen) ?? current.timebox),
    ...given("spendCap", read(frozen.get("spend_cap"), parseMoney)),
    ...given("hoursCap", read(frozen.get("hours_cap")?.replace(/ h$/, ""), parseDecimal)),
    confidence: confidence > 0.5 && confidence < 1 ? confidence : current.confidence,
  };
}

function agreedTimebox(frozen: TermValues): Timebox | undefined {
  const start = read(frozen.get("timebox.start"), parseDate);
  const workingDays = Number(frozen.get("timebox.working_days"));
  const timezone = frozen.get("timebox.timezone");
  if (start === undefined || !Number.isInteger(workingDays) || timezone === undefined) return undefined;
  const weekend = (frozen.get("timebox.weekend") ?? "")
    .split(", ")
    .map((name) => WEEKDAYS.indexOf(name as (typeof WEEKDAYS)[number]) + 1)
    .filter((day): day is Weekday => day > 0);
  const holidays = (frozen.get("timebox.holidays") ?? "")
    .split(", ")
    .map((text) => read(text, parseDate))
    .filter((date): date is CivilDate => date !== undefined);
  return { start, workingDays, timezone, weekend: frozen.has("timebox.weekend") ? weekend : SATURDAY_SUNDAY, holidays };
}

function agreedValue(current: BusinessCase, frozen: TermValues): BusinessCase {
  const { paybackThreshold: _, impactThreshold: __, ...inputs } = current;
  return {
    ...inputs,
    ...given("paybackThreshold", read(frozen.get("value.thresholds.payback")?.replace(/ months$/, ""), parseDecimal)),
    ...given("impactThreshold", read(frozen.get("value.thresholds.impact"), parseMoney)),
  };
}
