import { readHashes } from "../app/agreement/read-hashes.ts";
import { EXIT } from "../app/ports/exit.ts";
import { UsageFault } from "../app/ports/faults.ts";
import type { Context } from "../app/ports/ports.ts";
import { hashesAnswer } from "../output/answers/hashes-answer.ts";
import type { InputOf } from "./command.ts";
import type { checkCommand } from "./commands/check.ts";
import { pocText } from "./style.ts";

/** The hashes instead of the problems: what an outsider compares. */
export async function runCheckHash(
  context: Context,
  { directory, flags }: InputOf<typeof checkCommand>,
): Promise<number> {
  if (flags.format !== "human" || flags.report.length > 0)
    throw new UsageFault("--hash prints text only", "leave out --format and --report; poc show has the hashes as JSON");
  const result = await readHashes(context, { directory, asOf: flags.asOf });
  context.terminal.out(await pocText(context, "out", result, (style) => hashesAnswer(result, style)));
  return result.holds ? EXIT.fine : EXIT.breach;
}
