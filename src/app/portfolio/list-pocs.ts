import { fromKeptForm } from "../../document/reading/kept-form.ts";
import { onDay } from "../../domain/portfolio/on-day.ts";
import type {
  PocSummary,
  PortfolioRow,
  RowSummary,
  SummaryDetails,
  WholeRow,
} from "../../domain/portfolio/poc-summary.ts";
import { portfolioFigures, type PortfolioFigures } from "../../domain/portfolio/portfolio-figures.ts";
import type { SortKey } from "../../domain/portfolio/list-words.ts";
import { isAskedFor, sortedRows, type RowFilter } from "../../domain/portfolio/row-order.ts";
import { EXIT, type FailOn } from "../ports/exit.ts";
import type { Context } from "../ports/ports.ts";
import { wholePocs, type FoundPocs, type PocsRequest, type WholePocs } from "./found-pocs.ts";
import type { KeptBody } from "./kept-summary.ts";

/** Which of the PoCs that were found are shown, and in which order. */
export interface ListSelection extends RowFilter {
  readonly sort: readonly SortKey[];
}

export interface WholeSelection extends ListSelection {
  /** Only those that asked something alike, the most alike first. */
  readonly like?: string | undefined;
}

export interface ListRequest extends WholeSelection, PocsRequest {}

export interface ListResult<Summary extends RowSummary = RowSummary> extends Pick<
  FoundPocs,
  "portfolio" | "file" | "closed"
> {
  /** What was asked for, in its order. */
  readonly rows: readonly PortfolioRow<Summary>[];
  /** How many PoCs there are, asked for or not. */
  readonly found: number;
  /** Over `rows`. */
  readonly figures: PortfolioFigures;
}

export type WholeList = ListResult<PocSummary>;

/**
 * The PoCs of a portfolio with all that is to be known of each.
 *
 * @throws as `foundPocs`
 */
export async function listPocs(context: Context, request: ListRequest): Promise<WholeList> {
  return wholeListOf(await wholePocs(context, request), request);
}

/** Those of the PoCs that were found which somebody asked for, and the figures over them. */
export function listOf(found: FoundPocs, selection: ListSelection): ListResult {
  const asked = rowsOf(found, (number) => bodyOf(found, number)).filter((row) => isAskedFor(row, selection));
  return resultOf(found, sortedRows(asked, selection.sort, found.portfolio));
}

/** The same with all that is known of each PoC. */
export async function wholeListOf(found: WholePocs, selection: WholeSelection): Promise<WholeList> {
  const { sort, like } = selection;
  const wholeOf = (number: number) => {
    const { summary, workingDates } = bodyOf(found, number);
    const details = fromKeptForm(JSON.parse(UTF8.decode(found.details.at(number)))) as SummaryDetails;
    return { workingDates, summary: { ...summary, ...details } };
  };
  const asked = rowsOf(found, wholeOf).filter((row) => isAskedFor(row, selection));
  return resultOf(found, like === undefined ? sortedRows(asked, sort, found.portfolio) : await likeRows(like, asked));
}

function resultOf<Summary extends RowSummary>(
  { pocs, portfolio, file, closed }: FoundPocs,
  rows: readonly PortfolioRow<Summary>[],
): ListResult<Summary> {
  return { rows, found: pocs.length, figures: portfolioFigures(rows, portfolio), portfolio, file, closed };
}

interface Body<Summary extends RowSummary> {
  readonly summary: Summary;
  readonly workingDates: KeptBody["workingDates"];
}

function rowsOf<Summary extends RowSummary>(
  { pocs }: FoundPocs,
  read: (number: number) => Body<Summary>,
): readonly PortfolioRow<Summary>[] {
  return pocs.map((poc) => {
    if ("fault" in poc) return poc;
    const { summary, workingDates } = read(poc.number);
    return { path: poc.path, summary: onDay(summary, poc.date, workingDates) };
  });
}

const UTF8 = new TextDecoder();

function bodyOf({ bodies }: FoundPocs, number: number): Body<RowSummary> {
  const { summary, workingDates } = JSON.parse(UTF8.decode(bodies.at(number))) as KeptBody;
  return { summary: fromKeptForm(summary) as RowSummary, workingDates };
}

async function likeRows(text: string, rows: readonly WholeRow[]): Promise<readonly WholeRow[]> {
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
