import { PEOPLE_CODES } from "../../diagnostics/people-codes.ts";
import type { Report } from "../poc/report.ts";

/** What the diagnostics of an act that was just stored say about who approved or decided it. */
export function toldOfPeople({ diagnostics }: Report): Report["diagnostics"] {
  return diagnostics.filter(({ code }) => Object.hasOwn(PEOPLE_CODES, code));
}
