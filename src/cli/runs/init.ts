import { EXIT } from "../../app/ports/exit.ts";
import { initPoc } from "../../app/init/init-poc.ts";
import type { Context } from "../../app/ports/ports.ts";
import { initAnswer } from "../../output/answers/init-answer.ts";
import type { Input } from "../command.ts";
import { argument, flag, text, texts } from "../flag-values.ts";
import { printAnswer } from "../print-answer.ts";
import { styleFor } from "../style.ts";

export async function runInit(context: Context, input: Input): Promise<number> {
  const result = await initPoc(context, {
    directory: argument(input, 0) ?? text(input, "directory"),
    title: text(input, "title"),
    question: text(input, "question"),
    unknowns: texts(input, "unknown"),
    kind: text(input, "kind"),
    motivations: texts(input, "motivation"),
    owner: text(input, "owner"),
    sponsor: text(input, "sponsor"),
    start: text(input, "start"),
    days: text(input, "days"),
    timezone: text(input, "timezone"),
    cap: text(input, "cap"),
    mvpBudget: text(input, "mvpBudget"),
    stack: texts(input, "stack"),
    productionStack: texts(input, "productionStack"),
    metric: text(input, "metric"),
    higherIsBetter: flag(input, "higherIsBetter"),
    baseline: text(input, "baseline"),
    target: text(input, "target"),
    minN: text(input, "minN"),
    killWhen: text(input, "killWhen"),
    killAsk: text(input, "killAsk"),
    patternKnown: flag(input, "patternKnown"),
    valueObvious: flag(input, "valueObvious"),
    yes: flag(input, "yes"),
    dryRun: flag(input, "dryRun"),
    example: flag(input, "example"),
  });
  printAnswer(context, initAnswer(result, await styleFor(context, "out")));
  return EXIT.fine;
}
