import { definitionMemory } from "../../document/reading/definition-memory.ts";
import { asOf as momentOf } from "../poc/judge.ts";
import { readFolder, readPoc } from "../poc/open-poc.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context, SummaryStore } from "../ports/ports.ts";
import { keepSummary } from "./keep-summary.ts";
import type { FoundPoc } from "./kept-summary.ts";
import { organisationTexts } from "./organisation-text.ts";
import { summarisePoc } from "./summarise-poc.ts";

/**
 * Reads and judges a PoC; one that cannot be opened is a row that says why.
 *
 * @param store where its summary is kept for the next time; only of the present
 */
export type JudgeRow = (path: string, store: SummaryStore | undefined) => Promise<FoundPoc>;

/** Judges the PoCs of one portfolio, for the present or for the day of `--as-of`. */
export function rowJudge(context: Context, asOf: string | undefined): JudgeRow {
  const memory = definitionMemory();
  const judged = async (path: string, store: SummaryStore | undefined): Promise<FoundPoc> => {
    if (asOf !== undefined) {
      const { poc, instant } = await openPocAsOf(context, path, asOf);
      return { path, summary: summarisePoc(poc, instant).summary };
    }
    const folder = context.files.folder(path);
    const files = readFolder(folder);
    // Definitions are not kept here, because the summary is; what other commands have kept of them is taken.
    const known = store && context.definitionStore(path);
    const poc = await readPoc(context, folder, files, known && { ...known, save: undefined }, memory);
    const now = context.clock.now();
    // The clock may tick while the summary is made, and what is kept is of one moment.
    const made = summarisePoc(poc, momentOf(poc.records, { now: () => now }, undefined));
    // Read once more and behind: what changed meanwhile is not kept with what it was before.
    const organisation = store && (await organisationTexts(context)({ path, hasCharter: true }));
    if (store === undefined || organisation === undefined) return { path, summary: made.summary };
    const kept = keepSummary(store, files, poc.records, made, now, organisation);
    return kept === undefined ? { path, summary: made.summary } : { path, kept };
  };
  return async (path, store) => {
    try {
      return await judged(path, store);
    } catch (fault) {
      if (fault instanceof FileFault) return { path, fault: fault.message };
      throw fault;
    }
  };
}
