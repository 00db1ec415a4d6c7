import { COST_KINDS, FORMAT_NAMES, type CostKind, type FormatName } from "../../imports/format-names.ts";

/** What `--from` may say. */
export const KNOWN_FORMATS: readonly FormatName[] = FORMAT_NAMES;

/** What `--cost` may say. */
export const KNOWN_COSTS: readonly CostKind[] = COST_KINDS;

export { DATE_ORDERS } from "../../imports/hours/date-order.ts";
