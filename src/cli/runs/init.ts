import { EXIT } from "../../app/ports/exit.ts";
import { initPoc } from "../../app/init/init-poc.ts";
import type { Context } from "../../app/ports/ports.ts";
import { initAnswer } from "../../output/answers/init-answer.ts";
import type { InputOf } from "../command.ts";
import type { initCommand } from "../commands/init.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { styleFor } from "../style.ts";

export async function runInit(
  context: Context,
  { directory, args, flags }: InputOf<typeof initCommand>,
): Promise<number> {
  const result = await initPoc(context, {
    directory: args.dir ?? directory,
    title: flags.title,
    question: flags.question,
    unknowns: flags.unknown,
    answeredBy: flags.answeredBy,
    kind: flags.kind,
    motivations: flags.motivation,
    owner: flags.owner,
    sponsor: flags.sponsor,
    start: flags.start,
    days: flags.days,
    timezone: flags.timezone,
    cap: flags.cap,
    mvpBudget: flags.mvpBudget,
    stack: flags.stack,
    productionStack: flags.productionStack,
    metric: flags.metric,
    evalId: flags.evalId,
    measure: flags.measure,
    judge: flags.judge,
    measuredBy: flags.measuredBy,
    higherIsBetter: flags.higherIsBetter,
    baseline: flags.baseline,
    target: flags.target,
    why: flags.why,
    minN: flags.minN,
    killWhen: flags.killWhen,
    killAsk: flags.killAsk,
    killId: flags.killId,
    killBy: flags.killBy,
    payback: flags.payback,
    dataAccess: flags.dataAccess,
    operations: flags.operations,
    patternKnown: flags.patternKnown,
    valueObvious: flags.valueObvious,
    from: flags.from,
    resume: flags.resume,
    yes: flags.yes,
    dryRun: flags.dryRun,
    example: flags.example,
    allowSecret: flags.allowSecret,
  });
  printAnswer(context, initAnswer(result, await styleFor(context, "out"), context.cwd));
  return EXIT.fine;
}
