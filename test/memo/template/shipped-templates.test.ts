import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parseTemplate } from "../../../src/memo/template/parse-template.ts";
import { shippedTemplate } from "./shipped.ts";

const names = readdirSync("templates", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".hbs"))
  .sort();

test("a dozen templates ship", () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});

test.each(names)("%s is read, puts nothing in raw, and ends its last line", (name) => {
  const template = shippedTemplate(name);
  expect(parseTemplate(template).body.length).toBeGreaterThan(0);
  expect(template.text).not.toMatch(/\{\{\{|\{\{~?&/);
  expect(template.text).toMatch(/[^\n]\n$/);
  expect(template.text).not.toMatch(/[ \t]$|\r/m);
});
