import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";
import { wordsOf } from "../../support/session.ts";

/** Acts that cannot be undone: what a person is asked for them has examples, and is shown before it is recorded. */

const AT = "2026-11-25T09:00:00+01:00";
const RESULT = "poc log --eval wrong-rate=22/200";

async function acted(line: string, answers: readonly string[], before: readonly string[] = []) {
  const disk = diskWithPoc();
  for (const earlier of ["poc start", ...before]) {
    const { stderr, exitCode } = await run(
      wordsOf(earlier).slice(1),
      world({ disk, now: "2026-11-23T09:00:00+01:00" }),
    );
    expect(`${exitCode} ${stderr}`).toMatch(/^[04] /);
  }
  const files = disk.size;
  const asked = await run(wordsOf(line).slice(1), world({ disk, now: AT, terminal: true, answers }));
  return { ...asked, stored: disk.size - files };
}

const GO = ["go", "?", "Halves wrong answers", "?", "The value is measured in the pilot", "?", "TBD", "-", "?", ""];

test.each<[string, readonly string[], readonly string[]]>([
  ["poc decide", GO, ["Why Halves wrong answers", "Recommended Keep going", "Otherwise for The value"]],
  [
    'poc decide no-go --why "No better than search"',
    ["?", "Half of the errors are old rules", "?", "", ""],
    ["Decision No-go, by Ana Ruiz", "Learned Half of the errors"],
  ],
  [
    'poc amend --set spend_cap="2500 EUR"',
    ["?", "The vendor is late", "??", "Marta Weiss"],
    ["Change spend cap: from 2000.00 EUR to 2500.00 EUR", "Approved by Marta Weiss"],
  ],
])("%s shows examples, then what it would record", async (line, answers, shown) => {
  const { stderr, stored, stdout } = await acted(line, [...answers, "", "maybe", "yes"], [RESULT]);
  expect(stderr).toContain("Such as: ");
  for (const text of shown) expect(stderr.replaceAll(/ +/g, " ")).toContain(text);
  expect(stored).toBe(1);
  expect(stdout).not.toMatch(/\?\s*$|TBD|: -/m);
  const refused = await acted(line, [...answers, "no"], [RESULT]);
  expect(refused).toMatchObject({ exitCode: 130, stored: 0 });
});

test("flags that say everything are not confirmed", async () => {
  const { exitCode, stored, stderr } = await acted(
    'poc amend --set spend_cap="2500 EUR" --reason "The vendor is late" --approver Marta',
    [],
  );
  expect({ exitCode, stored, stderr }).toEqual({ exitCode: 0, stored: 1, stderr: "" });
});

test.each(["ask", "ends", "learned", "alternatives", "retry-if"])("--%s takes no fill-in", async (flag) => {
  for (const text of ["?", "TBD", "-", "…", " "]) {
    const line = ["decide", "no-go", "--why", "No better", "--override", "So agreed", `--${flag}`, text];
    const disk = diskWithPoc();
    await run(["start"], world({ disk, now: AT }));
    const files = disk.size;
    const { exitCode, stderr } = await run(line, world({ disk, now: AT }));
    expect({ exitCode, stored: disk.size - files }).toEqual({ exitCode: 2, stored: 0 });
    expect(stderr).toContain(`--${flag}`);
  }
});
