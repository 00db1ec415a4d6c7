import { catalogueEntry } from "../diagnostics/catalogue.ts";
import type { DiagnosticKind, Severity } from "../diagnostics/catalogue-entry.ts";
import type { LocatedDiagnostic } from "../diagnostics/diagnostic.ts";

/** Exit codes, everywhere the same. */
export const EXIT = { fine: 0, breach: 1, usage: 2, records: 3, due: 4, cancelled: 130 } as const;

/** From which severity on a diagnostic makes a command fail. */
export const FAIL_ON = ["error", "warning", "note", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, note: 1 };
const LEAST: Readonly<Record<FailOn, number>> = { error: 3, warning: 2, note: 1, never: 4 };

/** What cannot be judged outweighs a breach, and a breach what is merely due. Records that cannot be read always fail. */
export function exitCodeOf(diagnostics: readonly LocatedDiagnostic[], failOn: FailOn = "error"): number {
  const failing = (kind: DiagnosticKind) =>
    diagnostics.some(({ code }) => {
      const entry = catalogueEntry(code);
      return entry.kind === kind && RANK[entry.severity] >= LEAST[failOn];
    });
  if (failing("records")) return EXIT.records;
  if (failing("breach")) return EXIT.breach;
  return failing("due") ? EXIT.due : EXIT.fine;
}
