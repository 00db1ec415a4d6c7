import { decide } from "../../app/agreement/decide.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { decideAnswer } from "../../output/answers/decide-answer.ts";
import type { Input } from "../command.ts";
import { argument, flag, text, texts, wholeNumber } from "../flag-values.ts";
import { printAnswer } from "../print-answer.ts";
import { styleFor } from "../style.ts";

export async function runDecide(context: Context, input: Input): Promise<number> {
  const result = await decide(context, {
    directory: text(input, "directory"),
    outcome: argument(input, 0),
    why: text(input, "why"),
    by: text(input, "by"),
    allowSecret: flag(input, "allowSecret"),
    conditions: texts(input, "condition"),
    override: text(input, "override"),
    supersede: flag(input, "supersede"),
    days: wholeNumber(input, "days", "--days"),
  });
  printAnswer(context, decideAnswer(result, await styleFor(context, "out")));
  return EXIT.fine;
}
