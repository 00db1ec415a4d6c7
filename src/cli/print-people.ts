import type { Report } from "../app/poc/report.ts";
import type { Context } from "../app/ports/ports.ts";
import { PEOPLE_CODES } from "../diagnostics/people-codes.ts";
import { printDiagnostics } from "./print-diagnostics.ts";

/** What an act that was just stored shows of who approved or decided it: said at once, and not only by the check. */
export async function printPeople(context: Context, { folder, diagnostics }: Report): Promise<void> {
  const told = diagnostics.filter(({ code }) => Object.hasOwn(PEOPLE_CODES, code));
  if (told.length > 0) await printDiagnostics(context, folder, told);
}
