import { listExitCode, listPocs, type ListResult } from "../../app/portfolio/list-pocs.ts";
import type { Context } from "../../app/ports/ports.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
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
  const out = flags.out === "-" ? undefined : flags.out;
  const text = await textOf(context, result, flags, out);
  if (out === undefined) context.terminal.out(text);
  else {
    const { writeList } = await import("../../app/portfolio/render-board.ts");
    writeList(context, out, text, flags.force);
    context.terminal.err(`Written: ${visibleText(out)}\n`);
  }
  return listExitCode(result, flags.failOn);
}

async function textOf(
  context: Context,
  result: ListResult,
  { format, like }: InputOf<typeof listCommand>["flags"],
  out: string | undefined,
): Promise<string> {
  switch (format) {
    case "json": {
      const { libraryEnvelopeJson } = await import("../../output/json/envelope-json.ts");
      const { listJson } = await import("../../output/portfolio/list-json.ts");
      return libraryEnvelopeJson("list", listJson(result, context.cwd));
    }
    case "csv":
      return (await import("../../output/portfolio/list-csv.ts")).listCsv(result, context.cwd);
    case "html":
      return (await import("../../app/portfolio/render-board.ts")).renderBoard(context, result, out);
    default: {
      const shown = await styleFor(context, "out");
      const style = out === undefined ? shown : { ...shown, terminal: false };
      if (like !== undefined)
        return (await import("../../output/portfolio/alike-text.ts")).alikeText(result, context.cwd, style);
      return (await import("../../output/portfolio/list-text.ts")).listText(result, context.cwd, style);
    }
  }
}
