import { EXIT } from "../../app/ports/exit.ts";
import { readNext } from "../../app/views/read-next.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { nextText } from "../../output/views/next-text.ts";
import type { InputOf } from "../command.ts";
import type { nextCommand } from "../commands/next.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { printListFaults } from "../printing/print-list-faults.ts";
import { pocText } from "../style.ts";

export async function runNext(context: Context, input: InputOf<typeof nextCommand>): Promise<number> {
  const { directory, args, flags } = input;
  if (flags.all) return (await import("../next-of-portfolio.ts")).nextOfPortfolio(context, input);
  const [where] = args.where;
  if (where !== undefined)
    throw new UsageFault(`found "${where.slice(0, 60)}" without --all`, `add --all, or name one PoC: -C ${where}`);
  if (flags.for !== undefined) throw new UsageFault("--for needs --all", "add --all, or choose by --role");
  const result = await readNext(context, { directory, asOf: flags.asOf, role: flags.role });
  const json = flags.format === "json";
  if (json) {
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    const { nextJson } = await import("../../output/json/next-json.ts");
    context.terminal.out(envelopeJson("next", result, nextJson(result), context.cwd));
  } else {
    context.terminal.out(await pocText(context, "out", result, (style) => nextText(result, style)));
    await printDiagnostics(context, result.folder, result.ofRecords);
  }
  const faulty = await printListFaults(
    context,
    result.folder,
    result.lists.map(({ found }) => found),
  );
  return faulty || result.standing.unreadable.length > 0 ? EXIT.records : EXIT.fine;
}
