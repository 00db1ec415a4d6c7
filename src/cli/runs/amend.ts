import { amendPoc } from "../../app/agreement/amend-poc.ts";
import { EXIT } from "../../app/ports/exit.ts";
import { exitCodeOf } from "../../app/poc/exit-code.ts";
import type { Context } from "../../app/ports/ports.ts";
import { amendAnswer } from "../../output/answers/amend-answer.ts";
import type { InputOf } from "../command.ts";
import type { amendCommand } from "../commands/amend.ts";
import { pathPrefix } from "../path-prefix.ts";
import { printPeople } from "../printing/print-people.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { printUnread } from "../printing/print-unread.ts";
import { pocText } from "../style.ts";

export async function runAmend(context: Context, { directory, flags }: InputOf<typeof amendCommand>): Promise<number> {
  const result = await amendPoc(context, {
    directory,
    sets: flags.set,
    unsets: flags.unset,
    extend: flags.extend,
    clear: flags.clear,
    reason: flags.reason,
    approver: flags.approver,
    by: flags.by,
    allowSecret: flags.allowSecret,
  });
  const refused = result.entry === undefined;
  if (flags.format === "json") {
    const { agreementJson } = await import("../../output/json/entry-json.ts");
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    printAnswer(context, envelopeJson("amend", result, agreementJson(result), context.cwd));
    return refused ? exitCodeOf(result.refusals, "note") || EXIT.breach : EXIT.fine;
  }
  const paths = { prefix: pathPrefix(context.cwd, result.folder) };
  const said = await pocText(context, refused ? "err" : "out", result, (style) => amendAnswer(result, style, paths));
  if (refused) context.terminal.err(said);
  else {
    printAnswer(context, flags.quiet ? `${result.entry.id}\n` : said);
    await printPeople(context, result);
    await printUnread(context, result);
  }
  return refused ? exitCodeOf(result.refusals, "note") || EXIT.breach : EXIT.fine;
}
