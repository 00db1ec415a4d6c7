import type { Code } from "../../diagnostics/catalogue.ts";
import { gravityOf } from "../../diagnostics/gravity.ts";
import type { DiagnosticKind, Severity } from "../../diagnostics/catalogue-entry.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { EXIT, type FailOn } from "../ports/exit.ts";
import type { ValueResult } from "../views/show-value.ts";

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, note: 1 };
const LEAST: Readonly<Record<FailOn, number>> = { error: 3, warning: 2, note: 1, never: 4 };

/**
 * What cannot be judged outweighs a breach, and a breach outweighs what is only due. Records that cannot be read
 * always fail.
 */
export function exitCodeOf(diagnostics: readonly Pick<Diagnostic, "code">[], failOn: FailOn = "error"): number {
  const failing = (kind: DiagnosticKind) =>
    diagnostics.some(({ code }) => gravityOf(code).kind === kind && failsAt(code, failOn));
  if (failing("records")) return EXIT.records;
  if (failing("breach")) return EXIT.breach;
  return failing("due") ? EXIT.due : EXIT.fine;
}

/** Whether a diagnostic of the code makes a command fail. */
export function failsAt(code: Code, failOn: FailOn): boolean {
  return RANK[gravityOf(code).severity] >= LEAST[failOn];
}

/**
 * The exit code of the verdict that is shown, also for a what-if: a missed target is a breach, an unsettled one is due.
 */
export function valueExitCode({ value, ofRecords }: Pick<ValueResult, "value" | "ofRecords">): number {
  const records = exitCodeOf(ofRecords);
  if (records !== EXIT.fine) return records;
  // The kinds of the checks that report them: what is impossible, or in a currency without a rate, cannot be judged.
  if (value.faults.length > 0 || value.inputs.some((input) => input.unconverted)) return EXIT.records;
  return value.meetsThresholds === undefined ? EXIT.due : value.meetsThresholds ? EXIT.fine : EXIT.breach;
}
