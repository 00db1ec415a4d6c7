import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { meantName, nameHint } from "../../domain/scalars/nearest.ts";
import { codesText, explainable, explainText } from "../../output/diagnostics/explain-text.ts";
import type { InputOf } from "../command.ts";
import type { explainCommand } from "../commands/explain.ts";
import { styleFor } from "../style.ts";

/** A part of a code names a family; longer lists are those of `poc explain` itself. */
const MOST_ALIKE = 6;

export async function runExplain(context: Context, { args }: InputOf<typeof explainCommand>): Promise<number> {
  const style = await styleFor(context, "out");
  const typed = args.code;
  if (typed === undefined) {
    context.terminal.out(codesText(style));
    return EXIT.fine;
  }
  const codes = explainable();
  const code = meantName(typed, codes);
  if (code === undefined) {
    const alike = typed === "" ? [] : codes.filter((one) => one.includes(typed.toLowerCase())).slice(0, MOST_ALIKE);
    throw new UsageFault(
      `no diagnostic is called "${typed.slice(0, 60)}"`,
      alike.length === 0 ? nameHint(typed, codes, "poc explain lists them") : `did you mean ${alike.join(", ")}?`,
    );
  }
  context.terminal.out(explainText(code, style));
  return EXIT.fine;
}
