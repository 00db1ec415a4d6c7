// The bundle takes yaml's build of ES modules in place of its build for Node. They must be the same in all that counts.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type * as YamlModule from "yaml";

const packageFolder = dirname(createRequire(import.meta.url).resolve("yaml/package.json"));

type Yaml = typeof YamlModule;
const [forNode, forBundle] = (await Promise.all(
  ["dist/index.js", "browser/index.js"].map((file) => import(pathToFileURL(join(packageFolder, file)).href)),
)) as [Yaml, Yaml];

const OPTIONS = {
  version: "1.2",
  schema: "core",
  strict: true,
  uniqueKeys: true,
  merge: false,
  resolveKnownTags: false,
  prettyErrors: true,
  keepSourceTokens: true,
  logLevel: "error",
} as const;

const TEXTS = [
  "",
  "a: 1\nb: [1, 2.50, 0x1F, 0o17, 1e3, .nan, .inf, ~, null, true, no, 2026-11-23, 12:30]\n",
  "a: &x [1]\nb: *x\n",
  'a: 1\na: 2\n1: a\n"1": b\n',
  "%YAML 1.1\n---\nyes: no\n",
  "a: !!binary aGVsbG8=\nb: !!timestamp 2026-11-23\nc: !<tag:x> y\n",
  "<<: {a: 1}\n__proto__: {b: 2}\n",
  "- |\n  block\n  text\n- >-\n  folded\n  text\n# comment\n- 'single ''quoted'''\n- \"\\u00e4\\x41\\n\"\n",
  "a: [1, 2\nb: }\n\tc: d\n",
  "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n",
  "---\na: 1\n---\nb: 2\n...\n",
  "\ufeffa: 1\r\nb: 2\r\n",
  "a: 9007199254740993\nb: 0.1\nc: 12.40 EUR\nd: 41/200\n",
  "? complex\n: value\n? [a, b]\n: c\n",
  "*undefined\n",
  "[".repeat(50),
];

/** Everything that parsing says about a text, as text. */
function outcome(yaml: Yaml, text: string): string {
  const documents = yaml.parseAllDocuments(text, OPTIONS);
  const list = Array.isArray(documents) ? documents : [];
  const said = list.map((document) => ({
    problems: [...document.errors, ...document.warnings].map(({ code, message, pos, linePos }) => ({
      code,
      message,
      pos,
      linePos,
    })),
    value: attempt(() =>
      JSON.stringify(document.toJS({ maxAliasCount: 100 }), (_, value: unknown) =>
        typeof value === "number" ? String(value) : value,
      ),
    ),
    text: attempt(() => document.toString({ lineWidth: 0 })),
    contents: JSON.stringify(document.contents),
  }));
  return JSON.stringify(said, null, 1);
}

function attempt(step: () => string | undefined): string {
  try {
    return step() ?? "undefined";
  } catch (error) {
    return String(error);
  }
}

test.each(TEXTS)("they read %j alike", (text) => {
  expect(outcome(forBundle, text)).toBe(outcome(forNode, text));
});

test("they write alike", () => {
  const value = {
    a: ["no", "yes", "12:30", "0777", "~", "", " x", "a: b", "#", "- x", "line\nbreak", "\u001b", "\u2028", "é", "👍"],
    b: { c: null, d: true, e: 1.5, f: -0 },
    "1": 1,
  };
  const written = (yaml: Yaml) => yaml.stringify(value, { compat: "yaml-1.1", lineWidth: 0 });
  expect(written(forBundle)).toBe(written(forNode));
});

test("they are the same version, and have the same modules", () => {
  const modules = (folder: string) =>
    readdirSync(join(packageFolder, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js") && name !== "test-events.js" && name !== "cli.js")
      .sort();
  expect(modules("browser/dist")).toEqual(modules("dist"));
  expect(
    Object.keys(forBundle)
      .filter((name) => name !== "default")
      .sort(),
  ).toEqual(
    Object.keys(forNode)
      .filter((name) => name !== "default" && name !== "module.exports")
      .sort(),
  );
  expect(readFileSync(join(packageFolder, "browser/package.json"), "utf8")).toContain("module");
});
