import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyAt, valueAt, type Place } from "../../diagnostics/place.ts";
import { BUILT_IN_METRICS, isBuiltInMetric } from "../../domain/scalars/condition.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { isWrittenList, isWrittenMap, type Written, type WrittenMap } from "../yaml/written.ts";
import { shown } from "./schema-issue.ts";
/** Ids that may be referred to. Undefined where a file could not be read to tell: then nothing is said. */
export type Ids = ReadonlySet<string> | undefined;

export interface KnownIds {
  readonly evals: Ids;
  readonly assumptions: Ids;
  readonly killCriteria: Ids;
  readonly risks: Ids;
  readonly entries: Ids;
}

/** References to evals in assumptions.yaml. */
export function assumptionReferences(written: Written, file: string, evals: Ids): readonly Diagnostic[] {
  return mapsIn(written).flatMap(([item, index]) => {
    const tested = item["tested_by"];
    if (!isWrittenList(tested)) return reference(tested, evals, "an eval", valueAt(file, index, "tested_by"));
    return tested.flatMap((id, nth) => reference(id, evals, "an eval", valueAt(file, index, "tested_by", nth)));
  });
}

/** References in poc.yaml to what answers an unknown. */
export function unknownReferences(written: Written, file: string, known: readonly Ids[]): readonly Diagnostic[] {
  const what = "an eval, a kill criterion or an assumption";
  const all = known.every((ids) => ids !== undefined) ? new Set(known.flatMap((ids) => [...ids])) : undefined;
  return mapsIn(fieldOf(written, "unknowns")).flatMap(([item, index]) => {
    const ids = item["answered_by"];
    const place = [file, "unknowns", index, "answered_by"] as const;
    if (!isWrittenList(ids)) return reference(ids, all, what, valueAt(...place));
    return ids.flatMap((id, nth) => reference(id, all, what, valueAt(...place, nth)));
  });
}

/** References in value.yaml to the entries that an input was measured in. */
export function valueReferences(written: Written, file: string, entries: () => Ids): readonly Diagnostic[] {
  return keysOf(written).flatMap((name) => {
    const named = fieldOf(fieldOf(written, name), "entries");
    if (named === undefined) return [];
    if (!isWrittenList(named)) return reference(named, entries(), "an entry", valueAt(file, name, "entries"));
    return named.flatMap((id, index) => reference(id, entries(), "an entry", valueAt(file, name, "entries", index)));
  });
}

/** The metric of a condition: an eval or a figure of the PoC itself. */
export function conditionReferences(
  criteria: readonly KillCriterion[],
  file: string,
  evals: Ids,
): readonly Diagnostic[] {
  return criteria.flatMap(({ id, when }) => {
    if (when === undefined || isBuiltInMetric(when.metric)) return [];
    const place = { ...valueAt(file, id, "when"), within: [0, when.metric.length] as const };
    const metrics = evals && new Set([...evals, ...Object.keys(BUILT_IN_METRICS)]);
    return reference(when.metric, metrics, "an eval or a metric of the PoC", place);
  });
}

/**
 * References in an entry to evals, assumptions, kill criteria and other entries. Risks are looked at with the whole
 * log.
 */
export function entryReferences(written: Written, file: string, known: KnownIds): readonly Diagnostic[] {
  if (!isWrittenMap(written)) return [];
  const found: Diagnostic[] = [];
  const { results, labels, spend, assumptions, answers, clear, undo, after, supersedes } = written;
  if (isWrittenList(results)) {
    for (let index = 0; index < results.length; index++) {
      const id = fieldOf(results[index], "eval");
      if (isUnknown(id, known.evals))
        found.push(...reference(id, known.evals, "an eval", valueAt(file, "results", index, "eval")));
    }
  }
  if (isWrittenList(labels))
    for (const [index, one] of labels.entries())
      found.push(...reference(fieldOf(one, "eval"), known.evals, "an eval", valueAt(file, "labels", index, "eval")));
  if (isWrittenList(spend))
    found.push(...spend.flatMap((line, index) => replacedReferences(line, index, file, known.entries)));
  for (const id of keysOf(assumptions))
    found.push(...reference(id, known.assumptions, "an assumption", keyAt(file, "assumptions", id)));
  for (const id of keysOf(answers))
    found.push(...reference(id, known.killCriteria, "a kill criterion", keyAt(file, "answers", id)));
  if (clear !== undefined)
    found.push(
      ...reference(
        fieldOf(clear, "criterion"),
        known.killCriteria,
        "a kill criterion",
        valueAt(file, "clear", "criterion"),
      ),
    );
  if (undo !== undefined)
    found.push(...reference(fieldOf(undo, "entry"), known.entries, "an entry", valueAt(file, "undo", "entry")));
  found.push(...knownReferences(after, file, "after", known.entries));
  found.push(...knownReferences(supersedes, file, "supersedes", known.entries));
  return found;
}

/**
 * Whether `entryReferences` finds nothing in an entry that was read in full, and `LoggedRisks` nothing to gather: so it
 * is with nearly every entry, and then nobody has to look at how it was written.
 */
export function namesOnlyKnown(entry: Entry, known: KnownIds): boolean {
  const { results, labels, spend, assumptions, answers, clear, undo, after, supersedes, risks } = entry;
  if (risks.length > 0) return false;
  for (const one of results) if (isUnknown(one.eval, known.evals)) return false;
  for (const line of spend) if (line.replaces?.some((id) => isUnknown(id, known.entries)) === true) return false;
  for (const id of assumptions.keys()) if (isUnknown(id, known.assumptions)) return false;
  for (const id of answers.keys()) if (isUnknown(id, known.killCriteria)) return false;
  if (labels?.some((one) => isUnknown(one.eval, known.evals)) === true) return false;
  if (supersedes?.some((id) => isUnknown(id, known.entries)) === true) return false;
  if (clear !== undefined && isUnknown(clear.criterion, known.killCriteria)) return false;
  // To ask for the ids of all entries makes a set of them.
  if (undo !== undefined && isUnknown(undo.entry, known.entries)) return false;
  return after === undefined || !isUnknown(after, known.entries);
}

/** Entries that were there when this one was written, and are gone. */
function knownReferences(named: Written, file: string, key: string, entries: Ids): readonly Diagnostic[] {
  const ids = isWrittenList(named) ? named : [named];
  return ids.flatMap((id, index) => {
    if (typeof id !== "string" || !isUnknown(id, entries)) return [];
    return [
      {
        code: "unknown-reference",
        message: `the entry ${shown(id)} existed when this one was written, but is not in the log`,
        place: isWrittenList(named) ? valueAt(file, key, index) : valueAt(file, key),
        hint: "restore it from git, or merge the branch that it is on; its results may have been seen",
      },
    ];
  });
}

/** The entries that a spend line replaces. */
function replacedReferences(line: Written, index: number, file: string, entries: Ids): readonly Diagnostic[] {
  const replaces = fieldOf(line, "replaces");
  if (!isWrittenList(replaces)) return [];
  return replaces.flatMap((id, nth) =>
    reference(id, entries, "an entry", valueAt(file, "spend", index, "replaces", nth)),
  );
}

/**
 * The risks of a log: each is in the register, or opened by a note in any entry. That cannot be told before the whole
 * log was seen, so they are gathered entry by entry.
 */
export class LoggedRisks {
  readonly #register: Ids;
  readonly #opened = new Set<string>();
  readonly #waiting: { readonly id: string; readonly place: Place }[] = [];

  constructor(register: Ids) {
    this.#register = register;
  }

  add(written: Written, file: string): void {
    const risks = this.#register !== undefined && isWrittenMap(written) ? written["risks"] : undefined;
    if (!isWrittenList(risks)) return;
    for (const [index, risk] of risks.entries()) {
      const id = fieldOf(risk, "id");
      if (typeof id !== "string" || !isUnknown(id, this.#register)) continue;
      if (fieldOf(risk, "note") !== undefined) this.#opened.add(id);
      else this.#waiting.push({ id, place: valueAt(file, "risks", index, "id") });
    }
  }

  diagnostics(): readonly Diagnostic[] {
    const known = new Set([...(this.#register ?? []), ...this.#opened]);
    const found = this.#waiting.flatMap(({ id, place }) => reference(id, known, "a risk", place));
    return found.map((diagnostic) => ({
      ...diagnostic,
      hint: diagnostic.hint ?? "a new risk needs a note that says what it is",
    }));
  }
}

function isUnknown(id: Written, known: Ids): boolean {
  return known !== undefined && typeof id === "string" && !known.has(id);
}

function reference(id: Written, known: Ids, what: string, place: Place): readonly Diagnostic[] {
  if (known === undefined || typeof id !== "string" || !isUnknown(id, known)) return [];
  const close = suggested(id, known);
  const there = [...firstOf(known, 8)].join(", ");
  const message =
    `found ${shown(id)}, expected the id of ${what}` +
    `${there === "" ? ", and there is none" : known.size > 8 ? `, such as ${there}` : `: ${there}`}`;
  return [{ code: "unknown-reference", message, place, ...hintOf(close, what) }];
}

/** A slip is one of a few; where more names are unknown, names are not what is wrong. */
const MOST_SUGGESTED = 20;
/** How often a name among these was looked for: comparing each unknown id of a log with all ids is quadratic. */
const asked = new WeakMap<ReadonlySet<string>, number>();

function suggested(id: string, known: ReadonlySet<string>): string | undefined {
  const times = asked.get(known) ?? 0;
  asked.set(known, times + 1);
  return times < MOST_SUGGESTED ? nearest(id, known) : undefined;
}

function* firstOf(ids: ReadonlySet<string>, most: number): Generator<string> {
  let left = most;
  for (const id of ids) {
    if (left-- === 0) return;
    yield id;
  }
}

function hintOf(close: string | undefined, what: string): { readonly hint?: string } {
  if (close !== undefined) return { hint: `did you mean ${close}?` };
  return what === "an entry" ? { hint: "poc show lists the ids of the log; remove any other" } : {};
}

function mapsIn(written: Written): readonly (readonly [WrittenMap, number])[] {
  if (!isWrittenList(written)) return [];
  return written.flatMap((item, index) => (isWrittenMap(item) ? [[item, index] as const] : []));
}

function keysOf(written: Written): readonly string[] {
  return isWrittenMap(written) ? Object.keys(written) : [];
}

function fieldOf(written: Written, key: string): Written {
  return isWrittenMap(written) ? written[key] : undefined;
}
