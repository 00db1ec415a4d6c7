import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { memoFingerprint } from "../../../src/memo/documents/memo-fingerprint.ts";
import { readMemo, stampMemo } from "../../../src/memo/documents/memo-footer.ts";
import type { Records } from "../../../src/domain/records/records.ts";
import { date, money } from "../../support/records.ts";
import { entry, sampleRecords, standingAt } from "./sample-records.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const footer = {
  kind: "decision",
  asOf: Date.parse("2026-12-04T16:00:00.123Z"),
  toolVersion: "0.1.0",
  records: "ab".repeat(32),
};
const memo = stampMemo("# Title\n\nText é\n\n\n", footer, sha256);

test("the footer is one comment at the end, and reads back", () => {
  expect(memo).toMatch(
    /^# Title\n\nText é\n\n<!-- poc:decision as-of=2026-12-04T16:00:00\.123Z records=sha256:(ab){32} text=sha256:[0-9a-f]{64} version=0\.1\.0 -->\n$/,
  );
  expect(readMemo(memo, sha256)).toEqual({ footer, intact: true });
});

test.each([
  ["a changed word", memo.replace("Text", "Test"), false],
  ["a line added after the footer", `${memo}\nSigned: me\n`, false],
  ["line ends changed by git", memo.replaceAll("\n", "\r\n"), true],
  ["no line end at the end", memo.trimEnd(), true],
])("%s", (_, text, intact) => {
  expect(readMemo(text, sha256)).toEqual({ footer, intact });
});

test.each([
  ["no footer", "# Title\n"],
  ["a garbled footer", memo.replace("records=sha256:ab", "records=sha256:zz")],
  ["nothing", ""],
])("%s is no memo of ours", (_, text) => {
  expect(readMemo(text, sha256)).toBeUndefined();
});

test("stamping the same text twice gives the same bytes", () => {
  expect(stampMemo("# Title\n\nText é", footer, sha256)).toBe(memo);
});

const print = (records: Records, date = "2026-12-04") => memoFingerprint(standingAt(records, date));
const { definitions } = sampleRecords;

test("the fingerprint is that of the records up to the instant", () => {
  const base = print(sampleRecords);
  expect(print({ ...sampleRecords, log: [...sampleRecords.log] })).toBe(base);
  expect(print({ ...sampleRecords, memos: [] })).toBe(base);
  expect(
    print({ ...sampleRecords, log: [...sampleRecords.log, entry("zzzzzz1", "2026-12-08T10:00", { note: "later" })] }),
  ).toBe(base);
  expect(
    print({ ...sampleRecords, log: sampleRecords.log.map((item) => ({ ...item, file: `log/${item.id}.yaml` })) }),
  ).toBe(base);
});

test.each<[string, Records]>([
  [
    "an entry that was added before the instant",
    { ...sampleRecords, log: [entry("zzzzzz1", "2026-11-23T08:00", { note: "earlier" }), ...sampleRecords.log] },
  ],
  ["an entry that is gone", { ...sampleRecords, log: sampleRecords.log.slice(1) }],
  [
    "an amount",
    {
      ...sampleRecords,
      log: sampleRecords.log.map((item) =>
        item.id === "aaaaaa5"
          ? { ...item, spend: [{ amount: money("12.41 EUR"), category: "tokens" as const }] }
          : item,
      ),
    },
  ],
  [
    "a rate",
    {
      ...sampleRecords,
      definitions: {
        ...definitions,
        costs: { ...definitions.costs, hourlyRates: new Map([["default", money("96 EUR")]]) },
      },
    },
  ],
  [
    "a question",
    { ...sampleRecords, definitions: { ...definitions, charter: { ...definitions.charter!, question: "Another?" } } },
  ],
  [
    "a day",
    {
      ...sampleRecords,
      definitions: {
        ...definitions,
        killCriteria: definitions.killCriteria.map((item) => ({ ...item, by: date("2026-12-03") })),
      },
    },
  ],
])("%s changes it", (_, records) => {
  expect(print(records)).not.toBe(print(sampleRecords));
});
