import { compareMoney } from "../scalars/money.ts";
import { personText, type Person } from "../scalars/person.ts";
import { inPortfolioCurrency } from "./portfolio-figures.ts";
import type { PocState, SortKey, StateGroup } from "./list-words.ts";
import { isOfState, stateOf, type RowSummary, type PortfolioRow } from "./poc-summary.ts";
import type { Portfolio } from "./portfolio.ts";

/** What of a portfolio is asked for. */
export interface RowFilter {
  /** States and groups of them; none is all. */
  readonly states: readonly (PocState | StateGroup)[];
  /** Parts of names or addresses; none is everybody. */
  readonly owners: readonly string[];
  /** Parts of names of teams; none is all, those without one too. */
  readonly teams: readonly string[];
}

export function isAskedFor(row: PortfolioRow, { states, owners, teams }: RowFilter): boolean {
  if (states.length > 0 && !states.some((state) => isOfState(row, state))) return false;
  const { owner, team } = "summary" in row ? row.summary : {};
  if (owners.length > 0 && !owners.some((part) => isMeantBy(owner, part))) return false;
  return teams.length === 0 || teams.some((part) => isTeamMeantBy(team, part));
}

/** Whether a part of a name is one of this team. */
export function isTeamMeantBy(team: string | undefined, part: string): boolean {
  return team !== undefined && folded(team).includes(folded(part));
}

/** Whether a part of a name or an address is one of this person. */
export function isMeantBy(person: Person | undefined, part: string): boolean {
  return person !== undefined && folded(personText(person)).includes(folded(part));
}

/** Case and accents tell nobody apart who is looked for by a part of a name. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What is waiting comes first, then what runs, then what is done; what cannot be read is at the end. */
const BY_PRESS: readonly PocState[] = [
  "decision-due",
  "dead",
  "running",
  "extended",
  "draft",
  "conditional",
  "go",
  "no-go",
  "unreadable",
];

type Compare = (a: PortfolioRow, b: PortfolioRow) => number;

/** Rows by several keys, the first first; equal ones by state, last day and path. Figures begin with the largest. */
export function sortedRows<Row extends PortfolioRow>(
  rows: readonly Row[],
  keys: readonly SortKey[],
  portfolio: Portfolio,
): readonly Row[] {
  const compares = [...keys, "state", "end", "path"].map((key) => compareBy(portfolio)[key as SortKey]);
  return [...rows].sort((a, b) => {
    for (const compare of compares) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareBy(portfolio: Portfolio): Readonly<Record<SortKey, Compare>> {
  return {
    state: (a, b) => BY_PRESS.indexOf(stateOf(a)) - BY_PRESS.indexOf(stateOf(b)),
    title: byText(({ title }) => folded(title)),
    owner: byText(({ owner }) => owner && folded(owner.name)),
    end: byText(({ timebox }) => timebox?.end),
    next: byText(({ next }) => next?.by),
    overdue: bySize(({ overdue }) => overdue),
    share: bySize(({ spend }) => spend.share),
    spend: bySpend(portfolio),
    path: (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  };
}

/** From A to Z; what has none comes last. */
function byText(textOf: (summary: RowSummary) => string | undefined): Compare {
  return (a, b) => {
    const [x, y] = [a, b].map((row) => ("summary" in row ? textOf(row.summary) : undefined));
    if (x === y) return 0;
    return x === undefined ? 1 : y === undefined ? -1 : x < y ? -1 : 1;
  };
}

/** The largest first; what has none comes last. */
function bySize(sizeOf: (summary: RowSummary) => number | undefined): Compare {
  return (a, b) => {
    const [x, y] = [a, b].map((row) => ("summary" in row ? sizeOf(row.summary) : undefined));
    return (y ?? -Infinity) === (x ?? -Infinity) ? 0 : (y ?? -Infinity) - (x ?? -Infinity);
  };
}

/** The largest first within a currency: amounts without a rate cannot be compared. */
function bySpend(portfolio: Portfolio): Compare {
  return (a, b) => {
    const [x, y] = [a, b].map((row) =>
      "summary" in row ? inPortfolioCurrency(row.summary.spend.total, portfolio) : undefined,
    );
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
    if (x.currency !== y.currency) return x.currency < y.currency ? -1 : 1;
    return compareMoney(y, x);
  };
}
