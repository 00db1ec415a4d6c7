import { listExitCode, listPocs } from "../../app/portfolio/list-pocs.ts";
import type { Context } from "../../app/ports/ports.ts";
import type { InputOf } from "../command.ts";
import type { listCommand } from "../commands/list.ts";
import { styleFor } from "../style.ts";

export async function runList(
  context: Context,
  { directory, args, flags }: InputOf<typeof listCommand>,
): Promise<number> {
  const result = await listPocs(context, {
    named: args.where.length === 0 && directory !== undefined ? [directory] : args.where,
    asOf: flags.asOf,
    noCache: flags.noCache,
    states: flags.state,
    owners: flags.owner,
    sort: flags.sort,
    like: flags.like,
  });
  if (flags.format === "json") {
    const { libraryEnvelopeJson } = await import("../../output/json/envelope-json.ts");
    const { listJson } = await import("../../output/portfolio/list-json.ts");
    context.terminal.out(libraryEnvelopeJson("list", listJson(result, context.cwd)));
  } else if (flags.format === "csv") {
    const { listCsv } = await import("../../output/portfolio/list-csv.ts");
    context.terminal.out(listCsv(result, context.cwd));
  } else if (flags.like !== undefined) {
    const { alikeText } = await import("../../output/portfolio/alike-text.ts");
    context.terminal.out(alikeText(result, context.cwd, await styleFor(context, "out")));
  } else {
    const { listText } = await import("../../output/portfolio/list-text.ts");
    context.terminal.out(listText(result, context.cwd, await styleFor(context, "out")));
  }
  return listExitCode(result, flags.failOn);
}
