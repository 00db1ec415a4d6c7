import type { TimeLine } from "../../../domain/records/entry.ts";
import { decimalNumber, type Decimal } from "../../../domain/scalars/decimal.ts";
import { countLabel } from "../../../domain/scalars/labels.ts";
import { optional } from "../../../domain/scalars/optional.ts";
import { ok, problem, type Parsed } from "../../../domain/scalars/parsed.ts";
import { parseWorkHours, workHoursLabel } from "../../../domain/scalars/duration.ts";
import type { FlagProblems } from "./flag-problems.ts";

const HOURS = "--hours";
const MEETING = "--meeting";

/** How long, and what it went to: the two sides of a colon. */
interface Timed {
  readonly size: string;
  readonly what: string;
}

/** Reads `2`, `1:30`, `90m`, `2d`, or `2:writing the harness`. */
export function readHours(text: string, hoursOfDay: Decimal | undefined, problems: FlagProblems): TimeLine | undefined {
  const timed = problems.take(HOURS, text, parseTimed(text));
  const work = timed && problems.take(HOURS, timed.size, parseWorkHours(timed.size, hoursOfDay));
  if (timed === undefined || work === undefined) return undefined;
  if (work.rewritten) problems.readAs(timed.size, workHoursLabel(work.hours));
  return { hours: work.hours, people: 1, meeting: false, ...whatOf(timed) };
}

/** Reads `0.5x4`, `1:30x4`, `30m x 4: Review with security` or `4 x 30m`: how long, how many people, what about. */
export function readMeeting(
  text: string,
  hoursOfDay: Decimal | undefined,
  problems: FlagProblems,
): TimeLine | undefined {
  const timed = problems.take(MEETING, text, parseTimed(text));
  if (timed === undefined) return undefined;
  const size = parseSize(timed.size);
  if (size === undefined)
    return problems.add(
      MEETING,
      `found "${text.slice(0, 60)}", expected how long and how many people`,
      'write --meeting "0.5x4: Review with security"',
    );
  const work = problems.take(MEETING, size.long, parseWorkHours(size.long, hoursOfDay));
  if (work === undefined) return undefined;
  if (work.rewritten)
    problems.readAs(timed.size, `${workHoursLabel(work.hours)} × ${countLabel(size.people, "person", "people")}`);
  return { hours: work.hours, people: size.people, meeting: true, ...whatOf(timed) };
}

function whatOf({ what }: Timed): Pick<TimeLine, "what"> {
  return optional("what", what === "" ? undefined : what);
}

function parseSize(size: string): { readonly long: string; readonly people: number } | undefined {
  const match =
    /^(?<long>[^x×*]+?) *[x×*] *(?<many>\d{1,3})(?: *(?:people|persons?))?$/i.exec(size) ??
    /^(?<many>\d{1,3})(?: *(?:people|persons?))? *[x×*] *(?<long>\d[^x×*]*[a-z:][^x×*]*)$/i.exec(size);
  const { long = "", many = "" } = match?.groups ?? {};
  return Number(many) < 1 ? undefined : { long: long.trim(), people: Number(many) };
}

/** `1:30`, which a colon and words may follow; before people where it is a meeting. */
const CLOCK = /^(\d{1,2}:\d{2}(?: ?(?:h|hrs?|hours?))?(?: *[x×*] *\d{1,3}(?: *(?:people|persons?))?)?)(?: *:(.*))?$/is;
const CLOCK_AFTER_PEOPLE = /^(\d{1,3} *[x×*] *\d{1,2}:\d{2}(?: ?(?:h|hrs?|hours?))?)(?: *:(.*))?$/is;

/**
 * Takes `1:30:harness` apart. What follows the colon are words: a number there, as in `1.5:30`, was meant as something
 * else, and it is not for us to say what.
 */
function parseTimed(text: string): Parsed<Timed> {
  const said = text.trim();
  const clock = CLOCK.exec(said) ?? CLOCK_AFTER_PEOPLE.exec(said);
  const colon = clock === null && said.includes(":") ? said.indexOf(":") : said.length;
  const [size, what] =
    clock === null
      ? [said.slice(0, colon).trim(), said.slice(colon + 1).trim()]
      : [clock[1]!.trim(), (clock[2] ?? "").trim()];
  const expected = "a time, and words after the colon";
  const running = clock === null ? /^(\d{1,2}):(\d{2})(?!\d)(.+)$/s.exec(said) : null;
  if (running !== null) {
    const rest = running[3]!.replace(/^[\s:;,.-]+/, "");
    const words = /^\d/.test(rest) || rest === "" ? "words" : rest.slice(0, 40);
    return problem("invalid-value", expected, {
      hint: `write "${running[1]}:${running[2]}: ${words}", or "${running[1]}h: ${running[2]} ${words}"`,
    });
  }
  const apart = what === "" ? wordsApart(size) : undefined;
  if (apart !== undefined) return apart;
  if (what === "" || (!/^[\d.,:\s-]+$/.test(what) && !parseWorkHours(what).ok)) return ok({ size, what });
  return problem("invalid-value", expected, { hint: numberHint(size, what) });
}

/** A time with its unit, or a meeting with its people: what follows are words, with or without a colon. */
const WORKED = "[\\d.,:½¼¾]+ ?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?)(?: ?\\d{1,2} ?m?(?:in)?)?|\\d{1,2}:\\d{2}";
const BEFORE_WORDS = `^(${WORKED}|[\\d.,]+[hm]? ?[x×*] ?\\d{1,3}) +(?![x×*] ?\\d)([\\p{L}"'(].*)$`;
/** A bare number before a word: `2 harness`. */
const BARE_BEFORE_WORDS = /^([\d.,]+) +(\p{L}{2}.*)$/u;
const OTHER_UNITS = /^(?:s|secs?|seconds?|weeks?|wks?|months?|years?|sprints?|people|persons?)\b/i;

/** `15x4 meeting`, `2h harness`: taken apart; undefined where there are no words behind. */
function wordsApart(said: string): Parsed<Timed> | undefined {
  // It takes tables of Unicode, and few entries have hours.
  const words = new RegExp(BEFORE_WORDS, "iu").exec(said);
  if (words !== null && !/^(?:and|people|persons?)\b/i.test(words[2]!)) return ok({ size: words[1]!, what: words[2]! });
  const bare = words === null ? BARE_BEFORE_WORDS.exec(said) : null;
  if (bare === null || OTHER_UNITS.test(bare[2]!) || parseWorkHours(said).ok) return undefined;
  return problem("invalid-value", "a time, and words after the colon", {
    hint: `write "${bare[1]}h: ${bare[2]!.slice(0, 40)}", or ${bare[1]}m for minutes`,
  });
}

function numberHint(size: string, what: string): string {
  const hour = /^(\d{1,2})(?: ?h)?$/i.exec(size);
  const minute = /^(\d{1,2})(?: ?m(?:in)?)?$/i.exec(what);
  if (hour !== null && minute !== null)
    return minute[1]!.length === 1 && /^\d$/.test(what)
      ? `write ${hour[1]}:0${what} or ${hour[1]}:${what}0`
      : `write ${hour[1]}h${minute[1]}`;
  return `write 1:30 for hours and minutes, or words after the colon: "${size}:harness"`;
}

/** A time that most likely means minutes, with the two ways of writing it that leave no doubt. */
export interface UnclearTime {
  readonly flag: string;
  readonly typed: string;
  /** `15 h of one meeting`: what it comes to as it was typed. */
  readonly comesTo: string;
  /** `15m x4`. */
  readonly minutes: string;
  /** `15h x4`; undefined if a day has fewer hours. */
  readonly hours: string | undefined;
}

/** Hours above `most`, without a unit, are most likely minutes: more than one person's day, or a longer meeting. */
interface HourKind {
  readonly flag: string;
  readonly most: number;
  readonly whose: string;
}

const OWN: HourKind = { flag: HOURS, most: 16, whose: "of one person" };
const JOINT: HourKind = { flag: MEETING, most: 4, whose: "of one meeting" };

export function unclearHours(text: string): UnclearTime | undefined {
  const timed = parseTimed(text);
  return timed.ok ? unclear(OWN, text, timed.value, timed.value.size) : undefined;
}

export function unclearMeeting(text: string): UnclearTime | undefined {
  const timed = parseTimed(text);
  const size = timed.ok ? parseSize(timed.value.size) : undefined;
  if (!timed.ok || size === undefined) return undefined;
  return unclear(JOINT, text, timed.value, size.long, ` x${size.people}`);
}

function unclear(
  { flag, most, whose }: HourKind,
  typed: string,
  { what }: Timed,
  number: string,
  people = "",
): UnclearTime | undefined {
  if (!/^\d{1,4}([.,]\d+)?$/.test(number)) return undefined;
  const size = Number(number.replace(",", "."));
  if (size <= most || size > 24 * 60) return undefined;
  const written = (unit: string) => `${number}${unit}${people}${what === "" ? "" : `: ${what}`}`;
  return {
    flag,
    typed,
    comesTo: `${number} h ${whose}`,
    minutes: written("m"),
    hours: size <= 24 ? written("h") : undefined,
  };
}

/** The hours without a unit of one person in one entry, where several together are more than a day's work. */
export function unclearTogether(texts: readonly string[]): number | undefined {
  const bare = texts.flatMap((text) => {
    const timed = parseTimed(text);
    const work = timed.ok ? parseWorkHours(timed.value.size) : undefined;
    return work?.ok === true && work.value.bare ? [decimalNumber(work.value.hours)] : [];
  });
  const sum = bare.reduce((all, hours) => all + hours, 0);
  return bare.length > 1 && sum > OWN.most ? sum : undefined;
}
