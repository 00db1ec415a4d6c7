import { PORTFOLIO_FILE } from "../../domain/portfolio/portfolio.ts";
import type { WholeRow } from "../../domain/portfolio/poc-summary.ts";
import { DiagnosedFault, FileFault, RecordsFault, UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

/** Nobody reads more than these at kickoff; `poc list --like` has the others. */
const MOST = 3;

/**
 * Earlier PoCs of the portfolio that asked something alike: those of the repository, or those of the nearest
 * portfolio.yaml above. Nothing here keeps a PoC from beginning: what cannot be read is left out.
 *
 * @param poc the folder of the new PoC, which is not among them
 */
export async function askedBefore(context: Context, poc: string, text: string): Promise<readonly WholeRow[]> {
  const start = await portfolioOf(context, poc);
  if (start === undefined || text.trim() === "") return [];
  try {
    const { listPocs } = await import("../portfolio/list-pocs.ts");
    const fresh = { asOf: undefined, noCache: false, states: [], owners: [], teams: [], sort: [] };
    const { rows } = await listPocs(context, { named: [start], like: text, ...fresh });
    return rows.filter(({ path }) => path !== poc).slice(0, MOST);
  } catch (fault) {
    const known = [UsageFault, DiagnosedFault, RecordsFault, FileFault].some((kind) => fault instanceof kind);
    if (known) return [];
    throw fault;
  }
}

async function portfolioOf(context: Context, poc: string): Promise<string | undefined> {
  const named = context.files.findUp(poc, PORTFOLIO_FILE);
  if (named !== undefined) return named;
  const place = (await context.repository()).placeOf(poc);
  return place === undefined || place === "" ? undefined : poc.slice(0, poc.length - place.length - 1);
}
