import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

/**
 * What reads the day that a PoC is judged for. A summary that is kept stays true on later days only because
 * src/app/portfolio/quiet-until.ts knows of all of it, so that what is new here has to be looked at: does it turn on a
 * day that the records name, is it counted in days, or does nothing of it show in a summary?
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  "turns on a day that the records name, or the day after": [
    "src/checks/charter/start-late.ts",
    "src/checks/charter/timebox-over.ts",
    "src/checks/conduct/decision.ts",
    "src/checks/conduct/entry-time.ts",
    "src/checks/conduct/not-started.ts",
    "src/checks/evidence/kill-verdict.ts",
    "src/domain/follow-up/follow-up-standing.ts",
    "src/domain/next/next-actions.ts",
    "src/domain/records/gate-log.ts",
    "src/domain/records/log.ts",
    "src/domain/standing/judgement.ts",
    "src/domain/standing/kill-standing.ts",
    "src/domain/standing/recommendation.ts",
    "src/domain/standing/standing.ts",
    "src/domain/standing/verdict-history.ts",
  ],
  "is counted in days of the timebox, and asked for each of them": [
    "src/checks/case/risk.ts",
    "src/checks/conduct/log-silent.ts",
    "src/checks/evidence/assumption.ts",
    "src/checks/evidence/eval-way.ts",
    "src/checks/money/hours-cap.ts",
    "src/checks/money/spend-cap.ts",
    "src/domain/records/timebox.ts",
    "src/domain/standing/log-silence.ts",
  ],
  "is due on the day itself, whichever it is; or in the last days of the timebox": [
    "src/domain/next/decision-actions.ts",
    "src/domain/next/evidence-actions.ts",
    "src/domain/next/record-actions.ts",
    "src/domain/next/spend-actions.ts",
  ],
  "belongs to the summary itself": [
    "src/domain/portfolio/on-day.ts",
    "src/domain/portfolio/poc-state.ts",
    "src/domain/portfolio/poc-summary.ts",
    "src/wording/portfolio/row-clauses.ts",
  ],
  "shows in no summary: lists and gates of others, terms that were moved, earlier days, what was typed": [
    "src/checks/evidence/kill-decidable.ts",
    "src/domain/gates/gate-signs.ts",
    "src/domain/scalars/readings/parse-day.ts",
    "src/domain/spend/focus.ts",
    "src/domain/standing/checklist.ts",
    "src/domain/standing/command-run.ts",
    "src/domain/standing/evidenced.ts",
    "src/domain/standing/first-terms.ts",
    "src/domain/standing/met-breach.ts",
    "src/domain/standing/replay.ts",
    "src/domain/standing/rates/deciding-rates.ts",
  ],
};

const ROOT = join(import.meta.dirname, "../..");
const ROOMS = ["src/domain", "src/checks", "src/wording"];
const READS =
  /^(?!\s*(?:\*|\/\/|\/\*)).*(?:\basOf\b|timebox\??!?\.(?:day|left|phase|workingDayToday)\b|\btoday: Civil)/m;

test("whatever reads the day is known to the summaries that are kept", () => {
  const readers = ROOMS.flatMap((room) => readdirSync(join(ROOT, room), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => READS.test(readFileSync(join(ROOT, file), "utf8")));
  expect(readers.sort()).toEqual(Object.values(KNOWN).flat().sort());
});
