import type { Place, Path } from "../diagnostics/place.ts";
import type { Standing } from "../domain/standing/standing.ts";

/**
 * Whether what stands at `place` was read, as far as anything stands there. Where it was not, the reader has said so,
 * and nothing can be told from its absence.
 */
export function couldBeRead(standing: Standing, place: Place): boolean {
  return !standing.unreadable.some((unreadable) => unreadable.file === place.file && meet(unreadable.path, place.path));
}

/** Whether one path lies within the other. An item of a list is named by its index or by its id. */
function meet(a: Path, b: Path): boolean {
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) {
    if (!sameStep(a[k]!, b[k]!)) return false;
  }
  return true;
}

function sameStep(a: string | number, b: string | number): boolean {
  return a === b || typeof a !== typeof b;
}

/** Whether `item` is in the list at `list`: a list whose only item is a placeholder is as good as missing. */
function isInList(item: Place, list: Place): boolean {
  const step = item.path[list.path.length];
  return item.file === list.file && typeof step === "number" && meet(item.path, list.path);
}

/** Whether two places are one, as far as their names tell. */
export function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.path.length === b.path.length && meet(a.path, b.path);
}

/**
 * How a value that is missing is written: added, or in place of the placeholder that is there already.
 *
 * @param written `owner: Name <address>`
 * @param under the key that it belongs under: `mvp`
 */
export function fillHint(
  { placeholders }: Pick<Standing, "placeholders">,
  place: Place,
  written: string,
  under = "",
): string {
  const there = placeholders.find((one) => samePlace(one.place, place) || isInList(one.place, place));
  if (there === undefined) return `add ${written} ${under === "" ? "to" : `under ${under}: in`} ${place.file}`;
  const what = there.text === "" ? "the empty value" : there.text;
  return `replace ${what} in ${place.file}: ${written}`;
}
