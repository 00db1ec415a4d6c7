import { nextOfAll } from "../app/portfolio/next-of-all.ts";
import { EXIT } from "../app/ports/exit.ts";
import type { Context } from "../app/ports/ports.ts";
import { libraryEnvelopeJson } from "../output/json/envelope-json.ts";
import { nextAllJson } from "../output/portfolio/next-all-json.ts";
import { nextAllText } from "../output/portfolio/next-all-text.ts";
import type { InputOf } from "./command.ts";
import type { nextCommand } from "./commands/next.ts";
import { styleFor } from "./style.ts";

/** `poc next --all`. */
export async function nextOfPortfolio(
  context: Context,
  { directory, args, flags }: InputOf<typeof nextCommand>,
): Promise<number> {
  const result = await nextOfAll(context, {
    named: args.where.length === 0 && directory !== undefined ? [directory] : args.where,
    asOf: flags.asOf,
    role: flags.role,
    person: flags.for,
  });
  context.terminal.out(
    flags.format === "json"
      ? libraryEnvelopeJson("next --all", nextAllJson(result, context.cwd))
      : nextAllText(
          result,
          context.cwd,
          await styleFor(context, "out"),
          flags.for !== undefined || flags.role !== undefined,
        ),
  );
  return result.notRead.length > 0 ? EXIT.records : EXIT.fine;
}
