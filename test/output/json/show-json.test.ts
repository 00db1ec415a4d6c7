import { expect, test } from "vitest";
import { entryJson } from "../../../src/output/json/entry-json.ts";
import { envelopeJson } from "../../../src/output/json/envelope-json.ts";
import { showJson } from "../../../src/output/json/show-json.ts";
import { corpusCase } from "../../support/corpus.ts";

test.each([
  ["many", 40],
  ["a few", 1],
  ["none", 0],
])("the pieces of %s entries are the whole", (_, times) => {
  const { standing, diagnostics } = corpusCase("ok", "decided-go");
  const entries = Array.from({ length: times }, () => standing.log.entries).flat();
  const result = { standing, diagnostics, ofRecords: [], folder: "/work/poc", entries, single: false };
  const data = { entries: entries.map((entry) => entryJson(entry, standing)) };
  expect([...showJson(result, "/work")].join("")).toBe(envelopeJson("show", result, data, "/work"));
});
