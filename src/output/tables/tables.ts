import { DECISION_TABLE } from "./decision-table.ts";
import { ENTRY_TABLE } from "./entry-table.ts";
import { FORECAST_TABLE } from "./forecast-table.ts";
import { POC_TABLE } from "./poc-table.ts";
import { RESULT_TABLE } from "./result-table.ts";
import { RISK_TABLE } from "./risk-table.ts";
import { SPEND_TABLE } from "./spend-table.ts";
import type { Table } from "./table.ts";
import { TERM_TABLE } from "./term-table.ts";
import { TIME_TABLE } from "./time-table.ts";
import { VERDICT_TABLE } from "./verdict-table.ts";

/** Every table of an export. Adding one is a file here, its SQL by `npx vitest run test/output/tables --update`. */
export const TABLES: readonly Table[] = [
  POC_TABLE,
  TERM_TABLE,
  ENTRY_TABLE,
  RESULT_TABLE,
  SPEND_TABLE,
  TIME_TABLE,
  RISK_TABLE,
  VERDICT_TABLE,
  DECISION_TABLE,
  FORECAST_TABLE,
];
