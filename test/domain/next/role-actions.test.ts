import { describe, expect, test } from "vitest";
import { checklistStanding } from "../../../src/domain/standing/checklist.ts";
import { roleActions } from "../../../src/domain/next/role-actions.ts";
import { condition, gateOf, passed, waived, way } from "../../support/gates.ts";
import { checklistOf, shippedChecklist, SHIPPED_CHECKLISTS } from "../../support/checklists.ts";
import {
  ANA,
  MARTA,
  SOUND,
  amended,
  answers,
  date,
  decided,
  entry,
  evalOf,
  killOf,
  lacking,
  meeting,
  person,
  result,
  spent,
  standing,
  start,
  withCharter,
  type Poc,
} from "../../support/records.ts";
import type { Role } from "../../../src/domain/scalars/person.ts";

const LISTS = SHIPPED_CHECKLISTS.filter((name) => name !== "exit").map(shippedChecklist);

/** What a role has to do, each in a line: the day, the act. Open items of lists only where they are asked for. */
function acts(role: Role, poc: Poc, day: string, lists: readonly (typeof LISTS)[number][] = []): readonly string[] {
  const now = standing(poc, day);
  const all = roleActions(
    now,
    lists.map((list) => checklistStanding(list, now)),
  );
  return all.find((one) => one.role === role)!.actions.map(({ by, what }) => `${by ?? "-"} ${what}`);
}

const commands = (role: Role, poc: Poc, day: string, lists: readonly (typeof LISTS)[number][] = []) => {
  const now = standing(poc, day);
  return roleActions(
    now,
    lists.map((list) => checklistStanding(list, now)),
  )
    .find((one) => one.role === role)!
    .actions.map(({ command }) => command);
};

const log = (...entries: readonly ReturnType<typeof entry>[]) => [start(), ...entries];
const committed = entry("2026-11-23 10:00", {
  attest: [{ item: "exit.committed", evidence: "https://example.com/12" }],
});
const met = entry("2026-11-30", { results: [result("wrong-rate", "19/200")] });
const daily = entry("2026-12-01 17:00", { note: "nothing new" });

describe("roles by phases", () => {
  const undone = { ...SOUND, evals: [], killCriteria: [] };
  test.each<[string, Role, Poc, string, readonly string[]]>([
    [
      "a complete draft waits for its start",
      "engineer",
      {},
      "2026-11-22",
      ["2026-11-23 Freeze the terms and start the clock"],
    ],
    [
      "a draft without a measure of success",
      "engineer",
      { definitions: undone },
      "2026-11-22",
      ["2026-11-23 Say what success is before anybody codes", "2026-11-23 Say what would end the work"],
    ],
    [
      "a draft without an owner",
      "sponsor",
      { definitions: lacking("owner") },
      "2026-11-22",
      ["2026-11-23 Name a product owner who will adopt the MVP"],
    ],
    [
      "a draft without a sponsor",
      "owner",
      { definitions: lacking("sponsor") },
      "2026-11-22",
      ["2026-11-23 Find a sponsor who will read the memo and decide"],
    ],
    [
      "a draft without an MVP budget",
      "sponsor",
      { definitions: lacking("mvpBudget") },
      "2026-11-22",
      ["2026-11-23 Say which budget waits for the MVP"],
    ],
    ["a sound draft asks nobody else", "owner", {}, "2026-11-22", []],
    [
      "running: the kill criterion gives the day of the measurement",
      "engineer",
      { log: log(committed) },
      "2026-11-24",
      ["2026-12-02 Measure wrong-rate, wrong answers"],
    ],
    ["running: nothing for the owner", "owner", { log: log(committed) }, "2026-11-24", []],
    [
      "running: the commitment is open",
      "sponsor",
      { log: log() },
      "2026-11-24",
      ["2026-12-04 Commit 120,000.00 EUR to the MVP, in writing and together with Ana Ruiz"],
    ],
    ["running: the commitment is given", "sponsor", { log: log(committed) }, "2026-11-24", []],
    [
      "everything is met: decide",
      "sponsor",
      { log: log(committed, met, daily) },
      "2026-12-02",
      ["2026-12-04 Decide, as soon as the memo is there"],
    ],
    [
      "everything is met: render the memo",
      "engineer",
      { log: log(committed, met, daily) },
      "2026-12-02",
      ["2026-12-04 Render the memo, and read it as a sponsor would"],
    ],
    [
      "the memo is there",
      "engineer",
      { log: log(committed, met, daily), memos: ["decision-2026-12-02.md"] },
      "2026-12-02",
      [],
    ],
    [
      "the memo is there: read it",
      "sponsor",
      { log: log(committed, met, daily), memos: ["decision-2026-12-02.md"] },
      "2026-12-02",
      ["2026-12-04 Read the memo and decide"],
    ],
    [
      "the timebox is over: it is late",
      "sponsor",
      { log: log(committed, met), memos: ["decision-2026-12-04.md"] },
      "2026-12-08",
      ["2026-12-04 Read the memo and decide"],
    ],
    [
      "a no-go waits for somebody to say so: the memo, and nothing else",
      "engineer",
      { log: log(entry("2026-12-01", { results: [result("wrong-rate", "120/200")] })) },
      "2026-12-01",
      ["2026-12-01 Render the memo, and read it as a sponsor would"],
    ],
    [
      "a no-go waits for somebody to say so: decide, and do not fund",
      "sponsor",
      { log: log(entry("2026-12-01", { results: [result("wrong-rate", "120/200")] })) },
      "2026-12-01",
      ["2026-12-01 Decide, as soon as the memo is there"],
    ],
    [
      "decided: go",
      "sponsor",
      { log: log(committed, met, decided("2026-12-04", "go")), memos: ["decision-2026-12-04.md"] },
      "2026-12-08",
      [],
    ],
    [
      "decided: no-go, and nobody measures any more",
      "engineer",
      { log: log(decided("2026-12-01", "no-go")) },
      "2026-12-02",
      [],
    ],
    [
      "decided: no-go, and nobody has to commit",
      "sponsor",
      { log: log(decided("2026-12-01", "no-go")) },
      "2026-12-02",
      [],
    ],
  ])("%s (%s)", (_, role, poc, day, expected) => {
    expect(acts(role, poc, day)).toEqual(expected);
  });
});

describe("evidence", () => {
  test("a question is the owner's to answer, and gone when it is answered", () => {
    const definitions = {
      ...SOUND,
      killCriteria: [killOf({ id: "residency", ask: "Has the vendor refused?", by: "2026-11-27" })],
    };
    const poc = (...entries: readonly ReturnType<typeof entry>[]): Poc => ({
      definitions,
      log: [start(definitions), committed, ...entries],
    });
    expect(acts("owner", poc(), "2026-11-24")).toEqual(["2026-11-27 Answer: Has the vendor refused?"]);
    expect(commands("owner", poc(), "2026-11-24")).toEqual(["poc log --answer residency=yes|no"]);
    expect(acts("owner", poc(entry("2026-11-24", answers("residency", "no"))), "2026-11-24")).toEqual([]);
  });

  test("a result that is no verdict yet is somebody's work on the last day", () => {
    expect(
      acts(
        "engineer",
        { log: log(committed, entry("2026-12-03", { results: [result("wrong-rate", "40/200")] })) },
        "2026-12-04",
      )[0],
    ).toMatch(/^2026-12-0\d Settle /);
  });

  test("a figure that contradicts itself is mended today", () => {
    const wrong = entry("2026-11-24", { results: [result("wrong-rate", "12 s")] });
    expect(acts("engineer", { log: log(committed, wrong) }, "2026-11-24")).toContain(
      "2026-11-24 Mend the result of wrong-rate",
    );
  });

  test("a silent log, and one that is not", () => {
    const silent: Poc = { log: log(committed) };
    expect(acts("engineer", silent, "2026-11-27")[0]).toBe(
      "2026-11-27 Log what happened, what it cost and what it took",
    );
    expect(
      acts("engineer", { log: log(committed, entry("2026-11-26", { time: [meeting("1", 2)] })) }, "2026-11-27"),
    ).toEqual(["2026-12-02 Measure wrong-rate, wrong answers"]);
  });

  test("an assumption that no eval tests", () => {
    const definitions = {
      ...SOUND,
      assumptions: [{ id: "corpus-is-clean", statement: "The corpus is clean", testedBy: [] }],
    };
    expect(acts("engineer", { definitions, log: [start(definitions), committed] }, "2026-11-24")).toContain(
      "2026-12-04 Find out whether this holds: The corpus is clean",
    );
    expect(
      acts(
        "engineer",
        {
          definitions,
          log: [
            start(definitions),
            committed,
            entry("2026-11-24", { assumptions: new Map([["corpus-is-clean", "holds"]]) }),
          ],
        },
        "2026-11-24",
      ),
    ).toHaveLength(1);
  });

  test("money over the cap, and money without a rate", () => {
    const over: Poc = { log: log(committed, entry("2026-11-24", { spend: [spent("2100 EUR")] })) };
    expect(acts("owner", over, "2026-11-24")).toEqual(["2026-11-24 Stop the work, or agree on another cap"]);
    const foreign: Poc = { log: log(committed, entry("2026-11-24", { spend: [spent("5 JPY")] })) };
    expect(acts("engineer", foreign, "2026-11-24")[0]).toBe("2026-11-24 Give JPY an exchange rate");
  });

  test("a term that drifted, until it is amended", () => {
    const edited = {
      ...SOUND,
      evals: [evalOf({ metric: "Wrong answers", baseline: "60/200", target: "reduction >= 20%", minN: 200 })],
    };
    const poc = (...entries: readonly ReturnType<typeof entry>[]): Poc => ({
      definitions: edited,
      log: log(committed, ...entries),
    });
    expect(acts("engineer", poc(), "2026-11-24")[0]).toBe(
      "2026-11-24 Record or take back the change of target of wrong-rate",
    );
    expect(
      acts(
        "engineer",
        poc(amended("2026-11-24 11:00", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 20%")),
        "2026-11-24",
      ),
    ).toHaveLength(1);
  });
});

describe("value, risks and the stack", () => {
  test("the business case, step by step", () => {
    const value = (changes: object): Poc => ({
      definitions: { ...SOUND, value: { ...SOUND.value, ...changes } },
      log: [start({ ...SOUND, value: { ...SOUND.value, ...changes } }), committed],
    });
    const { paybackThreshold: _, ...without } = SOUND.value;
    expect(
      acts(
        "owner",
        { definitions: { ...SOUND, value: {} }, log: [start({ ...SOUND, value: {} }), committed] },
        "2026-11-24",
      ),
    ).toEqual(["2026-12-04 Complete the business case"]);
    expect(
      acts(
        "owner",
        { definitions: { ...SOUND, value: without }, log: [start({ ...SOUND, value: without }), committed] },
        "2026-11-24",
      ),
    ).toEqual(["2026-12-04 Say from where on the idea is not worth it"]);
    expect(acts("owner", value({ users: { ...SOUND.value.users, grade: "asserted" } }), "2026-11-24")).toEqual([
      "2026-12-04 Find a source for what is only asserted",
    ]);
  });

  test.each<[string, Role]>([
    ["wrong-stack", "platform"],
    ["no-owner", "sponsor"],
    ["no-value-signal", "owner"],
    ["risk-ignored", "security"],
    ["ops-invisible", "platform"],
    ["cost-surprise", "engineer"],
    ["customer-chaos", "security"],
  ])("%s is assessed by %s, and by nobody once it is", (cause, role) => {
    const definitions = {
      ...SOUND,
      risks: [{ id: "it", cause: cause as "wrong-stack", question: "Is it?", level: "unknown" as const }],
    };
    const poc = (...entries: readonly ReturnType<typeof entry>[]): Poc => ({
      definitions,
      log: [start(definitions), committed, ...entries],
    });
    expect(acts(role, poc(), "2026-11-24")).toContain("2026-12-04 Say how high the risk is: Is it?");
    expect(acts(role, poc(entry("2026-11-24", { risks: [{ id: "it", level: "low" }] })), "2026-11-24")).not.toContain(
      "2026-12-04 Say how high the risk is: Is it?",
    );
  });

  test("a high risk that nobody watches; one of the log alone is the owner's", () => {
    const poc: Poc = {
      log: log(committed, entry("2026-11-24", { risks: [{ id: "leak", level: "high", note: "Traces hold names" }] })),
    };
    expect(acts("owner", poc, "2026-11-24")).toEqual(["2026-12-04 Give the risk leak an owner and a mitigation"]);
    const watched = { ...SOUND, risks: [{ id: "leak", level: "high" as const, owner: ANA, mitigation: "scrubbed" }] };
    expect(acts("owner", { definitions: watched, log: [start(watched), committed] }, "2026-11-24")).toEqual([]);
  });

  test("a stack that production does not have", () => {
    const definitions = withCharter({ pocStack: ["notebooks"] });
    expect(acts("engineer", { definitions, log: [start(definitions), committed] }, "2026-11-24")).toContain(
      "2026-12-04 Bring the PoC onto the stack of production",
    );
  });
});

describe("a decision with conditions", () => {
  const conditions = [
    { what: "security review passed", owner: MARTA, by: date("2026-12-10") },
    { what: "contract signed", owner: person("Priya Nair") },
  ];
  const conditional = decided("2026-12-04", "conditional", { conditions });
  const poc = (...entries: readonly ReturnType<typeof entry>[]): Poc => ({
    log: log(committed, met, conditional, ...entries),
    memos: ["decision-2026-12-04.md"],
  });

  test("each is somebody's, until another decision says that it holds", () => {
    expect(acts("sponsor", poc(), "2026-12-07")).toEqual(["2026-12-10 Security review passed"]);
    expect(acts("owner", poc(), "2026-12-07")).toEqual(["- Contract signed"]);
    expect(acts("sponsor", poc(), "2026-12-11")).toEqual([
      "2026-12-10 Security review passed",
      "2026-12-10 Say whether the conditions hold, and decide for good",
    ]);
    expect(acts("sponsor", poc(decided("2026-12-11", "go")), "2026-12-11")).toEqual([]);
  });
});

describe("gates", () => {
  const gate = gateOf(2, "value", { exit: [condition("users"), condition("budget")] });
  const here = (poc: Poc, day: string) =>
    roleActions(standing(poc, day), [], way([gateOf(1, "poc"), gate], poc, day).here);
  const of = (role: Role, poc: Poc, day: string) =>
    here(poc, day)
      .find((one) => one.role === role)!
      .actions.map(({ by, what, command }) => `${by ?? "-"} ${what} | ${command}`);
  const go = [committed, met, decided("2026-12-04", "go"), passed("2026-12-05", "poc")];
  const told = (when: string, item: string) => entry(when, { attest: [{ item, evidence: "https://example.com/1" }] });

  test("after a go the owner is asked for what the next gate asks, and then for its passage", () => {
    expect(of("owner", { log: log(committed, met) }, "2026-12-07")).toEqual([]);
    expect(of("owner", { log: log(...go) }, "2026-12-07")).toEqual([
      "- Close what is open of gate 2, VALUE | poc gate",
    ]);
    expect(
      of(
        "owner",
        { log: log(...go, told("2026-12-06", "value.users"), told("2026-12-06", "value.budget")) },
        "2026-12-07",
      ),
    ).toEqual(['- Have it agreed that gate 2, VALUE, is passed | poc gate pass --approver "…"']);
    expect(of("owner", { log: log(committed, decided("2026-12-04", "no-go")) }, "2026-12-07")).toEqual([]);
  });

  test("a waiver that has expired comes back to the sponsor, until somebody closes it", () => {
    const waiver = waived("2026-12-05 09:00", "poc.risks", "2026-12-20");
    expect(of("sponsor", { log: log(...go, waiver) }, "2026-12-20")).toEqual([]);
    expect(of("sponsor", { log: log(...go, waiver) }, "2026-12-21")).toEqual([
      '2026-12-20 See to it that poc.risks is closed, or waive it again | poc gate waive poc.risks --reason "…" --approver "…" --until DAY',
    ]);
    expect(of("sponsor", { log: log(...go, waiver, told("2026-12-22", "poc.risks")) }, "2026-12-23")).toEqual([]);
  });
});

describe("lists", () => {
  const own = checklistOf(
    "release",
    "checklist: release\ntitle: Release\nitems:\n  - {id: tests, text: Tests pass, check: npm test, role: engineer}\n  - {id: plan, text: There is a plan, role: owner}\n  - {id: nobody, text: Nobody is asked}\n",
  );

  test("open items for the role that the list names, with the command that closes them", () => {
    expect(
      commands("engineer", { log: log(committed, met, daily), memos: ["decision-2026-12-02.md"] }, "2026-12-02", [own]),
    ).toEqual(["poc checklist release --run"]);
    expect(commands("owner", { log: log(committed) }, "2026-11-24", [own])).toEqual([
      "poc log --attest release.plan=LINK",
    ]);
    const done = entry("2026-11-24", { attest: [{ item: "release.plan", evidence: "https://example.com" }] });
    expect(acts("owner", { log: log(committed, done) }, "2026-11-24", [own])).toEqual([]);
  });

  test("before a decision only the groundwork is asked, after a no-go only the teardown", () => {
    const names = (poc: Poc, day: string) => {
      const now = standing(poc, day);
      const all = roleActions(
        now,
        LISTS.map((list) => checklistStanding(list, now)),
      ).flatMap(({ actions }) => actions);
      return [...new Set(all.flatMap(({ command }) => /--attest ([a-z-]+)\./.exec(command ?? "")?.[1] ?? []))].sort();
    };
    expect(names({ log: log(committed) }, "2026-11-24")).toEqual(["groundwork"]);
    expect(names({ log: log(committed, decided("2026-12-01", "no-go")) }, "2026-12-02")).toEqual(["teardown"]);
    expect(names({ log: log(committed, met, decided("2026-12-04", "go")) }, "2026-12-07")).toEqual([
      "essentials",
      "groundwork",
      "mvp",
    ]);
    const chaos = { ...SOUND, risks: [{ id: "users", cause: "customer-chaos" as const, level: "medium" as const }] };
    expect(
      names({ definitions: chaos, log: [start(chaos), committed, met, decided("2026-12-04", "go")] }, "2026-12-07"),
    ).toEqual(["customer-facing", "essentials", "groundwork", "mvp"]);
    const begun = entry("2026-12-20", {
      attest: [{ item: "teardown.keys-revoked", evidence: "https://example.com/t" }],
    });
    expect(names({ log: log(committed, met, decided("2026-12-04", "go"), begun) }, "2026-12-21")).toEqual([
      "essentials",
      "groundwork",
      "mvp",
      "teardown",
    ]);
  });
});

test("where records cannot be read, mending them is all there is to do", () => {
  const poc: Poc = {
    definitions: lacking("owner", "sponsor"),
    unreadable: [{ file: "poc.yaml", path: [], part: "value" }],
  };
  expect(roleActions(standing(poc, "2026-11-24"), []).map(({ actions }) => actions.map(({ what }) => what))).toEqual([
    ["Mend the records that cannot be read"],
    [],
    [],
    [],
    [],
  ]);
});
