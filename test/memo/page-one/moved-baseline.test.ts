import { expect, test } from "vitest";
import { pageOne } from "../../../src/memo/page-one/page-one.ts";
import { amended, entry, result, SOUND, standing, start } from "../../support/records.ts";

const definitions = { ...SOUND, assumptions: [] };
const met = entry("2026-11-30", { results: [result("wrong-rate", "10/200")] });
const moved = amended("2026-12-01 10:00", "evals.wrong-rate.baseline", "60/200", "100/200", 1);
const page = pageOne(standing({ definitions, log: [start(definitions), met, moved] }, "2026-12-02"), []);
const row = page.outcomes.rows.find(({ primary }) => primary)!;

test("the cell of today shows what it was when it was agreed, and the target, which stands, is not told twice", () => {
  expect(row).toMatchObject({ today: "50 of 100 (agreed: 30 of 100)", agreed: "" });
});

test("it speaks against going on", () => {
  expect(page.against.notes.map(({ entries }) => entries)).toContainEqual([moved.id]);
});

test("a kill criterion of the same eval, which did not move, is not listed for that", () => {
  expect(page.kill.filter(({ verdict }) => verdict === "Cleared")).toEqual([]);
});
