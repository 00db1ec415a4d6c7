import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Which rooms a room may look into; itself always. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  statistics: [],
  diagnostics: [],
  domain: ["statistics", "diagnostics"],
  document: ["domain", "statistics", "diagnostics"],
  checks: ["domain", "statistics", "diagnostics"],
  memo: ["domain", "statistics", "diagnostics"],
  app: ["domain", "statistics", "diagnostics", "document", "checks", "memo"],
  output: ["domain", "diagnostics", "app"],
  cli: ["app", "output", "domain"],
  platform: ["app", "domain"],
  main: ["app", "cli", "output"],
  bin: ["main", "platform"],
};

/** Each third-party package has one owner. */
const OWNER: Readonly<Record<string, string>> = {
  yaml: "document",
  zod: "document",
  handlebars: "memo",
  "markdown-it": "memo",
  commander: "cli",
  chalk: "output",
  inquirer: "platform",
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly specifier: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function roomOf(file: string): string {
  if (file === "src/main.ts") return "main";
  return file.startsWith("bin/") ? "bin" : file.split("/")[1]!;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"/gms),
    ...text.matchAll(/\bimport\("([^"]+)"\)/g),
    ...text.matchAll(/^import "([^"]+)"/gm),
  ];
  return specifiers.map((match) => ({ file, room: roomOf(file), specifier: match[1]! }));
}

const FILES = [...sources("src"), ...sources("bin")];
const IMPORTS = FILES.flatMap(importsOf);
const told = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

test("every room is known, and imports were found to judge", () => {
  expect([...new Set(FILES.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  expect(IMPORTS.length).toBeGreaterThan(300);
});

test("rooms look only into the rooms below them", () => {
  const wrong = IMPORTS.filter(({ file, room, specifier }) => {
    if (!specifier.startsWith(".")) return false;
    const target = roomOf(relative(ROOT, join(ROOT, dirname(file), specifier)));
    return target !== room && !MAY_IMPORT[room]!.includes(target);
  });
  expect(wrong.map(told)).toEqual([]);
});

test("output knows of app only what it answers and what it throws", () => {
  const wrong = IMPORTS.filter(({ file, room, specifier }) => {
    if (room !== "output" || !specifier.startsWith("../app/")) return false;
    return specifier !== "../app/faults.ts" && specifier !== "../app/exit-code.ts" && !isTypeImport(file, specifier);
  });
  expect(wrong.map(told)).toEqual([]);
});

function isTypeImport(file: string, specifier: string): boolean {
  const text = readFileSync(join(ROOT, file), "utf8");
  return text
    .split("\n")
    .filter((line) => line.includes(`from "${specifier}"`))
    .every((line) => line.startsWith("import type"));
}

test("each package has one owning room, and nobody brings another", () => {
  const wrong = IMPORTS.filter(
    ({ room, specifier }) =>
      !specifier.startsWith(".") && !specifier.startsWith("node:") && OWNER[specifier.split("/")[0]!] !== room,
  );
  expect(wrong.map(told)).toEqual([]);
});

test("the outside world is met in platform and bin only", () => {
  const outside = /\bprocess\.|\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bsetTimeout\(|\brequire\(/;
  const modules = IMPORTS.filter(
    ({ room, specifier }) => specifier.startsWith("node:") && room !== "platform" && room !== "bin",
  );
  const globals = FILES.filter(
    (file) =>
      !["platform", "bin"].includes(roomOf(file)) &&
      outside.test(withoutComments(readFileSync(join(ROOT, file), "utf8"))),
  );
  expect([...modules.map(told), ...globals]).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/`[^`]*`|"[^"\n]*"/g, '""');
}

test("no rooms for leftovers, no barrels, no default exports", () => {
  const names = FILES.filter(
    (file) =>
      /(^|\/)(utils?|helpers?|common|manager|service|misc)(\.ts$|\/)|-(utils?|manager|service)\.ts$/.test(file) ||
      file.endsWith("/index.ts"),
  );
  const defaults = FILES.filter((file) => /^export default\b/m.test(readFileSync(join(ROOT, file), "utf8")));
  expect([...names, ...defaults]).toEqual([]);
});

test("tests mock no module and fake no timer", () => {
  const wrong = sources("test").filter((file) =>
    /\bvi\.(mock|doMock|useFakeTimers|stubGlobal)\(/.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(wrong.filter((file) => !file.endsWith("import-rules.test.ts"))).toEqual([]);
});
