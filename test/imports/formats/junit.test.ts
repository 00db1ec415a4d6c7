import { expect, test } from "vitest";
import { faultsOf, figures, readBytes, readText, sample } from "../read-sample.ts";

// Figures counted by python3 with xml.etree: testcases, those with failure and without skipped, with error, with skipped.

test.each([
  ["node:test of Node 20, with a todo that fails", "node-test.xml", 3, 2, 0, 2],
  ["vitest 4.1", "vitest.xml", 3, 1, 0, 2],
  // 12 testcases of 11 names: one fails and breaks in its teardown.
  ["pytest 9.0, with fixtures that break before and after", "pytest.xml", 9, 5, 2, 2],
  // Its suite says 3 tests: those that were run again are not counted there.
  ["surefire 3.5, with reruns", "surefire.xml", 7, 4, 1, 1],
])("%s", (_, name, cases, passed, broke, skipped) => {
  const { format, read, problems } = readBytes("report.xml", sample(name));
  expect(problems).toEqual([]);
  expect(format).toBe("junit");
  expect([...read.table.ids]).toHaveLength(cases);
  expect(figures(read, "", "passed")).toEqual({ scored: cases - broke, sum: passed, broke });
  expect(read.skipped).toBe(skipped);
  expect(read.notes.join()).not.toContain("do not count");
});

test("the scores that pytest records, and what surefire saw pass at a second try", () => {
  const pytest = readBytes("report.xml", sample("pytest.xml")).read;
  expect(figures(pytest, "", "score")).toEqual({ scored: 4, sum: 2.9, broke: 2 });
  expect(readBytes("report.xml", sample("surefire.xml")).read.notes.join()).toContain("1 passed only when");
});

test("a property that is a number elsewhere and empty here broke; text is no figure", () => {
  const tests = ["0.9", "", "NaN"].map(
    (value, k) =>
      `<testcase name="t${k}"><properties><property name="score" value="${value}"/></properties></testcase>`,
  );
  const owner = '<testcase name="t9"><properties><property name="owner" value="ana"/></properties></testcase>';
  const { read } = readText("r.xml", `<testsuite name="s" tests="4">${tests.join("")}${owner}</testsuite>`);
  expect(figures(read, "", "score")).toEqual({ scored: 1, sum: 0.9, broke: 2 });
  expect(read.table.columns.map(({ name }) => name)).toEqual(["passed", "score"]);
});

test("promptfoo: a suite for each provider is an arm, with the same cases", () => {
  const { read } = readBytes("report.xml", sample("promptfoo-junit.xml"));
  const ids = (arm: string) => [...read.table.ids].filter((_, row) => read.table.arms.at(row) === arm);
  expect(ids("today")).toEqual(ids("reranker-k8"));
  expect(figures(read, "today", "passed")).toEqual({ scored: 10, sum: 7, broke: 1 });
});

const PYTEST = `<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="5" time="0.05" timestamp="2026-11-24T09:00:00.5" hostname="box">
<testcase classname="tests.test_rag" name="test_ok[q1]" time="0.001"><properties><property name="score" value="0.93"/><property name="model" value="gpt-4.1"/></properties></testcase>
<testcase classname="tests.test_rag" name="test_bad" time="0.002"><failure message="assert 1 == 2">a@b.example</failure></testcase>
<testcase classname="tests.test_rag" name="test_xfail" time="0.001"><skipped type="pytest.xfail" message=""/></testcase>
<testcase classname="tests.test_rag" name="test_setup" time="0.0"><error message="failed on setup"/></testcase>
<testcase classname="tests.test_rag" name="test_twice" time="0.0"><failure message="x"/></testcase>
<testcase classname="tests.test_rag" name="test_twice" time="0.0"><error message="failed on teardown"/></testcase>
</testsuite></testsuites>`;

test("pytest: properties are figures, an error in the setup broke, a failure that breaks in its teardown is one failure", () => {
  const { read, problems } = readText("report.xml", PYTEST);
  expect(problems).toEqual([]);
  expect(figures(read, "", "passed")).toEqual({ scored: 3, sum: 1, broke: 1 });
  expect(figures(read, "", "score")).toEqual({ scored: 1, sum: 0.93, broke: 1 });
  expect(read.table.columns.map(({ name }) => name)).not.toContain("model");
  expect([...read.table.ids]).toContain("tests.test_rag › test_ok[q1]");
  expect(read.epochMs).toBe(Date.parse("2026-11-24T09:00:00.500Z"));
  expect(read.notes.join()).toContain("UTC");
});

test("jest-junit: a todo among the passed is said, for nothing else tells it", () => {
  const { read, problems } = readBytes("junit.xml", sample("jest-junit.xml"));
  expect(problems).toEqual([]);
  expect(figures(read, "", "passed")).toEqual({ scored: 8, sum: 5, broke: 0 });
  expect(read.skipped).toBe(1);
  expect(read.notes.join()).toContain("1 that their suites do not count");
  expect([...read.table.ids]).toContain("answers › answers right");
});

// By the schema of the surefire report: tries before a pass are flaky, tries after a failure are reruns.
const SUREFIRE = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="com.acme.RagTest" time="1.204" tests="6" errors="1" skipped="1" failures="1" flakes="2">
<properties><property name="user.name" value="ana"/><property name="java.version" value="21"/></properties>
<testcase name="right" classname="com.acme.RagTest" time="0.1"/>
<testcase name="flaky" classname="com.acme.RagTest" time="0.1"><flakyFailure message="x" type="A"><stackTrace>s</stackTrace><system-out>o</system-out></flakyFailure><flakyFailure message="x" type="A"/></testcase>
<testcase name="flakyBreak" classname="com.acme.RagTest" time="0.1"><flakyError message="x" type="A"/></testcase>
<testcase name="wrong" classname="com.acme.RagTest" time="1,204.5"><failure message="x" type="A">t</failure><rerunFailure message="x" type="A"/><rerunFailure message="y" type="A"/></testcase>
<testcase name="broke" classname="com.acme.RagTest" time="0.1"><error message="x" type="A"/><rerunError message="x" type="A"/></testcase>
<testcase name="later" classname="com.acme.RagTest" time="0"><skipped message="off"/><failure message="x"/></testcase>
</testsuite>`;

test("surefire: what passed when it was run again passed, and is said; a rerun that fails is the same failure", () => {
  const { read, problems } = readText("TEST-com.acme.RagTest.xml", SUREFIRE);
  expect(problems).toEqual([]);
  expect(figures(read, "", "passed")).toEqual({ scored: 4, sum: 3, broke: 1 });
  expect(read.skipped).toBe(1);
  expect(read.notes.join()).toContain("2 passed only when rerun");
  expect(read.notes.join()).not.toContain("do not count");
  expect(figures(read, "", "time_s").sum).toBeCloseTo(1204.8, 9);
  expect(JSON.stringify(read.table.columns.map(({ name }) => name))).not.toContain("java");
});

test("suites within suites, and a root that is one suite", () => {
  const nested = `<testsuite name="all"><testsuite name="a"><testcase classname="A" name="x"/></testsuite><testsuite name="b"><testcase classname="B" name="x"><failure/></testcase></testsuite></testsuite>`;
  expect(figures(readText("r.xml", nested).read, "", "passed")).toEqual({ scored: 2, sum: 1, broke: 0 });
});

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><testsuites><testcase name="&b;"/></testsuites>`;

test.each([
  ["entities of its own", LAUGHS, /document type/],
  ["an entity that is not there", `<testsuites><testcase name="&b;"/></testsuites>`, /well-formed/],
  ["cut off", PYTEST.slice(0, 600), /well-formed/],
  ["no tests", `<testsuites></testsuites>`, /no test cases/],
  ["a test twice", `<testsuite><testcase name="a"/><testcase name="a"/></testsuite>`, /twice/],
  ["a negative time", `<testsuite><testcase name="a" time="-1"/></testsuite>`, /-1/],
  ["too deep", `${"<testsuite>".repeat(200)}`, /deep/],
])("%s is a fault with a line", (_, text, found) => {
  const [fault] = faultsOf(() => readText("report.xml", text, { from: "junit" }));
  expect(fault?.message).toMatch(found);
});
