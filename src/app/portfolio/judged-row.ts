import type { PortfolioRow } from "../../domain/portfolio/poc-summary.ts";
import { asOf as momentOf } from "../poc/judge.ts";
import { readFolder, readPoc } from "../poc/open-poc.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context, SummaryStore } from "../ports/ports.ts";
import { keepSummary } from "./kept-summary.ts";
import { organisationTexts } from "./organisation-text.ts";
import { summarisePoc } from "./summarise-poc.ts";

/**
 * A PoC that was read and judged; one that cannot be opened is a row that says why.
 *
 * @param store where its summary is kept for the next time; only of the present
 */
export async function judgedRow(
  context: Context,
  path: string,
  asOf: string | undefined,
  store: SummaryStore | undefined,
): Promise<PortfolioRow> {
  try {
    if (store !== undefined) return { path, summary: await keptAnew(context, path, store) };
    const { poc, instant } = await openPocAsOf(context, path, asOf);
    return { path, summary: summarisePoc(poc, instant) };
  } catch (fault) {
    if (fault instanceof FileFault) return { path, fault: fault.message };
    throw fault;
  }
}

async function keptAnew(context: Context, path: string, store: SummaryStore) {
  const folder = context.files.folder(path);
  const files = readFolder(folder);
  const poc = await readPoc(context, folder, files, context.definitionStore(path));
  const now = context.clock.now();
  // The clock may tick while the summary is made, and what is kept is of one moment.
  const instant = momentOf(poc.records, { now: () => now }, undefined);
  const summary = summarisePoc(poc, instant);
  // Read once more and behind: what changed meanwhile is not kept with what it was before.
  const organisation = await organisationTexts(context)({ path, hasCharter: true });
  if (organisation !== undefined) keepSummary(store, files, poc.records, summary, now, organisation);
  return summary;
}
