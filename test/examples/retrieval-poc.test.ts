import { expect, test } from "vitest";
import { POC, run, world, type Outcome } from "../support/run.ts";
import { committedFiles, onDisk } from "./committed.ts";

const FILES = committedFiles("retrieval-poc");
/** Well after everything in it has happened. */
const LATER = "2027-03-01T09:00:00+01:00";

function poc(...argv: readonly string[]): Promise<Outcome> {
  return run(argv, world({ disk: onDisk(FILES, POC), now: LATER }));
}

interface Money {
  readonly amount: string;
}

interface Standing {
  readonly phase: string;
  readonly spend: { readonly share: number };
  readonly evals: readonly {
    readonly id: string;
    readonly primary: boolean;
    readonly verdict: string;
    readonly arms: readonly string[];
    readonly confirmed: boolean;
    readonly arm_picked_by: string | null;
  }[];
  readonly kill_criteria: readonly { readonly verdict: string }[];
  readonly amendments: readonly object[];
  readonly decision: { readonly outcome: string } | null;
  readonly superseded_decisions: readonly { readonly outcome: string }[];
  readonly log: { readonly withdrawn?: readonly object[] };
}

async function standing(): Promise<Standing> {
  const { stdout } = await poc("status", "--format", "json", "--fail-on", "never");
  return (JSON.parse(stdout) as { data: Standing }).data;
}

test.each([
  ["as of its last day", ["--as-of", "2026-11-13"], []],
  ["months later", [], ["follow-up-overdue"]],
])("%s, poc check finds nothing to fail on", async (_, asOf, more) => {
  const { exitCode, stdout } = await poc("check", "--format", "json", ...asOf);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] };

  expect(exitCode).toBe(0);
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(["assumption-failed", ...more, "terms-amended-late"]);
});

test("it is the log of a team: forty entries and more, three people and a sponsor, two sources, two currencies", () => {
  const entries = [...FILES].filter(([name]) => name.startsWith("log/")).map(([, text]) => text);
  const people = new Set(entries.map((text) => /^by: (.*)$/m.exec(text)?.[1]));
  const spend = entries.flatMap((text) => JSON.parse(/^spend: (.*)$/m.exec(text)?.[1] ?? "[]") as readonly Money[]);

  expect(entries.length).toBeGreaterThanOrEqual(40);
  expect(people.size).toBe(6);
  expect(new Set(spend.map(({ amount }) => amount.slice(-3)))).toEqual(new Set(["EUR", "USD"]));
});

test("it ends as it is told: three evals met on a confirmed arm, the cap held by a hair, an amendment, two decisions", async () => {
  const {
    phase,
    spend,
    evals,
    kill_criteria: kill,
    amendments,
    decision,
    superseded_decisions: superseded,
  } = await standing();

  expect(phase).toBe("decided");
  expect(
    evals.map(({ id, primary, verdict, confirmed, arm_picked_by }) => ({
      id,
      primary,
      verdict,
      confirmed,
      arm_picked_by,
    })),
  ).toEqual([
    { id: "wrong-rate", primary: true, verdict: "met", confirmed: true, arm_picked_by: null },
    { id: "latency", primary: false, verdict: "met", confirmed: false, arm_picked_by: null },
    { id: "answer-cost", primary: false, verdict: "met", confirmed: false, arm_picked_by: "wrong-rate" },
  ]);
  expect(kill.map(({ verdict }) => verdict)).toEqual(["cleared", "cleared", "cleared", "cleared"]);
  expect(spend.share).toBeGreaterThan(0.95);
  expect(spend.share).toBeLessThan(1);
  expect(amendments).toHaveLength(1);
  expect([...superseded, decision].map((made) => made?.outcome)).toEqual(["conditional", "go"]);
});

test("half-way it does not look like a go: over the cap if it goes on like that, and nothing settled", async () => {
  const { stdout, exitCode } = await poc("check", "--as-of", "2026-11-09");

  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/warning\[spend-projected-over\]/);
});

test("init --example writes it into an empty folder, where it checks clean", async () => {
  const here = world({ cwd: "/work", disk: new Map(), now: LATER });
  const written = await run(["init", "--example", "demo"], here);
  const checked = await run(["-C", "demo", "check"], here);
  const verified = await run(["-C", "demo", "check", "--as-of", "2026-11-13"], here);

  expect([written.exitCode, checked.exitCode, verified.exitCode]).toEqual([0, 0, 0]);
  for (const [name, text] of FILES) expect(here.disk.get(`/work/demo/${name}`)).toBe(text);
});
