import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../../src/document/schema/json-schema.ts";

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly [key: string]: unknown;
}

/** Every field of a schema, by its path. */
function fieldsOf(schema: unknown, path = ""): readonly (readonly [path: string, field: Schema])[] {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((part) => fieldsOf(part, path));
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== "properties") return key === "examples" ? [] : fieldsOf(value, path);
    return Object.entries(value as Record<string, Schema>).flatMap(([name, field]) => [
      [`${path}/${name}`, field] as const,
      ...fieldsOf(field, `${path}/${name}`),
    ]);
  });
}

const schemas = [...jsonSchemas()];

describe("JSON Schemas", () => {
  it.each(schemas)("%s is the committed one; `vitest -u` writes it anew", async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../../../schemas/${name}`);
  });

  it.each(schemas)("%s tells an editor what every field is", (_name, text) => {
    const untold = fieldsOf(JSON.parse(text)).filter(
      ([, field]) => field.title === undefined || field.description === undefined || field.examples === undefined,
    );
    expect(untold.map(([path]) => path)).toEqual([]);
  });

  it.each(schemas)("%s allows no other keys, and says nothing empty", (_name, text) => {
    expect(text).not.toMatch(/\{\}/);
    expect(text.split('"properties"')).toHaveLength(text.split('"additionalProperties": false').length);
  });

  it("let a draft leave fields open, but no id, no version and nothing that happened", () => {
    const field = (name: string, path: string) =>
      JSON.stringify(fieldsOf(JSON.parse(jsonSchemas().get(name) ?? "")).find(([at]) => at === path)?.[1]);
    const open = '{"$ref":"#/definitions/placeholder"}';
    expect(field("poc.schema.json", "/owner")).toContain(open);
    expect(field("evals.schema.json", "/better")).toContain(open);
    expect(field("poc.schema.json", "/version")).not.toContain(open);
    expect(field("evals.schema.json", "/id")).not.toContain(open);
    expect(jsonSchemas().get("entry.schema.json")).not.toContain("placeholder");
  });

  it("require what nothing can do without", () => {
    const schema = (name: string) =>
      JSON.parse(jsonSchemas().get(name) ?? "") as {
        required?: readonly string[];
        items?: { required?: readonly string[] };
      };
    expect(schema("entry.schema.json").required).toEqual(["at", "by"]);
    expect(schema("poc.schema.json").required).toEqual(["version", "title"]);
    expect(schema("evals.schema.json").items?.required).toEqual(["id", "better"]);
  });
});
