import type { Report } from "./report.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { type Standing, standingOf } from "../../domain/standing/standing.ts";
import type { Context } from "../ports/ports.ts";
import type { OpenPoc } from "./open-poc.ts";
import { asOf, located } from "./judge.ts";
import { byTime } from "../../domain/records/log.ts";
import { runPolicy } from "../../checks/registry.ts";
import { entryText } from "../../document/canonical/entry-text.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/**
 * What `poc log` did: the entry is on the disk. The diagnostics are those of the records, and those of the policy that
 * have to do with the entry.
 */
export interface LogResult extends Report {
  readonly entry: Entry;
  /** The standing without the new entry, so that the answer can say what it changed. */
  readonly before: Standing;
}

/** The report with the new entry, without reading the folder again. */
export function answer(context: Context, poc: OpenPoc, entry: Entry): LogResult {
  const instant = asOf(poc.records, context.clock, undefined);
  const before = standingOf(poc.records, instant);
  const standing = standingOf({ ...poc.records, log: [...poc.records.log, entry].sort(byTime) }, instant);
  const news = runPolicy(standing).filter((diagnostic) => concerns(diagnostic, entry.file));
  const sources = poc.sources.with(entry.file, entryText(entry));
  return {
    folder: poc.folder.path,
    standing,
    diagnostics: located({ sources }, [...poc.diagnostics, ...news]),
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
