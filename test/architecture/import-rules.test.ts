import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { circlesOf } from "./circles.ts";

const ROOT = join(import.meta.dirname, "../..");

const DOMAIN = [
  "domain/scalars",
  "domain/records",
  "domain/history",
  "domain/evidence",
  "domain/planning",
  "domain/spend",
  "domain/business-case",
  "domain/standing",
  "domain/follow-up",
  "domain/gates",
  "domain/next",
  "domain/portfolio",
] as const;

/** The rooms of the domain that stand below `room`, and what all of them may use. */
function below(room: (typeof DOMAIN)[number]): readonly string[] {
  const lower = DOMAIN.slice(0, DOMAIN.indexOf(room));
  // Planning and spend stand side by side: neither knows the other.
  return [
    "statistics",
    "diagnostics",
    ...(room === "domain/spend" ? lower.filter((one) => one !== "domain/planning") : lower),
  ];
}

/** Which rooms a room may look into; itself always. `docs/architecture.md` says why. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  statistics: [],
  diagnostics: [],
  ...Object.fromEntries(DOMAIN.map((room) => [room, below(room)])),
  imports: ["domain", "diagnostics"],
  wording: ["domain", "statistics", "diagnostics"],
  document: ["domain", "statistics", "diagnostics"],
  checks: ["wording", "domain", "statistics", "diagnostics"],
  memo: ["wording", "domain", "statistics", "diagnostics"],
  app: ["wording", "domain", "statistics", "diagnostics", "document", "imports", "checks", "memo"],
  output: ["wording", "domain", "diagnostics", "app"],
  mcp: ["app", "output", "wording", "domain", "diagnostics"],
  cli: ["app", "output", "mcp", "wording", "domain"],
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
  minisearch: "app",
  commander: "cli",
  chalk: "output",
  "fast-string-width": "output",
  "hyparquet-writer": "output",
  inquirer: "platform",
  "@peculiar": "platform",
  fflate: "imports",
  "@modelcontextprotocol": "mcp",
  papaparse: "imports",
  sax: "imports",
  "ical.js": "imports",
  ignore: "app",
  picomatch: "app",
};

/** A newcomer can still survey this many files side by side. */
const MOST_FILES = 28;

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** The file of this project that is meant; undefined for a package. */
  readonly target: string | undefined;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** The first folder below src; below src/domain the second one counts too. */
function roomOf(file: string): string {
  if (file === "src/main.ts") return "main";
  if (file.startsWith("bin/")) return "bin";
  const [, room, inner] = file.split("/");
  return room === "domain" ? `domain/${inner}` : room!;
}

const textOf = (file: string) => readFileSync(join(ROOT, file), "utf8");

function importsOf(file: string): Import[] {
  const text = textOf(file);
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"/gms),
    ...text.matchAll(/\bimport\("([^"]+)"\)/g),
    ...text.matchAll(/^import "([^"]+)"/gm),
  ].map((match) => match[1]!);
  return specifiers.map((specifier) => ({
    file,
    specifier,
    target: specifier.startsWith(".") ? relative(ROOT, join(ROOT, dirname(file), specifier)) : undefined,
  }));
}

const FILES = [...sources("src"), ...sources("bin")];
const IMPORTS = FILES.flatMap(importsOf);
const told = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

test("every room is known, and imports were found to judge", () => {
  expect([...new Set(FILES.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  expect(IMPORTS.length).toBeGreaterThan(1000);
});

test("rooms look only into the rooms below them", () => {
  const wrong = IMPORTS.filter(({ file, target }) => {
    if (target === undefined) return false;
    const [from, to] = [roomOf(file), roomOf(target)];
    return from !== to && !MAY_IMPORT[from]!.some((room) => to === room || to.startsWith(`${room}/`));
  });
  expect(wrong.map(told)).toEqual([]);
});

test("no files import each other in a circle, types included", () => {
  const graph = new Map(FILES.map((file) => [file, [] as string[]]));
  for (const { file, target } of IMPORTS) if (target !== undefined) graph.get(file)!.push(target);
  expect(circlesOf(graph)).toEqual([]);
});

test("a room holds what a newcomer can survey", () => {
  const sizes = new Map<string, number>();
  for (const file of FILES) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
  expect([...sizes].filter(([, files]) => files > MOST_FILES)).toEqual([]);
});

test("output knows of app only what it answers and what it throws", () => {
  const values = ["src/app/ports/faults.ts", "src/app/poc/exit-code.ts"];
  const wrong = IMPORTS.filter(
    ({ file, specifier, target }) =>
      file.startsWith("src/output/") &&
      target?.startsWith("src/app/") === true &&
      !values.includes(target) &&
      !isTypeImport(file, specifier),
  );
  expect(wrong.map(told)).toEqual([]);
});

function isTypeImport(file: string, specifier: string): boolean {
  const statements = [...textOf(file).matchAll(/^import\b[^;]*?from "([^"]+)";/gms)];
  return statements.filter((match) => match[1] === specifier).every((match) => match[0].startsWith("import type"));
}

test("each package has one owning room, and nobody brings another", () => {
  const wrong = IMPORTS.filter(
    ({ file, specifier, target }) =>
      target === undefined && !specifier.startsWith("node:") && OWNER[specifier.split("/")[0]!] !== roomOf(file),
  );
  expect(wrong.map(told)).toEqual([]);
});

test("the outside world is met in platform and bin only", () => {
  const outside = /\bprocess\.|\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bsetTimeout\(|\brequire\(/;
  const inside = (file: string) => !["platform", "bin"].includes(roomOf(file));
  const modules = IMPORTS.filter(({ file, specifier }) => specifier.startsWith("node:") && inside(file));
  const globals = FILES.filter((file) => inside(file) && outside.test(withoutComments(textOf(file))));
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
  const defaults = FILES.filter((file) => /^export default\b/m.test(textOf(file)));
  expect([...names, ...defaults]).toEqual([]);
});

test("tests mirror the source: a test lies in the room of what it tests", () => {
  const rooms = new Set(FILES.filter((file) => file.startsWith("src/")).map((file) => dirname(file).slice(4)));
  const tops = new Set([...rooms].map((room) => room.split("/")[0]));
  const strays = sources("test")
    .map((file) => dirname(file).slice(5))
    .filter(
      (folder) =>
        tops.has(folder.split("/")[0]) &&
        !rooms.has(folder) &&
        ![...rooms].some((room) => room.startsWith(`${folder}/`)),
    )
    .filter((folder) => !folder.startsWith("platform/scripts"));
  expect([...new Set(strays)]).toEqual([]);
});

test("tests mock no module and fake no timer", () => {
  const wrong = sources("test").filter((file) => /\bvi\.(mock|doMock|useFakeTimers|stubGlobal)\(/.test(textOf(file)));
  expect(wrong.filter((file) => !file.endsWith("import-rules.test.ts"))).toEqual([]);
});
