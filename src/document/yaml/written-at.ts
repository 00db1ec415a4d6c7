import type { Path } from "../../diagnostics/place.ts";
import { isWrittenList, isWrittenMap, type Written } from "./written.ts";

/** The value at a path, undefined if there is none. */
export function writtenAt(root: Written, path: Path): Written {
  let value = root;
  for (const step of path) {
    if (isWrittenList(value) && typeof step === "number") value = value[step];
    else if (isWrittenMap(value) && typeof step === "string") value = value[step];
    else return undefined;
  }
  return value;
}

/** Removes the value at a path: a key disappears, an item of a list leaves a hole. False if there was none. */
export function dropAt(root: Written, path: Path): boolean {
  const parent = writtenAt(root, path.slice(0, -1));
  const step = path.at(-1);
  if (isWrittenList(parent) && typeof step === "number" && parent[step] !== undefined) {
    parent[step] = undefined;
    return true;
  }
  if (isWrittenMap(parent) && typeof step === "string" && step in parent) {
    delete parent[step];
    return true;
  }
  return false;
}
