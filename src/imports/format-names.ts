/** The formats that `poc import` reads. What each of them is, `formats.ts` says. */
export const FORMAT_NAMES = ["promptfoo", "junit", "cases"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
