import type { Standing } from "../../domain/standing/standing.ts";
import { ratioLabel } from "../../domain/scalars/money-ratio.ts";
import type { MeanTime, UnitCost, UnitEconomics } from "../../domain/spend/unit-economics.ts";
import {
  apartShareLabel,
  meanTimeLabel,
  tasksLabel,
  unitCostLabel,
  noUnitCostClause,
} from "../../wording/unit-cost.ts";
import { moneyLabel, numberLabel } from "../../domain/scalars/labels.ts";
import type { Cited } from "./cited-log.ts";
import { openText } from "../text/one-line.ts";

/** What a task costs so far. */
export interface UnitRow {
  /** `A task`, `A successful task`. */
  readonly what: string;
  readonly figure: string;
  /** What it was made of: `13.60 EUR over 300 tasks`. */
  readonly basis: string;
  readonly entries: readonly string[];
}

/** Unit economics: what was measured, and what it would come to in production. */
export interface UnitSection {
  /** `0.0453 EUR a task, 0.0519 EUR a successful one`, as a sentence; "" where it is not known. */
  readonly line: string;
  readonly rows: readonly UnitRow[];
  /** Why no task has a cost; "" where tasks have one. */
  readonly missing: string;
  /** The tasks that were counted: `262 of 300 tasks went well, arm reranker-k8`. */
  readonly tasks: string;
  /** Token spend outside these tasks, with its share; "" where there is none. */
  readonly apart: string;
  readonly apartEntries: readonly string[];
  /** A year in production, row by row. */
  readonly year: readonly UnitRow[];
}

/** The statements of the section, for the log that a document cites. */
export function unitCited({ rows, year, apartEntries }: UnitSection): readonly Cited[] {
  return [...rows, ...year, { entries: apartEntries }];
}

export function unitSection({ unit }: Standing): UnitSection {
  const { cost, all, apart, latency, review } = unit;
  const share = apartShareLabel(unit);
  return {
    line: cost === undefined ? "" : `${unitCostLabel(cost)}.`,
    rows: [
      ...(cost === undefined ? [] : costRows(cost)),
      ...(all === undefined || (cost !== undefined && apart.minor === 0n)
        ? []
        : [row("A task, with all token spend", ratioLabel(all.perTask), over(all, "tasks"), all.entries)]),
      ...timeRow("Average response time", latency),
      ...timeRow("Average review time per output", review),
    ],
    missing: cost === undefined ? openText(noUnitCostClause(unit.why ?? { code: "no-tasks" })) : "",
    tasks: cost === undefined ? "" : tasksLabel(cost, unit),
    apart:
      share === ""
        ? ""
        : `${moneyLabel(apart)} of token spend, ${share} of all, cannot be attributed to these tasks (indexing, ` +
          `retries, other arms); it is included only in the figure with all token spend`,
    apartEntries: share === "" ? [] : unit.apartEntries,
    year: yearRows(unit),
  };
}

function row(what: string, figure: string, basis: string, entries: readonly string[]): UnitRow {
  return { what, figure, basis, entries };
}

function costRows(cost: UnitCost): readonly UnitRow[] {
  const { perTask, perSuccess } = cost;
  const good =
    perSuccess === undefined
      ? row("A successful task", "no task was successful", "", cost.entries)
      : row(
          "A successful task",
          ratioLabel(perSuccess),
          `${moneyLabel(cost.spend)} over ${numberLabel(cost.succeeded)} successful tasks`,
          cost.entries,
        );
  return [row("A task", ratioLabel(perTask), over(cost, "tasks"), cost.entries), good];
}

function over({ spend, attempted }: UnitCost, what: string): string {
  return `${moneyLabel(spend)} over ${numberLabel(attempted)} ${what}`;
}

function timeRow(what: string, time: MeanTime | undefined): readonly UnitRow[] {
  return time === undefined
    ? []
    : [row(what, meanTimeLabel(time), `${numberLabel(time.outputs)} outputs`, time.entries)];
}

function yearRows({ projection, cost, review }: UnitEconomics): readonly UnitRow[] {
  if (projection === undefined || cost === undefined) return [];
  const { tasks, modelCost, reviewCost, hourly, entries } = projection;
  const volume = `${numberLabel(tasks)} tasks a year`;
  return [
    row(
      "Models for a year of production",
      moneyLabel(modelCost),
      `${volume} at ${ratioLabel(cost.perTask)}`,
      cost.entries,
    ),
    ...(reviewCost === undefined
      ? []
      : [
          row(
            "Review work in a year of production",
            moneyLabel(reviewCost),
            `${volume}, ${meanTimeLabel(review!)} each at ${moneyLabel(hourly!)} an hour`,
            entries,
          ),
        ]),
  ];
}
