import { parseDate } from "../scalars/calendar.ts";
import type { Charter } from "./charter.ts";
import type { Amendment } from "./entry.ts";
import { USUAL_MEASURE, type Eval } from "./eval.ts";
import type { Definitions } from "./records.ts";
import { agreedCosts, costTerm, costTermsOf, isOpenCost } from "./terms/cost-terms.ts";
import { termName } from "./term-names.ts";
import { isHash, namedTerm, TERMS, type Term } from "./term-table.ts";
import { SATURDAY_SUNDAY, type Timebox } from "./timebox.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { optional } from "../scalars/optional.ts";
import type { TermValues } from "./term-values.ts";
import { withoutUnread, type Unread } from "./unread.ts";

/** A term that differs in the files from what was frozen. Absent `frozen`: added; absent `current`: removed. */
export interface Drift {
  readonly term: string;
  readonly place: Place;
  readonly frozen?: string;
  readonly current?: string;
}

/**
 * The terms as canonical text by name, so that 2000 EUR and 2000.00 EUR are the same term. What was left open in the
 * definitions is not among them.
 */
export function termsOf(definitions: Definitions): TermValues {
  const known = TEXTS.get(definitions);
  if (known !== undefined) return known;
  const texts = textsOfAll(definitions);
  TEXTS.set(definitions, texts);
  return texts;
}

/** A history asks for the terms of the same definitions on each of its days. */
const TEXTS = new WeakMap<Definitions, TermValues>();

function textsOfAll({ charter, evals, killCriteria, value, costs }: Definitions): TermValues {
  return new Map([
    ...textsOf(TERMS.timebox, charter?.timebox),
    ...textsOf(TERMS.charter, charter),
    ...evals.flatMap((item) => textsOf(TERMS.evals, item, item.id)),
    ...killCriteria.flatMap((item) => textsOf(TERMS.killCriteria, item, item.id)),
    ...textsOf(TERMS.value, value),
    ...costTermsOf(costs),
  ]);
}

interface FamilyOf<R> {
  readonly prefix: string;
  readonly terms: readonly Term<R>[];
}

function textsOf<R>(
  { prefix, terms }: FamilyOf<R>,
  record: R | undefined,
  id?: string,
): readonly (readonly [name: string, text: string])[] {
  if (record === undefined) return [];
  return terms.flatMap((term) => {
    const text = term.read(record);
    return text === undefined ? [] : [[termName(prefix, id, term.name), text] as const];
  });
}

/** Where the term stands in the definitions. */
export function termPlace(term: string): Place {
  const { file, path } = namedTerm(term);
  return valueAt(file, ...path);
}

/** `target of wrong-rate`, `working days of the timebox`, `spend cap`: a term as people call it. `name`: not the id. */
export function termLabel(term: string, name?: string): string {
  const { label, id, of } = namedTerm(term);
  const whose = id === undefined ? of : (name ?? id);
  return whose === undefined ? label : `${label} of ${whose}`;
}

/** `reduction ≥ 40%`: a term's text with the signs that a sponsor reads. */
export function termTextLabel(text: string): string {
  return text.replaceAll("<=", "≤").replaceAll(">=", "≥");
}

/** The terms in force: those of the start with every amendment applied, oldest first. */
export function amendedTerms(start: TermValues, amendments: readonly Pick<Amendment, "changes">[]): TermValues {
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
  return (
    names
      .filter((term) => frozen.get(term) !== current.get(term))
      .filter((term) => frozen.has(term) || !(namedTerm(term).always || isOpenCost(term, frozen)))
      // Which rates are listed, the terms of the rates themselves say.
      .filter((term) => costTerm(term)?.kind !== "listed")
      .filter((term) => frozen.has(term) || frozen.has(SINCE_PATHS) || !isPathOfData(term, current))
      .map((term) => {
        const [before, after] = [frozen.get(term), current.get(term)];
        return {
          term,
          place: termPlace(term),
          ...optional("frozen", before),
          ...optional("current", after),
        };
      })
  );
}

/** Older starts, without this term, froze only the hash of a data set and no path. */
const SINCE_PATHS = "question";

function isPathOfData(term: string, current: TermValues): boolean {
  return termSubject(term)?.family === "evals" && term.endsWith(".dataset") && !isHash(current.get(term) ?? "");
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
 * goalposts, it only shows up as drift. What is not a term (statements of assumptions, costs, stacks) stays as it is.
 */
export function agreedDefinitions(current: Definitions, frozen: TermValues): Definitions {
  const { charter } = current;
  const agreed: Agreed = { frozen, current: termsOf(current) };
  const newEval = (id: string): Eval => ({ id, measure: USUAL_MEASURE, better: "lower", primary: false });
  return {
    ...current,
    ...optional("charter", charter && agreedCharter(charter, agreed)),
    evals: agreedItems(TERMS.evals, agreed, current.evals, newEval),
    killCriteria: agreedItems(TERMS.killCriteria, agreed, current.killCriteria, (id) => ({ id })),
    costs: agreedCosts(current.costs, frozen),
    value: agreedRecord(TERMS.value, agreed, withoutUnread(current.value, ["thresholds"])),
  };
}

interface Agreed {
  readonly frozen: TermValues;
  /** A term whose text is the same in the file is taken from the file. */
  readonly current: TermValues;
}

function agreedRecord<R>({ prefix, terms }: FamilyOf<R>, agreed: Agreed, current: R, id?: string): R {
  return terms.reduce((record, term) => {
    const name = termName(prefix, id, term.name);
    const text = agreed.frozen.get(name);
    // Items are texts of several lines, and their term ignores the line breaks.
    const asAgreed = text !== undefined && text === agreed.current.get(name) && term.kind !== "items";
    return asAgreed ? record : term.apply(record, text);
  }, current);
}

/** The agreed items, in their order; `fresh` makes one that is no longer in the file. */
function agreedItems<R extends Unread & { readonly id: string }>(
  family: FamilyOf<R>,
  agreed: Agreed,
  current: readonly R[],
  fresh: (id: string) => R,
): readonly R[] {
  const ids = new Set(
    [...agreed.frozen.keys()].flatMap((term) => {
      const [head, id, field] = term.split(".");
      return head === family.prefix && id !== undefined && field !== undefined ? [id] : [];
    }),
  );
  return [...ids].map((id) => {
    // Every field of an item is a term, so a field that cannot be read in the file changes none of them.
    const item = current.find((one) => one.id === id) ?? fresh(id);
    return agreedRecord(family, agreed, item.unread === undefined ? item : { ...item, unread: [] }, id);
  });
}

/** Keys of poc.yaml that are terms: once they are frozen, the text in the file can no longer mislead. */
const CHARTER_TERMS = ["question", "owner", "sponsor", "timebox", "spend_cap", "hours_cap", "confidence"];

function agreedCharter(current: Charter, agreed: Agreed): Charter {
  const { timebox, ...rest } = agreedRecord(TERMS.charter, agreed, withoutUnread(current, CHARTER_TERMS));
  return { ...rest, ...optional("timebox", agreedTimebox(timebox, agreed)) };
}

/** Without a start, a length and a zone, days cannot be counted; then the timebox of the file is used. */
function agreedTimebox(current: Timebox | undefined, { frozen }: Agreed): Timebox | undefined {
  const start = parseDate(frozen.get("timebox.start") ?? "");
  const workingDays = Number(frozen.get("timebox.working_days"));
  const timezone = frozen.get("timebox.timezone");
  if (!start.ok || !Number.isInteger(workingDays) || timezone === undefined) return current;
  const counted = { start: start.value, workingDays, timezone, weekend: SATURDAY_SUNDAY, holidays: [] };
  // Built from the frozen texts alone, so that no part of it depends on the file.
  return agreedRecord(TERMS.timebox, { frozen, current: new Map() }, counted);
}
