import { EXIT_CRITERIA } from "../../domain/records/checklist-items.ts";
import { attestableGateItems } from "../../domain/records/gate.ts";
import { checklistLibrary } from "../library/checklist-library.ts";
import { knownItems, type KnownItems } from "../log/facts/read-answers.ts";
import { gateLibrary } from "../library/gate-library.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";

/**
 * Every item of every list and gate that can be read. A module of its own, for `poc log` reads them only where it has
 * to.
 */
export async function attestableItems(context: Context, poc: OpenPoc): Promise<KnownItems> {
  const files = checklistLibrary(context, poc.folder).files();
  const faulty = files.filter(({ checklist }) => checklist === undefined).map(({ name }) => name);
  return knownItems(
    [EXIT_CRITERIA, ...files.flatMap(({ checklist }) => checklist ?? [])],
    faulty,
    attestableGateItems(gateLibrary(context, poc.folder).gates),
  );
}
