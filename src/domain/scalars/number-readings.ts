import { plainCharacters } from "./readings/plain-characters.ts";

/*
 * Numbers that are written in another way than plain digits with a point. What has one reading is taken; what `1,200`
 * means depends on where its writer went to school, so that there a message shows every reading.
 */

const GROUPED = /^(-?[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?$/;
/** As India groups: `1,00,000`. */
const GROUPED_BY_TWO = /^(-?[1-9]\d?(?:,\d{2})+,\d{3})(\.\d+)?$/;
const GROUPED_BY_POINTS = /^(-?[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/;
const GROUPED_BY_BLANKS = /^(-?[1-9]\d{0,2}(?:[ '_]\d{3})+)(?:[.,](\d+))?$/;
const COMMA = /^-?(?:0|[1-9]\d*),\d+$/;
const SUFFIXED = /^(-?(?:0|[1-9]\d*)(?:[.,]\d{1,3})?) ?([kKM])$/;
const EXPONENT = /^(-?(?:0|[1-9]\d*)(?:\.\d+)?)e\+?(\d)$/i;
/** Zeros or a sign in front, nothing before the point, or nothing after it. */
const PADDED = /^([+-]?)0*((?:0|[1-9]\d*)?)(?:[.,](\d*))?$/;

/**
 * The plain numbers that a text may mean, the likelier first: `1200` and `1.200` for `1,200`, `1200.50` for `1.200,50`.
 * Empty where it is plain already, and where nothing can be made of it.
 */
export function numberReadings(typed: string): readonly string[] {
  const text = plainCharacters(typed);
  const commas = GROUPED.exec(text) ?? GROUPED_BY_TWO.exec(text);
  if (commas !== null) {
    const whole = commas[1]!.replaceAll(",", "");
    const single = commas[1]!.split(",").length === 2 && commas[2] === undefined;
    return single ? [whole, text.replace(",", ".")] : [whole + (commas[2] ?? "")];
  }
  const points = GROUPED_BY_POINTS.exec(text);
  if (points !== null) {
    const whole = points[1]!.replaceAll(".", "");
    const single = points[1]!.split(".").length === 2 && points[2] === undefined;
    return single ? [whole, text] : [points[2] === undefined ? whole : `${whole}.${points[2]}`];
  }
  const blanks = GROUPED_BY_BLANKS.exec(text);
  if (blanks !== null) {
    const whole = blanks[1]!.replaceAll(/[^\d-]/g, "");
    return [blanks[2] === undefined ? whole : `${whole}.${blanks[2]}`];
  }
  if (COMMA.test(text)) return [text.replace(",", ".")];
  const suffixed = SUFFIXED.exec(text);
  if (suffixed !== null) return suffixedReadings(suffixed[1]!, suffixed[2] === "M" ? 6 : 3);
  const exponent = EXPONENT.exec(text);
  if (exponent !== null) return [shifted(exponent[1]!, Number(exponent[2]))];
  return paddedReadings(typed, text);
}

/** `1.2k` is 1200. `1.234k` may be 1234, or 1234000 for those who group by points. */
function suffixedReadings(number: string, places: number): readonly string[] {
  const plain = shifted(number.replace(",", "."), places);
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(number) ? [plain, shifted(number.replace(/[.,]/, ""), places)] : [plain];
}

function paddedReadings(typed: string, text: string): readonly string[] {
  const padded = PADDED.exec(text);
  const [, sign = "", whole = "", fraction = ""] = padded ?? [];
  if (padded === null || (whole === "" && fraction === "" && !/\d/.test(text))) return [];
  const plain = `${sign === "-" ? "-" : ""}${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
  return plain === typed ? [] : [plain];
}

/** The whole numbers among the readings: `1200` for `1.200`, `2000` and `2` for `2.000`. */
export function wholeReadings(text: string): readonly string[] {
  return [
    ...new Set(
      numberReadings(text).flatMap((reading) => {
        const whole = reading.replace(/\.0+$/, "");
        return whole.includes(".") ? [] : [whole];
      }),
    ),
  ];
}

/** `1.2` with its point moved to the right by a number of places: `1200`. */
export function shifted(number: string, places: number): string {
  const [whole = "", fraction = ""] = number.split(".");
  const left = fraction.slice(places);
  const moved = (whole + fraction.slice(0, places).padEnd(places, "0")).replace(/^(-?)0+(?=\d)/, "$1");
  return left === "" ? moved : `${moved}.${left}`;
}

/**
 * The only reading of a text, where there is no doubt. None where it is one of several, and none for `1.200`, which is
 * plain by the letter.
 */
export function soleReading(readings: readonly string[], text: string): string | undefined {
  return readings.length === 1 && !/^-?\d{1,3}\.\d{3}$/.test(plainCharacters(text)) ? readings[0] : undefined;
}

/**
 * `write 1200.50`, or a question where there is doubt: `did you mean 1200?` for `1.200`, `did you mean 1200 or 1.200?`
 * for `1,200`. Undefined where there is no reading.
 *
 * @param readings of `text`, as they are to be shown
 */
export function readingsHint(readings: readonly string[], text: string): string | undefined {
  if (readings.length === 0) return undefined;
  const sole = soleReading(readings, text);
  return sole === undefined ? `did you mean ${eitherOf(readings)}?` : `write ${sole}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function eitherOf(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)!}`;
}
