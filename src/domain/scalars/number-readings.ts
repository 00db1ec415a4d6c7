/*
 * Numbers that are written in another way than plain digits with a point. None of them is ever taken silently: what
 * `1,200` means depends on where its writer went to school, so that a message shows every reading there is.
 */

const GROUPED = /^(-?[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?$/;
const GROUPED_BY_POINTS = /^(-?[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/;
const GROUPED_BY_BLANKS = /^(-?[1-9]\d{0,2}(?:[ '’_\u00a0\u202f]\d{3})+)(?:[.,](\d+))?$/;
const COMMA = /^-?(?:0|[1-9]\d*),\d+$/;
const SUFFIXED = /^(-?(?:0|[1-9]\d*)(?:\.\d{1,3})?) ?([kM])$/;
const EXPONENT = /^(-?(?:0|[1-9]\d*)(?:\.\d)?)e\+?(\d)$/i;
/** Zeros in front, or a sign. */
const PADDED = /^\+?0*((?:0|[1-9]\d*)(?:\.\d+)?)$/;

/**
 * The plain numbers that a text may mean, the likelier first: `1200` and `1.200` for `1,200`, `1200.50` for `1.200,50`.
 * Empty where it is plain already, and where nothing can be made of it.
 */
export function numberReadings(text: string): readonly string[] {
  const commas = GROUPED.exec(text);
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
  if (suffixed !== null) return [shifted(suffixed[1]!, suffixed[2] === "k" ? 3 : 6)];
  const exponent = EXPONENT.exec(text);
  if (exponent !== null) return [shifted(exponent[1]!, Number(exponent[2]))];
  const padded = PADDED.exec(text);
  return padded !== null && padded[1] !== text ? [padded[1]!] : [];
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

/** `1.2` with its point moved three places to the right: `1200`. */
function shifted(number: string, places: number): string {
  const [whole = "", fraction = ""] = number.split(".");
  return (whole + fraction.padEnd(places, "0")).replace(/^(-?)0+(?=\d)/, "$1");
}

/**
 * `write 1200.50`, or a question where there is doubt: `did you mean 1200?` for `1.200`, `did you mean 1200 or 1.200?`
 * for `1,200`. Undefined where there is no reading.
 *
 * @param readings of `text`, as they are to be shown
 */
export function readingsHint(readings: readonly string[], text: string): string | undefined {
  if (readings.length === 0) return undefined;
  const sure = readings.length === 1 && !/^-?\d{1,3}\.\d{3}$/.test(text);
  return sure ? `write ${readings[0]!}` : `did you mean ${readings.join(" or ")}?`;
}
