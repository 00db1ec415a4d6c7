import { optional } from "../../domain/scalars/optional.ts";
import { decide } from "../../app/agreement/decide.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { decideAnswer } from "../../output/answers/decide-answer.ts";
import type { InputOf } from "../command.ts";
import type { decideCommand } from "../commands/decide.ts";
import { printPeople } from "../printing/print-people.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { printUnread } from "../printing/print-unread.ts";
import { pocText } from "../style.ts";

export async function runDecide(
  context: Context,
  { directory, args, flags }: InputOf<typeof decideCommand>,
): Promise<number> {
  const result = await decide(context, {
    directory,
    outcome: args.outcome,
    why: flags.why,
    by: flags.by,
    allowSecret: flags.allowSecret,
    conditions: flags.condition,
    met: flags.met,
    override: flags.override,
    supersede: flags.supersede,
    days: flags.days,
    words: wordsOf(flags),
  });
  const { entry } = result;
  if (flags.format === "json") {
    const { entryJson } = await import("../../output/json/entry-json.ts");
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    const data = { entry: entryJson(entry, result.standing), file: entry.file };
    printAnswer(context, envelopeJson("decide", result, data, context.cwd));
    return EXIT.fine;
  }
  printAnswer(
    context,
    flags.quiet ? `${entry.id}\n` : await pocText(context, "out", result, (style) => decideAnswer(result, style)),
  );
  await printPeople(context, result);
  await printUnread(context, result);
  return EXIT.fine;
}

function wordsOf({ ask, ends, learned, alternatives, retryIf }: InputOf<typeof decideCommand>["flags"]) {
  return {
    ...optional("ask", ask),
    ...optional("ends", ends),
    ...optional("learned", learned),
    ...optional("alternatives", alternatives),
    ...optional("retryIf", retryIf),
  };
}
