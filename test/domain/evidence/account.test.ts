import { describe, expect, test } from "vitest";
import { evalStandings } from "../../../src/domain/evidence/judged-evals.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import type { Eval } from "../../../src/domain/records/eval.ts";
import { effectiveLog } from "../../../src/domain/records/log.ts";
import { MARTA, entry, evalOf, result } from "../../support/records.ts";

const N = 200;
const named = (...names: readonly string[]) => names.map((name) => ({ name, baseline: false }));
const RIGHT = evalOf({ better: "higher", target: "value >= 90%", minN: N });

const logged = (day: number, ...results: readonly Result[]) => entry(`2026-11-${day}`, { id: `r${day}`, results });
const of = (figure: string, more: Partial<Result> = {}) => result("wrong-rate", figure, more);
const undo = (day: number, of: string) => entry(`2026-11-${day}`, { id: `u${day}`, undo: { entry: of } });

function account(log: readonly Entry[], items: readonly Eval[] = [RIGHT], amended: readonly Entry[] = []) {
  const { counted, entries, withdrawn } = effectiveLog(log, Infinity);
  const standings = evalStandings(
    items,
    counted,
    amended.map((one) => ({ entry: one, amendment: one.amend! })),
    {
      confidence: 0.95,
      last: false,
      withdrawn: entries.flatMap((one) => {
        const by = withdrawn.get(one.id);
        return by === undefined ? [] : [{ entry: one, by }];
      }),
      closings: counted.filter(({ gate }) => gate !== undefined),
    },
  );
  return standings.map((standing) => ({
    ...standing,
    codes: standing.account.spendings.map(({ code }) => code),
    levels: standing.account.spendings.map(({ level }) => level),
  }));
}

describe("what was withdrawn had been seen", () => {
  const bad = logged(23, of("170/200"));
  const good = logged(25, of("189/200"));

  test("an undone run costs what it cost, and the next one is a rerun", () => {
    const [undone] = account([bad, undo(24, "r23"), good]);
    const [rerun] = account([bad, good]);
    expect(undone).toMatchObject({ codes: ["planned-run", "rerun"], verdict: "unsettled" });
    expect(undone!.levels).toEqual(rerun!.levels);
    expect(undone!.account.spendings[0]!.run?.withdrawn?.id).toBe("u24");
  });

  test.each<[string, readonly Entry[]]>([
    ["it was logged for the wrong eval", [logged(24, result("other", "170/200")), undo(25, "r23")]],
    ["it was told again, with its model", [undo(24, "r23"), logged(25, of("170/200", { model: "gpt" }))]],
    ["its undo was undone", [undo(24, "r23"), undo(25, "u24")]],
  ])("no second look where %s", (_, more) => {
    const codes = account([bad, ...more, logged(26, of("190/200"))], [RIGHT, { ...RIGHT, id: "other" }])[0]!.codes;
    expect(codes.filter((code) => code === "planned-run")).toHaveLength(1);
    expect(codes.length).toBeLessThanOrEqual(2);
  });

  test("a run for the wrong eval is believed once: an eval that decides nothing would take any number of them", () => {
    const dump = { ...RIGHT, id: "other", primary: false };
    const once = [bad, undo(24, "r23"), logged(24, result("other", "170/200"))];
    const twice = [...once, logged(25, of("171/200")), undo(26, "r25"), logged(26, result("other", "171/200"))];
    expect(account([...once, logged(27, of("190/200"))], [RIGHT, dump])[0]!.codes).toEqual(["planned-run"]);
    expect(account([...twice, logged(27, of("190/200"))], [RIGHT, dump])[0]!.codes).toEqual(["planned-run", "rerun"]);
  });

  test("a correction to its own disadvantage is no second look, and what follows it is one", () => {
    const corrected = [logged(23, of("190/200")), undo(24, "r23"), logged(25, of("178/200"))];
    expect(account(corrected)[0]!.codes).toEqual(["planned-run"]);
    const again = [...corrected, undo(26, "r25"), logged(27, of("190/200"))];
    expect(account(again)[0]!.codes).toEqual(["planned-run", "rerun"]);
  });

  test("a run on other data than was agreed is none", () => {
    const item = { ...RIGHT, dataset: { file: "a", sha256: "a".repeat(64) } };
    const other = logged(23, of("170/200", { dataset: "b".repeat(64) }));
    expect(account([other, undo(24, "r23"), good], [item])[0]).toMatchObject({
      codes: ["planned-run"],
      verdict: "met",
    });
  });

  test("figures read again from the same file are the same run", () => {
    const values = { file: "a.csv", sha256: "c".repeat(64) };
    const log = [logged(23, of("10/200", { values })), undo(24, "r23"), logged(25, of("190/200", { values }))];
    expect(account(log)[0]).toMatchObject({ codes: ["planned-run"], verdict: "met" });
  });
});

describe("a second eval on the arm that was picked", () => {
  const both = (day: number, arm: string, first: string, second: string) =>
    logged(day, of(first, { arm }), result("fast", second, { arm }));
  const items = [
    { ...RIGHT, arms: named("a", "b") },
    { ...RIGHT, id: "fast" },
  ];

  test("pays for the picking", () => {
    const [first, second] = account([both(23, "a", "180/200", "180/200"), both(24, "b", "190/200", "190/200")], items);
    expect(second!.judged?.result.arm).toBe("b");
    expect(second!.confidence).toBe(first!.confidence);
    expect(second!.confidence).toBeCloseTo(1 - 0.05 / 4, 12);
  });

  test("gets the other half with the run that confirms", () => {
    const log = [
      both(23, "a", "180/200", "180/200"),
      both(24, "b", "190/200", "190/200"),
      both(25, "b", "189/200", "189/200"),
    ];
    const [, second] = account(log, items);
    expect(second).toMatchObject({ codes: ["planned-run", "planned-run", "confirming-run"], verdict: "met" });
  });

  test("pays nothing where it is measured for the first time on an arm that had been picked", () => {
    const [, second] = account(
      [
        logged(23, of("180/200", { arm: "a" }), of("190/200", { arm: "b" })),
        logged(24, result("fast", "190/200", { arm: "b" })),
      ],
      items,
    );
    expect(second!.confidence).toBeCloseTo(0.95, 12);
  });
});

describe("a size that was changed", () => {
  const amend = (day: number, from: string | undefined, to: string) =>
    entry(`2026-11-${day}`, {
      id: `a${day}`,
      amend: {
        changes: [{ term: "evals.wrong-rate.min_n", ...(from === undefined ? {} : { from }), to, resultsSeen: 1 }],
        reason: "more",
        approver: MARTA,
      },
    });
  const changed = (to: number, log: readonly Entry[], by: Entry) =>
    account(
      [
        ...log.filter((one) => one.at.epochMs < by.at.epochMs),
        by,
        ...log.filter((one) => one.at.epochMs > by.at.epochMs),
      ],
      [{ ...RIGHT, minN: to }],
      [by],
    )[0]!;

  test("before anything was seen costs nothing", () => {
    const { codes, confidence } = changed(300, [logged(24, of("282/300"))], amend(23, "200", "300"));
    expect([codes, confidence]).toEqual([["planned-run"], 0.95]);
  });

  test("a run is full by the size that was in force when it was logged", () => {
    const { codes, levels } = changed(
      201,
      [logged(23, of("186/200")), logged(25, of("190/201"))],
      amend(24, "200", "201"),
    );
    expect(codes).toEqual(["planned-run", "rerun"]);
    expect(levels[1]).toBeLessThan(0.01);
  });

  test("half way, it leaves the chance that the plan would still have come to a false verdict", () => {
    const good = changed(400, [logged(23, of("94/100")), logged(25, of("376/400"))], amend(24, "200", "400"));
    const bad = changed(400, [logged(23, of("86/100")), logged(25, of("376/400"))], amend(24, "200", "400"));
    expect(good.codes).toEqual(["look", "size-changed", "planned-run"]);
    expect(good.account.spendings[1]!.left).toBeGreaterThan(0.05);
    expect(bad.account.spendings[1]!.left).toBeLessThan(0.001);
    expect([good.verdict, bad.verdict]).toEqual(["met", "unsettled"]);
  });
});

test("an extension that was agreed has a fifth set aside, and goes on where the planned run ended", () => {
  const item = { ...RIGHT, extendedN: 400 };
  const [standing] = account([logged(23, of("186/200")), logged(25, of("374/400"))], [item]);
  expect(standing).toMatchObject({ codes: ["planned-run", "extension"], verdict: "met" });
  expect(standing!.levels[0]).toBeCloseTo(0.04, 12);
  expect(standing!.levels[1]).toBeGreaterThan(0.02);
});

test("what is spent and what is left add up to what was promised", () => {
  const log = [
    logged(23, of("93/100")),
    logged(24, of("186/200")),
    logged(25, of("187/200")),
    logged(26, of("180/200")),
  ];
  const { promised, left, spendings } = account(log)[0]!.account;
  expect(spendings.reduce((sum, { spent }) => sum + spent, left)).toBeCloseTo(promised, 12);
  expect(spendings.map(({ code }) => code)).toEqual(["look", "planned-run", "rerun", "rerun"]);
});

test("a gate ends the account, and what comes after it has its own", () => {
  const gate = entry("2026-11-24", {
    id: "gate",
    gate: { gate: "g", number: 1, title: "G", approver: MARTA, conditions: [] },
  });
  const [standing] = account([logged(23, of("170/200")), gate, logged(25, of("190/200"))]);
  expect(standing).toMatchObject({ codes: ["planned-run", "closed", "planned-run"], verdict: "met", confidence: 0.95 });
});
