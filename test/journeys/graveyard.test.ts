import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** What an earlier PoC found is met again by those who ask the same: by name, and at kickoff. */

const MARTA = "Marta Weiss <marta@example.com>";
const STEPS: readonly Step[] = [
  { type: "poc start", now: "2026-11-23T09:00:00+01:00" },
  { type: "poc log Run --eval wrong-rate=81/400 --spend 40:tokens", now: "2026-11-25T09:00:00+01:00" },
  { type: 'poc log --risk "cost-surprise=high: 4 EUR a question"', now: "2026-11-25T09:01:00+01:00" },
  {
    type:
      `poc decide no-go --why "No better than the search box" --by "${MARTA}" --learned "Half of the errors are old ` +
      `rules" --retry-if "The corpus has one current version of each rule"`,
    now: "2026-11-26T09:00:00+01:00",
  },
  { type: 'poc list /work --like "Would retreival cut wrong answers on policies?"' },
  { type: 'poc list /work --like "How many servers do we need?"' },
  {
    type:
      'poc init /work/second --yes --title "Second try" --question "Does retrieval lower wrong answers on the policy ' +
      'corpus?"',
  },
];

test("what would have to change for another try is asked at a no-go, and told to who asks again", async () => {
  const disk = diskWithPoc({});
  const repository = { ...world().repository, placeOf: (path: string) => path.slice("/work/".length) };
  const told = await transcript(STEPS, { disk, repository, now: "2026-12-07T09:00:00+01:00" });
  await expect(told).toMatchFileSnapshot("./sessions/graveyard.txt");
});
