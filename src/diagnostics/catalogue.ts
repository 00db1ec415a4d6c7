import { CASE_CODES } from "./case-codes.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";
import { CHARTER_CODES } from "./charter-codes.ts";
import { DECISION_CODES } from "./decision-codes.ts";
import { DEFINITION_CODES } from "./definition-codes.ts";
import { EVIDENCE_CODES } from "./evidence-codes.ts";
import { FIELD_CODES } from "./field-codes.ts";
import { FILE_CODES } from "./file-codes.ts";
import { GATE_CODES } from "./gate-codes.ts";
import { LOG_CODES } from "./log-codes.ts";
import { MONEY_CODES } from "./money-codes.ts";
import { ORGANISATION_CODES, REQUIRED_LIST_CODES } from "./organisation-codes.ts";
import { PEOPLE_CODES } from "./people-codes.ts";
import { TERMS_CODES } from "./terms-codes.ts";

/** Codes of records that cannot be read, or that contradict themselves. The readers in `document` report them. */
export const RECORD_CODES = { ...FILE_CODES, ...FIELD_CODES, ...DEFINITION_CODES, ...REQUIRED_LIST_CODES } as const;

/** Codes of the policy. The checks in `checks` report them. */
export const POLICY_CODES = {
  ...CHARTER_CODES,
  ...MONEY_CODES,
  ...EVIDENCE_CODES,
  ...CASE_CODES,
  ...TERMS_CODES,
  ...LOG_CODES,
  ...DECISION_CODES,
  ...PEOPLE_CODES,
  ...GATE_CODES,
  ...ORGANISATION_CODES,
} as const;

/** Every code, and all that is fixed about it. Nothing else states a severity, a title or an explanation. */
export const CATALOGUE = { ...RECORD_CODES, ...POLICY_CODES } as const;

/** Kebab-case, subject first: `kill-criterion-tripped`. Codes are part of the interface and do not change. */
export type Code = keyof typeof CATALOGUE;

/** The families in the order of the documentation, which is that of the catalogue. */
export const FAMILIES: readonly { readonly title: string; readonly codes: Readonly<Record<string, CatalogueEntry>> }[] =
  [
    { title: "Files", codes: FILE_CODES },
    { title: "Single values", codes: FIELD_CODES },
    { title: "Definitions", codes: DEFINITION_CODES },
    { title: "Charter", codes: CHARTER_CODES },
    { title: "Money and hours", codes: MONEY_CODES },
    { title: "Evidence", codes: EVIDENCE_CODES },
    { title: "Risks and value", codes: CASE_CODES },
    { title: "Terms", codes: TERMS_CODES },
    { title: "Log", codes: LOG_CODES },
    { title: "Decision", codes: DECISION_CODES },
    { title: "People", codes: PEOPLE_CODES },
    { title: "Gates", codes: GATE_CODES },
    { title: "Organisation", codes: { ...ORGANISATION_CODES, ...REQUIRED_LIST_CODES } },
  ];

export function catalogueEntry(code: Code): CatalogueEntry {
  return CATALOGUE[code];
}

export function isCode(text: string): text is Code {
  return Object.hasOwn(CATALOGUE, text);
}

/** Where the documentation of the package explains a code. */
export function docsAnchor(code: Code): string {
  return `docs/diagnostics.md#${code}`;
}
