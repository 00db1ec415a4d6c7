import type { Context } from "../ports/ports.ts";
import type { PocPlace } from "./find-pocs.ts";
import type { JudgeRow } from "./judged-row.ts";
import { keptSummary, type FoundPoc } from "./kept-summary.ts";
import { openPortfolio, type OpenPortfolio } from "./open-portfolio.ts";
import { organisationTexts } from "./organisation-text.ts";

/** For which day, and whether what was kept of an earlier run may be used. */
export interface Freshness {
  readonly asOf: string | undefined;
  readonly noCache: boolean;
}

export interface FoundPocs extends Pick<OpenPortfolio, "portfolio" | "file" | "closed"> {
  /** All of them, by path. */
  readonly pocs: readonly FoundPoc[];
}

/**
 * The PoCs of a portfolio, whose records are the same as when their summaries were kept, or are judged now. One is read
 * at a time, so that a thousand take no more memory than the largest of them.
 *
 * @param named folders, patterns, files; none is the current directory
 * @throws UsageFault where what was named is not there, or `--as-of` is no day
 * @throws DiagnosedFault where portfolio.yaml cannot be read
 */
export async function foundPocs(
  context: Context,
  { named, ...freshness }: Freshness & { readonly named: readonly string[] },
): Promise<FoundPocs> {
  const { places, closed, portfolio, file } = await openPortfolio(context, named);
  const pocs: FoundPoc[] = [];
  const { find, end } = finder(context, freshness);
  try {
    for (const place of places) pocs.push(await find(place));
  } finally {
    end();
  }
  return { pocs, closed, portfolio, file };
}

/** A portfolio of which more PoCs are judged leaves little memory to garbage. */
const MANY = 10;

/** Each PoC from what was kept of it, or judged anew; one that cannot be opened is a row that says why. */
function finder(context: Context, { asOf, noCache }: Freshness) {
  const organisation = organisationTexts(context);
  let judge: JudgeRow | undefined;
  let judged = 0;
  let end: (() => void) | undefined;
  const find = async (place: PocPlace): Promise<FoundPoc> => {
    const { path } = place;
    if (!place.hasCharter)
      return { path, fault: "poc.yaml is missing: this PoC is incomplete, or its charter was lost" };
    const store = asOf === undefined && !noCache ? context.summaryStore(path) : undefined;
    const said = store && (await organisation(place));
    const kept = store && said !== undefined && keptSummary(context, place, store, said);
    if (kept) return { path, kept };
    judge ??= (await import("./judged-row.ts")).rowJudge(context, asOf);
    if (++judged > MANY) end ??= await context.leanHeap();
    return judge(path, said === undefined ? undefined : store);
  };
  return { find, end: () => end?.() };
}
