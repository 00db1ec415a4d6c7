import { checklistStanding } from "../../domain/standing/checklist.ts";
import { gateWay } from "../../domain/gates/gate-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { gateInputOf, type GateInput } from "../../memo/documents/gate-document.ts";
import { checklistLibrary } from "../library/checklist-library.ts";
import { DiagnosedFault } from "../ports/faults.ts";
import { gateLibrary } from "../library/gate-library.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { foundInPlace } from "./found-files.ts";

/** What an MVP needs before and while it is built, as far as there is a list of that name. */
const MVP_LISTS = ["mvp", "essentials"];

/**
 * What the document of a gate is made from, by the gates of this PoC.
 *
 * @throws DiagnosedFault where gates cannot be read: half of them would be another document
 */
export function gateInput(context: Context, poc: OpenPoc, standing: Standing, document: string): GateInput {
  const { gates, faults } = gateLibrary(context, poc.folder);
  if (faults.length > 0) throw new DiagnosedFault(faults);
  const library = checklistLibrary(context, poc.folder);
  const lists = MVP_LISTS.map((name) => library.find(name)).filter((found) => found !== undefined);
  const faulty = lists.flatMap(({ diagnostics }) => diagnostics);
  if (faulty.length > 0) throw new DiagnosedFault(faulty);
  const way = gateWay(gates, standing, foundInPlace(poc, gates, standing.asOf.date));
  return gateInputOf(
    way,
    standing,
    document,
    lists.flatMap(({ checklist }) => (checklist === undefined ? [] : [checklistStanding(checklist, standing)])),
  );
}
