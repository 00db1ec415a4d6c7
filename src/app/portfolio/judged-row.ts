import { definitionMemory } from "../../document/reading/definition-memory.ts";
import { asOf as momentOf } from "../poc/judge.ts";
import { readFolder, readPoc } from "../poc/open-poc.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context, SummaryStore } from "../ports/ports.ts";
import { keepSummary, keptForms } from "./keep-summary.ts";
import type { KeptSummary } from "./kept-summary.ts";
import { organisationTexts } from "./organisation-text.ts";
import { summarisePoc } from "./summarise-poc.ts";

/**
 * Reads and judges a PoC, or says why it cannot be opened.
 *
 * @param store where its summary is kept for the next time; only of the present
 */
export type JudgeRow = (
  path: string,
  store: SummaryStore | undefined,
) => Promise<KeptSummary | { readonly fault: string }>;

/** Judges the PoCs of one portfolio, for the present or for the day of `--as-of`. */
export function rowJudge(context: Context, asOf: string | undefined): JudgeRow {
  const memory = definitionMemory();
  const judged = async (path: string, store: SummaryStore | undefined) => {
    if (asOf !== undefined) {
      const { poc, instant } = await openPocAsOf(context, path, asOf);
      return keptForms(summarisePoc(poc, instant));
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
    const kept = keptForms(made);
    if (store !== undefined && organisation !== undefined)
      keepSummary(store, files, poc.records, made, kept, now, organisation);
    return kept;
  };
  return async (path, store) => {
    try {
      return await judged(path, store);
    } catch (fault) {
      if (fault instanceof FileFault) return { fault: fault.message };
      throw fault;
    }
  };
}
