import { daysBetween, longDateLabel } from "../scalars/calendar.ts";
import { isFinal } from "../standing/decision.ts";
import type { Entry } from "../records/entry.ts";
import type { Gate, SignName } from "../records/gate.ts";
import { lastAttestation, type GateSpan } from "../records/gate-log.ts";
import { samePerson } from "../scalars/person.ts";
import { termSubject } from "../records/terms.ts";
import { countLabel, listLabel } from "../scalars/labels.ts";
import type { Evidenced } from "../standing/evidenced.ts";

/** A sign of a pitfall that the records show: what they show, and nothing they do not. */
export interface Sign {
  readonly name: SignName;
  readonly text: string;
  readonly entries: readonly string[];
}

/** What was found in the log: one sentence, and the entries it rests on. */
type Found = { readonly text: string; readonly entries: readonly string[] } | undefined;

/** Signs by the name that the definition of a gate calls them by. */
const SIGNS = {
  "value-asserted": valueAsserted,
  "case-misses-threshold": caseMissesThreshold,
  "nobody-but-the-owner": nobodyButTheOwner,
  "second-extension": secondExtension,
  "work-after-timebox": workAfterTimebox,
  "scope-grew": scopeGrew,
  "many-arms": manyArms,
  "left-out-unsaid": leftOutUnsaid,
  "one-author": oneAuthor,
  "evidence-silent": evidenceSilent,
  "conditions-open": conditionsOpen,
  "celebrated-before-operations": celebratedBeforeOperations,
} as const satisfies Readonly<Record<SignName, (standing: Evidenced, gate: Gate, span: GateSpan) => Found>>;

/** Those of a gate's signs that the log shows. */
export function signsOf(gate: Gate, standing: Evidenced, span: GateSpan): readonly Sign[] {
  return gate.pitfall.signs.flatMap((name) => {
    const found: Found = SIGNS[name](standing, gate, span);
    return found === undefined ? [] : [{ name, text: found.text, entries: found.entries }];
  });
}

function found(text: string, entries: readonly Entry[] = []): NonNullable<Found> {
  return { text, entries: [...new Set(entries.map(({ id }) => id))] };
}

function valueAsserted({ value }: Evidenced): Found {
  const asserted = value.inputs.filter((input) => input.grade === "asserted");
  if (value.inputs.length === 0 || asserted.length < value.inputs.length) return undefined;
  return found(
    `Every input of the business case is only asserted: ${countLabel(asserted.length, "figure")}, and no source.`,
  );
}

function caseMissesThreshold({ value, log }: Evidenced): Found {
  if (value.meetsThresholds !== false) return undefined;
  return found(`The business case misses its threshold${log.counted.length === 0 ? "" : ", and the work goes on"}.`);
}

function nobodyButTheOwner({ definitions: { charter } }: Evidenced): Found {
  const { owner, sponsor } = charter ?? {};
  if (owner === undefined) return undefined;
  if (sponsor === undefined)
    return found(`Nobody but the owner, ${owner.name}, stands behind it: there is no sponsor.`);
  return samePerson(owner, sponsor)
    ? found(`${owner.name} is owner and sponsor in one, so nobody else stands behind it.`)
    : undefined;
}

function secondExtension({ amendments, firstWorkingDays, definitions: { charter } }: Evidenced): Found {
  const extensions = amendments.filter((amendment) => amendment.extends);
  if (extensions.length < 2) return undefined;
  const days = charter?.timebox?.workingDays;
  const agreed =
    firstWorkingDays === undefined || days === undefined
      ? ""
      : `: ${countLabel(firstWorkingDays, "working day")} were agreed, by now it is ${days}`;
  return found(
    `The timebox was extended ${extensions.length} times${agreed}.`,
    extensions.map(({ entry }) => entry),
  );
}

/** Work of a later gate comes after the timebox by its nature. */
function workAfterTimebox({ timebox, log, gates, started, decision }: Evidenced): Found {
  if (timebox === undefined || started === undefined) return undefined;
  const decided =
    decision.current !== undefined && isFinal(decision.current.decision) ? decision.current.entry.at.epochMs : Infinity;
  const passed = gates.passages.find(({ entry }) => entry.at.epochMs >= decided)?.entry.at.epochMs ?? Infinity;
  const late = log.counted.filter(
    (entry) => entry.date > timebox.end && entry.at.epochMs <= passed && entry.results.length > 0,
  );
  const results = late.reduce((sum, entry) => sum + entry.results.length, 0);
  return late.length === 0
    ? undefined
    : found(
        `${countLabel(results, "result")} came after the last day of the timebox, ${longDateLabel(timebox.end)}.`,
        late,
      );
}

/**
 * What is tested or ends the work, added after the terms were frozen; and what was measured without having been agreed.
 */
function scopeGrew({ amendments, drift, started, log, definitions }: Evidenced): Found {
  if (started?.start === undefined) return undefined;
  const subjectsOf = (terms: readonly string[]) => new Set(terms.flatMap((term) => subjectText(term) ?? []));
  const agreed = subjectsOf([...started.start.terms.keys()]);
  const amending = amendments.filter(({ amendment }) =>
    amendment.changes.some((change) => isNew(change.term, change.from, agreed)),
  );
  const added = subjectsOf(
    amending.flatMap(({ amendment }) =>
      amendment.changes.filter((change) => isNew(change.term, change.from, agreed)).map((change) => change.term),
    ),
  );
  const drifted = subjectsOf(drift.filter((item) => isNew(item.term, item.frozen, agreed)).map((item) => item.term));
  const isDefined = (id: string) => definitions.evals.some((item) => item.id === id);
  const foreign = log.counted.filter((entry) => entry.results.some((result) => !isDefined(result.eval)));
  const strangers = new Set(
    foreign.flatMap((entry) => entry.results.map((result) => result.eval)).filter((id) => !isDefined(id)),
  );
  const parts = [
    added.size === 0 ? "" : `added by amendment: ${listLabel([...added])}`,
    drifted.size === 0 ? "" : `added to the files without one: ${listLabel([...drifted])}`,
    foreign.length === 0 ? "" : `measured without having been agreed: ${listLabel([...strangers])}`,
  ].filter((text) => text !== "");
  return parts.length === 0
    ? undefined
    : found(`What is tested has grown since the terms were frozen; ${parts.join("; ")}.`, [
        ...amending.map(({ entry }) => entry),
        ...foreign,
      ]);
}

function isNew(term: string, before: string | undefined, agreed: ReadonlySet<string>): boolean {
  const subject = subjectText(term);
  return subject !== undefined && before === undefined && !agreed.has(subject);
}

function subjectText(term: string): string | undefined {
  const subject = termSubject(term);
  return subject && `${subject.family === "evals" ? "eval" : "kill criterion"} ${subject.id}`;
}

/** A few variants are a comparison; this many are a search. */
const MANY_ARMS = 5;

function manyArms({ evals }: Evidenced): Found {
  const searched = evals.flatMap((item) => {
    const arms = new Set(item.results.map(({ result }) => result.arm));
    return arms.size < MANY_ARMS ? [] : [{ item, arms: arms.size }];
  });
  if (searched.length === 0) return undefined;
  const told = searched.map(({ item, arms }) => `${item.eval.id} on ${arms}`);
  return found(
    `So many variants were run that one of them looks good by chance: ${listLabel(told)}.`,
    searched.flatMap(({ item }) => item.results.map(({ entry }) => entry)),
  );
}

/** Looks for the questions `users` and `left-out` of the gate itself. */
function leftOutUnsaid({ log }: Evidenced, gate: Gate): Found {
  if (!["users", "left-out"].every((id) => gate.questions.some((question) => question.id === id))) return undefined;
  const users = lastAttestation(log.counted, `${gate.id}.users`);
  if (users === undefined || lastAttestation(log.counted, `${gate.id}.left-out`) !== undefined) return undefined;
  return found(
    "Who took part is on record, and who was left out is not: nothing shows that they were not picked for being " +
      "friendly.",
    [users.entry],
  );
}

/** Fewer results than this are nothing that two people would have shared. */
const FEW_RESULTS = 3;

function oneAuthor({ log }: Evidenced, _gate: Gate, span: GateSpan): Found {
  const entries = within(log.counted, span).filter((entry) => entry.results.length > 0);
  const authors = new Set(entries.map((entry) => entry.by.email?.toLowerCase() ?? entry.by.name.toLowerCase()));
  if (entries.length < FEW_RESULTS || authors.size !== 1) return undefined;
  return found(
    `All that was measured${span.since === undefined ? "" : ` since ${span.since.passage.title} was passed`} was ` +
      `logged by one person, ${entries[0]!.by.name}.`,
    entries,
  );
}

/** Calendar days: users do not keep the calendar of a timebox. */
const SILENT_DAYS = 14;

function evidenceSilent({ log, asOf }: Evidenced, _gate: Gate, span: GateSpan): Found {
  const { since, passed } = span;
  if (since === undefined) return undefined;
  const measured = within(log.counted, span).findLast((entry) => entry.results.length > 0);
  const days = daysBetween((measured ?? since.entry).date, passed?.entry.date ?? asOf.date);
  if (days < SILENT_DAYS) return undefined;
  const from =
    measured === undefined ? `after ${since.passage.title} was passed` : `after ${longDateLabel(measured.date)}`;
  return found(`Nothing was measured for ${countLabel(days, "day")} ${from}.`, [measured ?? since.entry]);
}

function within(counted: readonly Entry[], { since, passed }: GateSpan): readonly Entry[] {
  return counted.filter(
    (entry) =>
      entry.at.epochMs > (since?.entry.at.epochMs ?? -Infinity) &&
      entry.at.epochMs <= (passed?.entry.at.epochMs ?? Infinity),
  );
}

function conditionsOpen({ decision: { current }, asOf }: Evidenced): Found {
  if (current?.decision.outcome !== "conditional") return undefined;
  const late = current.decision.conditions.filter(({ by }) => by !== undefined && by < asOf.date);
  if (late.length === 0) return undefined;
  return found(
    `The decision hangs on ${countLabel(late.length, "condition")} whose day has passed: ` +
      `${listLabel(late.map(({ what }) => what))}.`,
    [current.entry],
  );
}

/** What of the readiness of an MVP is about running it. */
const OPERATIONS = ["mvp.observability", "mvp.guardrails", "mvp.cost-alerts"];

function celebratedBeforeOperations({ decision: { current }, log }: Evidenced): Found {
  if (current === undefined || !isFinal(current.decision) || current.decision.outcome === "no-go") return undefined;
  const missing = OPERATIONS.filter((item) => lastAttestation(log.counted, item) === undefined);
  return missing.length === 0
    ? undefined
    : found(`It is a go, and nobody has attested that operations are ready: ${listLabel(missing)}.`, [current.entry]);
}
