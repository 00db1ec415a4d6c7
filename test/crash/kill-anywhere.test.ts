// Kills `poc log` at random instants, as a power button or an impatient person would.
import { expect, test } from "vitest";
import { say } from "../platform/say.ts";
import { FULL, TIMEOUT, random, untilSeconds } from "./budget.ts";
import { brokenPromises, entriesWith, snapshot, type Snapshot } from "./promise.ts";
import { COMMAND, IS_BUILT, discard, pocUnderWay, run } from "./subject.ts";

if (!IS_BUILT) say(`skipped: nothing was killed (there is no ${COMMAND}: npm run build)`);

const KILLS = FULL ? 400 : 200;

test.runIf(IS_BUILT)("poc log keeps its promise when it is killed at any instant", { timeout: TIMEOUT }, async () => {
  const folder = await pocUnderWay();
  const typical = await typicalMs(folder);
  const timeLeft = untilSeconds(8);
  const acknowledged: string[] = [];
  let [kills, tries] = [0, 0];
  let before: Snapshot = snapshot(folder);
  for (; kills < KILLS && tries < 3 * KILLS && timeLeft(); tries++) {
    const marker = `marker-${process.pid}-${tries}.`;
    const outcome = await run(folder, ["log", marker], { killAfterMs: random() * 1.5 * typical });
    if (outcome.signal === "SIGKILL") kills++;
    else acknowledged.push(marker);
    const broken = await brokenPromises({
      folder,
      before: withoutTemporaries(before),
      marker,
      outcome,
      killed: outcome.signal === "SIGKILL",
      mayLeaveTemporary: true,
      readBack: tries % 10 === 9,
    });
    if (broken.length > 0) throw new Error(`try ${tries}; kept ${folder}\n${broken.join("\n")}\n${outcome.err}`);
    before = snapshot(folder);
  }
  expect((await run(folder, ["check", "--fail-on", "never"])).code).toBe(0);
  for (const marker of acknowledged) expect(entriesWith(folder, marker)).toHaveLength(1);
  say(`killed ${kills} of ${tries} times; ${acknowledged.length} acknowledged, all there`);
  expect(kills).toBeGreaterThan(0);
  discard(folder);
});

/** Leftovers of earlier kills may be swept at any time. */
function withoutTemporaries(files: Snapshot): Snapshot {
  return new Map([...files].filter(([name]) => !name.includes(".tmp-")));
}

async function typicalMs(folder: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    expect((await run(folder, ["log", `warm-up ${round}`])).code).toBe(0);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[2]!;
}
