import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { meantName, nameHint } from "../../domain/scalars/nearest.ts";
import { codesText, explainable, explainText } from "../../output/diagnostics/explain-text.ts";
import type { InputOf } from "../command.ts";
import type { explainCommand } from "../commands/explain.ts";
import { styleFor } from "../style.ts";

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
    throw new UsageFault(
      `no diagnostic is called "${typed.slice(0, 60)}"`,
      nameHint(typed, codes, "poc explain lists them"),
    );
  }
  context.terminal.out(explainText(code, style));
  return EXIT.fine;
}
