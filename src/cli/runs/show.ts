import type { Context } from "../../app/ports/ports.ts";
import { showLog } from "../../app/views/show-log.ts";
import { showText } from "../../output/views/show-text.ts";
import type { InputOf } from "../command.ts";
import type { showCommand } from "../commands/show.ts";
import { printPaged } from "../printing/print-paged.ts";
import { printUnread } from "../printing/print-unread.ts";
import { pocText } from "../style.ts";

export async function runShow(
  context: Context,
  { directory, args, flags }: InputOf<typeof showCommand>,
): Promise<number> {
  const result = await showLog(context, {
    directory,
    id: args.id,
    since: flags.since,
    until: flags.until,
    eval: flags.eval,
    by: flags.by,
    asOf: flags.asOf,
  });
  if (flags.format === "json") {
    // Few ask for JSON, and what writes it is loaded for them alone.
    const { showJson } = await import("../../output/json/show-json.ts");
    for (const piece of showJson(result, context.cwd)) context.terminal.out(piece);
  } else {
    await printPaged(context, await pocText(context, "out", result, (style) => showText(result, style)), {
      pager: !flags.noPager,
    });
  }
  return printUnread(context, result);
}
