import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { inOrder } from "../../../src/domain/records/log.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { writtenOn } from "../../../src/domain/records/seen.ts";
import { replay } from "../../../src/domain/standing/replay.ts";
import type { Standing } from "../../../src/domain/standing/standing.ts";
import { SOUND, answers, asOf, entry, killOf, records, result, spent, standing, start } from "../../support/records.ts";

const KILL = [
  { ...killOf({ when: "spend.total > 250 EUR", by: "2026-12-04" }), id: "paid" },
  { ...killOf({ ask: "Is it?", by: "2026-12-02" }), id: "asked" },
  { ...killOf({ when: "wrong-rate > 28%", by: "2026-12-02" }), id: "measured" },
];
const DEFINITIONS: Definitions = { ...SOUND, killCriteria: KILL };
const DAYS = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"] as const;
const LAST = DAYS.length - 1;

/** What an entry may say, the day on which it is written, and by how many days it is dated back. */
const written = fc.record({
  facts: fc.oneof(
    fc.constantFrom("120 EUR", "200 EUR", "-100 EUR").map((figure) => ({ spend: [spent(figure)] })),
    fc.constantFrom("yes" as const, "no" as const).map((answer) => answers("asked", answer)),
    fc.constantFrom("120/200", "19/200").map((count) => ({ results: [result("wrong-rate", count)] })),
  ),
  day: fc.nat(LAST),
  back: fc.nat(2),
});

const logs = fc.array(written, { maxLength: 8 }).map((all) =>
  inOrder(
    all.map(({ facts, day, back }, k): Entry => {
      const time = `${10 + k}:00`;
      const [about, on] = [DAYS[Math.max(0, day - back)], DAYS[day]];
      const one = entry(`${about} ${time}`, { ...facts, id: `e${k}` });
      return about === on ? one : { ...one, logged: entry(`${on} ${time}`).at };
    }),
  ),
);

test("what is said of a day is what was said on it, whatever is dated back to it later", () => {
  fc.assert(
    fc.property(logs, fc.constantFrom(...DAYS), (log, day) => {
      const known = log.filter((one) => writtenOn(one) <= day);
      expect(shown(judged(log, day))).toEqual(shown(judged(known, day)));
    }),
    { numRuns: 60 },
  );
});

test("what was tripped at the end of a day is tripped on every later day", () => {
  fc.assert(
    fc.property(logs, (log) => {
      const tripped = DAYS.map((day) => kills(judged(log, day)).filter((one) => one.endsWith(" tripped")));
      for (const [k, day] of tripped.entries()) expect(tripped[k + 1] ?? day).toEqual(expect.arrayContaining(day));
    }),
    { numRuns: 60 },
  );
});

test("a replay says of a day what was said on it", () => {
  fc.assert(
    fc.property(logs, (log) => {
      const { days } = replay(recordsOf(log), asOf(DAYS[LAST]!));
      for (const { date, kill, spent: money } of days.filter((one) => one.date >= DAYS[0])) {
        const then = judged(log, date);
        expect([kills({ kill }), money]).toEqual([kills(then), then.spend.total]);
      }
    }),
    { numRuns: 40 },
  );
});

function recordsOf(log: readonly Entry[]) {
  return records({ definitions: DEFINITIONS, log: [start(DEFINITIONS), ...log] });
}

function judged(log: readonly Entry[], day: string): Standing {
  return standing({ definitions: DEFINITIONS, log: [start(DEFINITIONS), ...log] }, day);
}

function kills({ kill }: Pick<Standing, "kill">): readonly string[] {
  return kill.map(({ criterion, verdict }) => `${criterion.id} ${verdict}`);
}

function shown(then: Standing): unknown {
  const { evals, spend, recommendation } = then;
  return [kills(then), evals.map(({ verdict }) => verdict), spend.total, spend.wasOver, recommendation.outcome];
}
