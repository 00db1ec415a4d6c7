import { CaseCollector, type Figure } from "../case-collector.ts";
import type { Format } from "../format.ts";
import { momentOf } from "../moment.ts";
import { readXml } from "../xml/read-xml.ts";

/** A report of tests as every runner writes it: pytest, vitest, jest, node:test, surefire, promptfoo. */
export const junit: Format = {
  name: "junit",
  title: "JUnit XML",
  // A report never needs a document type; if there is one, the reader reports it.
  detect: ({ text }) =>
    /^\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s[\s\S]*>\s*)?<testsuites?[\s>/]/.test(text)
      ? 0.95
      : 0,
  read(file) {
    const report = new Report();
    readXml(file.text(), report);
    if (report.cases.size + report.skipped === 0 && report.cases.problems.length === 0)
      report.cases.problem({ message: "found no test cases" });
    return {
      read: {
        kind: "cases",
        table: report.cases.table((arm) => arm, { passed: "good" }),
        lineOf: (row) => report.cases.lineOf(row),
        run: undefined,
        epochMs: report.epochMs,
        models: new Map(),
        main: "passed",
        skipped: report.skipped,
        notes: [
          ...(report.skipped === 0 ? [] : [`${report.skipped} skipped and not part of the result`]),
          ...(report.flaky === 0 ? [] : [`${report.flaky} passed only when rerun`]),
          ...(report.uncounted === 0
            ? []
            : [`${report.uncounted} that their suites do not count: jest-junit writes a todo as passed; remove it`]),
          ...(report.zoneless ? ["its time has no zone and is read as UTC"] : []),
        ],
        leftOut: ["messages", "output", "host names"],
      },
      problems: report.cases.problems,
    };
  },
};

interface OpenCase {
  readonly id: string;
  readonly arm: string;
  readonly line: number;
  readonly seconds: string | undefined;
  state: "passed" | "failed" | "broke" | "skipped";
  flaky: boolean;
  readonly properties: (readonly [string, string])[];
}

/** Which outcome counts if a case has several: skipped comes first, because a failed `todo` is written as both. */
const WEIGHT = { passed: 0, failed: 1, broke: 2, skipped: 3 } as const;
const STATES: Readonly<Record<string, OpenCase["state"]>> = { failure: "failed", error: "broke", skipped: "skipped" };

/**
 * What surefire writes about the tries before the one that passed; what it writes about tries after a failure adds
 * nothing.
 */
const FLAKY = new Set(["flakyFailure", "flakyError"]);
/** A suite that was run again counts its last run only: surefire. */
const RERUN = new Set([...FLAKY, "rerunFailure", "rerunError"]);

interface OpenSuite {
  readonly name: string;
  /** The number of cases that it states; undefined if that is not a count. */
  tests: number | undefined;
  readonly found: Set<string>;
  nested: boolean;
}

class Report {
  readonly cases = new CaseCollector();
  skipped = 0;
  /** Cases that passed after they had failed. */
  flaky = 0;
  /** Cases beyond those that their suite counts. */
  uncounted = 0;
  epochMs: number | undefined;
  zoneless = false;
  readonly #suites: OpenSuite[] = [];
  /** Cases by their ids: pytest writes one that fails and then breaks in its teardown twice. */
  readonly #found = new Map<string, OpenCase>();
  #open: OpenCase | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const state = STATES[name];
    if (name === "testsuite" || name === "testsuites") {
      for (const above of this.#suites) above.nested = true;
      const suite = name === "testsuite" ? (attributes["name"] ?? "") : "";
      const tests = name === "testsuite" ? Number(attributes["tests"] ?? NaN) : NaN;
      this.#suites.push({
        name: suite,
        tests: Number.isInteger(tests) ? tests : undefined,
        found: new Set(),
        nested: name === "testsuites",
      });
      this.#moment(attributes["timestamp"]);
    } else if (name === "testcase") {
      this.#moment(attributes["timestamp"]);
      const { classname, name: title, file } = attributes;
      const suite = this.#suites.findLast((one) => one.name !== "")?.name;
      // node:test calls the class of every case "test", and the suite is what tells them apart.
      // promptfoo makes a suite of each provider and prompt, with the same tests in it.
      const arm = /^\[(.+)\] prompt \d+$/.exec(suite ?? "")?.[1] ?? "";
      const known = [file, arm !== "" || suite === "pytest" ? undefined : suite, classname].filter(
        (one) => one !== undefined && one !== "" && one !== "test" && !(arm !== "" && one === suite),
      );
      const id = printable([...new Set([...known, title ?? ""])].join(" › ")).slice(0, 200);
      this.#open = { id, arm, line, seconds: attributes["time"], state: "passed", flaky: false, properties: [] };
      this.#suites.at(-1)?.found.add(id);
    } else if (this.#open !== undefined && state !== undefined) {
      if (WEIGHT[state] > WEIGHT[this.#open.state]) this.#open.state = state;
    } else if (this.#open !== undefined && RERUN.has(name)) {
      this.#open.flaky ||= FLAKY.has(name);
      const suite = this.#suites.at(-1);
      if (suite !== undefined) suite.tests = undefined;
    } else if (this.#open !== undefined && name === "property") {
      this.#open.properties.push([attributes["name"] ?? "", attributes["value"] ?? ""]);
    }
  }

  close(name: string): void {
    if (name === "testsuite" || name === "testsuites") this.#closeSuite();
    if (name === "testsuites") this.#finish();
    if (name === "testsuite" && this.#suites.length === 0) this.#finish();
    if (name !== "testcase" || this.#open === undefined) return;
    const one = `${this.#open.arm}\n${this.#open.id}`;
    const earlier = this.#found.get(one);
    if (earlier === undefined) this.#found.set(one, this.#open);
    else if (earlier.state === "failed" && this.#open.state === "broke") earlier.state = "failed";
    else
      this.cases.problem({
        line: this.#open.line,
        message: `found the test "${this.#open.id.slice(0, 80)}" twice, first in line ${earlier.line}`,
        hint: "a retried test is reported once: keep the last try, or give each run a file of its own",
      });
    this.#open = undefined;
  }

  #closeSuite(): void {
    const suite = this.#suites.pop();
    if (suite === undefined || suite.nested || suite.tests === undefined) return;
    this.uncounted += Math.max(0, suite.found.size - suite.tests);
  }

  #finish(): void {
    const numbers = new Set<string>();
    for (const { properties } of this.#found.values())
      for (const [name, value] of properties) if (propertyNumber(value) !== undefined) numbers.add(name);
    for (const { id, arm, line, seconds, state, flaky, properties } of this.#found.values()) {
      if (flaky && state === "passed") this.flaky++;
      if (state === "skipped") {
        this.skipped++;
        continue;
      }
      const figures: (readonly [string, Figure])[] = state === "broke" ? [] : [["passed", state === "passed"]];
      const time = this.#seconds(seconds, line);
      if (time !== undefined && state !== "broke") figures.push(["time_s", time]);
      for (const [name, value] of properties) {
        if (numbers.has(name) && state !== "broke") figures.push([name, propertyNumber(value) ?? "broke"]);
      }
      this.cases.add({ line, id, arm, broke: state === "broke", figures });
    }
    this.#found.clear();
  }

  #seconds(text: string | undefined, line: number): number | undefined {
    if (text === undefined || text.trim() === "") return undefined;
    const seconds = Number(text.replaceAll(",", ""));
    if (Number.isFinite(seconds) && seconds >= 0) return seconds;
    this.cases.problem({ line, message: `found the time "${text.slice(0, 20)}", expected seconds of zero or more` });
    return undefined;
  }

  #moment(text: string | undefined): void {
    if (text === undefined || this.epochMs !== undefined) return;
    this.epochMs = momentOf(text);
    this.zoneless = this.epochMs !== undefined && !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim());
  }
}

function propertyNumber(value: string): number | undefined {
  const number = value.trim() === "" ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Names of parametrised tests hold whatever the parameter was. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, " ").replace(/^[=@+-]+/, "");
}
