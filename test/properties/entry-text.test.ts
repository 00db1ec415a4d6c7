import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readCanonicalEntry } from "../../src/document/canonical/canonical-entry.ts";
import { canonicalJson } from "../../src/document/canonical/canonical-json.ts";
import { entryText, writtenEntry } from "../../src/document/canonical/entry-text.ts";
import { readEntry } from "../../src/document/reading/read-entry.ts";
import { readYamlText } from "../../src/document/yaml/read-yaml.ts";
import { entryIn, entrySchema, scanEntry, type NewEntry } from "../../src/document/schema/entry-schema.ts";
import { UNREAD } from "../../src/document/schema/field.ts";
import type { Written } from "../../src/document/yaml/written.ts";
import { dateIn, UTC } from "../../src/domain/scalars/instant.ts";
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

const PLACE = { id: "k7f3q2m", file: FILE, date: dateIn(UTC, 0) };

/** What the schema makes of a canonical text by way of plain values; UNREAD where it is another text. */
function readTwice(text: string): NewEntry | typeof UNREAD {
  const written = readCanonicalEntry(text);
  return written === undefined ? UNREAD : entrySchema().quick(written);
}

function again(read: NewEntry | typeof UNREAD) {
  return read === UNREAD ? UNREAD : { ...read, ...PLACE };
}

describe("reading an entry in one go", () => {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(3),
    put: fc.oneof(
      hostileText.map((text) => text.slice(0, 3)),
      fc.constantFrom(",", " ", ": ", '"', "\\", "\n", "}", "]", "0", "1", "-", "e", "null", "\u00e4", "{}", "[]"),
    ),
  });

  /** As they are, and without escapes, as most texts are. */
  const spoken = fc.oneof(
    newEntry.map(entryText),
    newEntry.map((entry) => entryText(entry).replace(/\\u[0-9a-f]{4}|\\./gi, "x")),
  );

  it("gives what two walks give, and takes what people write", () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(spoken, (text) => {
        const scanned = scanEntry(text);
        const read = readTwice(text);
        if (scanned === UNREAD && read !== UNREAD) refused++;
        if (scanned === UNREAD) return;
        taken++;
        expect(entryIn(PLACE, scanned)).toStrictEqual(again(read));
      }),
      { numRuns: runs(300) },
    );
    // A map whose keys are whole numbers is left to the other reader too.
    expect(taken).toBeGreaterThan(4 * refused);
    expect(taken).toBeGreaterThan(0);
  });

  it("takes nothing that two walks refuse, whatever is changed in a text", () => {
    let taken = 0;
    fc.assert(
      fc.property(spoken, fc.array(edit, { minLength: 1, maxLength: 2 }), (before, edits) => {
        const text = edits.reduce((one, { at, length, put }) => {
          const from = at % (one.length + 1);
          return one.slice(0, from) + put + one.slice(from + length);
        }, before);
        const scanned = scanEntry(text);
        if (scanned === UNREAD) return;
        taken++;
        expect(entryIn(PLACE, scanned)).toStrictEqual(again(readTwice(text)));
      }),
      { numRuns: runs(1000) },
    );
    expect(taken).toBeGreaterThan(0);
  });

  it.each([
    ["the same key twice", 'note: "a"\nnote: "b"\n'],
    ["keys in another order", 'spend: [{"amount": "1.00 EUR", "category": "tokens"}]\nnote: "a"\n'],
    ["a key that no entry has", 'nota: "a"\n'],
    ["the same field twice", 'time: [{"hours": 1, "hours": 2}]\n'],
    ["the same name twice", 'answers: {"a": "no", "a": "yes"}\n'],
    ["a name of JavaScript", 'assumptions: {"__proto__": "holds"}\n'],
    ["whole numbers behind other names", 'answers: {"b": "no", "1": "yes"}\n'],
    ["another blank", 'time: [ {"hours": 1}]\n'],
    ["no blank", 'time: [{"hours":1}]\n'],
    ["a comma too many", 'time: [{"hours": 1}, ]\n'],
    ["a number in another notation", 'time: [{"hours": 1.0}]\n'],
    ["no number at all", 'time: [{"hours": -Infinity}]\n'],
    ["nothing", "time: [{}]\n"],
    ["null", "note: null\n"],
    ["a mark that turns the direction of text", 'note: "a\u202eb"\n'],
    ["a tab", 'note: "a\tb"\n'],
    ["half a character", 'note: "a\ud800b"\n'],
    ["no end of the line", 'note: "a"'],
    ["an empty line behind", 'note: "a"\n\n'],
    ["a comment behind", 'note: "a" # b\n'],
    ["a blank behind", 'note: "a" \n'],
    ["CRLF", 'note: "a"\r\n'],
  ])("leaves %s to others", (_, lines) => {
    const text = `at: "2026-11-25T16:20:00+01:00"\nby: "Ana"\n${lines}`;
    expect(scanEntry(text)).toBe(UNREAD);
  });

  it("leaves out nothing that has to be there", () => {
    expect(scanEntry('by: "Ana"\nnote: "a"\n')).toBe(UNREAD);
    expect(scanEntry('at: "2026-11-25T16:20:00+01:00"\nnote: "a"\n')).toBe(UNREAD);
    expect(scanEntry("")).toBe(UNREAD);
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
