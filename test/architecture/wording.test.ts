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
  /["”}\])] is no (?!longer\b|better\b|worse\b|more\b)\w/,
  /\bcounted apart\b/i,
  /\bcome out both ways\b/i,
  /\b(?:cannot|to) be had\b/i,
  /\bknowing of each other\b/i,
  /\bsomebody else than\b/i,
  /\bnobody but\b/i,
  /\bpaid for out of\b/i,
  /\bthat there (?:is|are) not\b/i,
  /\bdated back\b/i,
  /\bsay it: --/i,
  /\bsays? something else by now\b/i,
  /\blooked for from\b/i,
  /\bon the word of\b/i,
  /\bholds by now\b/i,
];

test("no phrase reads as a translation", () => {
  const found = ["src", "templates", "docs", "skills", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
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
