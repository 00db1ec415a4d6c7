import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** What the organisation does not let a PoC start with, no amendment brings about. */

const POLICY = "policy:\n  longest_timebox: 10\n  largest_cap_without_board: 2000 EUR\n  least_confidence: 95%\n";
const SAID = ["--reason", "the vendor delivered late", "--approver", "Marta Weiss"];

async function started(policy = POLICY) {
  const disk = diskWithPoc();
  disk.set("/work/poc-org.yaml", policy);
  await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  return { disk, here: world({ disk, now: "2026-11-24T09:00:00+01:00" }) };
}

test.each([
  ["a lower confidence", ["--set", "confidence=90%"], "verdicts are made at 90% confidence"],
  ["a larger cap", ["--set", "spend_cap=9000 EUR"], "the spend cap is 9,000.00 EUR"],
  ["a longer timebox", ["--set", "timebox.working_days=12"], "the timebox is 12 working days long"],
  ["an extension", ["--extend", "2"], "the timebox is 12 working days long"],
])("%s is refused, and nothing is stored", async (_, flags, said) => {
  const { disk, here } = await started();
  const before = new Map(disk);
  const { exitCode, stderr } = await run(["amend", ...flags, ...SAID], here);
  expect({ exitCode, said: stderr.includes(said) }).toEqual({ exitCode: 1, said: true });
  expect(disk).toEqual(before);
});

test.each([
  ["a higher confidence", ["--set", "confidence=99%"]],
  ["a smaller cap", ["--set", "spend_cap=1500 EUR"]],
  ["a target", ["--set", "evals.wrong-rate.target=reduction >= 50%"]],
])("%s is within it", async (_, flags) => {
  const { here } = await started();
  expect((await run(["amend", ...flags, ...SAID], here)).exitCode).not.toBe(1);
});

test("an edit of the file is refused as a flag is", async () => {
  const { disk, here } = await started();
  disk.set(`${POC}/poc.yaml`, disk.get(`${POC}/poc.yaml`)!.replace("2000 EUR", "9000 EUR"));
  const { exitCode, stderr } = await run(["amend", ...SAID], here);
  expect({ exitCode, said: stderr.includes("the spend cap is 9,000.00 EUR") }).toEqual({ exitCode: 1, said: true });
});

test("a decision to extend is refused as an amendment is", async () => {
  const { disk, here } = await started();
  const before = new Map(disk);
  const line = ["decide", "extend", "--days", "3", "--why", "the vendor is late", "--by", "Marta Weiss"];
  const { exitCode, stderr } = await run([...line, "--override", "the vendor is late"], here);
  expect({ exitCode, said: stderr.includes("13 working days") }).toEqual({ exitCode: 1, said: true });
  expect(disk).toEqual(before);
});

test("what was beyond a limit that came later is on page one, and hinders no other change", async () => {
  const { disk, here } = await started("policy:\n  longest_timebox: 12\n");
  disk.set("/work/poc-org.yaml", POLICY.replace("2000 EUR", "1000 EUR"));
  const { stdout } = await run(["memo", "-o", "-"], here);
  expect(stdout.split("## Appendix")[0]).toContain(
    "The spend cap is 2,000.00 EUR; the policy of the organisation says",
  );
  const target = await run(["amend", "--set", "evals.wrong-rate.target=reduction >= 50%", ...SAID], here);
  expect(target.stderr).not.toContain("expected at most");
});
