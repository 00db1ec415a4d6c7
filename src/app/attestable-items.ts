import { EXIT_CRITERIA } from "../domain/checklist-items.ts";
import { checklistLibrary } from "./checklist-library.ts";
import { knownItems, type KnownItems } from "./facts/read-answers.ts";
import type { OpenPoc } from "./open-poc.ts";
import type { Context } from "./ports.ts";

/** Every item of every list that can be read. A module of its own, for `poc log` reads lists only where it has to. */
export async function attestableItems(context: Context, poc: OpenPoc): Promise<KnownItems> {
  return knownItems([EXIT_CRITERIA, ...checklistLibrary(context, poc.folder).files().flatMap(({ checklist }) => checklist ?? [])]);
}
