import { EXIT } from "../ports/exit.ts";
import { exitCodeOf } from "../poc/exit-code.ts";
import type { ValueResult } from "./show-value.ts";

/** That of the verdict that is shown, be it of a what-if: missed is a breach, and what cannot be told yet is due. */
export function valueExitCode({ value, ofRecords }: Pick<ValueResult, "value" | "ofRecords">): number {
  const records = exitCodeOf(ofRecords);
  if (records !== EXIT.fine) return records;
  // The kinds of the checks that report them: what is impossible, or in a currency without a rate, cannot be judged.
  if (value.faults.length > 0 || value.inputs.some((input) => input.unconverted)) return EXIT.records;
  return value.meetsThresholds === undefined ? EXIT.due : value.meetsThresholds ? EXIT.fine : EXIT.breach;
}
