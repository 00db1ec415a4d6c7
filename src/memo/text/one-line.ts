import { visibleText } from "../../domain/scalars/visible-text.ts";

/** Tabs, and everything that some program takes for the end of a line. */
const BREAKS = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;

/** `text` on one line: its line ends are blanks, and what cannot be seen is spelled out. */
export function oneLine(text: string): string {
  return visibleText(text.replace(BREAKS, " "));
}

/** What stands in a document where the records do not answer: visibly open, never a blank that reads like a pass. */
export function openText(missing: string): string {
  return `OPEN: ${missing}`;
}
