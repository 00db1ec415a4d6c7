import type { Code } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Standing } from "../domain/standing/standing.ts";

/** One test of the policy. It sees the standing and nothing else: no text, no positions, no colour. */
export interface Check {
  /** Kebab-case, named after what it looks at. */
  readonly name: string;
  /** Every code it may report. */
  readonly codes: readonly Code[];
  readonly run: (standing: Standing) => readonly Diagnostic[];
}
