import { pathText, type Path } from "../../diagnostics/place.ts";
import { readYamlText } from "../yaml/read-yaml.ts";
import { isFieldMap, removalOf, spliceFor, type FieldValue } from "./splice.ts";
import { writtenAt } from "../yaml/written-at.ts";
import { isWrittenList, isWrittenMap, emptyMap, type Written } from "../yaml/written.ts";
import { composeTree } from "../yaml/yaml-tree.ts";

/** Thrown if the field cannot be edited alone; the text is unchanged. */
export class UneditableField extends Error {
  override readonly name = "UneditableField";
}

/**
 * The text with one field changed, or added where its map lacks it; every other byte as it was, comments and layout
 * too. A string in `path` at a list names the item with that id.
 *
 * @param whole whether a map may give way, because the new value says all that it said
 * @throws UneditableField where the result would not read as the same file with that one change
 */
export function editField(text: string, path: Path, value: FieldValue, whole = false): string {
  return edited(text, path, value, whole);
}

/**
 * The text without one field; every other byte as it was, but for a comment behind it.
 *
 * @throws UneditableField where the result would not read as the same file without that field
 */
export function removeField(text: string, path: Path): string {
  return edited(text, path, undefined);
}

/** @param value undefined: the field goes */
function edited(text: string, path: Path, value: FieldValue | undefined, whole = false): string {
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const body = text.slice(mark);
  const before = readYamlText(body, "");
  const { root } = composeTree(body);
  if (before.written === undefined || root === undefined)
    throw refusal(path, before.diagnostics[0]?.message ?? "the file cannot be read");
  const steps = concretePath(before.written, path);
  const splice = value === undefined ? removalOf(body, root, steps) : spliceFor(body, root, steps, value, whole);
  if ("refused" in splice) throw refusal(path, splice.refused);
  const changed = body.slice(0, splice.start) + splice.text + body.slice(splice.end);
  const after = readYamlText(changed, "");
  if (after.written === undefined || !isSame(after.written, withValue(before.written, steps, value))) {
    throw refusal(path, "the change would not read back as that change alone");
  }
  return text.slice(0, mark) + changed;
}

function refusal(path: Path, reason: string): UneditableField {
  return new UneditableField(`${pathText(path)} cannot be edited here: ${reason}; change it in the file by hand`);
}

/** The path with the ids of list items made into indices. */
function concretePath(written: Written, path: Path): Path {
  const steps: (string | number)[] = [];
  for (const step of path) {
    const value = writtenAt(written, steps);
    if (typeof step === "string" && isWrittenList(value)) {
      const index = value.findIndex((item) => isWrittenMap(item) && String(item["id"]) === step);
      if (index < 0) throw refusal(path, `there is no item with the id ${step}`);
      steps.push(index);
    } else steps.push(step);
  }
  return steps;
}

/** A copy of `written` with the value at `path` replaced, added or, where it is undefined, taken out. */
function withValue(written: Written, [step, ...rest]: Path, value: FieldValue | undefined): Written {
  if (step === undefined) return value === undefined ? undefined : writtenOf(value);
  if (isWrittenList(written) && typeof step === "number") {
    return written.map((item, index) => (index === step ? withValue(item, rest, value) : item));
  }
  const map = isWrittenMap(written) ? written : emptyMap();
  if (value === undefined && rest.length === 0) {
    const others = Object.assign(emptyMap(), map);
    delete others[step];
    return others;
  }
  return Object.assign(emptyMap(), map, { [step]: withValue(map[step], rest, value) });
}

function writtenOf(value: FieldValue): Written {
  if (typeof value !== "object") return value;
  if (!isFieldMap(value)) return value.map(writtenOf);
  const map = emptyMap();
  for (const [key, item] of value) map[key] = writtenOf(item);
  return map;
}

function isSame(a: Written, b: Written): boolean {
  if (isWrittenList(a) && isWrittenList(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isWrittenMap(a) || !isWrittenMap(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}
