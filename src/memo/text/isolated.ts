/** Hebrew, Arabic and their neighbours; not the Arabic digits, which run from left to right. */
const RIGHT_TO_LEFT =
  "\\u0590-\\u065f\\u066a-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc" +
  "\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";

/** Every script that runs from right to left is above this code point. */
const BELOW = /^[\0-\u058f]*$/;

/** Such letters, with the blanks, digits and signs between them. */
const RUN = new RegExp(`[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}\\P{L}]*[${RIGHT_TO_LEFT}])?`, "gu");

/**
 * Text from right to left between the marks of an isolate (U+2068, U+2069), so that it cannot pull the figures beside
 * it to its other side: they work in Markdown, on a page and in a drawing alike. Marks that a person typed are spelled
 * out before, so that these are the only ones.
 */
export function isolated(text: string): string {
  return BELOW.test(text) ? text : text.replace(RUN, "\u2068$&\u2069");
}
