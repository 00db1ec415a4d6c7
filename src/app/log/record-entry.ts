import { runPolicy } from "../../checks/registry.ts";
import { withRefusals } from "../../checks/start-checks.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { pathText } from "../../diagnostics/place.ts";
import { MOST_KEYS } from "../../document/canonical/canonical-json.ts";
import { entryText } from "../../document/canonical/entry-text.ts";
import { readEntry } from "../../document/reading/read-entry.ts";
import { LONGEST_FIELD } from "../../document/yaml/source-file.ts";
import { NOW_MARKS, type Authorship, type Entry } from "../../domain/records/entry.ts";
import { statedBy } from "../../domain/records/terms/stated.ts";
import {
  eachText,
  finalFact,
  followsOthers,
  NO_FACTS,
  subjectOf,
  takesPlace,
  type Facts,
} from "../../domain/records/facts.ts";
import { inOrder, newestMoment } from "../../domain/records/log.ts";
import { LOG_FOLDER, type Records } from "../../domain/records/records.ts";
import { bySeen } from "../../domain/history/knowledge.ts";
import { seenIn, writtenMs } from "../../domain/records/seen.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";
import { slugText } from "../../domain/scalars/identifier.ts";
import { CLOCKS_DIFFER_MS, clockLabel, dateIn, type Instant } from "../../domain/scalars/instant.ts";
import { optional } from "../../domain/scalars/optional.ts";
import type { Person } from "../../domain/scalars/person.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";
import { judgementOf } from "../../domain/standing/judgement.ts";
import { type Standing, standingOf } from "../../domain/standing/standing.ts";
import { VerdictHistory } from "../../domain/standing/verdict-history.ts";
import { entryTime } from "../poc/entry-time.ts";
import { asOf, located } from "../poc/judge.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import { refuseSecrets } from "../poc/refuse-secrets.ts";
import type { Report } from "../poc/report.ts";
import { FileFault, RuleFault, UsageFault, type UsageProblem } from "../ports/faults.ts";
import type { Context, Edit } from "../ports/ports.ts";
import { requireNothingSince } from "./nothing-since.ts";
import { checkClock } from "./clock-check.ts";

/** Beside its facts, what an entry is made from. */
export interface Recording extends Authorship {
  /** When it happened; now unless stated. */
  readonly at?: Instant;
  /** Whether a person stated the day or the time of day. */
  readonly dated?: boolean;
  /** Ids of the entries whose decision or answer it knowingly replaces. */
  readonly supersedes?: readonly string[];
  /** From `newEntryId`, where other files were named by it already. */
  readonly id?: string;
  /** Whether the person says that a text that looks like a secret is not one. */
  readonly allowSecret: boolean;
  /** Definitions that change with the entry: all of it is written, or nothing. */
  readonly edits?: readonly Edit[];
}

/**
 * An entry that is on the disk. The diagnostics are those of the records, and those of the policy that have to do with
 * the entry.
 */
export interface LogResult extends Report {
  readonly entry: Entry;
  /** How it stood without the new entry, so that the answer can say what it changed. */
  readonly before: StandingBefore;
}

/** No more than what an answer compares: to judge everything twice would be a good part of `poc log`. */
export type StandingBefore = Pick<Standing, "spend" | "effort" | "kill">;

const ID_LENGTH = 7;

export function newEntryId({ randomness }: Context): string {
  return randomness.id(ID_LENGTH);
}

/**
 * The one way into the log. Refuses what looks like a secret, names the entry by its time in the charter's zone and by
 * what it is about, and puts it on the disk: written, read back and compared before it lands, then created exclusively.
 * When this returns, the entry survives a kill and a merge. What is agreed or decided is stored by one command at a
 * time, on what it has read.
 *
 * @throws RuleFault where a text seems to contain a secret, where the clock is off, or where another command was first
 * @throws FileFault where the disk refuses; then nothing that was there has changed
 */
export function recordEntry(context: Context, poc: OpenPoc, typed: Facts, recording: Recording): LogResult {
  const stated = statedBy(typed, poc.records.definitions);
  const facts: Facts = stated.size === 0 ? typed : { ...typed, stated };
  const { zone, log } = poc.records;
  const now = context.clock.now();
  const { at = entryTime(zone, now, undefined, undefined, log), id = newEntryId(context) } = recording;
  const { by, recordedBy } = recording;
  if (!recording.allowSecret) refuseSecretsOf(facts, by);
  checkClock(context, poc.records, facts, recording.dated === true);
  const date = dateIn(zone, at.epochMs);
  const after = newestBefore(facts, log, at, now);
  const logged = recording.dated === true ? loggedAt(poc.records, at, now, isShared(facts, after)) : undefined;
  const name = [date, clockLabel(at).replace(":", ""), slugText(subjectOf(facts)), id].filter((part) => part !== "");
  const entry: Entry = {
    id,
    file: `${LOG_FOLDER}/${name.join("-")}.yaml`,
    at,
    ...optional("logged", logged),
    date,
    by,
    ...optional("recordedBy", recordedBy),
    ...optional("after", after),
    ...optional("supersedes", recording.supersedes?.length === 0 ? undefined : recording.supersedes),
    ...optional("now", context.clock.isSet ? NOW_MARKS[0] : undefined),
    ...optional("via", context.via),
    ...NO_FACTS,
    ...facts,
  };
  requireWithinLimits(facts);
  requireOneOfEach(facts);
  const text = entryText(entry);
  requireReadable(entry, text, poc);
  const store = () => {
    if (recording.edits === undefined) poc.folder.create(entry.file, text);
    else poc.folder.createWith(entry.file, text, recording.edits);
  };
  if (finalFact(facts) === undefined) store();
  else
    poc.folder.alone(`${LOG_FOLDER}/act`, () => {
      requireNothingSince(poc, facts);
      store();
    });
  return answerOf(context, poc, entry, text);
}

/** An act names the newest entry that was known, and so does a back-dated result: it undoes no verdict of then. */
function newestBefore(facts: Facts, log: readonly Entry[], at: Instant, nowMs: number): string | undefined {
  const known = knownEntries(log, at, nowMs);
  const newest = known.at(-1);
  if (followsOthers(facts)) return newest?.id;
  const isDatedBack = newest !== undefined && newest.at.epochMs > at.epochMs;
  // Two results may be back-dated behind the same entry: then the second names the first.
  return isDatedBack && (facts.results?.length ?? 0) > 0 ? known.toSorted(bySeen(seenIn(log))).at(-1)?.id : undefined;
}

/**
 * When a back-dated entry is written: one of an earlier day, or of a moment before what was known already. Undefined
 * for any other, and for a shared one.
 */
function loggedAt({ zone, log }: Records, at: Instant, nowMs: number, shared: boolean): Instant | undefined {
  const now = entryTime(zone, nowMs, undefined, undefined, log);
  const isBehind = newestMoment(log, now.epochMs, writtenMs) > at.epochMs;
  const isDatedBack = at.epochMs < now.epochMs && (isBehind || dateIn(zone, at.epochMs) < dateIn(zone, nowMs));
  return isDatedBack && !shared ? now : undefined;
}

/**
 * Whether everybody who imports the same writes the same bytes: then nothing of the moment can be in them. What takes
 * the place of other entries, or is held against what was there, is an entry of its own.
 */
function isShared(facts: Facts, after: string | undefined): boolean {
  return facts.source !== undefined && after === undefined && !takesPlace(facts);
}

/** The entries that had happened when the command was typed, whatever day the new one is dated to; in order. */
function knownEntries(log: readonly Entry[], at: Instant, nowMs: number): readonly Entry[] {
  const limit = Math.max(at.epochMs, nowMs + CLOCKS_DIFFER_MS);
  return log.filter((entry) => entry.at.epochMs <= limit);
}

/** Terms are texts of the files, so the message names the term. */
function refuseSecretsOf({ start, ...rest }: Facts, by: Person): void {
  for (const [term, text] of start?.terms ?? []) refuseSecrets(`the term ${term}`, text);
  refuseSecrets("the entry", [rest, by.name]);
}

/** Whatever writes the entry: of two runs that are logged at once, the better one could be picked. */
function requireOneOfEach({ results = [] }: Facts): void {
  const runs = results.map(({ eval: id, arm }) => `${id}${arm === "" ? "" : `, on ${arm}`}`);
  const twice = runs.find((run, index) => runs.indexOf(run) < index);
  if (twice !== undefined)
    throw new RuleFault(
      `${twice} is given twice in one entry; nothing was stored`,
      "log each run in an entry of its own, or name the arms",
    );
}

/** What the reader would refuse is refused with the limit that it breaks. */
function requireWithinLimits(facts: Facts): void {
  const terms = facts.start?.terms.size ?? 0;
  if (terms > MOST_KEYS)
    throw new RuleFault(
      `found ${numberLabel(terms)} terms to freeze, expected at most ${numberLabel(MOST_KEYS)}; nothing was stored`,
      "a PoC answers one or two questions: leave out the evals that decide nothing",
    );
  const problems: UsageProblem[] = [];
  eachText(facts, (text, path) => {
    const { length } = text;
    // The arm of a result without one is the empty text; terms are as the files have them.
    if (text.trim() === "" && path.at(-1) !== "arm" && path[0] !== "start")
      problems.push({ message: `${pathText(path)}: found only spaces, expected a text`, hint: "leave it out" });
    if (length > LONGEST_FIELD)
      problems.push({
        message:
          `${pathText(path)}: found ${numberLabel(length)} characters, expected at most ` +
          `${numberLabel(LONGEST_FIELD)}; nothing was stored`,
        hint: "put the whole text into a file, and its link or path into the entry",
      });
  });
  if (problems.length > 0) throw new UsageFault(problems);
}

/** What is read back is written out anew, because only the canonical text tells whether two entries say the same. */
function requireReadable({ file }: Entry, text: string, { records }: OpenPoc): void {
  const again = readEntry(file, text, records.zone);
  if (again !== undefined && entryText(again) === text) return;
  throw new FileFault("io", file, "the entry would not read back as it was written; nothing was stored");
}

/** The report with the new entry, without reading the folder again. */
function answerOf(context: Context, poc: OpenPoc, entry: Entry, text: string): LogResult {
  const before = standingBefore(poc.records, asOf(poc.records, context.clock, undefined));
  const records = { ...poc.records, log: inOrder([...poc.records.log, entry]) };
  const standing = withRefusals(standingOf(records, asOf(records, context.clock, undefined)), poc.diagnostics);
  const news = runPolicy(standing).filter((diagnostic) => concerns(diagnostic, entry.file));
  return {
    folder: poc.folder.path,
    standing,
    diagnostics: located({ sources: poc.sources.with(entry.file, text) }, [...poc.diagnostics, ...news]),
    ofRecords: located(poc, poc.diagnostics),
    entry,
    before,
  };
}

function standingBefore(records: Records, instant: AsOf): StandingBefore {
  const judgement = judgementOf(records, instant);
  const { spend, effort } = judgement;
  return { spend, effort, kill: new VerdictHistory(records, judgement, instant).killNow() };
}

/**
 * Whether a problem lies in a file, or rests on what stands there: the spend that broke the cap, the result that
 * tripped.
 */
function concerns({ place, related }: Diagnostic, file: string): boolean {
  return place.file === file || (related ?? []).some((other) => other.place.file === file);
}
