/** Hebrew, Arabic and their neighbours, for a class of letters; not the Arabic digits, which run from left to right. */
export const RIGHT_TO_LEFT =
  "\\u0590-\\u065f\\u066a-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc" +
  "\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";

/** Latin names and numbers with which such a text can continue: `GPT-4`, `API`, `v2`. No word of the tool looks so. */
export const NAMES_BEHIND = "(?: (?:[A-Z][\\w.+-]*|[A-Za-z]+[-.]?\\d[\\w.+-]*)(?![\\w'’]))*";

/** Such letters, with what stands between them and the names behind them. */
export const RIGHT_TO_LEFT_RUN = `[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}\\P{L}]*[${RIGHT_TO_LEFT}])?${NAMES_BEHIND}`;

/** Every script that runs from right to left is above this code point. */
export const LEFT_TO_RIGHT = /^[\0-\u058f]*$/;

export const [ISOLATE, END_ISOLATE] = ["\u2068", "\u2069"];
