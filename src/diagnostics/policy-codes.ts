import { CHARTER_CODES } from "./charter-codes.ts";
import { CONDUCT_CODES } from "./conduct-codes.ts";
import { EVIDENCE_CODES } from "./evidence-codes.ts";
import { GATE_CODES } from "./gate-codes.ts";
import { MONEY_CODES } from "./money-codes.ts";

/** Every code that a check of the policy may report. */
export const POLICY_CODES = {
  ...CHARTER_CODES,
  ...MONEY_CODES,
  ...EVIDENCE_CODES,
  ...CONDUCT_CODES,
  ...GATE_CODES,
} as const;
