import { describe, expect, test } from "vitest";
import { labelsChanged } from "../../../src/checks/evidence/labels-changed.ts";
import { relabellings } from "../../../src/domain/evidence/judges/relabelled.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { CaseFile, Labelling } from "../../../src/domain/records/evals/result.ts";
import { howSure } from "../../../src/memo/page-one/how-sure.ts";
import { historyNotes } from "../../../src/memo/sections/history-notes.ts";
import { checked } from "../../support/checked.ts";
import { entry, evalOf, killOf, result, SOUND, standing, start } from "../../support/records.ts";

const CASES = "a".repeat(64);
const cases: CaseFile = { file: "cases/1.csv", sha256: CASES, n: 400, digest: "b".repeat(64) };

type Said = readonly [both: number, judge: number, person: number, neither: number];

/** A sheet of 100 cases: the 5 that the judge counted, and 95 of the others. */
const sheet = ([both, judge, person, neither]: Said, more: Partial<Labelling> = {}): Labelling => ({
  eval: "wrong-rate",
  arm: "",
  judged: { x: 5, n: 400 },
  said: { both, judge, person, neither },
  file: "labels.csv",
  sha256: [both, judge, person, neither, more.unlabelled ?? 0].join("-"),
  of: CASES,
  seed: 7,
  ...more,
});
const HONEST = sheet([5, 0, 25, 70]);
const BETTER = sheet([5, 0, 0, 95]);
const HALF = sheet([5, 0, 10, 35], { unlabelled: 50 });
const WITHOUT_BAD = sheet([5, 0, 0, 70], { unlabelled: 25 });

const label = (day: number, labelling: Labelling) =>
  entry(`2026-11-${day} 10:00`, { id: `l${day}`, labels: [labelling] });
const undo = (day: number, id: string, reason?: string) =>
  entry(`2026-11-${day} 11:00`, { id: `u${day}`, undo: { entry: id, ...(reason === undefined ? {} : { reason }) } });

function poc(since: readonly Entry[], more: Parameters<typeof evalOf>[0] = {}, figure = "5/400") {
  const item = evalOf({ target: "value <= 12%", judge: { who: "LLM judge", model: "judge-1" }, ...more });
  const definitions = {
    ...SOUND,
    evals: [item],
    assumptions: [],
    killCriteria: [killOf({ when: "wrong-rate > 20%", by: "2026-12-02" })],
  };
  const log = [
    start(definitions),
    entry("2026-11-25 10:00", { results: [result("wrong-rate", figure, { cases })] }),
    ...since,
  ];
  return { definitions, log };
}

const AGAIN = [label(26, HONEST), label(27, BETTER)];
const { seed: _, ...SEEDLESS } = HONEST;

test.each<
  readonly [
    string,
    readonly Entry[],
    verdict: string,
    by: string,
    tries: number,
    warnings: number,
    notes: readonly string[],
  ]
>([
  ["logged once", [label(26, HONEST)], "not met", "l26", 1, 0, []],
  ["logged again with better labels", AGAIN, "not met", "l26", 1, 1, ["labels-changed"]],
  [
    "logged again with worse labels",
    [label(26, BETTER), label(27, HONEST)],
    "not met",
    "l27",
    1,
    1,
    ["labels-changed"],
  ],
  ["logged again unchanged", [label(26, BETTER), label(27, BETTER)], "met", "l27", 1, 0, []],
  [
    "the first labels withdrawn with a reason",
    [...AGAIN, undo(28, "l26", "The column had slipped")],
    "met",
    "l27",
    2,
    0,
    ["labels-changed"],
  ],
  [
    "withdrawn first, and then logged again",
    [label(26, HONEST), undo(26, "l26", "The column had slipped"), label(27, BETTER)],
    "met",
    "l27",
    2,
    0,
    ["labels-changed"],
  ],
  ["withdrawn without a reason", [...AGAIN, undo(28, "l26")], "not met", "l26", 1, 1, ["labels-changed"]],
  [
    "the better labels withdrawn with a reason",
    [...AGAIN, undo(28, "l27", "A copy of the judge's verdicts")],
    "not met",
    "l26",
    2,
    0,
    ["labels-changed"],
  ],
  [
    "withdrawn with a reason, and logged once more",
    [...AGAIN, undo(28, "l27", "Wrong file"), label(29, BETTER)],
    "not met",
    "l26",
    1,
    1,
    ["labels-changed", "labels-changed"],
  ],
  ["half of a sheet, completed", [label(26, HALF), label(27, HONEST)], "not met", "l27", 1, 0, []],
  ["labels taken out", [label(26, HONEST), label(27, WITHOUT_BAD)], "not met", "l26", 1, 1, ["labels-changed"]],
  [
    "labels taken out, and the cells filled with others",
    [label(26, HONEST), label(27, WITHOUT_BAD), label(28, BETTER)],
    "not met",
    "l26",
    1,
    1,
    ["labels-changed"],
  ],
  [
    "another sheet, with a seed of its own",
    [label(26, HONEST), label(27, { ...BETTER, seed: 8 })],
    "met",
    "l27",
    2,
    0,
    [],
  ],
  ["an old entry that does not say its seed", [label(26, SEEDLESS), label(27, BETTER)], "met", "l27", 2, 0, []],
])("a sheet of labels: %s", (_, since, verdict, by, tries, warnings, notes) => {
  const records = poc(since);
  const seen = standing(records, "2026-12-01");
  const [item] = seen.evals;
  const labels = item?.judged?.result.labels;
  expect([item?.verdict === "met" ? "met" : "not met", labels?.entry, labels?.tries]).toEqual([verdict, by, tries]);
  expect(checked(labelsChanged, records, "2026-12-01")).toHaveLength(warnings);
  const told = historyNotes(seen).map(({ code }) => code);
  expect(told.filter((code) => code.startsWith("labels"))).toEqual(notes);
});

describe("a sheet that came again with other labels", () => {
  const at = (since: readonly Entry[]) => standing(poc(since), "2026-12-01");

  test("says at least how many labels are others, and which entries", () => {
    const { log } = at(AGAIN);
    const [found, ...more] = relabellings({ id: "wrong-rate" }, log);
    expect(more).toEqual([]);
    expect([found?.before.entry.id, found?.after.entry.id, found?.changed, found?.reason]).toEqual([
      "l26",
      "l27",
      25,
      undefined,
    ]);
  });

  test("is surer neither way: not while both stand, nor after one was withdrawn", () => {
    const sureness = (since: readonly Entry[]) => {
      const seen = at(since);
      return howSure(seen.evals[0]!, seen).level;
    };
    expect(sureness([label(26, BETTER)])).toBe("High");
    expect(sureness(AGAIN)).toBe("Moderate");
    expect(sureness([...AGAIN, undo(28, "l26", "The column had slipped")])).toBe("Moderate");
  });

  test("decides by the worse labels too where higher is better", () => {
    const right = (labelling: Labelling): Labelling => ({ ...labelling, judged: { x: 395, n: 400 } });
    const honest = right(sheet([70, 25, 0, 5]));
    const better = right(sheet([95, 0, 0, 5]));
    const log = [label(26, honest), label(27, better)];
    const seen = standing(poc(log, { better: "higher", target: "value >= 88%" }, "395/400"), "2026-12-01");
    expect(seen.evals[0]?.judged?.result.labels?.entry).toBe("l26");
  });

  test("decides for today's system by the labels that make it look better", () => {
    const arms = [
      { name: "today", baseline: true },
      { name: "new", baseline: false },
    ];
    const of = (labelling: Labelling): Labelling => ({ ...labelling, arm: "today" });
    const { definitions, log } = poc([], { arms });
    const today = entry("2026-11-25 12:00", { results: [result("wrong-rate", "5/400", { cases, arm: "today" })] });
    const records = { definitions, log: [...log, today, label(26, of(BETTER)), label(27, of(HONEST))] };
    const [item] = standing(records, "2026-12-01").evals;
    expect(item?.today[0]?.result.labels?.entry).toBe("l26");
  });
});
