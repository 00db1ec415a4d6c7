import { expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../support/definitions.ts";
import { transcript, type Step } from "../support/session.ts";

/** What people see of money that is estimated, metered and billed. `npx vitest run test/golden -u` writes it anew. */

const MODELS = `models:
  gpt-4.1: { input: 2.00 USD, cached_input: 0.50 USD, output: 8.00 USD }
  embed-small: { input: 0.0195 USD }
`;

const STEPS: readonly Step[] = [
  { type: "poc start", now: "2026-11-23T09:00:00+01:00" },
  { type: 'poc log "Index built" --tokens embed-small=610M/0 --hours 6', now: "2026-11-23T17:00:00+01:00" },
  {
    type: 'poc log "Two runs" --tokens "gpt-4.1=41M/6.2M cached 12M: two full runs" --hours 7',
    now: "2026-11-24T17:00:00+01:00",
  },
  { type: "poc log --spend 300:infrastructure --basis estimated --meeting 30m×6", now: "2026-11-25T10:00:00+01:00" },
  { type: "poc status", now: "2026-11-25T11:00:00+01:00" },
  { type: "poc log --tokens gpt-4.0=1M/20k" },
  { type: 'poc log --tokens "embed-small=1M/0 cached 200k" --tokens gpt-4.1=1,000/5 --basis meter' },
  { type: "poc log --spend 112.40:tokens --replaces infrastructure" },
  {
    type: 'poc log "Invoice of November" --spend "121.90 USD:tokens" --replaces tokens',
    now: "2026-11-27T09:00:00+01:00",
  },
  { type: "poc log --spend 1420.00:infrastructure --replaces infrastructure", now: "2026-11-27T09:05:00+01:00" },
  { type: "poc status" },
  { type: "poc show --since 2026-11-24" },
  { type: 'poc undo aaaaaac --reason "The invoice of another team"', now: "2026-11-27T10:00:00+01:00" },
  { type: "poc check" },
  { type: "poc memo -o -" },
];

test("estimates, meters and the bills that replace them", async () => {
  const disk = diskWithPoc({ "costs.yaml": DEFINITIONS["costs.yaml"]! + MODELS });
  await expect(await transcript(STEPS, { disk })).toMatchFileSnapshot("./sessions/money.txt");
});
