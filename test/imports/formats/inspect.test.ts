import { zipSync, strToU8 } from "fflate";
import { expect, test } from "vitest";
import { faultsOf, figures, readBytes, readText, sample } from "../read-sample.ts";

// Figures of the samples by python3: Counter(sample["scores"]["match"]["value"] for sample in log["samples"]).

test("a log that was cancelled: its samples count, and the status is said", () => {
  const { format, read, problems } = readBytes("log.json", sample("inspect-cancelled.json"));
  expect(problems).toEqual([]);
  expect(format).toBe("inspect");
  expect(read.run).toBe("VnKtvCqGnnegLQ7qSBFDzx");
  expect(read.epochMs).toBe(Date.parse("2025-05-12T20:28:13-04:00"));
  expect(read.main).toBe("match");
  expect(figures(read, "openai/gpt-4o-mini", "match")).toEqual({ scored: 3, sum: 2, broke: 0 });
  expect(read.notes.join()).toContain("cancelled");
  expect(JSON.stringify(read.table)).not.toContain("Yes");
});

test("an archive of an older version has no eval id: the run and the task are its name", () => {
  const { format, read } = readBytes("log.eval", sample("inspect.eval"));
  expect(format).toBe("inspect");
  expect(figures(read, "ollama/llama3.1", "match")).toEqual({ scored: 1, sum: 0, broke: 0 });
  expect(read.run).toMatch(/^\w{22} \w{22}$/);
});

const log = (samples: string, more = "") =>
  `{"version":2,"status":"success","eval":{"eval_id":"e","run_id":"r","task":"t","created":"2026-11-24T10:00:00+00:00","model":"m"},${more}"samples":[${samples}]}`;
const scored = (id: number, value: string, more = "") =>
  `{"id":${id},"epoch":1,${more}"scores":{"s":{"value":${value}}}}`;

test("NaN is a sample that was not scored, an error broke, partly right makes a number of it", () => {
  const { read } = readText(
    "l.json",
    log([scored(1, "1"), scored(2, "NaN"), scored(3, "0", '"error":{"message":"x"},')].join()),
  );
  expect(figures(read, "m", "s")).toEqual({ scored: 1, sum: 1, broke: 2 });
  const grades = readText("l.json", log([scored(1, '"C"'), scored(2, '"P"'), scored(3, '"N"')].join())).read;
  expect(grades.table.columns[0]).toMatchObject({ name: "s", cells: "numbers", values: [1, 0.5, 0] });
});

test("a sample without the score that others have broke", () => {
  const bare = [
    '{"id":2,"epoch":1}',
    '{"id":3,"epoch":1,"scores":null}',
    '{"id":4,"epoch":1,"scores":{"t":{"value":1}}}',
  ];
  const { read } = readText("l.json", log([scored(1, "1"), scored(5, "null"), ...bare].join()));
  expect(figures(read, "m", "s")).toEqual({ scored: 1, sum: 1, broke: 4 });
});

test("epochs are runs of one case; scores within a score have names of their own", () => {
  const two = `${scored(1, '{"a":1,"b":true}')},${scored(1, '{"a":0,"b":false}').replace('"epoch":1', '"epoch":2')}`;
  const { read } = readText("l.json", log(two));
  expect([...read.table.runs]).toEqual(["1", "2"]);
  expect(read.table.columns.map(({ name }) => name)).toEqual(["s.a", "s.b"]);
});

const packed = (content: Uint8Array, patch: (bytes: Uint8Array) => void) => {
  const bytes = zipSync({ "header.json": content });
  patch(bytes);
  return bytes;
};

test.each([
  ["no samples", sample("inspect-no-samples.json"), /no samples/],
  ["zstd within the archive", packed(strToU8("{}"), (bytes) => setMethod(bytes, 93)), /method 93/],
  ["an archive that is cut off", sample("inspect.eval").slice(0, 2000), /unpacked|header/],
  [
    "an archive that unpacks to a thousand times its size",
    packed(new Uint8Array(20_000_000), () => undefined),
    /unpacks to more/,
  ],
])("%s is a fault that names the way out", (_, bytes, found) => {
  const [fault] = faultsOf(() => readBytes("log.eval", bytes, { from: "inspect" }));
  expect(fault?.message).toMatch(found);
});

/** In the entry of the directory, which is what readers go by. */
function setMethod(bytes: Uint8Array, method: number): void {
  const at = bytes.findIndex(
    (_, k) => bytes[k] === 0x50 && bytes[k + 1] === 0x4b && bytes[k + 2] === 1 && bytes[k + 3] === 2,
  );
  bytes[at + 10] = method;
}
