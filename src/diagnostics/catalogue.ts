import type { CatalogueEntry } from "./catalogue-entry.ts";
import { POLICY_CODES } from "./policy-codes.ts";
import { RECORD_CODES } from "./record-codes.ts";

/** Every code, and all that is fixed about it. Nothing else states a severity, a title or an explanation. */
export const CATALOGUE = { ...RECORD_CODES, ...POLICY_CODES } as const;

/** Kebab-case, subject first: `kill-criterion-tripped`. Codes are part of the interface and do not change. */
export type Code = keyof typeof CATALOGUE;

export function catalogueEntry(code: Code): CatalogueEntry {
  return CATALOGUE[code];
}

export function isCode(text: string): text is Code {
  return Object.hasOwn(CATALOGUE, text);
}

/** Where a code is explained in the README. */
export function docsAnchor(code: Code): string {
  return `#${code}`;
}
