import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** What reads as a translation. Docs that are generated come from `src`, so a hit there is a hit in `src` too. */
const PATTERNS: readonly RegExp[] = [
  /reckon/i,
  /\bmend(?:s|ed|ing)?\b/i,
  /holds the target/i,
  /\bfor want of\b/i,
  /\bbe it that\b/i,
  /\bwhoever\b/i,
  /what is asked of/i,
  /\bhangs? (?:on|together)\b/i,
  /\bin the mean\b/i,
  /\bbelongs? into\b/i,
  /\bby the word of\b/i,
  /\bfor the picking\b/i,
  /\bmet its end\b/i,
  /\bstands? at the end\b/i,
  /\btakes? it that\b/i,
  /\bdraws? meet\b/i,
  /\bon no invoice\b/i,
  /\bno longer since\b/i,
];

test("no phrase reads as a translation", () => {
  const found = ["src", "templates", "docs", "README.md", "CONTRIBUTING.md"]
    .flatMap((name) => filesOf(join(ROOT, name)))
    .flatMap((file) => hitsOf(relative(ROOT, file), readFileSync(file, "utf8")));
  expect(found).toEqual([]);
});

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|md|hbs|ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function hitsOf(file: string, text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      PATTERNS.some((pattern) => pattern.test(line)) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
    );
}
