import { runEvals } from "../../app/import/run-evals.ts";
import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { evalFinished, evalsToRun, importedText, importPlanText } from "../../output/answers/import-answer.ts";
import type { InputOf } from "../command.ts";
import type { runCommand } from "../commands/run.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { styleFor } from "../style.ts";

const AN_HOUR = 3600;

export async function runRun(
  context: Context,
  { directory, args, flags }: InputOf<typeof runCommand>,
): Promise<number> {
  if ((args.eval === undefined) !== flags.all)
    throw new UsageFault("expected an eval or --all, and not both", "write poc run EVAL, or poc run --all");
  const [out, err] = [await styleFor(context, "out"), await styleFor(context, "err")];
  const { yes, by } = flags;
  const request = { directory, eval: args.eval, arms: flags.arm, timeout: flags.timeout ?? AN_HOUR, by, yes };
  const result = await runEvals(context, request, {
    evals: (planned) => context.terminal.err(evalsToRun(planned, err)),
    ran: (planned, outcome) => context.terminal.err(evalFinished(planned, outcome, err)),
    plan: (plan) => printAnswer(context, importPlanText(plan, out)),
  });
  printAnswer(context, importedText(result, out));
  if (result.stored !== undefined) await printDiagnostics(context, result.stored.folder, result.stored.diagnostics);
  return EXIT.fine;
}
