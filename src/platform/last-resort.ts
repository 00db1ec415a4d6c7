import { writeSync } from "node:fs";
import { visibleText } from "../domain/scalars/visible-text.ts";

/**
 * For a fault that escaped even the catch-all of `main`: one line on standard error, and exit code 3. The stack helps
 * only the authors of the tool, so it is printed only with POC_DEBUG=1.
 */
export function lastResort(error: unknown): void {
  process.exitCode = 3;
  const message = error instanceof Error ? error.message : String(error);
  const stack = process.env["POC_DEBUG"] === "1" && error instanceof Error ? `${error.stack ?? ""}\n` : "";
  try {
    writeSync(2, `error: a fault in poc itself: ${visibleText(message)} (POC_DEBUG=1 shows where)\n${stack}`);
  } catch {
    // Nowhere to say it; the exit code still does.
  }
}
