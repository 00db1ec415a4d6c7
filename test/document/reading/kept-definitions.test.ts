import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepDefinitions, keptDefinitions } from "../../../src/document/reading/kept-definitions.ts";
import { readEachDefinition } from "../../../src/document/reading/read-each-definition.ts";
import type { SourceFile } from "../../../src/document/yaml/source-file.ts";
import { memoryStore, type MemoryStore } from "../../support/definition-stores.ts";
import { runs } from "../../support/properties.ts";
import { LEAST, source } from "./reading.ts";

/** The files of a folder, with some replaced or taken away. */
function files(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}) {
  const all = Object.entries({ ...LEAST, ...changes });
  return new Map(
    all.flatMap(([name, content]): [string, SourceFile][] =>
      content === undefined ? [] : [[name, source(name, content)]],
    ),
  );
}

/** As a command reads: what was kept, else anew, which is then kept. */
function keptOrRead(read: ReadonlyMap<string, SourceFile>, store: MemoryStore) {
  const kept = keptDefinitions(read, store);
  if (kept !== undefined) return kept;
  const each = readEachDefinition(read);
  keepDefinitions(read, store, each);
  return each;
}

const EVALS = "evals.yaml";

/** A store that holds what reading the least folder gave. */
function filled(build?: string) {
  const store = memoryStore(build);
  keptOrRead(files(), store);
  store.calls.length = 0;
  return store;
}

describe("what was kept", () => {
  test("is taken for the same names and texts, and nothing is written", () => {
    const store = filled();
    expect(keptOrRead(files(), store)).toStrictEqual(readEachDefinition(files()));
    expect(store.calls).toEqual(["load"]);
  });

  test.each([
    ["a text with another letter", { [EVALS]: LEAST[EVALS]!.replace("latency", "latencz") }],
    ["a text that is longer by a blank", { [EVALS]: `${LEAST[EVALS]} ` }],
    ["a file that is gone", { [EVALS]: undefined }],
    ["a file that is new", { "risks.yaml": "- id: a\n  text: b\n" }],
    ["an empty file that is new", { "risks.yaml": "" }],
    ["a file of another name", { "evals.yml": LEAST[EVALS] }],
  ])("is not taken for %s", (_what, changes) => {
    const store = filled();
    expect(keptOrRead(files(changes), store)).toStrictEqual(readEachDefinition(files(changes)));
    expect(store.calls).toEqual(["load", "save"]);
  });

  test.each([
    ["of another build", filled("another").text],
    ["of which half is missing", filled().text!.slice(0, 400)],
    ["that is empty", ""],
    ["that is no object", "7"],
    ["with a tag that nothing wrote", filled().text!.replace('["u"]', '["x"]')],
  ])("is not taken from a store %s", (_what, text) => {
    const store = memoryStore("test", text);
    expect(keptOrRead(files(), store)).toStrictEqual(readEachDefinition(files()));
    expect(store.calls).toEqual(["load", "save"]);
  });

  test.each([
    ["a file that could not be read", { name: EVALS, fault: { code: "file-unreadable", message: "no rights" } }],
    ["bytes that are no text", { name: EVALS, bytes: Uint8Array.of(0xff, 0xfe, 0x41) }],
  ] satisfies [string, SourceFile][])("is neither asked for nor written where there is %s", (_what, file) => {
    const store = filled();
    const faulty = files().set(EVALS, file);
    expect(keptOrRead(faulty, store)).toStrictEqual(readEachDefinition(faulty));
    expect(store.calls).toEqual([]);
  });
});

const CORPUS = join(import.meta.dirname, "../../corpus");

const folders = ["ok", "bad"].flatMap((corpus) =>
  readdirSync(join(CORPUS, corpus)).map((name) => {
    const names = readdirSync(join(CORPUS, corpus, name)).filter((file) => file.endsWith(".yaml"));
    return [
      `${corpus}/${name}`,
      new Map(
        names.map((file): [string, SourceFile & { readonly bytes: Uint8Array }] => [
          file,
          { name: file, bytes: readFileSync(join(CORPUS, corpus, name, file)) },
        ]),
      ),
    ] as const;
  }),
);

describe("kept is the same as read anew", () => {
  test.each(folders)("%s", (_name, read) => {
    const store = memoryStore();
    keptOrRead(read, store);
    expect(keptOrRead(read, store)).toStrictEqual(readEachDefinition(read));
  });

  test("whatever was edited in a file since", () => {
    const edit = fc.record({
      folder: fc.constantFrom(...folders.filter(([, read]) => read.size > 0)),
      pick: fc.nat(),
      at: fc.nat(),
      gone: fc.nat({ max: 40 }),
      added: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("\n", "  ", "- ", ": ", "__proto__: 1\n", "TBD")),
    });
    fc.assert(
      fc.property(edit, ({ folder: [, before], pick, at, gone, added }) => {
        const store = memoryStore();
        keptOrRead(before, store);
        const [name, { bytes }] = [...before][pick % before.size]!;
        const text = new TextDecoder().decode(bytes);
        const from = at % (text.length + 1);
        const edited = text.slice(0, from) + added + text.slice(from + gone);
        const after = new Map<string, SourceFile>([...before, [name, source(name, edited)]]);
        const fresh = readEachDefinition(after);
        expect(keptOrRead(after, store)).toStrictEqual(fresh);
        expect(keptOrRead(after, store)).toStrictEqual(fresh);
      }),
      { numRuns: runs(200) },
    );
  });
});
