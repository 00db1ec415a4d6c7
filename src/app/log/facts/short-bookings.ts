import { parseWorkHours } from "../../../domain/scalars/duration.ts";
import { parseMoney } from "../../../domain/scalars/money.ts";
import type { StrayFact } from "./stray-fact.ts";

/** How a booking is worded: a figure and what it went to, `2h prompts`, or the other way round, `prompts, 1.5 h`. */
const LONGEST_BOOKING = 80;
const TIME_FIRST =
  /^(\d[\d.,]* ?(?:h|hrs?|hours?|m|mins?|minutes?)(?: ?\d{1,2} ?m(?:in)?)?|\d{1,2}:\d{2}) +(\p{L}.{0,60})$/iu;
const CODE = "[A-Z]{3}|[Ee]ur|[Ee]uros?|[Uu]sd|[Dd]ollars?|[Cc]hf|[Gg]bp";
const SUM = `(?:\\p{Sc} ?\\d[\\d.,']*|\\d[\\d.,']* ?(?:\\p{Sc}|${CODE})(?!\\p{L}))`;
const SUM_FIRST = new RegExp(`^(${SUM}) +(\\p{L}.{0,60})$`, "u");
const SUM_ALONE = new RegExp(`^${SUM}$`, "u");

/** Words by which a sentence says something about a time or an amount, and books none. */
const ABOUT_WORDS =
  "is are was were be been has have had would will could can cannot may might should not never seem seems take takes " +
  "took need needs needed last lasts lasted wait waits waited waiting ran run runs running fail fails failed crash " +
  "crashes crashed quote quotes quoted cost costs save saves saved grew fell rose later ago before after earlier " +
  "less more faster slower cheaper old long late off per each every timeout timeouts delay delays latency outage " +
  "downtime window limit cap budget price left remaining ahead until since";
const ABOUT = new RegExp(`\\b(?:${ABOUT_WORDS.replaceAll(" ", "|")})\\b`, "iu");

/** What makes an amount a price or a plan, and no purchase: `5 EUR a task`, `12 EUR for lunch`. */
const PRICED = /^(?:an?|of|for)\b(?! (?:the )?(?:tokens|api|model|infra))/iu;

/** From here on `9:30` is a time of day. */
const CLOCK = 6;

/**
 * Bookings in a short text, each part of it by itself: `2h prompts, 3h review`. Where other words make the text a
 * statement about a time, a person is asked and nothing is refused.
 */
export function shortBookings(text: string, flagged: ReadonlySet<string>): readonly StrayFact[] {
  if (text.length > LONGEST_BOOKING || text.includes("\n")) return [];
  const parts = text.split(/[;,] +| [-–—] |: +| and /);
  const found = parts.flatMap((part) => bookingOf(part.trim().replace(/[.!]$/, ""), flagged, parts.length > 1));
  const inBrackets = found.length > 0 ? [] : bracketed(text, flagged);
  const all = [...found, ...inBrackets];
  return ABOUT.test(text) ? all.map((one) => ({ ...one, unsure: "asked" as const })) : all;
}

function bracketed(text: string, flagged: ReadonlySet<string>): readonly StrayFact[] {
  const [, inside = ""] = /^\p{L}.*\(([^()]+)\)[.!]?$/u.exec(text) ?? [];
  return inside === "" ? [] : bookingOf(inside.trim(), flagged, true);
}

/** @param beside whether words stand beside a figure that is alone in its part */
function bookingOf(part: string, flagged: ReadonlySet<string>, beside: boolean): readonly StrayFact[] {
  const [, time = "", work = ""] = TIME_FIRST.exec(part) ?? [];
  if (time !== "" && !flagged.has("hours") && parseWorkHours(time).ok) {
    const value = `${time}: ${work.replace(/^(?:on|of) (?:the )?/i, "")}`;
    const hours = hoursBooked(part, "it begins with a time", value);
    return [Number(/^(\d+):/.exec(time)?.[1] ?? 0) < CLOCK ? hours : { ...hours, unsure: "asked" }];
  }
  const [, sum = "", goods = ""] = SUM_FIRST.exec(part) ?? [];
  if (sum !== "" && !PRICED.test(goods)) return amountBooked(part, sum, flagged);
  if (!beside) return [];
  if (SUM_ALONE.test(part)) return amountBooked(part, part, flagged);
  const isTime = !flagged.has("hours") && /\d ?\p{L}/u.test(part) && parseWorkHours(part).ok;
  return isTime ? [hoursBooked(part, "it is a time", part)] : [];
}

function amountBooked(typed: string, amount: string, flagged: ReadonlySet<string>): readonly StrayFact[] {
  const money = parseMoney(amount);
  const values = money.ok ? [money.read ?? amount] : (money.problem.readings ?? []);
  if (flagged.has("spend") || values.length === 0) return [];
  // The words beside an amount stay words: a flag takes its category from a list, and not from them.
  return [
    {
      typed: amount,
      because: typed === amount ? "it is an amount" : "it begins with an amount",
      facts: values.map((value) => ({ flag: "spend", value }) as const),
    },
  ];
}

function hoursBooked(typed: string, because: string, value: string): StrayFact {
  return { typed, because, facts: [{ flag: "hours", value }] };
}
