import { describe, expect, test } from "vitest";
import { EXIT_CRITERIA } from "../../../src/domain/records/checklist-items.ts";
import { checklistStanding } from "../../../src/domain/standing/checklist.ts";
import { parseCount } from "../../../src/domain/scalars/count.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { raisedLabel } from "../../../src/wording/risk-causes.ts";
import { isOpenRisk, isRaisedRisk } from "../../../src/domain/standing/risk-standing.ts";
import type { RiskLevel } from "../../../src/domain/records/risk.ts";
import {
  SOUND,
  decided,
  entry,
  evalOf,
  known,
  lacking,
  money,
  must,
  number,
  result,
  spent,
  standing,
  start,
  withCharter,
  type Poc,
} from "../../support/records.ts";
import { answerLabel } from "../../../src/memo/sections/risk-section.ts";
import { itemClause } from "../../../src/wording/item-reasons.ts";

/** Ids of the risks that the records raise, answered or not. */
function raised(poc: Poc, day: string): readonly string[] {
  return standing(poc, day).risks.flatMap((item) => (item.raised === undefined ? [] : [item.risk.id]));
}

const risk = (poc: Poc, day: string, id: string) => standing(poc, day).risks.find((item) => item.risk.id === id)!;
const started = (definitions: Definitions, ...log: Entry[]): Poc => ({
  definitions,
  log: [start(definitions), ...log],
});
const rated = (when: string, id: string, level: RiskLevel, note?: string) =>
  entry(when, { risks: [{ id, level, ...(note === undefined ? {} : { note }) }] });
const ATTESTED = entry("2026-11-24", {
  attest: [{ item: "mvp.observability", evidence: "https://example.com/board" }],
});
const PRICED = entry("2026-11-25", { tasks: [{ count: must(parseCount("9/10")), arm: "" }], spend: [spent("1 EUR")] });
const asserted = <T>(figure: T) => ({ ...known(figure), grade: "asserted" as const });

/** Day 6 of 10 is before the last third, day 7 is in it. */
const [BEFORE, WITHIN] = ["2026-11-30", "2026-12-01"];

describe("the records raise", () => {
  const { thresholds: _, ...bare } = { ...SOUND.value, thresholds: undefined };
  const { paybackThreshold: __, ...noThreshold } = bare;
  const { users: ___, ...noUsers } = SOUND.value;
  const allAsserted = {
    ...SOUND.value,
    users: asserted(number("100")),
    tasksPerDay: asserted(number("6")),
    minutesSaved: asserted(number("4")),
    hourlyRate: asserted(money("50 EUR")),
    workdaysPerYear: asserted(number("220")),
    platformCost: asserted(money("40000 EUR")),
    buildCost: asserted(money("100000 EUR")),
  };

  test.each<[what: string, poc: Poc, day: string, ids: readonly string[]]>([
    ["nothing of a sound draft", { definitions: SOUND }, "2026-11-20", []],
    ["nothing before the last third", started(SOUND), BEFORE, []],
    ["nothing where all is there", started(SOUND, ATTESTED, PRICED), WITHIN, []],
    ["a missing owner, in a draft too", { definitions: lacking("owner") }, "2026-11-20", ["no-owner"]],
    ["a missing sponsor", started(lacking("sponsor")), BEFORE, ["no-owner"]],
    ["a missing MVP budget", started(lacking("mvpBudget")), BEFORE, ["no-owner"]],
    [
      "a stack that production does not run",
      started(withCharter({ pocStack: ["python 3.12", "notebook"] })),
      BEFORE,
      ["wrong-stack"],
    ],
    ["nothing where production says no stack", started(withCharter({ productionStack: [] })), BEFORE, []],
    ["a case without an input", started({ ...SOUND, value: noUsers }), BEFORE, ["no-value-signal"]],
    ["a case without a threshold", started({ ...SOUND, value: noThreshold }), BEFORE, ["no-value-signal"]],
    ["a case that is asserted only", started({ ...SOUND, value: allAsserted }), BEFORE, ["no-value-signal"]],
    [
      "the value is missing, whatever somebody attests",
      started(
        { ...SOUND, value: {} },
        entry("2026-11-24", { attest: [{ item: "exit.value-signal", evidence: "https://example.com/case" }] }),
      ),
      BEFORE,
      ["no-value-signal"],
    ],
    [
      "nothing where one input is more than asserted",
      started({ ...SOUND, value: { ...allAsserted, users: known(number("100")) } }),
      BEFORE,
      [],
    ],
    ["an unknown cost and unwatched operations, late", started(SOUND), WITHIN, ["operations", "cost"]],
    ["an unknown cost, where operations are attested", started(SOUND, ATTESTED), WITHIN, ["cost"]],
    ["operations, where the cost is known", started(SOUND, PRICED), WITHIN, ["operations"]],
    ["nothing late of a draft, for its clock does not run", { definitions: SOUND }, WITHIN, []],
    ["nothing late of what was decided early", started(SOUND, decided("2026-11-26", "no-go")), "2026-12-08", []],
    [
      "what was late when it was decided",
      started(SOUND, decided("2026-12-04", "go")),
      "2026-12-08",
      ["operations", "cost"],
    ],
    [
      "models without a price a year",
      started({ ...SOUND, value: noUsers }, ATTESTED, PRICED),
      WITHIN,
      ["cost", "no-value-signal"],
    ],
    [
      "nothing of models where value.yaml says their price",
      started({ ...SOUND, value: { ...noUsers, modelCost: known(money("900 EUR")) } }, ATTESTED, PRICED),
      WITHIN,
      ["no-value-signal"],
    ],
    ["what the register leaves out", started({ ...SOUND, risks: [] }), WITHIN, ["ops-invisible", "cost-surprise"]],
  ])("%s", (_what, poc, day, ids) => {
    expect(raised(poc, day)).toEqual(ids);
  });

  test("no cost of a task where an eval measures it", () => {
    const definitions = {
      ...SOUND,
      evals: [
        ...SOUND.evals,
        evalOf({ id: "answer-cost", measure: "mean", primary: false, target: "value <= 0.05 EUR" }),
      ],
    };
    const measured = entry("2026-11-26", {
      results: [result("answer-cost", "0.04 EUR", { n: 50, sd: number("0.01") })],
    });
    const { because } = risk(started(definitions, ATTESTED, measured), WITHIN, "cost").raised!;
    expect(because).toEqual({ code: "model-cost-unknown" });
    expect(
      raised(
        started({ ...definitions, value: { ...SOUND.value, modelCost: known(money("900 EUR")) } }, ATTESTED, measured),
        WITHIN,
      ),
    ).toEqual([]);
  });

  test.each([
    ["poc.yaml", lacking("owner"), BEFORE],
    ["value.yaml", { ...SOUND, value: {} }, BEFORE],
    ["log/1.yaml", SOUND, WITHIN],
  ] as const)("nothing where %s could not be read, for what is missing may stand there", (file, definitions, day) => {
    expect(raised({ ...started(definitions), unreadable: [{ file, path: [], part: "value" }] }, day)).toEqual([]);
  });
});

describe("a raised risk", () => {
  const definitions: Definitions = {
    ...SOUND,
    risks: [
      { id: "ops", cause: "ops-invisible", level: "low" },
      { id: "cost-surprise", level: "closed" },
    ],
  };

  test("is high whatever the register says, and the register may call it by another name", () => {
    const { risks } = standing(started(definitions), WITHIN);
    expect(risks.map(({ risk: { id }, level, stated, inRegister }) => [id, level, stated, inRegister])).toEqual([
      ["ops", "high", "low", true],
      ["cost-surprise", "high", "closed", true],
    ]);
    expect(risks.every(isOpenRisk)).toBe(true);
  });

  test("appears where nobody wrote it down, with the question of its cause", () => {
    const item = risk(started({ ...SOUND, risks: [] }), WITHIN, "ops-invisible");
    expect(item).toMatchObject({
      inRegister: false,
      level: "high",
      stated: "unknown",
      risk: { cause: "ops-invisible" },
    });
    expect(item.risk.question).toBeDefined();
  });

  test("is raised once where two risks have the same cause", () => {
    const twice = {
      ...SOUND,
      risks: [
        { id: "a", cause: "ops-invisible", level: "low" },
        { id: "b", cause: "ops-invisible", level: "low" },
      ],
    } as Definitions;
    expect(raised(started(twice, PRICED), WITHIN)).toEqual(["a"]);
  });

  test.each<[what: string, answer: Entry, level: RiskLevel, answered: boolean]>([
    ["a level with a note, since", rated("2026-12-01", "ops", "low", "run by the platform team"), "low", true],
    ["closed with a note", rated("2026-12-01", "ops", "closed", "run by the platform team"), "closed", true],
    ["a level without a note", rated("2026-12-01", "ops", "low"), "high", false],
    ["a level from before it was raised", rated("2026-11-30", "ops", "low", "run by the platform team"), "high", false],
    ["that nobody knows", rated("2026-12-01", "ops", "unknown", "who would know?"), "high", false],
  ])("%s", (_, answer, level, answered) => {
    const item = risk(started(definitions, PRICED, answer), WITHIN, "ops");
    expect([item.level, !isRaisedRisk(item)]).toEqual([level, answered]);
  });

  test("a word without a reason takes the earlier answer back", () => {
    const item = risk(
      started(
        definitions,
        PRICED,
        rated("2026-12-01 10:00", "ops", "low", "run by the platform team"),
        rated("2026-12-01 12:00", "ops", "low"),
      ),
      WITHIN,
      "ops",
    );
    expect(isRaisedRisk(item)).toBe(true);
  });

  test("an answer to what the charter shows may be of any day", () => {
    const item = risk(
      started(lacking("mvpBudget"), rated("2026-11-24", "no-owner", "medium", "promised by word")),
      BEFORE,
      "no-owner",
    );
    expect(item).toMatchObject({ level: "medium", inRegister: false });
    expect(raisedLabel(item)).toBe("no-owner: poc.yaml names no MVP budget");
    expect(answerLabel(item)).toBe("Ana Ruiz rated it medium on Tue 24 Nov 2026: promised by word");
  });

  test("keeps the risks from being documented, until it is answered or has owner and mitigation", () => {
    const item = (poc: Poc) =>
      checklistStanding(EXIT_CRITERIA, standing(poc, WITHIN)).items.find(
        ({ item: { id } }) => id === "risks-documented",
      )!;
    const open = item(started(definitions, PRICED));
    expect(open.state).toBe("open");
    expect(itemClause(open.because)).toBe(
      `the records raise ${raisedLabel(risk(started(definitions, PRICED), WITHIN, "ops"))}`,
    );
    expect(
      item(started(definitions, PRICED, rated("2026-12-01", "ops", "low", "run by the platform team"))).state,
    ).toBe("met");
    expect(item(started(SOUND)).state).toBe("met");
  });

  test("rests on the spend that no task explains", () => {
    const item = risk(
      started(definitions, ATTESTED, entry("2026-11-25", { id: "index00", spend: [spent("5 EUR")] })),
      WITHIN,
      "cost-surprise",
    );
    expect(item.raised?.entries).toEqual(["index00"]);
  });

  test("the evidence of a risk is the latest that was logged", () => {
    const log = [
      entry("2026-11-24", { risks: [{ id: "ops", level: "low", evidence: "a.md" }] }),
      entry("2026-11-25", { risks: [{ id: "ops", level: "low" }] }),
    ];
    expect(risk(started(definitions, ...log), BEFORE, "ops").evidence).toBe("a.md");
  });
});
