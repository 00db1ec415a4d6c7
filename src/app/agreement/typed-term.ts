import type { FieldValue } from "../../document/editing/splice.ts";
import { readYamlText } from "../../document/yaml/read-yaml.ts";
import { isWrittenList, isWrittenMap, type Written } from "../../document/yaml/written.ts";
import { EMPTY_LIST, namedTerm, type TermKind } from "../../domain/records/term-table.ts";
import { UsageFault } from "../ports/faults.ts";

/** Kinds that a file may have as a list or a map, so that a flag may have them in the brackets of YAML. */
const NESTED: ReadonlySet<TermKind> = new Set(["list", "span", "parts", "figure", "items"]);

/**
 * What a person types for a term, in the form that the file has: `10` as a number, `saturday, sunday` as a list, and
 * `[{ name: today, baseline: true }]` as the list of maps that it is.
 *
 * @param flag the flag that it was typed for
 * @throws UsageFault where a term of several values cannot be read
 */
export function typedTerm(flag: string, term: string, typed: string): FieldValue {
  const { kind } = namedTerm(term);
  const text = typed.trim();
  const brackets = kind === "list" || kind === "items" ? "[" : "[{";
  if (NESTED.has(kind) && text !== "" && brackets.includes(text.charAt(0))) return nestedValue(flag, term, text, text);
  switch (kind) {
    case "number":
      return /^(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : text;
    case "flag":
      return text === "true" || text === "false" ? text === "true" : text;
    case "span":
      return text.replace(/\s*,\s*/, " to ");
    case "list":
      if (text === EMPTY_LIST) return [];
      // A map among the names has commas of its own.
      if (/[[\]{}]/.test(text)) return nestedValue(flag, term, text, `[${text}]`);
      return text.split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
    case "items":
      throw new UsageFault(
        `${flag}: ${term} is a list, which needs the brackets of YAML`,
        "write it in brackets, or edit it in the file, then poc amend",
      );
    default:
      return text;
  }
}

/** @param yaml `typed` in the brackets that it needs */
function nestedValue(flag: string, term: string, typed: string, yaml: string): FieldValue {
  const { written, diagnostics } = readYamlText(`value: ${yaml}\n`, "");
  const value = isWrittenMap(written) ? fieldValue(written["value"]) : undefined;
  if (value !== undefined && diagnostics.length === 0) return value;
  throw new UsageFault(
    `${flag}: found "${typed.slice(0, 60)}" for ${term}, expected a list or a map as in YAML`,
    `write ${term}=${EXAMPLES[namedTerm(term).kind] ?? "[one, two]"}; or edit it in the file, then poc amend`,
  );
}

const EXAMPLES: Partial<Readonly<Record<TermKind, string>>> = {
  span: "[1, 5]",
  parts: "{ who: LLM judge, model: gpt-4.1 }",
  figure: "{ value: 20%, source: Audit of May }",
};

/** Undefined where something in it has no value. */
function fieldValue(written: Written): FieldValue | undefined {
  if (written === null || written === undefined) return undefined;
  if (isWrittenList(written)) return allKnown(written.map(fieldValue));
  if (!isWrittenMap(written)) return written;
  const values = allKnown(Object.values(written).map(fieldValue));
  return values && new Map(Object.keys(written).map((key, index) => [key, values[index]!] as const));
}

function allKnown<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = values.filter((value): value is T => value !== undefined);
  return known.length === values.length ? known : undefined;
}
