import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { SHELLS, type Shell } from "../../app/ports/shells.ts";
import type { InputOf } from "../command.ts";
import type { completionCommand } from "../commands/completion.ts";

export async function runCompletion(context: Context, { args }: InputOf<typeof completionCommand>): Promise<number> {
  const shell = args.shell ?? shellOf(context.env["SHELL"]);
  if (shell === undefined)
    throw new UsageFault("poc completion: found no shell in SHELL, expected one", `name it: ${SHELLS.join(", ")}`);
  context.terminal.out((await context.shellScripts()).script(shell));
  return EXIT.fine;
}

function shellOf(path: string | undefined): Shell | undefined {
  const name = path?.slice(path.lastIndexOf("/") + 1);
  return SHELLS.find((shell) => shell === name);
}
