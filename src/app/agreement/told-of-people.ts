import { PEOPLE_CODES } from "../../diagnostics/people-codes.ts";
import type { Report } from "../poc/report.ts";

/** Of an act that was just stored, what its diagnostics say of who approved or decided it. */
export function toldOfPeople({ diagnostics }: Report): Report["diagnostics"] {
  return diagnostics.filter(({ code }) => Object.hasOwn(PEOPLE_CODES, code));
}
