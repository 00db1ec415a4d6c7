import { nextOfAll, type NextOfAll } from "../app/portfolio/next-of-all.ts";
import { EXIT } from "../app/ports/exit.ts";
import type { Context } from "../app/ports/ports.ts";
import { libraryEnvelopeJson } from "../output/json/envelope-json.ts";
import { actionJson } from "../output/json/next-json.ts";
import { nextAllJson } from "../output/portfolio/next-all-json.ts";
import { nextAllText, tellAct } from "../output/portfolio/next-all-text.ts";
import type { InputOf } from "./command.ts";
import type { nextCommand } from "./commands/next.ts";
import { styleFor } from "./style.ts";

/** `poc next --all`. */
export async function nextOfPortfolio(
  context: Context,
  { directory, args, flags }: InputOf<typeof nextCommand>,
): Promise<number> {
  const { asOf, role, for: person, format } = flags;
  const named = args.where.length === 0 && directory !== undefined ? [directory] : args.where;
  const request = { named, asOf, role, person };
  if (format === "json") {
    const result = await nextOfAll(context, request, actionJson);
    context.terminal.out(libraryEnvelopeJson("next --all", nextAllJson(result, context.cwd)));
    return exitCodeOf(result);
  }
  const result = await nextOfAll(context, request, tellAct);
  const style = await styleFor(context, "out");
  context.terminal.out(nextAllText(result, context.cwd, style, request));
  return exitCodeOf(result);
}

function exitCodeOf({ notRead }: Pick<NextOfAll<unknown>, "notRead">): number {
  return notRead.length > 0 ? EXIT.records : EXIT.fine;
}
