import { describe, expect, test } from "vitest";
import { valueAt } from "../../../src/diagnostics/place.ts";
import { addDays } from "../../../src/domain/scalars/calendar.ts";
import { checklistStanding } from "../../../src/domain/standing/checklist.ts";
import { actionsByRole, nextActions, type NextAction } from "../../../src/domain/next/next-actions.ts";
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
  killOf,
  lacking,
  meeting,
  money,
  person,
  result,
  spent,
  standing,
  start,
  withCharter,
  type Poc,
} from "../../support/records.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Role } from "../../../src/domain/scalars/person.ts";

const LISTS = SHIPPED_CHECKLISTS.filter((name) => name !== "exit").map(shippedChecklist);

/** `engineer measure-eval wrong-rate 2026-12-02`: role, code, what it is about, and the day where one is set. */
function told(action: NextAction): string {
  const { role, code, by, late } = action;
  const about = subject(action);
  return [
    role,
    code,
    ...(about === "" ? [] : [about]),
    ...(by === undefined ? [] : [by]),
    ...(late ? ["late"] : []),
  ].join(" ");
}

function subject({ data }: NextAction): string {
  if ("id" in data) return data.id;
  if ("item" in data) return data.item;
  if ("term" in data) return data.term;
  if ("currency" in data) return data.currency;
  if ("files" in data) return data.files.join(" ");
  return "open" in data ? data.open.join(" ") : "";
}

const acts = (poc: Poc, day: string) => nextActions(standing(poc, day)).map(told);

/** Those of the codes in question only, for what a rule adds or takes away. */
const of = (codes: readonly string[], poc: Poc, day: string) =>
  nextActions(standing(poc, day))
    .filter(({ code }) => codes.includes(code))
    .map(told);

const log = (...entries: readonly ReturnType<typeof entry>[]) => [start(), ...entries];
const committed = entry("2026-11-23 10:00", {
  attest: [{ item: "exit.committed", evidence: "https://example.com/12" }],
});
const met = entry("2026-11-30", { results: [result("wrong-rate", "19/200")] });
const missed = entry("2026-12-01", { results: [result("wrong-rate", "120/200")] });
const daily = entry("2026-12-01 17:00", { note: "nothing new" });
const YES = answers("residency", "yes");
const memos = ["decision-2026-12-02.md"];
const asked: Definitions = {
  ...SOUND,
  killCriteria: [killOf({ id: "residency", ask: "Has the vendor refused?", by: "2026-11-27" })],
};

describe("the phases of a PoC", () => {
  const undone = { ...SOUND, evals: [], killCriteria: [] };
  const placeholder = { place: valueAt("poc.yaml", "title"), text: "TBD" };
  test.each<[string, Poc, string, readonly string[]]>([
    ["a complete draft is started", {}, "2026-11-22", ["engineer freeze-terms 2026-11-23"]],
    ["the day of the start has passed", {}, "2026-11-25", ["engineer freeze-terms 2026-11-23 late"]],
    [
      "a draft is filled in",
      { placeholders: [placeholder] },
      "2026-11-22",
      ["engineer fill-placeholders poc.yaml 2026-11-23"],
    ],
    [
      "a draft without a measure of success",
      { definitions: undone },
      "2026-11-22",
      ["engineer define-success 2026-11-23", "engineer define-kill-criterion 2026-11-23"],
    ],
    ["a draft without an owner", { definitions: lacking("owner") }, "2026-11-22", ["sponsor name-owner 2026-11-23"]],
    ["a draft without a sponsor", { definitions: lacking("sponsor") }, "2026-11-22", ["owner find-sponsor 2026-11-23"]],
    [
      "a draft without a budget",
      { definitions: lacking("mvpBudget") },
      "2026-11-22",
      ["sponsor name-budget 2026-11-23"],
    ],
    [
      "a draft without limits",
      { definitions: lacking("timebox", "spendCap") },
      "2026-11-22",
      ["engineer set-timebox", "engineer set-spend-cap"],
    ],
    [
      "running: the kill criterion gives the day of the measurement",
      { log: log(committed) },
      "2026-11-24",
      ["engineer measure-eval wrong-rate 2026-12-02", "sponsor decide 2026-12-04"],
    ],
    [
      "running: the commitment is open",
      { log: log() },
      "2026-11-24",
      [
        "engineer measure-eval wrong-rate 2026-12-02",
        "sponsor decide 2026-12-04",
        "sponsor commit-budget exit.committed 2026-12-04",
      ],
    ],
    [
      "running: a question has a day of its own",
      { definitions: asked, log: [start(asked), committed] },
      "2026-11-25",
      [
        "owner answer-kill-criterion residency 2026-11-27",
        "engineer measure-eval wrong-rate 2026-12-04",
        "sponsor decide 2026-12-04",
      ],
    ],
    [
      "everything is met: memo and decision",
      { log: log(committed, met, daily) },
      "2026-12-02",
      ["engineer render-memo 2026-12-04", "sponsor decide 2026-12-04"],
    ],
    ["the memo is there", { log: log(committed, met, daily), memos }, "2026-12-02", ["sponsor decide 2026-12-04"]],
    [
      "the timebox is over: the decision is late",
      { log: log(committed, met), memos },
      "2026-12-08",
      ["sponsor decide 2026-12-04 late"],
    ],
    [
      "a no-go in the middle: decide now, and nothing else",
      { log: log(missed) },
      "2026-12-01",
      ["engineer render-memo 2026-12-01", "sponsor decide 2026-12-01"],
    ],
    [
      "over and not measured: it is too late to measure",
      { log: log(committed) },
      "2026-12-08",
      ["engineer render-memo 2026-12-04 late", "sponsor decide 2026-12-04 late"],
    ],
    [
      "over and not answered: a word costs nothing",
      { definitions: asked, log: [start(asked), committed, met], memos },
      "2026-12-08",
      ["owner answer-kill-criterion residency 2026-11-27 late", "sponsor decide 2026-12-04 late"],
    ],
    ["decided: go", { log: log(committed, met, decided("2026-12-04", "go")), memos }, "2026-12-08", ["owner go-on"]],
    [
      "decided: no-go, so stop and measure no more",
      { log: log(decided("2026-12-01", "no-go")) },
      "2026-12-02",
      ["engineer stop"],
    ],
    [
      "decided: go, and tripped after it: decide again, before all else",
      {
        definitions: asked,
        log: [start(asked), committed, met, decided("2026-12-04", "go"), entry("2026-12-07", YES)],
        memos,
      },
      "2026-12-08",
      ["sponsor decide-again 2026-12-08"],
    ],
    [
      "decided: go, and its evidence was withdrawn: look at it again, and build nothing on it",
      {
        log: log(
          committed,
          { ...met, id: "met" },
          decided("2026-12-04", "go"),
          entry("2026-12-07", { undo: { entry: "met" } }),
        ),
        memos,
      },
      "2026-12-08",
      ["sponsor review-decision 2026-12-08"],
    ],
    [
      "decided: go, although it was tripped",
      {
        definitions: asked,
        log: [
          start(asked),
          committed,
          met,
          entry("2026-12-03", YES),
          decided("2026-12-04", "go", { recommended: "no-go", override: "the market will not wait" }),
        ],
        memos,
      },
      "2026-12-08",
      ["owner go-on"],
    ],
    [
      "an extension goes on",
      { log: log(committed, decided("2026-11-25", "extend")) },
      "2026-11-25",
      ["engineer measure-eval wrong-rate 2026-12-02", "sponsor decide 2026-12-04"],
    ],
  ])("%s", (_, poc, day, expected) => {
    expect(acts(poc, day)).toEqual(expected);
  });
});

describe("records", () => {
  test("where some cannot be read, everything else waits", () => {
    const unreadable = [valueAt("poc.yaml"), valueAt("poc.yaml", "title"), valueAt("evals.yaml")];
    expect(acts({ definitions: lacking("owner"), unreadable }, "2026-11-24")).toEqual([
      "engineer fix-records poc.yaml evals.yaml 2026-11-24",
    ]);
    expect(acts({ log: log(decided("2026-12-01", "no-go")), unreadable }, "2026-12-02")).toHaveLength(1);
  });

  test("a term that drifted, until it is amended", () => {
    const definitions = withCharter({ spendCap: money("9000 EUR") });
    const change = amended("2026-11-24", "spend_cap", "2000.00 EUR", "9000.00 EUR");
    expect(acts({ definitions, log: log() }, "2026-11-25")[0]).toBe("engineer record-drift spend_cap 2026-11-25");
    expect(of(["record-drift"], { definitions, log: log(change) }, "2026-11-25")).toEqual([]);
    expect(of(["record-drift"], { definitions, log: log(missed) }, "2026-12-01")).toHaveLength(1);
  });
});

describe("evidence", () => {
  const evals = (...more: readonly ReturnType<typeof entry>[]): Poc => ({ log: log(committed, ...more) });
  const codes = ["measure-eval", "settle-eval", "fix-result", "settle-kill-criterion", "answer-kill-criterion"];
  test.each<[string, Poc, string, readonly string[]]>([
    [
      "an answer",
      { definitions: asked, log: [start(asked), entry("2026-11-24", answers("residency", "no")), met] },
      "2026-11-30",
      [],
    ],
    [
      "an early look, after which the planned run is still to come",
      evals(entry("2026-11-24", { results: [result("wrong-rate", "10/100")] })),
      "2026-11-24",
      ["engineer measure-eval wrong-rate 2026-12-04"],
    ],
    [
      "a result that is no verdict on the last day",
      evals(entry("2026-12-03", { results: [result("wrong-rate", "34/200")] })),
      "2026-12-04",
      ["sponsor settle-eval wrong-rate 2026-12-04"],
    ],
    [
      "a figure that contradicts itself",
      evals(entry("2026-11-24", { results: [result("wrong-rate", "12 s")] })),
      "2026-11-24",
      ["engineer fix-result wrong-rate 2026-11-24"],
    ],
  ])("%s", (_, poc, day, expected) => {
    expect(of(codes, poc, day)).toEqual(expected);
  });

  test("an early look says how far it is from the planned run", () => {
    const early = evals(entry("2026-11-24", { results: [result("wrong-rate", "10/100")] }));
    const [action] = nextActions(standing(early, "2026-11-24"));
    expect(action).toMatchObject({ code: "measure-eval", data: { early: true, cases: 100, planned: 200 } });
  });

  test("a silent log, and one that is not", () => {
    const noted = entry("2026-11-26", { time: [meeting("1", 2)] });
    expect(of(["log-work"], evals(), "2026-11-27")).toEqual(["engineer log-work 2026-11-27"]);
    expect(of(["log-work"], evals(noted), "2026-11-27")).toEqual([]);
  });

  test("an assumption that no eval tests, until it is answered", () => {
    const definitions = { ...SOUND, assumptions: [{ id: "clean", statement: "The corpus is clean", testedBy: [] }] };
    const poc = (...more: readonly ReturnType<typeof entry>[]) => ({ definitions, log: [start(definitions), ...more] });
    const holds = entry("2026-11-24", { assumptions: new Map([["clean", "holds"]]) });
    expect(of(["check-assumption"], poc(), "2026-11-24")).toEqual(["engineer check-assumption clean 2026-12-04"]);
    expect(of(["check-assumption"], poc(holds), "2026-11-24")).toEqual([]);
  });
});

describe("money", () => {
  const spending = (amount: string): Poc => ({ log: log(committed, entry("2026-11-25", { spend: [spent(amount)] })) });
  test.each<[string, string, readonly string[]]>([
    ["over the cap", "2100 EUR", ["owner settle-cap-breach 2026-11-25"]],
    ["heading for the cap", "900 EUR", ["owner slow-spend 2026-12-01"]],
    ["in a currency without a rate", "5 JPY", ["engineer add-exchange-rate JPY 2026-11-25"]],
    ["nothing to say", "5 EUR", []],
  ])("%s", (_, amount, expected) => {
    expect(of(["settle-cap-breach", "slow-spend", "add-exchange-rate"], spending(amount), "2026-11-25")).toEqual(
      expected,
    );
  });
});

describe("exit criteria, risks and the stack", () => {
  const value = (changes: object): Poc => {
    const definitions = { ...SOUND, value: { ...SOUND.value, ...changes } };
    return { definitions, log: [start(definitions), committed] };
  };
  const empty: Definitions = { ...SOUND, value: {} };
  const { paybackThreshold: _, ...noThreshold } = SOUND.value;
  const without: Definitions = { ...SOUND, value: noThreshold };
  const noRisks: Definitions = { ...SOUND, risks: [] };
  const codes = ["complete-case", "set-value-threshold", "source-inputs", "close-exit-criterion"];
  test.each<[string, Poc, readonly string[]]>([
    ["an empty case", { definitions: empty, log: [start(empty)] }, ["owner complete-case 2026-12-04"]],
    ["no threshold", { definitions: without, log: [start(without)] }, ["owner set-value-threshold 2026-12-04"]],
    [
      "a figure without a source",
      value({ users: { ...SOUND.value.users, grade: "asserted" } }),
      ["owner source-inputs 2026-12-04"],
    ],
    [
      "an empty register of risks",
      { definitions: noRisks, log: [start(noRisks)] },
      ["owner close-exit-criterion exit.risks-documented 2026-12-04"],
    ],
  ])("%s", (_name, poc, expected) => {
    expect(of(codes, poc, "2026-11-24")).toEqual(expected);
  });

  test.each<[string, Role]>([
    ["wrong-stack", "platform"],
    ["no-owner", "sponsor"],
    ["no-value-signal", "owner"],
    ["risk-ignored", "security"],
    ["ops-invisible", "platform"],
    ["cost-surprise", "engineer"],
    ["customer-chaos", "security"],
  ])("%s is rated by %s, and by nobody once it is", (cause, role) => {
    const risks = [{ id: "it", cause: cause as "wrong-stack", question: "Is it?", level: "unknown" as const }];
    const definitions = { ...SOUND, risks };
    const poc = (...more: readonly ReturnType<typeof entry>[]) => ({ definitions, log: [start(definitions), ...more] });
    const low = entry("2026-11-24", { risks: [{ id: "it", level: "low" }] });
    expect(of(["rate-risk"], poc(), "2026-11-24")).toEqual([`${role} rate-risk it 2026-12-04`]);
    expect(of(["rate-risk"], poc(low), "2026-11-24")).toEqual([]);
  });

  test("a high risk that nobody watches; one that only the log names is the owner's", () => {
    const leak = entry("2026-11-24", { risks: [{ id: "leak", level: "high", note: "Traces hold names" }] });
    const watched = { ...SOUND, risks: [{ id: "leak", level: "high" as const, owner: ANA, mitigation: "scrubbed" }] };
    const cover = (poc: Poc) => of(["cover-risk"], poc, "2026-11-24");
    expect(cover({ log: log(leak) })).toEqual(["owner cover-risk leak 2026-12-04"]);
    expect(cover({ definitions: watched, log: [start(watched)] })).toEqual([]);
  });

  test("a stack that production does not have", () => {
    const definitions = withCharter({ pocStack: ["notebooks"] });
    expect(of(["move-stack"], { definitions, log: [start(definitions)] }, "2026-11-24")).toEqual([
      "engineer move-stack 2026-12-04",
    ]);
  });
});

describe("after the decision", () => {
  const gate = gateOf(2, "value", {
    exit: [condition("users"), condition("budget", { evidence: "budget-named" })],
  });
  const gates = (poc: Poc, day: string) =>
    nextActions(standing(poc, day), { gates: way([gateOf(1, "poc"), gate], poc, day) }).map(told);
  const go = [committed, met, decided("2026-12-04", "go"), passed("2026-12-05", "poc")];
  const attested = (when: string, item: string) =>
    entry(when, { attest: [{ item, evidence: "https://example.com/1" }] });
  const users = attested("2026-12-06", "value.users");
  const budget = attested("2026-12-06", "value.budget");

  test.each<[string, Poc, readonly string[]]>([
    [
      "conditions of a gate: what is money is the sponsor's",
      { log: log(...go) },
      ["owner close-gate-conditions value.users", "sponsor close-gate-conditions value.budget"],
    ],
    ["some are closed", { log: log(...go, users) }, ["sponsor close-gate-conditions value.budget"]],
    ["all are closed", { log: log(...go, users, budget) }, ["owner pass-gate"]],
    ["no-go: no gate", { log: log(committed, decided("2026-12-04", "no-go")) }, ["engineer stop"]],
  ])("%s", (_, poc, expected) => {
    expect(gates(poc, "2026-12-07")).toEqual(expected);
  });

  test("where the gates were not read, the last one that was passed says where it goes on", () => {
    const proven = [...go, passed("2026-12-20", "value", "poc", { number: 2, title: "Proof of value" })];
    const last = (poc: Poc) => nextActions(standing(poc, "2026-12-21"));
    expect(last({ log: log(...go) })).toMatchObject([{ code: "go-on", data: { gate: undefined } }]);
    expect(last({ log: log(...proven) })).toMatchObject([
      { code: "go-on", data: { gate: 2, title: "Proof of value" } },
    ]);
  });

  test("a waiver that has expired comes back to who approved it, until it is closed", () => {
    const waiver = waived("2026-12-05 09:00", "poc.risks", "2026-12-20");
    const closed = attested("2026-12-22", "poc.risks");
    const renew = (day: string, ...more: readonly ReturnType<typeof entry>[]) =>
      of(["renew-waiver"], { log: log(...go, waiver, ...more) }, day);
    expect(renew("2026-12-20")).toEqual([]);
    expect(renew("2026-12-21")).toEqual(["sponsor renew-waiver poc.risks 2026-12-20 late"]);
    expect(renew("2026-12-23", closed)).toEqual([]);
  });

  test("conditions of the decision wait for the person who is responsible", () => {
    const conditions = [
      { what: "Sign", owner: ANA, by: date("2026-12-18") },
      { what: "Review", owner: MARTA, by: date("2026-12-16") },
      { what: "Redact", owner: person("Bo Lind") },
    ];
    const poc = { log: log(committed, met, decided("2026-12-04", "conditional", { conditions })), memos };
    const rows = (day: string) => nextActions(standing(poc, day)).map((action) => [told(action), action.who?.name]);
    expect(rows("2026-12-07")).toEqual([
      ["sponsor meet-condition 2026-12-16", "Marta Weiss"],
      ["owner meet-condition 2026-12-18", "Ana Ruiz"],
      ["owner meet-condition", "Bo Lind"],
      ["owner go-on", "Ana Ruiz"],
    ]);
    expect(rows("2026-12-18").map(([text]) => text)).toContain("sponsor confirm-conditions 2026-12-18");
  });
});

describe("checklists", () => {
  const own = checklistOf(
    "release",
    "checklist: release\ntitle: Release\nitems:\n  - {id: tests, text: Tests pass, check: npm test, role: engineer}\n" +
      "  - {id: plan, text: There is a plan, role: owner}\n  - {id: nobody, text: Nobody is asked}\n",
  );
  const items = (poc: Poc, day: string, lists: readonly (typeof LISTS)[number][] = LISTS) => {
    const now = standing(poc, day);
    return nextActions(now, { lists: lists.map((list) => checklistStanding(list, now)) });
  };

  test("open items for the role that the list names, as each is closed", () => {
    const done = entry("2026-11-24", { attest: [{ item: "release.plan", evidence: "https://example.com" }] });
    const rows = (...more: readonly ReturnType<typeof entry>[]) =>
      items({ log: log(committed, ...more) }, "2026-11-24", [own])
        .map(told)
        .filter((row) => row.includes("item"));
    expect(rows()).toEqual(["engineer run-item release.tests", "owner attest-item release.plan"]);
    expect(rows(done)).toEqual(["engineer run-item release.tests"]);
  });

  test("before a decision only the groundwork is asked, after a no-go only the teardown", () => {
    const names = (poc: Poc, day: string) => {
      const asks = items(poc, day).flatMap((action) => ("list" in action.data ? [action.data.list] : []));
      return [...new Set(asks)].sort();
    };
    const go = [committed, met, decided("2026-12-04", "go")];
    expect(names({ log: log(committed) }, "2026-11-24")).toEqual(["groundwork"]);
    expect(names({ log: log(committed, decided("2026-12-01", "no-go")) }, "2026-12-02")).toEqual(["teardown"]);
    expect(names({ log: log(...go) }, "2026-12-07")).toEqual(["essentials", "groundwork", "mvp"]);
    const chaos = { ...SOUND, risks: [{ id: "users", cause: "customer-chaos" as const, level: "medium" as const }] };
    expect(names({ definitions: chaos, log: [start(chaos), ...go] }, "2026-12-07")).toEqual([
      "customer-facing",
      "essentials",
      "groundwork",
      "mvp",
    ]);
    const begun = entry("2026-12-20", {
      attest: [{ item: "teardown.keys-revoked", evidence: "https://example.com/t" }],
    });
    expect(names({ log: log(...go, begun) }, "2026-12-21")).toEqual(["essentials", "groundwork", "mvp", "teardown"]);
  });

  test("after a no-go the teardown says it item by item, in place of the one action that sums it up", () => {
    const poc = { log: log(committed, decided("2026-12-01", "no-go")) };
    expect(items(poc, "2026-12-02").map(({ code }) => code)).not.toContain("stop");
    expect(items(poc, "2026-12-02", [own]).map(({ code }) => code)).toEqual(["stop"]);
  });
});

test("the roles share the list out: every action once, and roles with nothing to do", () => {
  const now = standing({ log: log() }, "2026-11-24");
  const roles = actionsByRole(nextActions(now), now);
  expect(roles.map(({ role, person: who, actions }) => [role, who?.name, actions.length])).toEqual([
    ["engineer", undefined, 1],
    ["owner", "Ana Ruiz", 0],
    ["sponsor", "Marta Weiss", 2],
    ["platform", undefined, 0],
    ["security", undefined, 0],
  ]);
});

describe("whatever the day", () => {
  const yes = entry("2026-11-26", answers("residency", "yes"));
  const pocs: readonly (readonly [string, Poc])[] = [
    ["a draft", { placeholders: [{ place: valueAt("poc.yaml", "title"), text: "TBD" }] }],
    ["nothing logged", { log: log() }],
    ["measured", { log: log(committed, met) }],
    ["a question", { definitions: asked, log: [start(asked)] }],
    ["a no-go in the middle", { definitions: asked, log: [start(asked), yes] }],
    ["decided: no-go", { log: log(decided("2026-12-01", "no-go")) }],
    ["decided: go", { log: log(committed, met, decided("2026-12-04", "go")) }],
  ];
  const days = Array.from({ length: 24 }, (_, k) => addDays(date("2026-11-20"), k));
  const toProve: readonly string[] = ["measure-eval", "settle-eval", "settle-kill-criterion", "check-assumption"];

  test.each(pocs)("%s: late first, then by day, then undated; a no-go leaves nothing to prove", (_, poc) => {
    for (const day of days) {
      const now = standing(poc, day);
      const actions = nextActions(now, { lists: LISTS.map((list) => checklistStanding(list, now)) });
      const dates = actions.map(({ by }) => by ?? "9999");
      expect(dates).toEqual(dates.toSorted());
      expect(actions.map(({ late }) => late)).toEqual(actions.map(({ by }) => by !== undefined && by < day));
      expect(actionsByRole(actions, now).flatMap((role) => role.actions)).toHaveLength(actions.length);
      const outcome = now.decision.current?.decision.outcome ?? now.recommendation.outcome;
      if (outcome === "no-go") expect(actions.filter(({ code }) => toProve.includes(code))).toEqual([]);
    }
  });
});
