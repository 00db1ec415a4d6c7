import type { PortfolioRow } from "../../domain/portfolio/poc-summary.ts";
import { portfolioFigures, type PortfolioFigures } from "../../domain/portfolio/portfolio-figures.ts";
import type { SortKey } from "../../domain/portfolio/list-words.ts";
import { isAskedFor, sortedRows, type RowFilter } from "../../domain/portfolio/row-order.ts";
import { EXIT, type FailOn } from "../ports/exit.ts";
import type { Context } from "../ports/ports.ts";
import type { PocPlace } from "./find-pocs.ts";
import type { JudgeRow } from "./judged-row.ts";
import { keptSummary } from "./kept-summary.ts";
import { organisationTexts } from "./organisation-text.ts";
import { openPortfolio, type OpenPortfolio } from "./open-portfolio.ts";

export interface ListRequest extends RowFilter, Freshness {
  /** Folders, patterns, files; none is the current directory. */
  readonly named: readonly string[];
  readonly sort: readonly SortKey[];
  /** Only those that asked something alike, the most alike first. */
  readonly like?: string | undefined;
}

/** For which day, and whether what was kept of an earlier run may be used. */
interface Freshness {
  readonly asOf: string | undefined;
  readonly noCache: boolean;
}

export interface ListResult extends Pick<OpenPortfolio, "portfolio" | "file" | "closed"> {
  /** What was asked for, in its order. */
  readonly rows: readonly PortfolioRow[];
  /** How many PoCs there are, asked for or not. */
  readonly found: number;
  /** Over `rows`. */
  readonly figures: PortfolioFigures;
}

/**
 * The PoCs of a portfolio with what is to be known of each. One is read at a time and only its summary is kept, so that
 * a thousand take no more memory than the largest of them.
 *
 * @throws UsageFault where what was named is not there, or `--as-of` is no day
 * @throws DiagnosedFault where portfolio.yaml cannot be read
 */
export async function listPocs(context: Context, request: ListRequest): Promise<ListResult> {
  const { places, closed, portfolio, file } = await openPortfolio(context, request.named);
  const all: PortfolioRow[] = [];
  const rowOf = rowReader(context, request);
  for (const place of places) all.push(await rowOf(place));
  const asked = all.filter((row) => isAskedFor(row, request));
  const rows =
    request.like === undefined ? sortedRows(asked, request.sort, portfolio) : await likeRows(request.like, asked);
  return { rows, found: all.length, figures: portfolioFigures(rows, portfolio), closed, portfolio, file };
}

async function likeRows(text: string, rows: readonly PortfolioRow[]): Promise<readonly PortfolioRow[]> {
  const { alikePocs } = await import("./alike-pocs.ts");
  return alikePocs(text, rows).map(({ path, summary }) => ({ path, summary }));
}

/** Each PoC from what was kept of it, or judged anew; one that cannot be opened is a row that says why. */
function rowReader(context: Context, { asOf, noCache }: Freshness): (place: PocPlace) => Promise<PortfolioRow> {
  const organisation = organisationTexts(context);
  let judge: JudgeRow | undefined;
  return async (place) => {
    const { path } = place;
    if (!place.hasCharter)
      return { path, fault: "poc.yaml is missing: this PoC is incomplete, or its charter was lost" };
    const store = asOf === undefined && !noCache ? context.summaryStore(path) : undefined;
    const said = store && (await organisation(place));
    const kept = store && said !== undefined && keptSummary(context, place, store, said);
    if (kept) return { path, summary: kept };
    judge ??= (await import("./judged-row.ts")).rowJudge(context, asOf);
    return judge(path, said === undefined ? undefined : store);
  };
}

/** What cannot be judged outweighs a breach, and a breach outweighs what is only due. */
const WORST_FIRST = [EXIT.records, EXIT.breach, EXIT.due] as const;

/** The exit code of the worst; 0 where nobody asked to fail. */
export function listExitCode(
  { rows, closed }: Pick<ListResult, "rows" | "closed">,
  failOn: FailOn | undefined,
): number {
  if (failOn === undefined || failOn === "never") return EXIT.fine;
  const codes = new Set([
    ...rows.map((row): number => ("summary" in row ? row.summary.exitCodes[failOn] : EXIT.records)),
    ...(closed.length > 0 ? [EXIT.records] : []),
  ]);
  return WORST_FIRST.find((code) => codes.has(code)) ?? EXIT.fine;
}
