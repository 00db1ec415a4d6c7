import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { MEASURES } from "../../src/domain/evidence/measures/measures.ts";
import { RAW_SUMMARIES } from "../../src/domain/evidence/raw-summary.ts";
import { MEASURE_NAMES } from "../../src/domain/records/eval.ts";
import { MEASURE_WORDS } from "../../src/wording/measure-words.ts";

const ROOT = join(import.meta.dirname, "../..");

function sources(): readonly string[] {
  return readdirSync(join(ROOT, "src"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

const names = MEASURE_NAMES.join("|");
/** `x === "mean"`, `"mean" !== x`, `case "mean":`. The compiler refuses comparisons with any other text. */
const COMPARED = new RegExp(`[!=]==\\s*"(?:${names})"|"(?:${names})"\\s*[!=]==|\\bcase "(?:${names})"`, "g");

test("nothing asks a measure for its name: what differs stands in the object of the measure", () => {
  const found = sources().flatMap((file) =>
    [...readFileSync(join(ROOT, file), "utf8").matchAll(COMPARED)].map(([text]) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["MEASURES", MEASURES],
  ["RAW_SUMMARIES", RAW_SUMMARIES],
  ["MEASURE_WORDS", MEASURE_WORDS],
])("%s has an entry for each measure, and no other", (_, table) => {
  expect(Object.keys(table).sort()).toEqual([...MEASURE_NAMES].sort());
});
