import { optional } from "../../domain/scalars/optional.ts";
import { readJson } from "./json-value.ts";
import type { RawCell, RawFault, RawFile } from "./raw-table.ts";

/**
 * One JSON value a line: objects whose fields are the columns, or bare numbers and truth values. `metrics.seconds` is
 * the field of a field, unless a field is called just that. Empty lines are none.
 */
export function jsonLines(text: string): RawFile | RawFault {
  const rows: { readonly line: number; readonly value: unknown }[] = [];
  for (const [index, source] of text.split("\n").entries()) {
    if (source.trim() === "") continue;
    const line = index + 1;
    const read = readJson(source, "one value or object a line");
    if (!read.ok) return { line, message: read.message, ...optional("hint", read.hint) };
    const { value } = read;
    if (isObject(value) !== isObject(rows[0]?.value ?? value))
      return { line, message: "found bare values among objects, expected one or the other" };
    rows.push({ line, value });
  }
  const first = rows[0]?.value;
  // A field may be there only where it says something: many a harness writes an error only where there was one.
  const columns = isObject(first)
    ? [...new Set(rows.flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])))]
    : [""];
  return {
    columns,
    size: rows.length,
    column(name) {
      const cells = rows.map(({ line, value }): RawCell => ({
        line,
        text: cellText(isObject(value) ? fieldOf(value, name) : value),
      }));
      const known = name === "" ? !isObject(first) : cells.some((cell) => cell.text !== undefined);
      return known ? cells : undefined;
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldOf(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const dot = name.indexOf(".");
  const inner = dot < 0 || !Object.hasOwn(fields, name.slice(0, dot)) ? undefined : fields[name.slice(0, dot)];
  return isObject(inner) ? fieldOf(inner, name.slice(dot + 1)) : undefined;
}

function cellText(value: unknown): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  return value === null ? "" : JSON.stringify(value);
}
