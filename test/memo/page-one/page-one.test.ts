import { describe, expect, test } from "vitest";
import { pageOne } from "../../../src/memo/page-one/page-one.ts";
import { outcomeTable } from "../../../src/memo/page-one/outcome-table.ts";
import { decided, entry, MARTA, result, SOUND, standing, start } from "../../support/records.ts";

const CRITERION = `${"The answer names a rule that was withdrawn years before the technician asks about it ".repeat(3)}`
  .slice(0, 200)
  .trim();
const QUESTION =
  `${"Does retrieval make the answers on rules about work at height good enough to be shown to technicians on site ".repeat(4)}`
    .slice(0, 320)
    .trim();
const met = entry("2026-11-30", { results: [result("wrong-rate", "19/200")] });

describe("what is cut short stands in full in the appendix", () => {
  test("a question of 320 letters is whole on page one, or in part A", () => {
    const definitions = { ...SOUND, charter: { ...SOUND.charter!, question: QUESTION } };
    const page = pageOne(standing({ definitions, log: [start(definitions), met] }, "2026-12-01"), []);
    const whole = page.question === QUESTION || page.whole.some(({ text }) => text === QUESTION);
    expect(whole).toBe(true);
    expect(page.shortened.includes("A")).toBe(page.question !== QUESTION);
  });

  test("a longer one is in part A, and page one says so", () => {
    const question = `${QUESTION} ${QUESTION}`;
    const definitions = { ...SOUND, charter: { ...SOUND.charter!, question } };
    const page = pageOne(standing({ definitions, log: [start(definitions), met] }, "2026-12-01"), []);
    expect(page.question).toMatch(/…$/);
    expect(page.whole).toContainEqual({ label: "Question", text: question });
    expect(page.shortened).toContain("A");
  });

  test("a kill criterion of 200 letters is in part C", () => {
    const definitions = {
      ...SOUND,
      killCriteria: SOUND.killCriteria.map((criterion) => ({ ...criterion, statement: CRITERION })),
    };
    const page = pageOne(standing({ definitions, log: [start(definitions)] }, "2026-12-01"), []);
    expect(page.kill.length).toBeGreaterThan(0);
    expect(page.kill.every(({ statement }) => statement.startsWith(CRITERION) || page.shortened.includes("C"))).toBe(
      true,
    );
  });

  test("where nothing is cut, nothing is said of it", () => {
    const page = pageOne(standing({ log: [start(), met] }, "2026-12-01"), []);
    expect([page.shortened, page.whole]).toEqual([[], []]);
  });
});

describe("a mark and its footnote stand or fall together", () => {
  const tuned = {
    ...SOUND,
    evals: SOUND.evals.map((item) => ({ ...item, tunedOnTheseItems: true, judge: { who: "an LLM" } })),
  };
  const judged = standing({ definitions: tuned, log: [start(tuned), met] }, "2026-12-01");

  test.each([0, 1, 2, 8])("with room for %i notes", (most) => {
    const { rows, notes } = outcomeTable(judged, 6, most);
    const marks = new Set(rows.flatMap(({ sure }) => sure.match(/[¹²³⁴⁵⁶⁷⁸⁹]/g) ?? []));
    expect(notes.length).toBeLessThanOrEqual(most);
    expect([...marks].sort()).toEqual(notes.map((note) => note[0]).sort());
  });
});

describe("what would end it", () => {
  const ends = (poc: ReturnType<typeof standing>) =>
    pageOne(poc, []).facts.find(({ label }) => label === "Ends if")?.text;

  test("is open before the decision, and after a go that does not say it; a no-go ends it", () => {
    expect(ends(standing({ log: [start(), met] }, "2026-12-01"))).toBe("OPEN: not said yet.");
    const log = [start(), met, decided("2026-12-04", "go", { by: MARTA })];
    expect(ends(standing({ log }, "2026-12-04"))).toBe("OPEN: not said yet.");
    const stopped = [start(), met, decided("2026-12-04", "no-go", { by: MARTA })];
    expect(ends(standing({ log: stopped }, "2026-12-04"))).toBeUndefined();
  });
});

describe("a miss that is not the last word", () => {
  const page = (count: string, day: string) =>
    pageOne(standing({ log: [start(), entry("2026-11-26", { results: [result("wrong-rate", count)] })] }, day), []);
  const sureAndVerdict = (count: string, day: string) => {
    const { outcomes, interim } = page(count, day);
    return [outcomes.rows[0]?.verdict, outcomes.notes.length, interim.includes("planned number"), interim !== ""];
  };

  test.each([
    ["all cases, time left", "50/200", "2026-11-27", ["Not met so far", 0, false, true]],
    ["all cases, the last day", "50/200", "2026-12-04", ["Not met", 0, false, false]],
    ["too few cases, time left", "18/20", "2026-11-27", ["INTERIM: not met", 1, true, true]],
    ["all cases, met", "1/200", "2026-11-27", ["Met", 0, false, false]],
  ] as const)("%s", (_, count, day, expected) => {
    expect(sureAndVerdict(count, day)).toEqual(expected);
  });
});

describe("a work that was stopped", () => {
  const tripped = entry("2026-11-26", { results: [result("wrong-rate", "150/200")] });
  const page = (...log: readonly ReturnType<typeof entry>[]) =>
    pageOne(standing({ log: [start(), tripped, ...log] }, "2026-11-30"), []);

  test("does not begin with a yes where a later run meets the target", () => {
    const { answer, kill } = page(entry("2026-11-27", { results: [result("wrong-rate", "1/200")] }));
    expect(answer.word).toBe("Stopped");
    expect(answer.stopped).toMatch(/^Stopped: /);
    expect(answer.stopped).not.toMatch(/\([^)]*\(/);
    expect(kill.map(({ because }) => because)).toEqual([""]);
  });

  test("begins with the no that it is", () => {
    expect(page().answer.word).toMatch(/^(?:No|Not shown so far)$/);
  });
});
