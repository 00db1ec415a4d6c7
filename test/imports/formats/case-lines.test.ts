import * as fc from "fast-check";
import { expect, test } from "vitest";
import { caseFileText } from "../../../src/document/raw/case-file-text.ts";
import { faultsOf, figures, readText } from "../read-sample.ts";

test.each([
  ["CSV", "cases.csv", "case_id,passed,latency_ms\na,true,12\nb,false,30.5\nc,timeout,\n"],
  [
    "CSV with semicolons, CRLF and a byte order mark",
    "cases.csv",
    "\ufeffcase_id;passed;latency_ms\r\na;true;12\r\nb;false;30.5\r\nc;timeout;\r\n",
  ],
  [
    "JSON lines",
    "r.jsonl",
    '{"case_id":"a","passed":true,"latency_ms":12}\n{"case_id":"b","passed":false,"latency_ms":30.5}\n{"case_id":"c","error":"boom"}\n',
  ],
  [
    "a list in JSON",
    "r.json",
    '[\n{"caseId":"a","passed":true,"latency_ms":12},{"caseId":"b","passed":false,"latency_ms":30.5},{"caseId":"c","passed":true,"error":"x"}]',
  ],
  [
    "a list within an object",
    "r.json",
    '{"meta":{"n":3},"results":{"results":[{"id":"a","passed":true,"latency_ms":12},{"id":"b","passed":false,"latency_ms":30.5},{"id":"c","error":{"type":"x"}}]}}',
  ],
])("%s", (_, name, text) => {
  const { format, read, problems } = readText(name, text);
  expect(problems).toEqual([]);
  expect(format).toBe("cases");
  expect([...read.table.ids]).toEqual(["a", "b", "c"]);
  expect(figures(read, "", "passed")).toEqual({ scored: 2, sum: 1, broke: 1 });
  expect(figures(read, "", "latency_ms")).toMatchObject({ scored: 2, sum: 42.5 });
});

test("columns by what they mean: run, group, arm; nested fields by their path; text stays behind", () => {
  const text =
    '{"qid":"a","trial":1,"doc":"d1","variant":"x","m":{"f1":0.5},"answer":"hello"}\n{"qid":"a","trial":2,"doc":"d1","variant":"x","m":{"f1":0.7},"answer":"12"}\n';
  const { read } = readText("r.jsonl", text, { columns: { case: "qid", group: "doc" } });
  const { ids, runs, groups, arms } = read.table;
  expect([ids, runs, groups!, arms].map((texts) => [...texts].join(" "))).toEqual(["a a", "1 2", "d1 d1", "x x"]);
  expect(read.table.columns.map(({ name }) => name)).toEqual(["m.f1"]);
  expect(read.leftOut.join()).toContain("answer");
});

test.each([
  ["nothing names a case", "r.csv", "score\n0.5\n", /the id of a case/],
  ["two columns of one name", "r.csv", "id,a,a\n1,2,3\n", /two columns/],
  [
    "the table of promptfoo",
    "r.csv",
    "n,[a] p,Status,Score,Grader Reason,Comment,[b] p,Status,Score,Grader Reason,Comment\n1,x,PASS,1,,,y,PASS,1,,\n",
    /promptfoo/,
  ],
  ["a row that is cut off", "r.csv", "id,passed,score\n1,true,1\n2,tr", /2 cells, expected 3/],
  ["a total", "r.csv", "id,score\n1,1\nTotal,1\n", /"Total"/],
  ["a quote that is never closed", "r.csv", 'id,score\n1,"1\n2,1\n', /never closed/],
  ["an e-mail address as an id", "r.csv", "id,passed\na@example.com,true\n", /e-mail/],
  ["a formula as an id", "r.csv", "id,passed\n=1+2,true\n", /formula/],
  ["a control character", "r.csv", "id,passed\na\u0007,true\n", /control character/],
  ["a character NUL", "r.csv", "id,passed\na\u0000b,true\n", /NUL/],
  ["several lists", "r.json", '{"a":[{"id":1}],"b":[{"id":2}]}', /several lists: a, b/],
  ["a key twice", "r.jsonl", '{"id":1,"passed":true,"passed":false}\n', /"passed" twice/],
  ["a bare value among objects", "r.jsonl", '{"id":1,"passed":true}\n3\n', /not an object/],
  ["broken JSON", "r.jsonl", '{"id":1,"passed":true}\n{"id":2,\n', /end of the file/],
  [
    "a cell of ten megabytes",
    "r.jsonl",
    `{"id":1,"passed":true}\n{"id":2,"a":"${"x".repeat(10_000_000)}"}\n`,
    /more than 8 MB/,
  ],
  ["a cell of ten megabytes in CSV", "r.csv", `id,a\n1,"${"x".repeat(10_000_000)}"\n`, /more than 8 MB/],
  ["a page of HTML", "r.json", "<!DOCTYPE html><html><body>Sign in</body></html>", /HTML/],
  ["nothing", "r.json", "", /empty/],
])("%s is a fault", (_, name, text, found) => {
  expect(
    faultsOf(() => readText(name, text))
      .map(({ message }) => message)
      .join("\n"),
  ).toMatch(found);
});

test("faults carry their line", () => {
  expect(faultsOf(() => readText("r.jsonl", '{"id":1,"passed":true}\n\n{"id":2,,}\n'))[0]?.line).toBe(3);
  expect(faultsOf(() => readText("r.csv", 'id,passed\n"a\nb",true\n=x,true\n')).map(({ line }) => line)).toEqual([
    2, 4,
  ]);
});

test("the order of rows does not change the file of cases, and reading it back gives the same table", () => {
  const rows = fc.uniqueArray(
    fc.tuple(
      fc.string({ unit: fc.constantFrom(..."abc,; \"'é"), minLength: 1, maxLength: 5 }).map((t) => `k${t.trim()}`),
      fc.boolean(),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => n + 0),
    ),
    { minLength: 1, maxLength: 12, selector: ([id]) => id },
  );
  const csv = (list: readonly (readonly [string, boolean, number])[]) =>
    `case,passed,score\n${list.map(([id, passed, score]) => `"${id.replaceAll('"', '""')}",${passed},${score}`).join("\n")}\n`;
  fc.assert(
    fc.property(rows, fc.nat(), (list, seed) => {
      const other = [...list.slice(seed % list.length), ...list.slice(0, seed % list.length)].reverse();
      const text = caseFileText(readText("a.csv", csv(list)).read.table);
      expect(caseFileText(readText("a.csv", csv(other)).read.table)).toBe(text);
      expect(caseFileText(readText("a.csv", text).read.table)).toBe(text);
    }),
    { numRuns: 60 },
  );
});
