import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const MOST_COLUMNS = 120;

/** Characters, as an editor counts them. The formatter breaks code, but not long texts and comments. */
function longLines(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) =>
      readFileSync(path, "utf8")
        .split("\n")
        .flatMap((text, at) => ([...text].length > MOST_COLUMNS ? [`${relative(ROOT, path)}:${at + 1}`] : [])),
    );
}

test.each(["bin", "src"])("no line of %s is longer than 120 columns", (folder) => {
  expect(longLines(folder)).toEqual([]);
});
