import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readCanonicalEntry } from "../../src/document/canonical/canonical-entry.ts";
import { canonicalJson } from "../../src/document/canonical/canonical-json.ts";
import { entryText, writtenEntry } from "../../src/document/canonical/entry-text.ts";
import { readEntry } from "../../src/document/reading/read-entry.ts";
import { readYamlText } from "../../src/document/yaml/read-yaml.ts";
import type { Written } from "../../src/document/yaml/written.ts";
import { UTC } from "../../src/domain/scalars/instant.ts";
import { hostileText, newEntry } from "./arbitrary-entry.ts";
import { runs } from "../support/properties.ts";

const FILE = "log/2026-11-25-1620-reranker-on-k7f3q2m.yaml";

/** As JSON holds it: maps without a prototype and maps with one are the same. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** `1.125` comes from YAML as it is written, so that a count can ask what was meant; it is the same number. */
const meant = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === "string" && /^-?[1-9]\d{0,2}\.\d{3}$/.test(one) ? Number(one) : one,
  );

describe("an entry", () => {
  it("is the same for yaml as it was written", () => {
    fc.assert(
      fc.property(newEntry, (entry) => {
        expect(plain(parse(entryText(entry), { version: "1.2", schema: "core" }))).toEqual(plain(writtenEntry(entry)));
      }),
      { numRuns: runs(300) },
    );
  });

  it("is read back as it was, and written again as the same bytes", () => {
    fc.assert(
      fc.property(newEntry, (entry) => {
        const text = entryText(entry);
        const again = readEntry(FILE, text, UTC);
        expect(again && entryText(again)).toBe(text);
        expect(again?.note).toBe(entry.note);
        expect(again?.spend.map(({ amount }) => amount)).toEqual(entry.spend.map(({ amount }) => amount));
      }),
      { numRuns: runs(300) },
    );
  });

  it("needs no YAML parser in its canonical form, and means the same to one", () => {
    fc.assert(
      fc.property(newEntry, (entry) => {
        const text = entryText(entry);
        const quick = readCanonicalEntry(text);
        expect(quick).toBeDefined();
        expect(meant(quick)).toEqual(meant(readYamlText(text, FILE).written));
      }),
      { numRuns: runs(300) },
    );
  });

  it("is never taken for canonical where YAML reads something else", () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(3),
      put: fc.oneof(
        hostileText.map((text) => text.slice(0, 3)),
        fc.constantFrom(",", " ", ": ", '"', "\\", "\n", "}", "]", "0", "#"),
      ),
    });
    fc.assert(
      fc.property(newEntry, edit, (entry, { at, length, put }) => {
        const text = entryText(entry);
        const from = at % text.length;
        // By way of bytes, for no file holds half a character.
        const edited = new TextDecoder().decode(
          new TextEncoder().encode(text.slice(0, from) + put + text.slice(from + length)),
        );
        const quick = readCanonicalEntry(edited);
        if (quick === undefined) return;
        expect(
          Object.entries(quick)
            .map(([key, value]) => `${key}: ${canonicalJson(value as Written)}\n`)
            .join(""),
        ).toBe(edited);
        expect(meant(quick)).toEqual(meant(readYamlText(edited, FILE).written));
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe("canonical JSON", () => {
  it("is one line of printable text that YAML reads as it was", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = canonicalJson(text);
        // oxlint-disable-next-line no-control-regex -- they are what must not be there
        expect(json).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff]/);
        expect(parse(`a: ${json}\n`)).toEqual({ a: text });
        expect(JSON.parse(json)).toBe(text);
      }),
      { numRuns: runs(1000) },
    );
  });
});
