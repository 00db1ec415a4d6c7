import { fromKeptForm } from "../../document/reading/kept-form.ts";
import { onDay } from "../../domain/portfolio/on-day.ts";
import type { PocSummary, PortfolioRow } from "../../domain/portfolio/poc-summary.ts";
import { portfolioFigures, type PortfolioFigures } from "../../domain/portfolio/portfolio-figures.ts";
import type { SortKey } from "../../domain/portfolio/list-words.ts";
import { isAskedFor, sortedRows, type RowFilter } from "../../domain/portfolio/row-order.ts";
import { EXIT, type FailOn } from "../ports/exit.ts";
import type { Context } from "../ports/ports.ts";
import { foundPocs, type FoundPocs, type Freshness } from "./found-pocs.ts";
import type { FoundPoc, KeptBody } from "./kept-summary.ts";

/** Which of the PoCs that were found are shown, and in which order. */
export interface ListSelection extends RowFilter {
  readonly sort: readonly SortKey[];
  /** Only those that asked something alike, the most alike first. */
  readonly like?: string | undefined;
}

export interface ListRequest extends ListSelection, Freshness {
  /** Folders, patterns, files; none is the current directory. */
  readonly named: readonly string[];
}

export interface ListResult extends Omit<FoundPocs, "pocs"> {
  /** What was asked for, in its order. */
  readonly rows: readonly PortfolioRow[];
  /** How many PoCs there are, asked for or not. */
  readonly found: number;
  /** Over `rows`. */
  readonly figures: PortfolioFigures;
}

/**
 * The PoCs of a portfolio with what is to be known of each.
 *
 * @throws as `foundPocs`
 */
export async function listPocs(context: Context, request: ListRequest): Promise<ListResult> {
  return listOf(await foundPocs(context, request), request);
}

/** Those of the PoCs that were found which somebody asked for, and the figures over them. */
export async function listOf({ pocs, ...around }: FoundPocs, selection: ListSelection): Promise<ListResult> {
  const { sort, like } = selection;
  const asked = pocs.map(rowOf).filter((row) => isAskedFor(row, selection));
  const rows = like === undefined ? sortedRows(asked, sort, around.portfolio) : await likeRows(like, asked);
  return { rows, found: pocs.length, figures: portfolioFigures(rows, around.portfolio), ...around };
}

function rowOf(poc: FoundPoc): PortfolioRow {
  if (!("kept" in poc)) return poc;
  const { body, date } = poc.kept;
  const { summary, workingDates } = JSON.parse(body) as KeptBody;
  return { path: poc.path, summary: onDay(fromKeptForm(summary) as PocSummary, date, workingDates) };
}

async function likeRows(text: string, rows: readonly PortfolioRow[]): Promise<readonly PortfolioRow[]> {
  const { alikePocs } = await import("./alike-pocs.ts");
  return alikePocs(text, rows).map(({ path, summary }) => ({ path, summary }));
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
