import { EXIT_CRITERIA } from "../../domain/records/checklist-items.ts";
import { attestableGateItems } from "../../domain/records/gate.ts";
import { knownItems, type KnownItems } from "../log/facts/read-answers.ts";
import { openLibrary } from "../library/open-library.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";

/** Every item of every list and gate that can be read. A module of its own, because `poc log` seldom needs them. */
export async function attestableItems(context: Context, poc: OpenPoc): Promise<KnownItems> {
  const { checklists, gates } = await openLibrary(context, poc.folder);
  const files = checklists.files();
  const faulty = files.filter(({ checklist }) => checklist === undefined).map(({ name }) => name);
  return knownItems(
    [EXIT_CRITERIA, ...files.flatMap(({ checklist }) => checklist ?? [])],
    faulty,
    attestableGateItems(gates().gates),
  );
}
