import { EXIT } from "../../app/ports/exit.ts";
import { readNext } from "../../app/views/read-next.ts";
import type { Context } from "../../app/ports/ports.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { nextJson } from "../../output/json/next-json.ts";
import { nextText } from "../../output/views/next-text.ts";
import type { Input } from "../command.ts";
import { text } from "../flag-values.ts";
import { printDiagnostics } from "../print-diagnostics.ts";
import { printListFaults } from "../print-list-faults.ts";
import { styleFor } from "../style.ts";
import { ROLES } from "../../domain/scalars/person.ts";

export async function runNext(context: Context, input: Input): Promise<number> {
  const role = ROLES.find((candidate) => candidate === text(input, "role"));
  const result = await readNext(context, { directory: text(input, "directory"), asOf: text(input, "asOf"), role });
  const json = text(input, "format") === "json";
  context.terminal.out(
    json
      ? envelopeJson("next", result, nextJson(result), context.cwd)
      : nextText(result, await styleFor(context, "out")),
  );
  if (!json) await printDiagnostics(context, result.folder, result.ofRecords);
  const faulty = await printListFaults(
    context,
    result.folder,
    result.lists.map(({ found }) => found),
  );
  return faulty || result.standing.unreadable.length > 0 ? EXIT.records : EXIT.fine;
}
