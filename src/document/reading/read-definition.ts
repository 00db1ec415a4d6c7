import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Path, type Place } from "../../diagnostics/place.ts";
import type { Placeholder } from "../../domain/records/records.ts";
import type { Outline } from "../places/outline.ts";
import { list, type Field } from "../schema/field.ts";
import { takePlaceholders } from "../yaml/placeholder.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { outlineOf } from "../yaml/tree-outline.ts";
import { salvage, type Known } from "./salvage.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import { isWrittenList, isWrittenMap, type Written } from "../yaml/written.ts";

/** A definition file as it was read. */
export interface DefinitionReading<T> {
  readonly text: string | undefined;
  /** Where its parts stand; undefined where the file as a whole is refused. */
  readonly outline: Outline | undefined;
  /** Undefined where not even a part could be read. */
  readonly value: T | undefined;
  /** The readable part, by the keys of the file. */
  readonly written: Written;
  /**
   * Ids of the items of a list, readable or not: what they name exists. Undefined where the file is not there to tell.
   */
  readonly ids: ReadonlySet<string> | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly unreadable: readonly Place[];
  readonly placeholders: readonly Placeholder[];
}

export type StandIn = NonNullable<Known["standIn"]>;

/** A file whose root is a map of fields. */
export function readMap<T>(file: SourceFile, schema: Field<T>, standIn?: StandIn): DefinitionReading<T> {
  return readDefinition(file, schema, standIn, () => []);
}

/** A file whose root is a list of items with ids. */
export function readList<T>(file: SourceFile, item: Field<T>, standIn?: StandIn): DefinitionReading<readonly T[]> {
  return readDefinition(file, list(item), standIn, takeDuplicates);
}

function readDefinition<T>(
  file: SourceFile,
  schema: Field<T>,
  standIn: StandIn | undefined,
  duplicates: (written: Written, file: string) => readonly Diagnostic[],
): DefinitionReading<T> {
  const { name } = file;
  const nothing = {
    outline: undefined,
    value: undefined,
    written: undefined,
    ids: undefined,
    unreadable: [valueAt(name)],
    placeholders: [],
  };
  if ("fault" in file) return { ...nothing, text: undefined, diagnostics: [{ ...file.fault, place: valueAt(name) }] };
  const { text, written, root, diagnostics, refused } = readYaml(file.bytes, name);
  if (written === undefined) return { ...nothing, text, diagnostics };
  const placeholders = takePlaceholders(written, name);
  const ids = idsOf(written);
  const twice = duplicates(written, name);
  const known = { placeholders: placeholders.map(({ place }) => place.path), refused };
  const salvaged = salvage(schema, written, name, standIn === undefined ? known : { ...known, standIn });
  return {
    text,
    outline: root && outlineOf(root),
    value: salvaged.value,
    written,
    ids,
    diagnostics: [...diagnostics, ...twice, ...salvaged.diagnostics],
    unreadable: [...twice.map(({ place }) => valueAt(name, ...place.path.slice(0, 1))), ...salvaged.unreadable],
    placeholders,
  };
}

function idsOf(written: Written): ReadonlySet<string> {
  const items = isWrittenList(written) ? written : [];
  const ids = items.map((item) => (isWrittenMap(item) ? item["id"] : undefined));
  return new Set(ids.filter((id) => typeof id === "string" || typeof id === "number").map(String));
}

/** Removes every item whose id an earlier item has, because nobody can tell which of the two a reference means. */
export function takeDuplicates(written: Written, file: string, at: Path = []): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!isWrittenList(written)) return found;
  const first = new Map<string, number>();
  for (const [index, item] of written.entries()) {
    const id = isWrittenMap(item) ? item["id"] : undefined;
    if (typeof id !== "string" && typeof id !== "number") continue;
    const earlier = first.get(String(id));
    if (earlier === undefined) {
      first.set(String(id), index);
      continue;
    }
    found.push({
      code: "duplicate-id",
      message: `found the id "${String(id).slice(0, 64)}" twice, expected each id once`,
      place: valueAt(file, ...at, index, "id"),
      related: [{ place: valueAt(file, ...at, earlier, "id"), label: "it is here already" }],
    });
    written[index] = undefined;
  }
  return found;
}
