import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import { ImportFault } from "../import-problem.ts";

/** In which order a day is written where digits alone do not tell. */
export const DATE_ORDERS = ["ymd", "mdy", "dmy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface WrittenDate {
  readonly line: number;
  readonly text: string;
}

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const ORDERED = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;

/**
 * Reads the days of a table, which one setting of the tracker wrote alike: the order is that in which all of them are
 * days. Years of two digits are none.
 *
 * @throws ImportFault where both orders fit every one of them, or neither does
 */
export function dateReader(
  written: readonly WrittenDate[],
  asked: DateOrder | undefined,
): (text: string) => CivilDate | undefined {
  const open = written.filter(({ text }) => isAmbiguous(text));
  const fitting = (["mdy", "dmy"] as const).filter((order) =>
    open.every(({ text }) => dateIn(text, order) !== undefined),
  );
  const order = asked ?? orderOf(open, fitting);
  return (text) => dateIn(text, order);
}

function orderOf(open: readonly WrittenDate[], fitting: readonly ("mdy" | "dmy")[]): DateOrder {
  const [only] = fitting;
  const both = fitting.length > 1 && open.some(({ text }) => dateIn(text, "mdy") !== dateIn(text, "dmy"));
  if (only !== undefined && !both) return only;
  const [first] = both ? open.filter(({ text }) => dateIn(text, "mdy") !== dateIn(text, "dmy")) : open;
  if (first === undefined) return "ymd";
  if (both)
    throw new ImportFault(
      `found "${first.text}", which is ${dateIn(first.text, "mdy")} or ${dateIn(first.text, "dmy")}, ` +
        "and no other date in the table settles it",
      { line: first.line, hint: "give the order of its dates: --date-order mdy or --date-order dmy" },
    );
  const odd = open.find(({ text }) => dateIn(text, "mdy") === undefined) ?? first;
  throw new ImportFault(`found "${odd.text}", and other days of the table are written in another order`, {
    line: odd.line,
    hint: "two exports were joined: import them separately",
  });
}

function isAmbiguous(text: string): boolean {
  const match = NUMERIC.exec(text);
  // With full stops the day comes first, everywhere.
  return match !== null && match[2] !== ".";
}

function dateIn(text: string, order: DateOrder): CivilDate | undefined {
  const ordered = ORDERED.exec(text);
  if (ordered !== null) return civil(ordered[1]!, ordered[3]!, ordered[4]!);
  const match = NUMERIC.exec(text);
  if (match === null) return undefined;
  const [, first = "", mark, second = "", year = ""] = match;
  return order === "mdy" && mark !== "." ? civil(year, first, second) : civil(year, second, first);
}

function civil(year: string, month: string, day: string): CivilDate | undefined {
  const date = parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date.ok && date.value >= "2015" && date.value < "2100" ? date.value : undefined;
}
