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

  test("is asked for before the decision, and not after one that does not say it", () => {
    expect(ends(standing({ log: [start(), met] }, "2026-12-01"))).toBe("OPEN: not said yet.");
    const log = [start(), met, decided("2026-12-04", "go", { by: MARTA })];
    expect(ends(standing({ log }, "2026-12-04"))).toBeUndefined();
  });
});
