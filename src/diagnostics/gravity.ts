import { CASE_CODES } from "./case-codes.ts";
import type { Code } from "./catalogue.ts";
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

/** How bad it is, and what it says of the PoC. */
export type Gravity = Pick<CatalogueEntry, "severity" | "kind">;

const GRAVITIES: readonly Readonly<Partial<Record<Code, Gravity>>>[] = [
  FILE_CODES,
  FIELD_CODES,
  DEFINITION_CODES,
  CHARTER_CODES,
  MONEY_CODES,
  EVIDENCE_CODES,
  CASE_CODES,
  TERMS_CODES,
  LOG_CODES,
  DECISION_CODES,
  PEOPLE_CODES,
  GATE_CODES,
  ORGANISATION_CODES,
  REQUIRED_LIST_CODES,
];

/**
 * All that the daily commands ask of the catalogue. The build leaves every text out of what is imported here
 * (`scripts/leaner-code.mjs`), because they are a tenth of the code that a command loads, and few commands show one.
 */
export function gravityOf(code: Code): Gravity {
  for (const gravities of GRAVITIES) {
    const gravity = gravities[code];
    if (gravity !== undefined) return gravity;
  }
  throw new Error(`no gravity is known of ${code}`);
}
