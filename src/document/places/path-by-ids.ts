import type { Path, Place } from "../../diagnostics/place.ts";
import { LOG_FOLDER } from "../../domain/records/records.ts";
import { idOf, stepInto } from "./locate.ts";
import type { Sources } from "./sources.ts";

/**
 * The path of a place with the ids of list items instead of their positions: it stays the same when an item is put
 * above them. Entries are never rewritten, so there a position is as good as a name.
 */
export function pathByIds(sources: Sources, { file, path }: Place): Path {
  if (file.startsWith(`${LOG_FOLDER}/`) || !path.some((step) => typeof step === "number")) return path;
  const steps: (string | number)[] = [];
  let found = sources.outline(file) ?? null;
  for (const step of path) {
    found = stepInto(found, step)?.value ?? null;
    const id = typeof step === "number" && found !== null ? idOf(found)?.value : undefined;
    steps.push(typeof id === "string" ? id : step);
  }
  return steps;
}
