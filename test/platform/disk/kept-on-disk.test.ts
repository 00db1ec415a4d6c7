import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { readFolder } from "../../../src/app/poc/open-poc.ts";
import { keepDefinitions, keptDefinitions } from "../../../src/document/reading/kept-definitions.ts";
import type { DefinitionReadings } from "../../../src/document/reading/read-definitions.ts";
import { readEachDefinition } from "../../../src/document/reading/read-each-definition.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";
import { definitionStores } from "../../../src/platform/disk/kept-stores.ts";

/** What is kept, between real files and a real cache folder: nothing but the texts decides. */
let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), "poc-kept-"));
  env = { HOME: home };
  folder = join(home, "poc");
  mkdirSync(folder);
});

const texts = (target: string) => ({
  "poc.yaml": "version: 1\ntitle: Retrieval\nquestion: Does it help?\n",
  "evals.yaml": `- { id: wrong-rate, better: lower, target: value <= ${target} }\n`,
});

function write(target: string): void {
  for (const [name, text] of Object.entries(texts(target))) writeFileSync(join(folder, name), text);
}

/** As a command reads, and what a fresh reading gives. */
function readings(build = "build"): { readonly read: DefinitionReadings; readonly fresh: DefinitionReadings } {
  const files = new Map(
    readFolder(
      realFiles(
        () => "/",
        () => undefined,
      ).folder(folder),
    ).map((file) => [file.name, file]),
  );
  const store = definitionStores(env, build)(folder)!;
  const fresh = readEachDefinition(files);
  const kept = keptDefinitions(files, store);
  if (kept === undefined) keepDefinitions(files, store, fresh);
  return { read: kept ?? fresh, fresh };
}

const place = () => join(env["HOME"]!, ".cache/poc/definitions");
const onlyKept = () => join(place(), readdirSync(place())[0]!);

test("the second reading is the kept one", () => {
  write("10%");
  readings();
  const before = statSync(onlyKept()).mtimeMs;
  const { read, fresh } = readings();
  expect(read).not.toBe(fresh);
  expect(read).toStrictEqual(fresh);
  expect(statSync(onlyKept()).mtimeMs).toBe(before);
});

test("an edit within one tick of the clock, of the same length, is seen", () => {
  const path = join(folder, "evals.yaml");
  const tick = new Date("2026-11-23T08:00:00Z");
  write("10%");
  utimesSync(path, tick, tick);
  readings();
  const before = statSync(path);
  writeFileSync(path, texts("20%")["evals.yaml"]);
  utimesSync(path, tick, tick);
  expect(statSync(path)).toMatchObject({ size: before.size, ino: before.ino, mtimeMs: before.mtimeMs });
  const { read, fresh } = readings();
  expect(read).toStrictEqual(fresh);
  expect(JSON.stringify(read.evals.text)).toContain("20%");
});

test("of two PoCs of one path, each is read as it is", () => {
  for (const target of ["10%", "20%", "10%"]) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    write(target);
    const { read, fresh } = readings();
    expect(read).toStrictEqual(fresh);
    expect(read.evals.text).toContain(target);
  }
});

test.each([
  ["half of it", (text: string) => text.slice(0, text.length / 2)],
  ["nothing", () => ""],
  ["what another build kept", (text: string) => text.replace('"build":"build"', '"build":"other"')],
  ["another JSON", () => "[]"],
])("where %s is kept, the files are read", (_, change) => {
  write("10%");
  readings();
  const path = onlyKept();
  writeFileSync(path, change(readFileSync(path, "utf8")));
  const { read, fresh } = readings();
  expect(read).toBe(fresh);
});

test("where nothing can be put into place, nothing is left beside it", () => {
  write("10%");
  readings();
  const path = onlyKept();
  rmSync(path);
  mkdirSync(join(path, "in the way"), { recursive: true });
  const { read, fresh } = readings();
  expect(read).toBe(fresh);
  expect(readdirSync(place())).toHaveLength(1);
  expect(existsSync(join(path, "in the way"))).toBe(true);
});
