import { FORMAT_NAMES, type FormatName } from "../../imports/format-names.ts";

/** What `--from` may say. */
export const KNOWN_FORMATS: readonly FormatName[] = FORMAT_NAMES;

export { DATE_ORDERS } from "../../imports/hours/date-order.ts";
