import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { gateSpan } from "../../../src/domain/records/gate-log.ts";
import { signsOf } from "../../../src/domain/gates/gate-signs.ts";
import { SIGN_NAMES, type SignName } from "../../../src/domain/records/gate.ts";
import { gateOf, passed, SHIPPED_GATES } from "../../support/gates.ts";
import {
  ANA,
  MARTA,
  SOUND,
  amended,
  date,
  decided,
  entry,
  evalOf,
  killOf,
  known,
  lacking,
  money,
  number,
  person,
  result,
  standing,
  start,
  withCharter,
  type Poc,
} from "../../support/records.ts";
import { signSentence } from "../../../src/wording/gate-signs.ts";

function sign(name: SignName, poc: Poc, day = "2026-12-02", id = "g") {
  const found = standing(poc, day);
  const gate = gateOf(1, id, {
    pitfall: { text: "haste", signs: [name] },
    questions: [
      { id: "users", text: "Who?" },
      { id: "left-out", text: "Who not?" },
    ],
  });
  return signsOf(gate, found, gateSpan(found.gates, id, true))[0];
}

const log = (...entries: Entry[]): Poc => ({ log: [start(), ...entries] });
const asserted = Object.fromEntries(
  Object.entries(SOUND.value).map(([name, estimate]) => [
    name,
    typeof estimate === "object" && "grade" in estimate ? { ...estimate, grade: "asserted" as const } : estimate,
  ]),
);
const measured = (when: string, arm: string, by = ANA): Entry =>
  entry(when, { id: `m${when.slice(8, 10)}${arm}`, by, results: [result("wrong-rate", "19/200", { arm })] });
const extended = (when: string, from: string, to: string) => amended(when, "timebox.working_days", from, to);
const said = (when: string, item: string) =>
  entry(when, { id: `s${when.slice(8, 10)}`, attest: [{ item, evidence: "https://example.com" }] });
const gate = passed("2026-12-05", "before");

test.each<[name: SignName, what: string, poc: Poc, day: string, fires: boolean]>([
  ["value-asserted", "every figure only asserted", { definitions: { ...SOUND, value: asserted } }, "2026-11-20", true],
  [
    "value-asserted",
    "one of them estimated",
    { definitions: { ...SOUND, value: { ...asserted, users: known(number("100")) } } },
    "2026-11-20",
    false,
  ],
  ["value-asserted", "none at all", { definitions: { ...SOUND, value: {} } }, "2026-11-20", false],
  [
    "case-misses-threshold",
    "missed",
    { definitions: { ...SOUND, value: { ...SOUND.value, platformCost: known(money("900000 EUR")) } } },
    "2026-11-20",
    true,
  ],
  ["case-misses-threshold", "met", {}, "2026-11-20", false],
  ["nobody-but-the-owner", "no sponsor", { definitions: lacking("sponsor") }, "2026-11-20", true],
  [
    "nobody-but-the-owner",
    "one person is both",
    { definitions: withCharter({ sponsor: person("Ana Ruiz <ANA@example.com>") }) },
    "2026-11-20",
    true,
  ],
  ["nobody-but-the-owner", "two people", {}, "2026-11-20", false],
  ["nobody-but-the-owner", "nobody at all", { definitions: lacking("owner", "sponsor") }, "2026-11-20", false],
  ["second-extension", "once", log(extended("2026-12-01", "10", "12")), "2026-12-02", false],
  [
    "second-extension",
    "twice",
    log(extended("2026-12-01", "10", "12"), extended("2026-12-02", "12", "14")),
    "2026-12-02",
    true,
  ],
  [
    "second-extension",
    "shortened",
    log(extended("2026-12-01", "10", "8"), extended("2026-12-02", "8", "6")),
    "2026-12-02",
    false,
  ],
  ["work-after-timebox", "on the last day", log(measured("2026-12-04", "a")), "2026-12-08", false],
  ["work-after-timebox", "after it", log(measured("2026-12-07", "a")), "2026-12-08", true],
  [
    "work-after-timebox",
    "after the gate was passed on a decision",
    log(decided("2026-12-04", "go"), gate, measured("2026-12-07", "a")),
    "2026-12-08",
    false,
  ],
  [
    "work-after-timebox",
    "a gate that rests on no decision excuses nothing",
    log(gate, measured("2026-12-07", "a")),
    "2026-12-08",
    true,
  ],
  ["scope-grew", "nothing added", log(measured("2026-11-30", "a")), "2026-12-02", false],
  [
    "scope-grew",
    "an eval by amendment",
    log(amended("2026-12-01", "evals.tone.target", undefined, "value <= 2%")),
    "2026-12-02",
    true,
  ],
  [
    "scope-grew",
    "a field of an eval that was agreed",
    log(amended("2026-12-01", "evals.wrong-rate.judge", undefined, "two people")),
    "2026-12-02",
    false,
  ],
  [
    "scope-grew",
    "a cap is no scope",
    log(amended("2026-12-01", "spend_cap", undefined, "3000 EUR")),
    "2026-12-02",
    false,
  ],
  [
    "scope-grew",
    "a kill criterion in the files",
    {
      definitions: {
        ...SOUND,
        killCriteria: [...SOUND.killCriteria, killOf({ id: "more", ask: "Is it?", by: "2026-12-04" })],
      },
      log: [start()],
    },
    "2026-12-02",
    true,
  ],
  [
    "scope-grew",
    "an eval that nobody agreed on, measured",
    log(entry("2026-11-30", { results: [result("tone", "1/20")] })),
    "2026-12-02",
    true,
  ],
  [
    "scope-grew",
    "before anything is agreed",
    { definitions: { ...SOUND, evals: [...SOUND.evals, evalOf({ id: "tone" })] } },
    "2026-11-20",
    false,
  ],
  ["many-arms", "four", log(...["a", "b", "c", "d"].map((arm) => measured("2026-11-30", arm))), "2026-12-02", false],
  [
    "many-arms",
    "five",
    log(...["a", "b", "c", "d", "e"].map((arm) => measured("2026-11-30", arm))),
    "2026-12-02",
    true,
  ],
  ["left-out-unsaid", "nobody said who took part", log(), "2026-12-02", false],
  ["left-out-unsaid", "who took part", log(said("2026-12-01", "g.users")), "2026-12-02", true],
  [
    "left-out-unsaid",
    "and who did not",
    log(said("2026-12-01", "g.users"), said("2026-12-02", "g.left-out")),
    "2026-12-02",
    false,
  ],
  [
    "one-author",
    "two entries are few",
    log(gate, measured("2026-12-07", "a"), measured("2026-12-08", "a")),
    "2026-12-10",
    false,
  ],
  [
    "one-author",
    "three by one",
    log(gate, ...["07", "08", "09"].map((day) => measured(`2026-12-${day}`, "a"))),
    "2026-12-10",
    true,
  ],
  [
    "one-author",
    "one of them by another",
    log(gate, measured("2026-12-07", "a"), measured("2026-12-08", "a"), measured("2026-12-09", "a", MARTA)),
    "2026-12-10",
    false,
  ],
  [
    "one-author",
    "before the gate",
    log(measured("2026-11-30", "a"), measured("2026-12-01", "a"), measured("2026-12-02", "a"), gate),
    "2026-12-10",
    false,
  ],
  ["evidence-silent", "thirteen days", log(gate), "2026-12-18", false],
  ["evidence-silent", "fourteen", log(gate), "2026-12-19", true],
  [
    "evidence-silent",
    "a note is no evidence",
    log(gate, entry("2026-12-18", { note: "all well" })),
    "2026-12-19",
    true,
  ],
  ["evidence-silent", "measured in between", log(gate, measured("2026-12-10", "a")), "2026-12-19", false],
  ["evidence-silent", "before the first gate", log(), "2027-03-01", false],
  [
    "conditions-open",
    "in time",
    log(decided("2026-12-04", "conditional", { conditions: [{ what: "sign", by: date("2026-12-18") }] })),
    "2026-12-18",
    false,
  ],
  [
    "conditions-open",
    "late",
    log(decided("2026-12-04", "conditional", { conditions: [{ what: "sign", by: date("2026-12-18") }] })),
    "2026-12-19",
    true,
  ],
  [
    "conditions-open",
    "superseded",
    log(
      decided("2026-12-04", "conditional", { conditions: [{ what: "sign", by: date("2026-12-18") }] }),
      decided("2026-12-19", "go"),
    ),
    "2026-12-20",
    false,
  ],
  ["celebrated-before-operations", "a go", log(decided("2026-12-04", "go")), "2026-12-10", true],
  [
    "celebrated-before-operations",
    "a go with all of it attested",
    log(
      decided("2026-12-04", "go"),
      said("2026-12-05", "mvp.observability"),
      said("2026-12-06", "mvp.guardrails"),
      said("2026-12-07", "mvp.cost-alerts"),
    ),
    "2026-12-10",
    false,
  ],
  [
    "celebrated-before-operations",
    "nobody celebrates a no-go",
    log(decided("2026-12-04", "no-go")),
    "2026-12-10",
    false,
  ],
])("%s: %s", (name, _, poc, day, fires) => {
  const found = sign(name, poc, day);
  expect(found !== undefined).toBe(fires);
  if (found !== undefined)
    expect([found.shows.code, signSentence(found.shows)]).toEqual([name, expect.stringMatching(/^[A-Z0-9].*\.$/s)]);
});

describe("signs", () => {
  test("rest on the entries that show them", () => {
    expect(sign("left-out-unsaid", log(said("2026-12-01", "g.users")))?.entries).toEqual(["s01"]);
    expect(sign("work-after-timebox", log(measured("2026-12-07", "a")), "2026-12-08")?.entries).toEqual(["m07a"]);
  });

  test("of a gate that is passed are those of its own time", () => {
    const late = log(passed("2026-12-05", "a"), passed("2026-12-12", "g", "a"));
    expect(sign("evidence-silent", late, "2027-03-01")).toBeUndefined();
    const slow = log(passed("2026-12-05", "a"), passed("2026-12-30", "g", "a"));
    expect(sign("evidence-silent", slow, "2027-03-01")).toBeDefined();
  });

  test("are all warned of by a gate that ships", () => {
    const used = new Set(SHIPPED_GATES.flatMap((one) => one.pitfall.signs));
    expect(SIGN_NAMES.filter((name) => !used.has(name))).toEqual([]);
  });

  test("do not look for questions that a gate does not ask", () => {
    const found = standing(log(said("2026-12-01", "g.users")), "2026-12-02");
    const bare = gateOf(1, "g", { pitfall: { text: "haste", signs: ["left-out-unsaid"] } });
    expect(signsOf(bare, found, gateSpan(found.gates, "g"))).toEqual([]);
  });
});
