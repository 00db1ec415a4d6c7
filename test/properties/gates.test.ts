import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gateWay } from "../../src/domain/gates/gate-standing.ts";
import { standingOf } from "../../src/domain/standing/standing.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { NOTHING_FOUND, SHIPPED_GATES, gateOf, passed } from "../support/gates.ts";
import { asOf, entry, records, start } from "../support/records.ts";
import { POC, run, world } from "../support/run.ts";
import { runs } from "../support/properties.ts";

/** Commands of a team that tries everything, in any order, and two of them in a second. `LAST` is the id of the entry that was written last. */
const COMMANDS: readonly (readonly string[])[] = [
  ["start"],
  [
    "log",
    "Reranker on",
    "--eval",
    "wrong-rate=28/400",
    "--eval",
    "latency=591/600",
    "--spend",
    "140",
    "--hours",
    "4",
    "--answer",
    "no-residency=no",
  ],
  ["log", "--attest", "value-hypothesis.one-pager=https://example.com/1"],
  [
    "log",
    "--attest",
    "feasibility-poc.memo-file=https://example.com/2",
    "--attest",
    "exit.committed=https://example.com/3",
  ],
  ["memo", "--force"],
  ["decide", "go", "--why", "it works", "--override", "trust us", "--supersede"],
  ["decide", "no-go", "--why", "it does not", "--override", "trust us", "--supersede"],
  ["undo", "LAST"],
  ["gate", "pass", "--approver", "Marta Weiss"],
  ["gate", "pass", "feasibility-poc", "--approver", "Marta Weiss"],
  ["gate", "pass", "scale", "--approver", "Marta Weiss"],
  ["gate", "pass", "--approver", "Marta Weiss", "--waive", "one-pager", "--reason", "later", "--until", "2026-12-02"],
  [
    "gate",
    "pass",
    "--approver",
    "Marta Weiss",
    "--waive",
    "unknowns",
    "--waive",
    "memo",
    "--waive",
    "log",
    "--waive",
    "memo-file",
    "--reason",
    "later",
    "--until",
    "2026-12-30",
  ],
  ["gate", "pass", "--approver", "Marta Weiss", "--waive", "decision", "--reason", "later", "--until", "2026-12-30"],
  ["gate", "waive", "unknowns", "--approver", "Marta Weiss", "--reason", "later", "--until", "2026-12-30"],
];

/** How far a team has come before it tries everything: not at all, or past the first gate with all that was measured. */
const BEGINNINGS: readonly (readonly number[])[] = [[], [2, 8, 0, 1], [2, 8, 0, 1, 3, 5, 4]];

interface Shown {
  readonly data: { readonly gates: readonly { readonly id: string; readonly place: string }[] };
}

test("no sequence of commands passes a gate after one that is not passed, nor takes a passage back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...BEGINNINGS),
      fc.array(fc.nat(COMMANDS.length - 1), { minLength: 2, maxLength: 8 }),
      async (beginning, tries) => {
        const disk = diskWithPoc();
        let before: readonly string[] = [];
        for (const [step, pick] of [...beginning, ...tries].entries()) {
          const now = new Date(
            Date.parse("2026-11-23T09:00:00+01:00") + Math.floor(step / 2) * 30 * 3_600_000,
          ).toISOString();
          const last =
            [...disk.keys()]
              .filter((path) => path.startsWith(`${POC}/log/`))
              .map((path) => path.slice(-12, -5))
              .sort()
              .at(-1) ?? "zzzzzzz";
          await run(
            COMMANDS[pick]!.map((word) => (word === "LAST" ? last : word)),
            world({ disk, now }),
          );
          if (step < beginning.length - 1) continue;
          const { data } = JSON.parse((await run(["gate", "--format", "json"], world({ disk, now }))).stdout) as Shown;
          const gates = data.gates.filter(({ place }) => place === "passed").map(({ id }) => id);
          // Those that are passed are the first ones, one after the other, and all that were passed before are among them.
          expect(gates).toEqual(data.gates.slice(0, gates.length).map(({ id }) => id));
          expect(gates.slice(0, before.length)).toEqual(before);
          // The second gate needs a decision that nobody can waive.
          if (gates.includes("feasibility-poc"))
            expect([...disk.keys()].some((path) => path.includes("decision-go"))).toBe(true);
          before = gates;
        }
      },
    ),
    { numRuns: runs(20) },
  );
});

test("whatever passages a log holds, those that count follow on each other and stay so", () => {
  const ids = ["a", "b", "c", "d"];
  const passage = fc.record({
    gate: fc.constantFrom(...ids),
    after: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const gates = ids.map((id, number) => gateOf(number, id));
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 8 }), (written) => {
      const log = [
        start(),
        ...written.map(({ gate, after, day }, k) => ({
          ...passed(`2026-12-${String(day).padStart(2, "0")}`, gate, after),
          id: `p${k}`,
        })),
      ];
      let before: readonly string[] = [];
      for (const day of ["2026-12-07", "2026-12-14", "2026-12-28"]) {
        const { gates: gateLog } = standingOf(records({ log }), asOf(day));
        const counted = gateLog.passages.map(({ passage: { gate } }) => gate);
        for (const [k, { passage: one }] of gateLog.passages.entries())
          expect(k === 0 ? one.after : counted.slice(0, k)).toEqual(
            k === 0 ? undefined : expect.arrayContaining([one.after]),
          );
        expect(new Set(counted).size).toBe(counted.length);
        expect(counted.slice(0, before.length)).toEqual(before);
        const way = gateWay(gates, standingOf(records({ log }), asOf(day)), NOTHING_FOUND);
        expect(way.gates.filter(({ place }) => place === "here").length).toBeLessThanOrEqual(1);
        before = counted;
      }
    }),
  );
});

test("the gates that ship can be judged whatever the log says", () => {
  const item = fc.constantFrom(
    "value-hypothesis.one-pager",
    "proof-of-value.users",
    "scale.plan",
    "mvp.guardrails",
    "x.y",
    "",
    ".",
    "__proto__.constructor",
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 5 }), fc.array(item, { maxLength: 5 }), (attested, waived) => {
      const until = asOf("2026-12-09").date;
      const approver = { name: "Marta" };
      const log = [
        start(),
        entry("2026-12-01", {
          attest: attested.map((one) => ({ item: one, evidence: "l" })),
          waivers: waived.map((one) => ({ item: one, reason: "r", approver, until })),
        }),
      ];
      const way = gateWay(SHIPPED_GATES, standingOf(records({ log }), asOf("2026-12-10")), NOTHING_FOUND);
      expect(way.here?.gate.id).toBe("value-hypothesis");
    }),
  );
});
