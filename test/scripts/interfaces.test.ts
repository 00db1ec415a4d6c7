import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alternativesOf, fieldsOf, SourceTypes, type Shape } from "../../scripts/interfaces.ts";

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "interfaces-"));
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  write(
    "names.ts",
    `export const NAMES = ["one", "two"] as const;
export type Name = (typeof NAMES)[number];
export const TABLE = { plain: 1, "with-dash": 2 } as const satisfies Record<string, number>;
export const RULES = [{ name: "first", applies: Boolean }, { name: "second", applies: Boolean }] as const;
export type Reason =
  /** Without data. */
  | { readonly code: "bare" }
  | { readonly code: "with-data"; readonly amount: bigint };
`,
  );
  write(
    "shapes.ts",
    `import type { Name as Called, Reason, RULES, TABLE } from "./names.ts";
interface Parent {
  /** Comes first. */
  readonly inherited: string;
}
/**
 * About it,
 * in two lines.
 */
export interface Whole extends Parent {
  readonly name: Called;
  // No doc comment.
  readonly key: keyof typeof TABLE;
  readonly code: Reason["code"];
  readonly rule: (typeof RULES)[number]["name"];
  readonly list?: readonly (string | null)[];
  readonly table: Readonly<Record<string, number>>;
  readonly inner: { readonly flag: true };
  readonly self: Whole | null;
  readonly part: Pick<Parent, "inherited">;
  readonly other: Exclude<Called, "one">;
}
export interface Lost {
  readonly there: Missing;
}
export type Conditional = string extends Called ? 1 : 2;
`,
  );
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const named = (name: string) => new SourceTypes(root).named("shapes.ts", name);

function field(name: string): Shape {
  const found = (fieldsOf(named("Whole").shape()) ?? []).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found.shape();
}

const literals = (shape: Shape) => alternativesOf(shape).map((one) => (one.kind === "literal" ? one.value : one.kind));

describe("types of the source", () => {
  test("have the fields of their parents first, with the comments above them", () => {
    expect(named("Whole").about).toBe("About it, in two lines.");
    const fields = fieldsOf(named("Whole").shape()) ?? [];
    expect(fields.slice(0, 3).map(({ name, about }) => [name, about])).toEqual([
      ["inherited", "Comes first."],
      ["name", ""],
      ["key", ""],
    ]);
    expect(fields.filter(({ optional }) => optional).map(({ name }) => name)).toEqual(["list"]);
  });

  test.each([
    ["name", ["one", "two"]],
    ["key", ["plain", "with-dash"]],
    ["code", ["bare", "with-data"]],
    ["rule", ["first", "second"]],
    ["other", ["two"]],
  ])("follow names through imports and constants: %s", (name, expected) => {
    expect(literals(field(name))).toEqual(expected);
  });

  test("may contain lists, tables, objects without a name, and themselves", () => {
    expect(field("list")).toEqual({ kind: "list", item: { kind: "choice", of: [{ kind: "text" }, { kind: "null" }] } });
    expect(field("table")).toEqual({ kind: "record", value: { kind: "number" } });
    expect(fieldsOf(field("inner"))?.map(({ name }) => name)).toEqual(["flag"]);
    expect(fieldsOf(field("part"))?.map(({ name }) => name)).toEqual(["inherited"]);
    expect(alternativesOf(field("self")).map(({ kind }) => kind)).toEqual(["named", "null"]);
  });

  test("tell the alternatives of a union by their comments", () => {
    const reasons = alternativesOf(new SourceTypes(root).named("names.ts", "Reason").shape());
    expect(reasons.map((shape) => shape.kind === "object" && shape.about)).toEqual(["Without data.", ""]);
  });

  test("that are not read are errors that name the place", () => {
    expect(() => named("Conditional").shape()).toThrow(/^shapes\.ts:\d+: types of the kind TSConditionalType are not/);
    expect(() => fieldsOf(named("Lost").shape())?.[0]?.shape()).toThrow("nothing declares or imports Missing");
    const amount = () => fieldsOf(alternativesOf(new SourceTypes(root).named("names.ts", "Reason").shape())[1]!);
    expect(() => amount()?.[1]?.shape()).toThrow(/^names\.ts:8: types of the kind TSBigIntKeyword/);
  });
});
