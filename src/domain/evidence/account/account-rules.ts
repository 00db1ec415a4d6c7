import type { Eval } from "../../records/eval.ts";
import { judgedResult, type LoggedResult } from "../judged-result.ts";
import type { Look } from "../looks.ts";
import type { AccountRules } from "./book.ts";

/** An account by the definition as it is, of an eval that picks its arm itself. */
export function usualRules(item: Eval, results: readonly LoggedResult[], look: Look): AccountRules {
  return {
    confidence: look.confidence,
    amendments: [],
    closings: look.closings ?? [],
    armsToPick: [],
    pickedBefore: pickedBefore(item, results),
  };
}

/** The arm that had the best figure before an entry was logged. */
export function pickedBefore(item: Eval, results: readonly LoggedResult[]): AccountRules["pickedBefore"] {
  return (entry) => {
    const before = results.filter((one) => one.entry !== entry && one.entry.at.epochMs <= entry.at.epochMs);
    return judgedResult(item, before)?.result.result.arm;
  };
}
