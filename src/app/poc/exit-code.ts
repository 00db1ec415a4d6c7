import { catalogueEntry } from "../../diagnostics/catalogue.ts";
import type { DiagnosticKind, Severity } from "../../diagnostics/catalogue-entry.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { EXIT, type FailOn } from "../ports/exit.ts";

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
