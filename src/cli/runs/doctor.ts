import { EXIT } from "../../app/ports/exit.ts";
import { cacheSize, examine } from "../../app/doctor/examine.ts";
import type { Context } from "../../app/ports/ports.ts";
import { doctorJson } from "../../output/json/doctor-json.ts";
import { libraryEnvelopeJson } from "../../output/json/envelope-json.ts";
import { doctorText } from "../../output/views/doctor-text.ts";
import type { InputOf } from "../command.ts";
import type { doctorCommand } from "../commands/doctor.ts";
import { styleFor } from "../style.ts";

export async function runDoctor(
  context: Context,
  { directory, flags }: InputOf<typeof doctorCommand>,
): Promise<number> {
  if (flags.clearCache) {
    const { files, bytes } = (await context.cache()).clear();
    context.terminal.err(files === 0 ? "Nothing was kept.\n" : `Removed ${cacheSize(files, bytes)}.\n`);
  }
  const style = await styleFor(context, "out");
  const { columns, colour, unicode } = style;
  const result = await examine(context, directory, { columns, colour: colour > 0, unicode });
  context.terminal.out(
    flags.format === "json" ? libraryEnvelopeJson("doctor", doctorJson(result)) : doctorText(result, style),
  );
  return [...result.findings.values()].some(({ health }) => health === "broken") ? EXIT.records : EXIT.fine;
}
