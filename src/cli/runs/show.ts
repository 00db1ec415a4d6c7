import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { showLog } from "../../app/views/show-log.ts";
import { entryJson } from "../../output/json/entry-json.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { showText } from "../../output/views/show-text.ts";
import type { Input } from "../command.ts";
import { argument, text } from "../flag-values.ts";
import { styleFor } from "../style.ts";

export async function runShow(context: Context, input: Input): Promise<number> {
  const result = showLog(context, {
    directory: text(input, "directory"),
    id: argument(input, 0),
    since: text(input, "since"),
    until: text(input, "until"),
    eval: text(input, "eval"),
    by: text(input, "by"),
    asOf: text(input, "asOf"),
  });
  if (text(input, "format") === "json") {
    context.terminal.out(
      envelopeJson(
        "show",
        result,
        { entries: result.entries.map((entry) => entryJson(entry, result.standing)) },
        context.cwd,
      ),
    );
  } else {
    context.terminal.out(showText(result, await styleFor(context, "out")));
  }
  return EXIT.fine;
}
