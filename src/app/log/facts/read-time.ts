import { compareDecimals, decimal, decimalOf, parseDecimal, type Decimal } from "../../../domain/scalars/decimal.ts";
import type { TimeLine } from "../../../domain/records/entry.ts";
import { ok, problem, type Parsed } from "../../../domain/scalars/parsed.ts";
import type { FlagProblems } from "./flag-problems.ts";

const HOURS_A_DAY = decimal(24);

/** Reads `2`, `1.5`, `1.5h`, `90m` or `1h30m` as hours: more than none, at most a day. */
export function parseHours(text: string): Parsed<Decimal> {
  const expected = "hours such as 2, 1.5 or 1h30m, more than 0 and at most 24";
  const clock = /^(?:(\d{1,2})h)?(?:(\d{1,4})m(?:in)?)?$/.exec(text);
  const hours =
    clock !== null && text !== ""
      ? decimalOf(Number((Number(clock[1] ?? 0) + Number(clock[2] ?? 0) / 60).toFixed(4)))
      : parseDecimal(text.replace(/ ?h$/, ""));
  if (!hours.ok)
    return problem("invalid-number", expected, hours.problem.hint === undefined ? {} : { hint: hours.problem.hint });
  if (hours.value.digits <= 0n || compareDecimals(hours.value, HOURS_A_DAY) > 0)
    return problem("invalid-value", expected);
  return ok(hours.value);
}

/** Reads `2` or `2:writing the harness`. */
export function readHours(text: string, problems: FlagProblems): TimeLine | undefined {
  const [quantity = "", ...words] = text.split(":");
  const hours = problems.take("--hours", quantity, parseHours(quantity.trim()));
  const what = words.join(":").trim();
  return hours && { hours, people: 1, meeting: false, ...(what === "" ? {} : { what }) };
}

/** Reads `0.5x4`, `30m x 4: Review with security` or `4 x 30m`: how long, how many people, what about. */
export function readMeeting(text: string, problems: FlagProblems): TimeLine | undefined {
  const [size = "", ...words] = text.split(":");
  const match =
    /^(?<long>[^x×]+?) ?[x×] ?(?<many>\d{1,3})$/.exec(size.trim()) ??
    /^(?<many>\d{1,3}) ?[x×] ?(?<long>[\d.]+[hm][\dmin]*)$/.exec(size.trim());
  const { long = "", many = "" } = match?.groups ?? {};
  const people = Number(many);
  if (match === null || people < 1)
    return problems.add(
      "--meeting",
      `found "${text.slice(0, 60)}", expected how long and how many people`,
      'write --meeting "0.5x4: Review with security"',
    );
  const hours = problems.take("--meeting", long, parseHours(long.trim()));
  const what = words.join(":").trim();
  return hours && { hours, people, meeting: true, ...(what === "" ? {} : { what }) };
}
