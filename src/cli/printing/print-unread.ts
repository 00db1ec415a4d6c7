import { exitCodeOf } from "../../app/poc/exit-code.ts";
import type { Report } from "../../app/poc/report.ts";
import type { Context } from "../../app/ports/ports.ts";
import { printDiagnostics } from "./print-diagnostics.ts";

/**
 * Says on standard error what of the records could not be read, and what had to be masked in the answer; returns the
 * exit code of the first. An answer from a part of the records must not look like one from all of them. A command that
 * stored something says it too, and its exit code stays that of storing.
 */
export async function printUnread(
  context: Context,
  { folder, diagnostics, ofRecords }: Pick<Report, "folder" | "diagnostics" | "ofRecords">,
): Promise<number> {
  const masked = diagnostics.filter(({ code }) => code === "secret-in-log");
  await printDiagnostics(context, folder, [...ofRecords, ...masked]);
  return exitCodeOf(ofRecords);
}
