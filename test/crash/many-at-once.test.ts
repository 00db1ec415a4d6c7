// Fifty people log at once, others read meanwhile; ten change one term at once.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { say } from "../platform/say.ts";
import { FULL, TIMEOUT, untilSeconds } from "./budget.ts";
import { entriesWith, snapshot } from "./promise.ts";
import { COMMAND, IS_BUILT, discard, pocUnderWay, run, type Outcome } from "./subject.ts";

if (!IS_BUILT) say(`skipped: nothing was run at once (there is no ${COMMAND}: npm run build)`);

function kept(folder: string, what: string, outcomes: readonly Outcome[]): string {
  return `${what}; kept ${folder}\n${outcomes
    .filter(({ code }) => code !== 0)
    .map(({ code, err }) => `${code}: ${err}`)
    .join("\n")}`;
}

describe.runIf(IS_BUILT)("many processes at once", () => {
  test("fifty poc log store fifty entries", { timeout: TIMEOUT }, async () => {
    const timeLeft = untilSeconds(8);
    for (let round = 0; round < (FULL ? 10 : 1) && timeLeft(); round++) {
      const folder = await pocUnderWay();
      const before = snapshot(folder);
      const markers = Array.from({ length: 50 }, (_, index) => `marker-${round}-${index}.`);
      const outcomes = await Promise.all(markers.map((marker) => run(folder, ["log", marker])));
      expect(
        outcomes.every(({ code }) => code === 0),
        kept(folder, "not all were stored", outcomes),
      ).toBe(true);
      for (const marker of markers) expect(entriesWith(folder, marker), kept(folder, marker, outcomes)).toHaveLength(1);
      const after = snapshot(folder);
      expect(after.size, kept(folder, "files", outcomes)).toBe(before.size + 50);
      for (const [name, text] of before) expect(after.get(name)).toBe(text);
      discard(folder);
    }
  });

  test("readers never meet half an entry", { timeout: TIMEOUT }, async () => {
    const folder = await pocUnderWay();
    const each = FULL ? 25 : 12;
    const writers = Array.from({ length: each }, (_, index) => run(folder, ["log", `marker-${index}.`]));
    const readers = Array.from({ length: each }, () => run(folder, ["check", "--fail-on", "never"]));
    const outcomes = await Promise.all([...writers, ...readers]);
    expect(
      outcomes.every(({ code }) => code === 0),
      kept(folder, "a reader or writer failed", outcomes),
    ).toBe(true);
    discard(folder);
  });

  test("of ten changes of one term, as many are recorded as were acknowledged", { timeout: TIMEOUT }, async () => {
    const timeLeft = untilSeconds(8);
    for (let round = 0; round < (FULL ? 20 : 1) && timeLeft(); round++) {
      const folder = await pocUnderWay();
      const before = readdirSync(join(folder, "log"));
      const values = Array.from({ length: 10 }, (_, index) => 2100 + index);
      const outcomes = await Promise.all(
        values.map((value) =>
          run(folder, [
            "amend",
            "--set",
            `spend_cap=${value} EUR`,
            "--reason",
            "Prices rose",
            "--approver",
            "Marta Weiss <marta@example.com>",
          ]),
        ),
      );
      const done = values.filter((_, index) => outcomes[index]!.code === 0);
      const amendments = readdirSync(join(folder, "log")).filter((name) => !before.includes(name));
      const cap = /^spend_cap: (\d+) EUR/m.exec(readFileSync(join(folder, "poc.yaml"), "utf8"))?.[1];
      expect(done.length, kept(folder, "none got through", outcomes)).toBeGreaterThan(0);
      expect(amendments.length, kept(folder, "amendments", outcomes)).toBe(done.length);
      expect(done.map(String), kept(folder, "the cap is nobody's", outcomes)).toContain(cap);
      for (const { code } of outcomes) expect([0, 1, 2, 3]).toContain(code);
      expect(
        readdirSync(folder).filter((name) => name.startsWith(".")),
        kept(folder, "leftovers", outcomes),
      ).toEqual([]);
      expect((await run(folder, ["check", "--fail-on", "never"])).code).toBe(0);
      discard(folder);
    }
  });
});
