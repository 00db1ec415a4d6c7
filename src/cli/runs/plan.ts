import { exitCodeOf } from "../../app/poc/exit-code.ts";
import { planEvals } from "../../app/agreement/plan-evals.ts";
import type { Context } from "../../app/ports/ports.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { planJson } from "../../output/json/plan-json.ts";
import { planText } from "../../output/views/plan-text.ts";
import type { Input } from "../command.ts";
import { text } from "../flag-values.ts";
import { printDiagnostics } from "../print-diagnostics.ts";
import { styleFor } from "../style.ts";

/** It says what can be shown; a plan that is too small is for start and check to report. */
export async function runPlan(context: Context, input: Input): Promise<number> {
  const result = planEvals(context, {
    directory: text(input, "directory"),
    asOf: text(input, "asOf"),
    eval: text(input, "eval"),
    n: text(input, "n"),
    expect: text(input, "expect"),
    target: text(input, "target"),
    baseline: text(input, "baseline"),
    sd: text(input, "sd"),
    confidence: text(input, "confidence"),
  });
  if (text(input, "format") === "json") {
    context.terminal.out(envelopeJson("plan", result, planJson(result), context.cwd));
  } else {
    context.terminal.out(planText(result, await styleFor(context, "out")));
    await printDiagnostics(context, result.folder, result.ofRecords);
  }
  return exitCodeOf(result.ofRecords);
}
