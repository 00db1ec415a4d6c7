import { runPolicy } from "../../checks/registry.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { pathText } from "../../diagnostics/place.ts";
import { MOST_KEYS } from "../../document/canonical/canonical-json.ts";
import { entryText } from "../../document/canonical/entry-text.ts";
import { readEntry, readEntryBytes } from "../../document/reading/read-entry.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { NO_FACTS, subjectOf, type Facts } from "../../domain/records/facts.ts";
import { byTime } from "../../domain/records/log.ts";
import { LOG_FOLDER } from "../../domain/records/records.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { slugText } from "../../domain/scalars/identifier.ts";
import { clockLabel, dateIn, type Instant } from "../../domain/scalars/instant.ts";
import type { Person } from "../../domain/scalars/person.ts";
import { type Standing, standingOf } from "../../domain/standing/standing.ts";
import { authorOf } from "../poc/author.ts";
import { entryTime } from "../poc/entry-time.ts";
import { asOf, located } from "../poc/judge.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import { refuseSecrets } from "../poc/refuse-secrets.ts";
import type { Report } from "../poc/report.ts";
import { FileFault, RuleFault, UsageFault } from "../ports/faults.ts";
import type { Context, Edit } from "../ports/ports.ts";

/** Beside its facts, what an entry is made from. */
export interface Recording {
  /** As it was typed with `--by`, or a person who was resolved before there was anything to record. */
  readonly by: string | Person | undefined;
  /** When it happened; now unless stated. */
  readonly at?: Instant;
  /** From `newEntryId`, where other files were named by it already. */
  readonly id?: string;
  /** Whether the person says that what looks like a secret is none. */
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
  /** The standing without the new entry, so that the answer can say what it changed. */
  readonly before: Standing;
}

const ID_LENGTH = 7;

export function newEntryId({ randomness }: Context): string {
  return randomness.id(ID_LENGTH);
}

/**
 * The one way into the log. Refuses what looks like a secret, names the entry by its time in the charter's zone and by
 * what it is about, and puts it on the disk: written, read back and compared before it lands, then created exclusively.
 * When this returns, the entry survives a kill and a merge.
 *
 * @throws UsageFault where the author is not known
 * @throws RuleFault where a text seems to contain a secret; nothing was stored
 * @throws FileFault where the disk refuses; then nothing that was there has changed
 */
export function recordEntry(context: Context, poc: OpenPoc, facts: Facts, recording: Recording): LogResult {
  const { zone } = poc.records;
  const { at = entryTime(zone, context.clock.now(), undefined, undefined), id = newEntryId(context) } = recording;
  const by = typeof recording.by === "object" ? recording.by : authorOf(context, recording.by, poc.records);
  if (!recording.allowSecret) refuseSecretsOf(facts, by);
  const date = dateIn(zone, at.epochMs);
  const name = [date, clockLabel(at).replace(":", ""), slugText(subjectOf(facts)), id].filter((part) => part !== "");
  const entry: Entry = { id, file: `${LOG_FOLDER}/${name.join("-")}.yaml`, at, date, by, ...NO_FACTS, ...facts };
  requireFewTerms(facts);
  const text = entryText(entry);
  requireReadable(entry, text, poc);
  if (recording.edits === undefined) poc.folder.create(entry.file, text);
  else poc.folder.createWith(entry.file, text, recording.edits);
  return answerOf(context, poc, entry, text);
}

/** Terms are texts of the files, so the message names the term. */
function refuseSecretsOf({ start, ...rest }: Facts, by: Person): void {
  for (const [term, text] of start?.terms ?? []) refuseSecrets(`the term ${term}`, text);
  refuseSecrets("the entry", [rest, by.name]);
}

function requireFewTerms({ start }: Facts): void {
  const terms = start?.terms.size ?? 0;
  if (terms > MOST_KEYS)
    throw new RuleFault(
      `found ${numberLabel(terms)} terms to freeze, expected at most ${numberLabel(MOST_KEYS)}; nothing was stored`,
      "a PoC answers one or two questions: leave out the evals that decide nothing",
    );
}

/** What is read back is written out anew, because only the canonical text tells whether two entries say the same. */
function requireReadable({ file, id }: Entry, text: string, { records }: OpenPoc): void {
  const again = readEntry(file, text, records.zone);
  if (again !== undefined && entryText(again) === text) return;
  const { diagnostics } = readEntryBytes(file, id, new TextEncoder().encode(text), records.zone);
  if (diagnostics.length > 0)
    throw new UsageFault(
      diagnostics.map(({ message, place, hint }) => ({
        message: `${pathText(place.path)}: ${message}; nothing was stored`,
        ...optional("hint", hint),
      })),
    );
  throw new FileFault("io", file, "the entry would not read back as it was written; nothing was stored");
}

/** The report with the new entry, without reading the folder again. */
function answerOf(context: Context, poc: OpenPoc, entry: Entry, text: string): LogResult {
  const instant = asOf(poc.records, context.clock, undefined);
  const before = standingOf(poc.records, instant);
  const standing = standingOf({ ...poc.records, log: [...poc.records.log, entry].sort(byTime) }, instant);
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

/**
 * Whether a problem lies in a file, or rests on what stands there: the spend that broke the cap, the result that
 * tripped.
 */
function concerns({ place, related }: Diagnostic, file: string): boolean {
  return place.file === file || (related ?? []).some((other) => other.place.file === file);
}
