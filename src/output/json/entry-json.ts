import { countText } from "../../domain/scalars/count.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { CommandRun, Entry, RawValues, Result, Start, TermChange } from "../../domain/records/entry.ts";
import { FACT_NAMES, type FactName } from "../../domain/records/facts.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import { personText } from "../../domain/scalars/person.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { takerOf } from "../../domain/spend/replacement.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { AssumptionAnswer } from "../../domain/records/assumption.ts";
import type { DecisionOutcome, PassedCondition, RunStop } from "../../domain/records/entry.ts";
import type { RiskLevel } from "../../domain/records/risk.ts";
import type { DateText, DecimalText, InstantText, MoneyText, Sha256Text } from "./json-texts.ts";
import { spendLineJson, type SpendLineJson } from "./spend-json.ts";

/** The `data` of `poc log`. */
export interface LogJson {
  readonly entry: EntryJson;
  /** The file that was written, relative to the PoC folder. */
  readonly file: string;
  /** What was not taken by the letter: as it was typed, and as it was read. */
  readonly readings: readonly { readonly typed: string; readonly read: string }[];
}

/** The `data` of `poc undo`. */
export interface UndoJson {
  /** The correction that was added. */
  readonly entry: EntryJson;
  /** The entry that no longer counts, or that is a correction and is withdrawn itself. */
  readonly corrected: EntryJson;
  /** The file that was written, relative to the PoC folder. */
  readonly file: string;
}

/** The `data` of `poc show`. */
export interface ShowJson {
  readonly entries: readonly EntryJson[];
}

/** One entry of the log, its facts written as in its file, with what withdrew or replaced them since. */
export interface EntryJson {
  readonly id: string;
  /** Relative to the PoC folder. */
  readonly file: string;
  readonly at: InstantText;
  readonly date: DateText;
  readonly by: string;
  /** Id of the newest entry that was there when an act or an answer was written. */
  readonly after: string | null;
  /** Ids of the entries whose decision or answer it knowingly replaces. */
  readonly supersedes: readonly string[];
  /** "set by POC_NOW" if its time is not from a clock. */
  readonly now: string | null;
  readonly note: string | null;
  /** Id of the entry that withdrew it. */
  readonly withdrawn_by: string | null;
  readonly results: readonly ResultJson[];
  readonly tasks: readonly TaskLineJson[];
  readonly spend: readonly SpendLineJson[];
  readonly time: readonly TimeLineJson[];
  /** Answers by the ids of assumptions. */
  readonly assumptions: Readonly<Record<string, AssumptionAnswer>>;
  readonly risks: readonly RiskNoteJson[];
  /** Answers by the ids of questions. */
  readonly answers: Readonly<Record<string, string>>;
  readonly attest: readonly AttestationJson[];
  readonly runs: readonly CommandRunJson[];
  readonly start: StartJson | null;
  readonly amend: AmendmentJson | null;
  readonly clear: ClearingJson | null;
  readonly undo: CorrectionJson | null;
  readonly decision: LoggedDecisionJson | null;
  readonly waivers: readonly WaivedConditionJson[];
  readonly gate: PassedGateJson | null;
  /** Of an imported entry: what it was taken from. */
  readonly source: EntrySourceJson | null;
}

/** A measured value. Exactly one of `count`, `value` and `pairs` is set. */
export interface ResultJson {
  readonly eval: string;
  /** `22/200` */
  readonly count: string | null;
  readonly value: string | null;
  /** How many cases, beside `value` or `pairs`. */
  readonly n: number | null;
  readonly sd: DecimalText | null;
  /** Cases that broke before they could be scored; in none of the figures. */
  readonly errors: number;
  readonly pairs: PairedCountsJson | null;
  /** Groups of cases that belong together. */
  readonly clusters: readonly ClusterJson[] | null;
  /** Of a percentile: the limit within which `count` was counted. */
  readonly within: string | null;
  /** Of a percentile: that of the sample itself. It decides nothing. */
  readonly sample: string | null;
  /** The file that the figures were taken from. */
  readonly values: RawValuesJson | null;
  /** The file of cases that the figures were made from, in place of `values`. */
  readonly cases: CaseFileJson | null;
  /** The variant it was measured on; "" where there is only one. */
  readonly arm: string;
  readonly model: string | null;
  /** Where the raw run can be looked up. */
  readonly evidence: string | null;
  /** sha256 of the data set. */
  readonly dataset: string | null;
}

/** The same cases run through baseline and candidate: how many had the outcome in both, in one, in neither. */
export interface PairedCountsJson {
  readonly both: number;
  readonly baseline: number;
  readonly candidate: number;
  readonly neither: number;
}

export interface ClusterJson {
  readonly sum: DecimalText;
  readonly n: number;
}

export interface RawValuesJson {
  readonly file: string;
  readonly sha256: Sha256Text;
  readonly column: string | null;
  /** The column that says which cases belong together. */
  readonly cluster: string | null;
  /** Of a column of outcomes: the cells that were counted; null for those that say true. */
  readonly counted: string | null;
  /** What the numbers were taken to be in. */
  readonly unit: string | null;
  /** Whether the unit is that of the eval because nothing said another. */
  readonly assumed: boolean;
  /** What one of the unit was worth in the currency of the eval, where the two differ. */
  readonly rate: DecimalText | null;
}

/** The cases behind a result, one a line of the file. */
export interface CaseFileJson extends RawValuesJson {
  /** How many cases there are, those that broke among them. */
  readonly n: number;
  /** sha256 of the sorted ids of the cases: the same digest is the same cases. */
  readonly digest: Sha256Text;
  /** The arm as the file calls it, where that is another name. */
  readonly arm: string | null;
  /** Of pairs: sha256 of the file with the cases of the baseline. */
  readonly against: Sha256Text | null;
}

/** Where an imported entry comes from. */
export interface EntrySourceJson {
  readonly format: string;
  /** What of the source the entry stands for; the same key is never counted twice. */
  readonly key: string;
  /** sha256 of what was taken from it. */
  readonly sha256: Sha256Text;
  readonly file: string | null;
  /** Id of the entry with the same key that this one replaces. */
  readonly replaces: string | null;
}

export interface TaskLineJson {
  /** Succeeded of attempted: `71/100`. */
  readonly count: string;
  readonly arm: string;
  /** Mean time that an output took. */
  readonly latency: string | null;
  /** Mean time that a person needed to review an output. */
  readonly review: string | null;
  readonly note: string | null;
}

export interface TimeLineJson {
  readonly hours: DecimalText;
  /** 1 for a person's own hours. */
  readonly people: number;
  readonly meeting: boolean;
  readonly what: string | null;
}

export interface RiskNoteJson {
  readonly id: string;
  readonly level: RiskLevel;
  readonly note: string | null;
  readonly evidence: string | null;
}

/** A person's word that a checklist item is done. */
export interface AttestationJson {
  /** Checklist and item: `exit.sponsor-committed`. */
  readonly item: string;
  readonly evidence: string;
  readonly note: string | null;
}

/** A command of a checklist item that was run. */
export interface CommandRunJson {
  /** Checklist and item: `release.tests`. */
  readonly item: string;
  readonly command: string;
  readonly cwd: string | null;
  /** Its exit code; null where it was stopped. */
  readonly exit: number | null;
  readonly stopped: RunStop | null;
  readonly seconds: DecimalText;
  /** Where its output is kept: `runs/k7f3q2m-tests.txt`. */
  readonly output: string | null;
  readonly output_sha256: Sha256Text | null;
  /** The last line that it printed. */
  readonly tail: string | null;
}

export interface StartJson {
  /** The agreed terms by their names. */
  readonly terms: Readonly<Record<string, string>>;
  /** Hash of the terms, hex; null in entries of before it was recorded. */
  readonly sha256: string | null;
  readonly timestamp: TimestampJson | null;
}

/** The word of an authority that the terms were there by then. */
export interface TimestampJson {
  readonly at: InstantText;
  readonly authority: string;
  /** The RFC 3161 token in base64. */
  readonly token: string;
}

export interface AmendmentJson {
  readonly reason: string;
  readonly approver: string;
  /** Hash of the terms that it changes from; null in entries of before it was recorded. */
  readonly from_sha256: string | null;
  readonly changes: readonly TermChangeJson[];
}

export interface TermChangeJson {
  readonly term: string;
  /** Null where the term is new. */
  readonly from: string | null;
  /** Null where the term was removed. */
  readonly to: string | null;
  /** How many results for the criterion had been logged when it was changed. */
  readonly results_seen: number;
  /** How the term stood when it was changed; null where that was not recorded. */
  readonly met: TermMetJson | null;
}

export interface TermMetJson {
  readonly spent: MoneyText | null;
  readonly hours: DecimalText | null;
  readonly verdict: string | null;
}

/** A person's word that a kill criterion which was tripped no longer ends the work. */
export interface ClearingJson {
  /** Id of the kill criterion. */
  readonly criterion: string;
  readonly reason: string;
  readonly approver: string;
}

export interface CorrectionJson {
  /** Id of the entry that no longer counts. */
  readonly entry: string;
  readonly reason: string | null;
}

export interface LoggedDecisionJson {
  readonly outcome: DecisionOutcome;
  readonly by: string;
  readonly why: string;
}

/** A condition of a gate that need not be met until a day. */
export interface WaivedConditionJson {
  readonly item: string;
  readonly reason: string;
  readonly approver: string;
  readonly until: DateText;
}

export interface PassedGateJson {
  readonly gate: string;
  readonly number: number;
  readonly title: string;
  /** The gate before it. */
  readonly after: string | null;
  readonly outcome: "passed";
  readonly approver: string;
  readonly conditions: readonly PassedConditionJson[];
  /** Questions of its document that nobody had answered. */
  readonly open_questions: readonly string[];
}

/** A condition as it stood when the gate was passed. */
export interface PassedConditionJson {
  readonly item: string;
  readonly state: PassedCondition["state"];
  readonly basis: PassedCondition["basis"];
  /** What showed it, or what was missing and waived. */
  readonly because: string;
  readonly entries: readonly string[];
}

type WithReplaced = Pick<Standing, "spend">;

export function entryJson(entry: Entry, standing: Pick<Standing, "log" | "spend">): EntryJson {
  const { note, ...facts } = factsJson(entry, standing);
  return {
    id: entry.id,
    file: entry.file,
    at: instantText(entry.at),
    date: entry.date,
    by: personText(entry.by),
    after: entry.after ?? null,
    supersedes: entry.supersedes ?? [],
    now: entry.now ?? null,
    note,
    withdrawn_by: standing.log.withdrawn.get(entry.id)?.id ?? null,
    ...facts,
  };
}

function factsJson(entry: Entry, standing: WithReplaced): Pick<EntryJson, FactName> {
  const json: { -readonly [K in FactName]?: EntryJson[K] } = {};
  for (const name of FACT_NAMES) putFact(json, name, entry, standing);
  return json as Pick<EntryJson, FactName>;
}

function putFact<K extends FactName>(
  json: { -readonly [P in FactName]?: EntryJson[P] },
  name: K,
  entry: Entry,
  standing: WithReplaced,
): void {
  const write: FactJson<K> = FACT_JSON[name];
  json[name] = write(entry[name], entry, standing);
}

type FactJson<K extends FactName> = (fact: Entry[K], entry: Entry, standing: WithReplaced) => EntryJson[K];

/** Each kind of fact as JSON; what an entry does not say is null or empty, and never left out. */
const FACT_JSON: { readonly [K in FactName]: FactJson<K> } = {
  note: (note) => note ?? null,
  results: (results) => results.map(resultJson),
  tasks: (lines) =>
    lines.map(({ count, arm, latency, review, note }) => ({
      count: countText(count),
      arm,
      latency: latency === undefined ? null : quantityText(latency),
      review: review === undefined ? null : quantityText(review),
      note: note ?? null,
    })),
  spend: (lines, { id }, { spend }) =>
    lines.map((line, index) => spendLineJson(line, takerOf(spend.replaced, id, index)?.entry.id)),
  time: (lines) =>
    lines.map(({ hours, people, meeting, what }) => ({
      hours: shortDecimalText(hours),
      people,
      meeting,
      what: what ?? null,
    })),
  assumptions: (answers) => Object.fromEntries(answers),
  risks: (risks) =>
    risks.map(({ id, level, note, evidence }) => ({ id, level, note: note ?? null, evidence: evidence ?? null })),
  answers: (answers) => Object.fromEntries(answers),
  attest: (items) => items.map(({ item, evidence, note }) => ({ item, evidence, note: note ?? null })),
  runs: (runs) => runs.map(runJson),
  start: (start) => (start === undefined ? null : startJson(start)),
  amend: (amend) =>
    amend === undefined
      ? null
      : {
          reason: amend.reason,
          approver: personText(amend.approver),
          from_sha256: amend.fromSha256 ?? null,
          changes: amend.changes.map(termChangeJson),
        },
  clear: (clear) =>
    clear === undefined
      ? null
      : { criterion: clear.criterion, reason: clear.reason, approver: personText(clear.approver) },
  undo: (undo) => (undo === undefined ? null : { entry: undo.entry, reason: undo.reason ?? null }),
  decision: (decision) =>
    decision === undefined ? null : { outcome: decision.outcome, by: personText(decision.by), why: decision.why },
  waivers: (waivers = []) =>
    waivers.map(({ item, reason, approver, until }) => ({ item, reason, approver: personText(approver), until })),
  gate: (gate) =>
    gate === undefined
      ? null
      : {
          gate: gate.gate,
          number: gate.number,
          title: gate.title,
          after: gate.after ?? null,
          outcome: "passed",
          approver: personText(gate.approver),
          conditions: gate.conditions.map(({ item, state, basis, because, entries }) => ({
            item,
            state,
            basis,
            because,
            entries,
          })),
          open_questions: gate.openQuestions ?? [],
        },
  source: (source) =>
    source === undefined
      ? null
      : {
          format: source.format,
          key: source.key,
          sha256: source.sha256,
          file: source.file ?? null,
          replaces: source.replaces ?? null,
        },
};

function rawValuesJson({ file, sha256, column, cluster, counted, unit, assumed, rate }: RawValues): RawValuesJson {
  return {
    file,
    sha256,
    column: column ?? null,
    cluster: cluster ?? null,
    counted: counted ?? null,
    unit: unit ?? null,
    assumed: assumed ?? false,
    rate: rate === undefined ? null : shortDecimalText(rate),
  };
}

export function resultJson(result: Result): ResultJson {
  const { count, value, pairs, sd, clusters, within, sample, values, cases } = result;
  return {
    eval: result.eval,
    count: count === undefined ? null : countText(count),
    value: value === undefined ? null : quantityText(value),
    n: result.n ?? null,
    sd: sd === undefined ? null : shortDecimalText(sd),
    errors: result.errors ?? 0,
    pairs: pairs === undefined ? null : { ...pairs },
    clusters: clusters === undefined ? null : clusters.map(({ sum, n }) => ({ sum: shortDecimalText(sum), n })),
    within: within === undefined ? null : quantityText(within),
    sample: sample === undefined ? null : quantityText(sample),
    values: values === undefined ? null : rawValuesJson(values),
    cases:
      cases === undefined
        ? null
        : {
            ...rawValuesJson(cases),
            n: cases.n,
            digest: cases.digest,
            arm: cases.arm ?? null,
            against: cases.against ?? null,
          },
    arm: result.arm,
    model: result.model ?? null,
    evidence: result.evidence ?? null,
    dataset: result.dataset ?? null,
  };
}

function runJson(run: CommandRun): CommandRunJson {
  return {
    item: run.item,
    command: run.command,
    cwd: run.cwd ?? null,
    exit: run.exit ?? null,
    stopped: run.stopped ?? null,
    seconds: shortDecimalText(run.seconds),
    output: run.output ?? null,
    output_sha256: run.outputSha256 ?? null,
    tail: run.tail ?? null,
  };
}

function startJson({ terms, sha256, timestamp }: Start): StartJson {
  return {
    terms: Object.fromEntries(terms),
    sha256: sha256 ?? null,
    timestamp:
      timestamp === undefined
        ? null
        : { at: instantText(timestamp.at), authority: timestamp.authority, token: timestamp.token },
  };
}

export function termChangeJson(change: TermChange): TermChangeJson {
  const { term, from, to, resultsSeen, met } = change;
  return {
    term,
    from: from ?? null,
    to: to ?? null,
    results_seen: resultsSeen,
    met:
      met === undefined
        ? null
        : {
            spent: met.spent === undefined ? null : moneyText(met.spent),
            hours: met.hours === undefined ? null : shortDecimalText(met.hours),
            verdict: met.verdict ?? null,
          },
  };
}
