import { canonicalTerms } from "../../domain/history/terms-text.ts";
import { termsChain } from "../../domain/history/terms-chain.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { termsOf } from "../../domain/records/terms.ts";
import { recountAll, type RecountedResult } from "../import/cases/recount-cases.ts";
import type { LostBaseline } from "../import/cases/case-results.ts";
import { lostBaselines } from "../import/baselines/logged-baselines.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { judge } from "../poc/judge.ts";
import type { Report } from "../poc/report.ts";
import type { Context, TimestampReading } from "../ports/ports.ts";
import { bytesOfBase64 } from "./base64.ts";
import { committedLog, type CommittedLog } from "./committed-log.ts";

/** The hash of the terms as they were agreed with an entry, or as the files say them now. */
export interface TermsHash {
  /** Undefined for the files. */
  readonly entry: Entry | undefined;
  /** The hash of the terms as calculated from the log, hex sha256. */
  readonly sha256: string;
  /** The hash that the entry states: a start states that of its own terms, an amendment that of the terms before it. */
  readonly recorded: string | undefined;
  /** The hash that it should state. */
  readonly expected: string | undefined;
  /** What the time-stamp token says, where there is one. */
  readonly stamp: TimestampReading | undefined;
}

export interface HashesResult extends Report {
  readonly hashes: readonly TermsHash[];
  /** Results whose file of cases was counted again. */
  readonly cases: readonly RecountedResult[];
  /** Baselines whose file of cases is gone or was replaced. */
  readonly lost: readonly LostBaseline[];
  /** The log as it was committed; undefined where there is no repository. */
  readonly committed: CommittedLog | undefined;
  /** Whether every recorded hash matches the calculated one. */
  readonly termsHold: boolean;
  /** Whether the files of cases and the commits agree with the log too. */
  readonly holds: boolean;
}

/**
 * The hashes of the terms, each calculated anew from the log and held against what the entries say and against their
 * time-stamp tokens. Before the start: the hash that the start would freeze. Every file of cases is counted again, and
 * the log is held against what was committed of it.
 *
 * @throws RecordsFault where there is no PoC; UsageFault where the day cannot be read
 */
export async function readHashes(
  context: Context,
  request: { readonly directory: string | undefined; readonly asOf: string | undefined },
): Promise<HashesResult> {
  const [sha256, { poc, instant }] = await Promise.all([
    context.sha256(),
    openPocAsOf(context, request.directory, request.asOf),
  ]);
  const report = judge(poc, instant);
  const { started, amendments } = report.standing;
  const chain = termsChain(started, amendments);
  const stamped = chain.some(({ entry }) => entry.start?.timestamp !== undefined);
  const readStamp = stamped ? await context.timestamps() : undefined;
  const agreed = chain.map(({ entry, before, after }): TermsHash => {
    const own = sha256(canonicalTerms(after));
    const token = entry.start?.timestamp?.token;
    return {
      entry,
      sha256: own,
      recorded: before === undefined ? entry.start?.sha256 : entry.amend?.fromSha256,
      expected: before === undefined ? own : sha256(canonicalTerms(before)),
      stamp: before !== undefined || token === undefined ? undefined : readStamp?.(bytesOfBase64(token)),
    };
  });
  const files = sha256(canonicalTerms(termsOf(poc.records.definitions)));
  const ofFiles = { entry: undefined, sha256: files, recorded: undefined, expected: undefined, stamp: undefined };
  const [cases, committed] = await Promise.all([recountAll(context, poc), committedLog(context, poc.folder)]);
  const termsHold = agreed.every(
    ({ recorded, expected, stamp, sha256: own }) =>
      (recorded === undefined || recorded === expected) &&
      (stamp === undefined || (stamp.ok && stamp.token.sha256 === own)),
  );
  const lost = lostBaselines(poc, report.standing.definitions.evals, sha256);
  const holds =
    termsHold &&
    lost.length === 0 &&
    cases.every(({ fault }) => fault === undefined) &&
    (committed?.edits ?? []).length === 0;
  return { ...report, hashes: [...agreed, ofFiles], cases, lost, committed, termsHold, holds };
}
