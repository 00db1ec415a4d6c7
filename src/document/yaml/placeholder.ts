import type { Placeholder } from "../../domain/records/records.ts";
import { valueAt, type Path } from "../../diagnostics/place.ts";
import { isWrittenList, isWrittenMap, type Written } from "./written.ts";

const WORD = /^(?:TBD|TODO|FIXME|\?+|<[A-Za-z][^<>@]*>)$/i;
/** `TODO: ask Marta`. In capitals only: a title may well begin with the word. */
const BEGINNING = /^(?:TBD|TODO)(?![A-Za-z])/;

/** The pattern of a placeholder for JSON Schema, which knows no flags and no look-ahead that editors agree on. */
export const PLACEHOLDER_PATTERN = "^(TBD|TODO|FIXME|\\?+|<[A-Za-z][^<>@]*>|(TBD|TODO)[^A-Za-z].*)?$";

/** These say what a thing is; without them there is nothing to leave open. */
const NEVER: ReadonlySet<string> = new Set(["id", "version"]);

export function isPlaceholder(written: Written): boolean {
  if (written === null) return true;
  if (typeof written !== "string") return false;
  const text = written.trim();
  return text === "" || WORD.test(text) || BEGINNING.test(text);
}

/** Takes every placeholder out of a value: the key goes, or a hole stays in the list. Gives back where they stood. */
export function takePlaceholders(written: Written, file: string): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const note = (path: Path, text: Written) =>
    found.push({ place: valueAt(file, ...path), text: typeof text === "string" ? text.trim() : "" });
  const visit = (value: Written, path: Path): void => {
    if (isWrittenList(value)) {
      for (const [index, item] of value.entries()) {
        if (item !== undefined && isPlaceholder(item)) {
          note([...path, index], item);
          value[index] = undefined;
        } else visit(item, [...path, index]);
      }
    } else if (isWrittenMap(value)) {
      for (const key of Object.keys(value)) {
        const item = value[key];
        if (item !== undefined && isPlaceholder(item) && !NEVER.has(key)) {
          note([...path, key], item);
          delete value[key];
        } else visit(item, [...path, key]);
      }
    }
  };
  visit(written, []);
  return found;
}
