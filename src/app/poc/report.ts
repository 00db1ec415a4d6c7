import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/** A PoC as it was found: what every read command answers from. */
export interface Report {
  /** Absolute path of the PoC folder. */
  readonly folder: string;
  readonly standing: Standing;
  /** Problems of the records and of the policy, by file and position. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Those of the diagnostics that say what could not be read. */
  readonly ofRecords: readonly LocatedDiagnostic[];
}
