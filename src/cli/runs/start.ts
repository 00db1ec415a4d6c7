import { EXIT } from "../../app/ports/exit.ts";
import { exitCodeOf } from "../../app/poc/exit-code.ts";
import type { Context } from "../../app/ports/ports.ts";
import { startPoc } from "../../app/agreement/start-poc.ts";
import { startAnswer } from "../../output/answers/start-answer.ts";
import type { InputOf } from "../command.ts";
import type { startCommand } from "../commands/start.ts";
import { pathPrefix } from "../path-prefix.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { pocText } from "../style.ts";

export async function runStart(context: Context, { directory, flags }: InputOf<typeof startCommand>): Promise<number> {
  const result = await startPoc(context, {
    directory,
    by: flags.by,
    allowSecret: flags.allowSecret,
    note: flags.note,
    date: flags.date,
    from: flags.from,
    timestamp: flags.timestamp,
  });
  const refused = result.entry === undefined;
  if (flags.format === "json") {
    const { agreementJson } = await import("../../output/json/entry-json.ts");
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    printAnswer(context, envelopeJson("start", result, agreementJson(result), context.cwd));
    return refused ? exitCodeOf(result.refusals, "note") || EXIT.breach : EXIT.fine;
  }
  const paths = { prefix: pathPrefix(context.cwd, result.folder) };
  const said = await pocText(context, refused ? "err" : "out", result, (style) => startAnswer(result, style, paths));
  if (refused) context.terminal.err(said);
  else printAnswer(context, said);
  // A refusal is never a success, not even where all that speaks against starting are warnings.
  return refused ? exitCodeOf(result.refusals, "note") || EXIT.breach : EXIT.fine;
}
