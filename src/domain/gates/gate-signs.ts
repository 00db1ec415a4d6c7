import { daysBetween, type CivilDate } from "../scalars/calendar.ts";
import { isFinal } from "../standing/decision.ts";
import type { Entry } from "../records/entry.ts";
import type { Gate, SignName } from "../records/gate.ts";
import { lastAttestation, type GateSpan } from "../records/gate-log.ts";
import { peopleOf } from "../records/people.ts";
import type { Person } from "../scalars/person.ts";
import { termSubject } from "../records/terms.ts";
import type { Evidenced } from "../standing/evidenced.ts";

/** What an eval or kill criterion is called where it is agreed: its kind and its id. */
export type Subject = {
  readonly kind: "eval" | "kill-criterion";
  readonly id: string;
};

/** What the records show of a sign, by its name. `wording/gate-signs.ts` makes the sentence. */
export type SignReason =
  | { readonly code: "value-asserted"; readonly inputs: number }
  /** `goesOn`: something was logged all the same. */
  | { readonly code: "case-misses-threshold"; readonly goesOn: boolean }
  /** `sponsor`: undefined where none is named, else the owner again. */
  | { readonly code: "nobody-but-the-owner"; readonly owner: Person; readonly sponsor: Person | undefined }
  /** Working days as first agreed and now, where both are known. */
  | {
      readonly code: "second-extension";
      readonly times: number;
      readonly agreedDays: number | undefined;
      readonly days: number | undefined;
    }
  | { readonly code: "work-after-timebox"; readonly results: number; readonly lastDay: CivilDate }
  | {
      readonly code: "scope-grew";
      readonly amended: readonly Subject[];
      /** Added to the files without an amendment. */
      readonly unrecorded: readonly Subject[];
      /** Evals that were measured and never agreed. */
      readonly foreign: readonly string[];
    }
  | { readonly code: "many-arms"; readonly evals: readonly { readonly eval: string; readonly arms: number }[] }
  | { readonly code: "left-out-unsaid" }
  /** `sinceGate`: the title of the gate since which all of it was logged. */
  | { readonly code: "one-author"; readonly by: Person; readonly sinceGate: string | undefined }
  /** After the last result, or after a gate was passed if there is none since. */
  | {
      readonly code: "evidence-silent";
      readonly days: number;
      readonly after: { readonly gate: string } | { readonly result: CivilDate };
    }
  | { readonly code: "conditions-open"; readonly conditions: readonly string[] }
  | { readonly code: "celebrated-before-operations"; readonly items: readonly string[] }
  | { readonly code: "passed-after-start"; readonly passed: CivilDate; readonly started: CivilDate };

/** A sign of a pitfall that the records show: what they show, and nothing they do not. */
export interface Sign {
  readonly shows: SignReason;
  readonly entries: readonly string[];
}

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
  "passed-after-start": passedAfterStart,
} as const satisfies Readonly<Record<SignName, (standing: Evidenced, gate: Gate, span: GateSpan) => Sign | undefined>>;

/** Those of a gate's signs that the log shows. */
export function signsOf(gate: Gate, standing: Evidenced, span: GateSpan): readonly Sign[] {
  return gate.pitfall.signs.flatMap((name) => {
    const found: Sign | undefined = SIGNS[name](standing, gate, span);
    return found === undefined ? [] : [found];
  });
}

function found(shows: SignReason, entries: readonly Entry[] = []): Sign {
  return { shows, entries: [...new Set(entries.map(({ id }) => id))] };
}

function valueAsserted({ value }: Evidenced): Sign | undefined {
  const asserted = value.inputs.filter((input) => input.grade === "asserted");
  if (value.inputs.length === 0 || asserted.length < value.inputs.length) return undefined;
  return found({ code: "value-asserted", inputs: asserted.length });
}

function caseMissesThreshold({ value, log }: Evidenced): Sign | undefined {
  if (value.meetsThresholds !== false) return undefined;
  return found({ code: "case-misses-threshold", goesOn: log.counted.length > 0 });
}

function nobodyButTheOwner({ definitions: { charter } }: Evidenced): Sign | undefined {
  const { owner, sponsor } = charter ?? {};
  if (owner === undefined || (sponsor !== undefined && !peopleOf(charter, []).same(owner, sponsor))) return undefined;
  return found({ code: "nobody-but-the-owner", owner, sponsor });
}

function secondExtension({ amendments, firstWorkingDays, definitions: { charter } }: Evidenced): Sign | undefined {
  const extensions = amendments.filter((amendment) => amendment.extends);
  if (extensions.length < 2) return undefined;
  return found(
    {
      code: "second-extension",
      times: extensions.length,
      agreedDays: firstWorkingDays,
      days: charter?.timebox?.workingDays,
    },
    extensions.map(({ entry }) => entry),
  );
}

/** Work of a later gate comes after the timebox by its nature. */
function workAfterTimebox({ timebox, log, gates, started, decision }: Evidenced): Sign | undefined {
  if (timebox === undefined || started === undefined) return undefined;
  const decided =
    decision.current !== undefined && isFinal(decision.current.decision) ? decision.current.entry.at.epochMs : Infinity;
  const passed = gates.passages.find(({ entry }) => entry.at.epochMs >= decided)?.entry.at.epochMs ?? Infinity;
  const late = log.counted.filter(
    (entry) => entry.date > timebox.end && entry.at.epochMs <= passed && entry.results.length > 0,
  );
  const results = late.reduce((sum, entry) => sum + entry.results.length, 0);
  return late.length === 0 ? undefined : found({ code: "work-after-timebox", results, lastDay: timebox.end }, late);
}

/** Evals and kill criteria that were added after the terms were frozen, and measurements that were never agreed. */
function scopeGrew({ amendments, drift, started, log, definitions }: Evidenced): Sign | undefined {
  if (started?.start === undefined) return undefined;
  const agreed = new Set([...started.start.terms.keys()].flatMap((term) => subjectKey(subjectOf(term)) ?? []));
  const amending = amendments.filter(({ amendment }) =>
    amendment.changes.some((change) => isNew(change.term, change.from, agreed)),
  );
  const amended = subjectsOf(
    amending.flatMap(({ amendment }) =>
      amendment.changes.filter((change) => isNew(change.term, change.from, agreed)).map((change) => change.term),
    ),
  );
  const unrecorded = subjectsOf(drift.filter((item) => isNew(item.term, item.frozen, agreed)).map((item) => item.term));
  const foreign = log.counted.filter((entry) =>
    entry.results.some((result) => !definitions.evals.some((item) => item.id === result.eval)),
  );
  const measured = foreign.flatMap((entry) => entry.results.map((result) => result.eval));
  const unknown = [...new Set(measured)].filter((id) => !definitions.evals.some((item) => item.id === id));
  if (amended.length + unrecorded.length + unknown.length === 0) return undefined;
  return found({ code: "scope-grew", amended, unrecorded, foreign: unknown }, [
    ...amending.map(({ entry }) => entry),
    ...foreign,
  ]);
}

function isNew(term: string, before: string | undefined, agreed: ReadonlySet<string>): boolean {
  const key = subjectKey(subjectOf(term));
  return key !== undefined && before === undefined && !agreed.has(key);
}

/** The subjects of the terms, each once. */
function subjectsOf(terms: readonly string[]): readonly Subject[] {
  const subjects = terms.flatMap((term) => subjectOf(term) ?? []);
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}

function subjectOf(term: string): Subject | undefined {
  const subject = termSubject(term);
  return subject && { kind: subject.family === "evals" ? "eval" : "kill-criterion", id: subject.id };
}

function subjectKey(subject: Subject | undefined): string | undefined {
  return subject && `${subject.kind} ${subject.id}`;
}

/** A few variants are a comparison; this many are a search. */
const MANY_ARMS = 5;

function manyArms({ evals }: Evidenced): Sign | undefined {
  const searched = evals.flatMap((item) => {
    const arms = new Set(item.results.map(({ result }) => result.arm));
    return arms.size < MANY_ARMS ? [] : [{ item, arms: arms.size }];
  });
  if (searched.length === 0) return undefined;
  return found(
    { code: "many-arms", evals: searched.map(({ item, arms }) => ({ eval: item.eval.id, arms })) },
    searched.flatMap(({ item }) => item.results.map(({ entry }) => entry)),
  );
}

/** Looks for the questions `users` and `left-out` of the gate itself. */
function leftOutUnsaid({ log }: Evidenced, gate: Gate): Sign | undefined {
  if (!["users", "left-out"].every((id) => gate.questions.some((question) => question.id === id))) return undefined;
  const users = lastAttestation(log.counted, `${gate.id}.users`);
  if (users === undefined || lastAttestation(log.counted, `${gate.id}.left-out`) !== undefined) return undefined;
  return found({ code: "left-out-unsaid" }, [users.entry]);
}

/** Fewer results than this are nothing that two people would have shared. */
const FEW_RESULTS = 3;

function oneAuthor({ log }: Evidenced, _gate: Gate, span: GateSpan): Sign | undefined {
  // The author of an imported result is a tool, and not the person who called the command.
  const entries = within(log.counted, span).filter((entry) => entry.results.length > 0 && entry.source === undefined);
  const authors = new Set(entries.map((entry) => entry.by.email?.toLowerCase() ?? entry.by.name.toLowerCase()));
  if (entries.length < FEW_RESULTS || authors.size !== 1) return undefined;
  return found({ code: "one-author", by: entries[0]!.by, sinceGate: span.since?.passage.title }, entries);
}

/** Calendar days: users do not keep the calendar of a timebox. */
const SILENT_DAYS = 14;

function evidenceSilent({ log, asOf }: Evidenced, _gate: Gate, span: GateSpan): Sign | undefined {
  const { since, passed } = span;
  if (since === undefined) return undefined;
  const measured = within(log.counted, span).findLast((entry) => entry.results.length > 0);
  const days = daysBetween((measured ?? since.entry).date, passed?.entry.date ?? asOf.date);
  if (days < SILENT_DAYS) return undefined;
  const after = measured === undefined ? { gate: since.passage.title } : { result: measured.date };
  return found({ code: "evidence-silent", days, after }, [measured ?? since.entry]);
}

function within(counted: readonly Entry[], { since, passed }: GateSpan): readonly Entry[] {
  return counted.filter(
    (entry) =>
      entry.at.epochMs > (since?.entry.at.epochMs ?? -Infinity) &&
      entry.at.epochMs <= (passed?.entry.at.epochMs ?? Infinity),
  );
}

function conditionsOpen({ decision: { current }, asOf }: Evidenced): Sign | undefined {
  if (current?.decision.outcome !== "conditional") return undefined;
  const late = current.decision.conditions.filter(({ by }) => by !== undefined && by < asOf.date);
  if (late.length === 0) return undefined;
  return found({ code: "conditions-open", conditions: late.map(({ what }) => what) }, [current.entry]);
}

/** The items of MVP readiness that are about operations. */
const OPERATIONS = ["mvp.observability", "mvp.guardrails", "mvp.cost-alerts"];

function celebratedBeforeOperations({ decision: { current }, log }: Evidenced): Sign | undefined {
  if (current === undefined || !isFinal(current.decision) || current.decision.outcome === "no-go") return undefined;
  const missing = OPERATIONS.filter((item) => lastAttestation(log.counted, item) === undefined);
  return missing.length === 0
    ? undefined
    : found({ code: "celebrated-before-operations", items: missing }, [current.entry]);
}

/** Entry conditions that were approved when the work was already under way. */
function passedAfterStart({ started }: Evidenced, _: Gate, { passed }: GateSpan): Sign | undefined {
  if (started === undefined || passed === undefined || passed.entry.at.epochMs <= started.at.epochMs) return undefined;
  return {
    shows: { code: "passed-after-start", passed: passed.entry.date, started: started.date },
    entries: [passed.entry.id, started.id],
  };
}
