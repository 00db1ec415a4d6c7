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
import { unknownNames, type UnknownName } from "../../domain/portfolio/unknown-names.ts";
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
  readonly selection: WholeSelection;
  readonly missed: Missed;
  /** Over `rows`. */
  readonly figures: PortfolioFigures;
}

/** Of what was not found, what may be of use to the person who looked for it. */
export interface Missed {
  /** Where nothing is shown: names that no PoC has. */
  readonly unknown: readonly UnknownName[];
  /** How many PoCs pass the filter, with a similar question or without. */
  readonly chosen: number;
  /** How many have a similar question and do not pass the filter. */
  readonly hidden: number;
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
  const all = rowsOf(found, (number) => bodyOf(found, number));
  const asked = all.filter((row) => isAskedFor(row, selection));
  const unknown = asked.length === 0 ? unknownNames(all, selection) : [];
  const missed = { unknown, chosen: asked.length, hidden: 0 };
  return resultOf(found, sortedRows(asked, selection.sort, found.portfolio), selection, missed);
}

/** The same with all that is known of each PoC. */
export async function wholeListOf(found: WholePocs, selection: WholeSelection): Promise<WholeList> {
  const { sort, like } = selection;
  const wholeOf = (number: number) => {
    const { summary, workingDates } = bodyOf(found, number);
    const details = fromKeptForm(JSON.parse(UTF8.decode(found.details.at(number)))) as SummaryDetails;
    return { workingDates, summary: { ...summary, ...details } };
  };
  const all = rowsOf(found, wholeOf);
  const asked = all.filter((row) => isAskedFor(row, selection));
  const unknown = asked.length === 0 ? unknownNames(all, selection) : [];
  const missed = { unknown, chosen: asked.length, hidden: 0 };
  if (like === undefined) return resultOf(found, sortedRows(asked, sort, found.portfolio), selection, missed);
  const alike = await likeRows(like, all);
  const rows = alike.filter((row) => isAskedFor(row, selection));
  return resultOf(found, rows, selection, { ...missed, hidden: alike.length - rows.length });
}

function resultOf<Summary extends RowSummary>(
  { pocs, portfolio, file, closed }: FoundPocs,
  rows: readonly PortfolioRow<Summary>[],
  selection: WholeSelection,
  missed: Missed,
): ListResult<Summary> {
  const figures = portfolioFigures(rows, portfolio);
  return { rows, found: pocs.length, figures, selection, missed, portfolio, file, closed };
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
