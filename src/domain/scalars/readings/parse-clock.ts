import { eitherOf } from "../number-readings.ts";
import { ok, problem, type Parsed } from "../parsed.ts";
import { plainCharacters } from "./plain-characters.ts";

const FULL = /^([01]?\d|2[0-4])(?:[:.h]|h )([0-5]\d)(?::[0-5]\d)?(?: ?(?:h|uhr|o'clock))?$/;
const TOGETHER = /^([01]\d|2[0-3])([0-5]\d)(?: ?h)?$/;
const HALF_DAY = /^(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?([ap])\.?m\.?$/;
const HOUR = /^([01]?\d|2[0-3])(?: ?(h|uhr|o'clock))?$/;
const WORDS: ReadonlyMap<string, number> = new Map([
  ["noon", 720],
  ["midday", 720],
  ["midnight", 0],
]);

/**
 * Reads a time of day, in minutes after midnight: `16:20`, `4:20 pm`, `16h20`, `16.20`, `1620`, `noon`. An hour alone
 * may be two, and is refused with both.
 */
export function parseClock(text: string): Parsed<number> {
  const expected = "a time of day such as 16:20";
  const said = plainCharacters(text).toLowerCase().replace(/^at /, "");
  const word = WORDS.get(said);
  if (word !== undefined) return ok(word, clockText(word));
  const half = HALF_DAY.exec(said);
  if (half !== null) {
    const minutes = (Number(half[1]) % 12) * 60 + Number(half[2] ?? 0) + (half[3] === "p" ? 720 : 0);
    return ok(minutes, clockText(minutes));
  }
  const full = FULL.exec(said) ?? TOGETHER.exec(said);
  if (full !== null && Number(full[1]) < 24) {
    const minutes = Number(full[1]) * 60 + Number(full[2]);
    return ok(minutes, /^\d{1,2}:\d{2}$/.test(said) ? undefined : clockText(minutes));
  }
  const hour = HOUR.exec(said);
  if (hour === null) return problem("invalid-instant", expected);
  const minutes = Number(hour[1]) * 60;
  // In the afternoon by the clock of 24 hours, and where a word says that it is an hour, there is one reading.
  if (Number(hour[1]) > 12 || (hour[2] ?? "h") !== "h") return ok(minutes, clockText(minutes));
  const readings = [...new Set([minutes % 720, (minutes % 720) + 720])].map(clockText);
  return problem("invalid-instant", expected, { hint: `write ${eitherOf(readings)}`, readings });
}

/** `16:20` */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
