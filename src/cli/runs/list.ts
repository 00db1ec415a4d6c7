import { foundPocs, type FoundPocs } from "../../app/portfolio/found-pocs.ts";
import { keepList, keptList } from "../../app/portfolio/kept-list.ts";
import type { ListResult } from "../../app/portfolio/list-pocs.ts";
import type { Context } from "../../app/ports/ports.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import type { Style } from "../../output/terminal/style.ts";
import type { InputOf } from "../command.ts";
import type { listCommand } from "../commands/list.ts";
import { styleFor } from "../style.ts";

type Input = InputOf<typeof listCommand>;

export async function runList(context: Context, input: Input): Promise<number> {
  const { directory, args, flags } = input;
  const named = args.where.length === 0 && directory !== undefined ? [directory] : args.where;
  const found = await foundPocs(context, { named, asOf: flags.asOf, noCache: flags.noCache });
  const style = await styleFor(context, "out");
  const again = listToKeep(context, found, input, style);
  const kept = again && keptList(again.store, found, again.shown);
  if (kept !== undefined) {
    context.terminal.out(kept.text);
    return kept.exitCode;
  }
  const { listExitCode, listOf } = await import("../../app/portfolio/list-pocs.ts");
  const result = await listOf(found, {
    states: flags.state,
    owners: flags.owner,
    sort: flags.sort,
    like: flags.like,
  });
  const exitCode = listExitCode(result, flags.failOn);
  const out = flags.out === "-" ? undefined : flags.out;
  const text = await textOf(context, result, flags, out, style);
  if (out === undefined) context.terminal.out(text);
  else {
    const { writeList } = await import("../../app/portfolio/render-board.ts");
    writeList(context, out, text, flags.force);
    context.terminal.err(`Written: ${visibleText(out)}\n`);
  }
  if (again !== undefined) keepList(again.store, found, again.shown, { text, exitCode });
  return exitCode;
}

/** Where the list is kept, and how it is shown. Pages and files, and lists of another day, are made each time. */
function listToKeep(context: Context, found: FoundPocs, { directory, args, flags }: Input, style: Style) {
  const { asOf, noCache, format, out, ...asked } = flags;
  if (asOf !== undefined || noCache || out !== undefined || format !== "human") return undefined;
  const { colour, columns, unicode, terminal } = style;
  const line = JSON.stringify(["list", context.cwd, directory ?? "", args, asked]);
  const store = found.pocs.length > 0 ? context.answerStore(line) : undefined;
  return store && { store, shown: JSON.stringify([line, colour, columns, unicode, terminal]) };
}

async function textOf(
  context: Context,
  result: ListResult,
  { format, like }: Input["flags"],
  out: string | undefined,
  shown: Style,
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
      const style = out === undefined ? shown : { ...shown, terminal: false };
      if (like !== undefined)
        return (await import("../../output/portfolio/alike-text.ts")).alikeText(result, context.cwd, style);
      return (await import("../../output/portfolio/list-text.ts")).listText(result, context.cwd, style);
    }
  }
}
