import { foundPocs, wholePocs, type FoundPocs, type WholePocs } from "../../app/portfolio/found-pocs.ts";
import { keepList, keptList, type ListAnswer } from "../../app/portfolio/kept-list.ts";
import type { ListResult, WholeList } from "../../app/portfolio/list-pocs.ts";
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
  const request = { named, asOf: flags.asOf, noCache: flags.noCache };
  const out = fileOf(flags);
  const { text, exitCode } =
    flags.format === "html" || flags.like !== undefined
      ? await whole(context, await wholePocs(context, request), flags)
      : await lines(context, await foundPocs(context, request), input);
  if (out === undefined) context.terminal.out(text);
  else {
    const { writeList } = await import("../../app/portfolio/render-board.ts");
    writeList(context, out, text, flags.force);
    context.terminal.err(`Written: ${visibleText(out)}\n`);
  }
  return exitCode;
}

function fileOf({ out }: Input["flags"]): string | undefined {
  return out === "-" ? undefined : out;
}

/** A line for each PoC; as it was printed before where nothing has changed. */
async function lines(context: Context, found: FoundPocs, input: Input): Promise<ListAnswer> {
  const { flags } = input;
  const style = await listStyle(context, flags);
  const again = listToKeep(context, found, input, style);
  const kept = again && keptList(again.store, found, again.shown);
  if (kept !== undefined) return kept;
  const { listExitCode, listOf } = await import("../../app/portfolio/list-pocs.ts");
  const textOf = await linesText(context, flags, style);
  const answer = await leanly(context, found, () => {
    const result = listOf(found, selectionOf(flags));
    return { text: textOf(result), exitCode: listExitCode(result, flags.failOn) };
  });
  if (again !== undefined) keepList(again.store, found, again.shown, answer);
  return answer;
}

/** What needs all that is known of each PoC. */
async function whole(context: Context, found: WholePocs, flags: Input["flags"]): Promise<ListAnswer> {
  const { listExitCode, wholeListOf } = await import("../../app/portfolio/list-pocs.ts");
  const textOf = await wholeText(context, flags);
  return leanly(context, found, async () => {
    const result = await wholeListOf(found, { ...selectionOf(flags), like: flags.like });
    return { text: await textOf(result), exitCode: listExitCode(result, flags.failOn) };
  });
}

/** From so many PoCs on, what is shown of them is a large part of the heap. */
const MANY = 1000;

/** @param act what it needs is loaded by now, because V8 refuses the code that was kept from here on */
async function leanly<T>(context: Context, { pocs }: FoundPocs, act: () => T | Promise<T>): Promise<T> {
  const end = pocs.length > MANY ? await context.leanHeap() : undefined;
  try {
    return await act();
  } finally {
    end?.();
  }
}

function selectionOf({ state, owner, team, sort }: Input["flags"]) {
  return { states: state, owners: owner, teams: team, sort };
}

async function listStyle(context: Context, flags: Input["flags"]): Promise<Style> {
  const style = await styleFor(context, "out");
  return fileOf(flags) === undefined ? style : { ...style, terminal: false };
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

async function linesText(
  { cwd }: Context,
  { format }: Input["flags"],
  style: Style,
): Promise<(result: ListResult) => string> {
  switch (format) {
    case "json": {
      const { libraryEnvelopeJson } = await import("../../output/json/envelope-json.ts");
      const { listJson } = await import("../../output/portfolio/list-json.ts");
      return (result) => libraryEnvelopeJson("list", listJson(result, cwd));
    }
    case "csv": {
      const { listCsv } = await import("../../output/portfolio/list-csv.ts");
      return (result) => listCsv(result, cwd);
    }
    default: {
      const { listText } = await import("../../output/portfolio/list-text.ts");
      return (result) => listText(result, cwd, style);
    }
  }
}

async function wholeText(
  context: Context,
  flags: Input["flags"],
): Promise<(result: WholeList) => string | Promise<string>> {
  const { cwd } = context;
  switch (flags.format) {
    case "html": {
      const { renderBoard } = await import("../../app/portfolio/render-board.ts");
      return (result) => renderBoard(context, result, fileOf(flags));
    }
    case "human": {
      const { alikeText } = await import("../../output/portfolio/alike-text.ts");
      const style = await listStyle(context, flags);
      return (result) => alikeText(result, cwd, style);
    }
    default:
      return linesText(context, flags, await listStyle(context, flags));
  }
}
