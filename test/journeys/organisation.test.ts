import { expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../support/definitions.ts";
import { run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** What people see of the terms that an organisation states once for all of its PoCs. */

const ORGANISATION = `currency: EUR
exchange:
  USD: { rate: 0.92, date: 2026-11-20, source: ECB }
hourly_rates:
  default: 95 EUR
defaults:
  sponsor: Marta Weiss <marta@example.com>
  working_days: 8
policy:
  longest_timebox: 12
  largest_cap_without_board: 1500 EUR
  required_checklists: [mvp]
  sponsor_decides: required
`;

const STEPS: readonly Step[] = [
  { type: "poc doctor", now: "2026-11-23T08:00:00+01:00" },
  { type: "poc start", now: "2026-11-23T09:00:00+01:00" },
  { type: "poc log Runs --spend '100 USD:tokens' --hours 10", now: "2026-11-24T17:00:00+01:00" },
];

test("twelve PoCs hold nothing twice: rates come from the file above, and stay as they were agreed", async () => {
  const disk = diskWithPoc({
    "costs.yaml": "planned: []\n",
    "poc.yaml": DEFINITIONS["poc.yaml"]!.replace("spend_cap: 2000 EUR", "spend_cap: 1500 EUR"),
  });
  disk.set("/work/poc-org.yaml", ORGANISATION);
  let told = await transcript(STEPS, { disk });
  disk.set("/work/poc-org.yaml", ORGANISATION.replace("0.92", "0.80"));
  const now = "2026-11-25T09:00:00+01:00";
  told += await transcript(
    [
      { type: "poc status --short", now },
      { type: "poc check", now },
      { type: 'poc amend --reason "New rate for all" --approver "Marta Weiss <marta@example.com>"', now },
      { type: "poc decide go --why Good --override Sure", now },
      { type: "poc decide go --why Good --override Sure --by 'Marta Weiss <marta@example.com>'", now },
    ],
    { disk },
  );
  await expect(told).toMatchFileSnapshot("./sessions/organisation.txt");
});

test("what is against the policy cannot start, and what the file gets wrong is told with its place", async () => {
  const disk = diskWithPoc({});
  disk.set("/work/poc-org.yaml", ORGANISATION);
  const started = await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  expect(started.exitCode).toBe(1);
  expect(started.stderr).toContain("error[policy-cap-larger]");
  expect(started.stderr).toContain("poc-org.yaml:11");
  disk.set("/work/poc-org.yaml", `${ORGANISATION}  boards: 3\n`);
  const checked = await run(["check"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  expect(checked.exitCode).toBe(3);
  expect(checked.stdout).toContain("../poc-org.yaml:14:3: error[unknown-key]");
});

test("poc init takes what the organisation says, and asks nothing of money twice", async () => {
  const disk = new Map([["/work/poc-org.yaml", ORGANISATION]]);
  const repository = { ...world().repository, placeOf: (path: string) => path.slice("/work/".length) };
  const at = world({ disk, cwd: "/work", now: "2026-11-23T09:00:00+01:00", repository });
  expect((await run(["init", "pocs/search", "--yes", "--title", "Search"], at)).exitCode).toBe(0);
  expect((await run(["init", "pocs/claims", "--yes", "--title", "Claims"], at)).exitCode).toBe(0);
  expect(disk.get("/work/pocs/search/costs.yaml")).not.toContain("currency: ");
  expect(disk.get("/work/pocs/search/poc.yaml")).toContain("working_days: 8");
  const schemas = [...disk.keys()].filter((name) => name.endsWith("evals.schema.json"));
  expect(schemas).toEqual(["/work/.schemas/evals.schema.json"]);
  expect(disk.get("/work/pocs/claims/evals.yaml")).toMatch(
    /^# .*\$schema=\.\.\/\.\.\/\.schemas\/evals\.schema\.json\n/,
  );
});

test("poc init writes nothing that the policy refuses, where nobody said anything else", async () => {
  const strict = "policy:\n  longest_timebox: 5\n  least_confidence: 99%\n";
  const disk = new Map([["/work/poc-org.yaml", strict]]);
  const at = world({ disk, cwd: "/work", now: "2026-11-23T09:00:00+01:00" });
  expect((await run(["init", "search", "--yes", "--title", "Search"], at)).exitCode).toBe(0);
  const charter = disk.get("/work/search/poc.yaml");
  expect(charter).toContain("working_days: 5\n");
  expect(charter).toContain("confidence: 99%\n");
  disk.set("/work/poc-org.yaml", "policy:\n  longest_timebox: 12\n  least_confidence: 90%\n");
  expect((await run(["init", "claims", "--yes", "--title", "Claims"], at)).exitCode).toBe(0);
  expect(disk.get("/work/claims/poc.yaml")).toMatch(/working_days: 10\n[^]*confidence: 95%\n/);
});
