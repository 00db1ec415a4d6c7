import { toldOfPeople } from "../../app/agreement/told-of-people.ts";
import type { Report } from "../../app/poc/report.ts";
import type { Context } from "../../app/ports/ports.ts";
import { printDiagnostics } from "./print-diagnostics.ts";

/** Who approved or decided what was just stored is said at once, and not only by the check. */
export async function printPeople(context: Context, result: Report): Promise<void> {
  const told = toldOfPeople(result);
  if (told.length > 0) await printDiagnostics(context, result.folder, told);
}
