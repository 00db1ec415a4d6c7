import { exitCodeOf } from "../../app/poc/exit-code.ts";
import { planEvals } from "../../app/agreement/plan-evals.ts";
import type { Context } from "../../app/ports/ports.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { planJson } from "../../output/json/plan-json.ts";
import { planText } from "../../output/views/plan-text.ts";
import type { InputOf } from "../command.ts";
import type { planCommand } from "../commands/plan.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { styleFor } from "../style.ts";

/** It says what can be shown; a plan that is too small is for start and check to report. */
export async function runPlan(context: Context, { directory, flags }: InputOf<typeof planCommand>): Promise<number> {
  const result = await planEvals(context, {
    directory,
    asOf: flags.asOf,
    eval: flags.eval,
    n: flags.n,
    expect: flags.expect,
    target: flags.target,
    baseline: flags.baseline,
    sd: flags.sd,
    confidence: flags.confidence,
  });
  if (flags.format === "json") {
    context.terminal.out(envelopeJson("plan", result, planJson(result), context.cwd));
  } else {
    context.terminal.out(planText(result, await styleFor(context, "out")));
    await printDiagnostics(context, result.folder, result.ofRecords);
  }
  return exitCodeOf(result.ofRecords);
}
