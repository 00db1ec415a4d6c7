import type { Given, Schema } from "./tool.ts";

/**
 * The problems of a tool's arguments, each as a clause; empty if there are none. It knows the parts of JSON Schema that
 * the tools use.
 */
export function argumentFaults(schema: Schema, given: Given): readonly string[] {
  const properties = schema.properties ?? {};
  return [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => `"${name.slice(0, 60)}" is not an argument`),
    ...(schema.required ?? []).filter((name) => given[name] === undefined).map((name) => `"${name}" is missing`),
    ...Object.entries(properties).flatMap(([name, property]) =>
      given[name] === undefined ? [] : valueFaults(`"${name}"`, property, given[name]),
    ),
  ];
}

function valueFaults(name: string, schema: Schema, value: unknown): readonly string[] {
  switch (schema.type) {
    case "string":
      return textFaults(name, schema, value);
    case "boolean":
      return typeof value === "boolean" ? [] : [`${name} is ${kindOf(value)}, expected true or false`];
    case "array":
      return listFaults(name, schema, value);
    case "integer":
    case "object":
      return [`${name} is ${kindOf(value)}, expected ${schema.type}`];
  }
}

function textFaults(name: string, { enum: words, maxLength = Infinity }: Schema, value: unknown): readonly string[] {
  if (typeof value !== "string") return [`${name} is ${kindOf(value)}, expected text in quotes`];
  if (value.length > maxLength) return [`${name} has ${value.length} characters, expected at most ${maxLength}`];
  if (words === undefined || words.includes(value)) return [];
  return [`${name} is "${value.slice(0, 60)}", expected one of ${words.join(", ")}`];
}

function listFaults(name: string, { items, maxItems = Infinity }: Schema, value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [`${name} is ${kindOf(value)}, expected a list: [${JSON.stringify(value ?? "…")}]`];
  if (value.length > maxItems) return [`${name} has ${value.length} items, expected at most ${maxItems}`];
  const each: readonly unknown[] = value;
  return items === undefined
    ? []
    : each.flatMap((item, index) => valueFaults(`${name} item ${index + 1}`, items, item));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `the ${typeof value} ${JSON.stringify(value)}`.slice(0, 80);
}
