import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/platform/assets.ts";

const ROOT = packageRoot();

/** What a page names in code and what begins with a folder of the repository. */
const PATH = /`((?:bin|src|scripts|schemas|templates|test|docs|examples|bench)\/[\w./-]+)`/g;

/** Files that a recipe has the reader write. */
const TO_BE_WRITTEN = /\/my-/;

test.each(["CONTRIBUTING.md", "docs/architecture.md", "docs/performance.md", "docs/reference.md", "docs/guide.md"])(
  "every file that %s names is there",
  (page) => {
    const named = [...readFileSync(join(ROOT, page), "utf8").matchAll(PATH)].map(([, path]) => path!);
    expect(named.filter((path) => !TO_BE_WRITTEN.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  },
);
