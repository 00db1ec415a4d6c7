import { describe, expect, test } from "vitest";
import { nothingWaits } from "../../../src/wording/portfolio/selection-words.ts";
import { LIVES, PORTFOLIO, portfolioDisk, TODAY } from "../../support/portfolio.ts";
import { run, world } from "../../support/run.ts";

/** What `poc next --all` says of a person or a role that nothing waits for. */

const SOME = ["ops/go", "claims/dollars"] as const;
const made = portfolioDisk(undefined, Object.fromEntries(SOME.map((name) => [name, LIVES[name]!])));

async function next(...args: readonly string[]) {
  const disk = new Map(await made);
  return (await run(["next", "--all", ...args], world({ cwd: PORTFOLIO, now: TODAY, disk }))).stdout.trim();
}

describe("next --all where nothing is shown", () => {
  test.each<[string, readonly string[], string]>([
    ["a mistyped name", ["--for", "wiess"], 'Nobody in 2 PoCs is called "wiess". Did you mean Marta Weiss?'],
    ["a mistyped first name", ["--for", "matra"], 'Nobody in 2 PoCs is called "matra". Did you mean Marta Weiss?'],
    ["nobody", ["--for", "xqzzy"], 'Nobody in 2 PoCs is called "xqzzy".'],
    ["a role", ["--for", "engineer"], '"engineer" is a role, not a person: poc next --all --role engineer'],
    ["a role in capitals", ["--for", "Platform"], '"Platform" is a role, not a person: poc next --all --role platform'],
    [
      "a person in a role that has nothing for them",
      ["--for", "marta", "--role", "engineer"],
      "Nothing is waiting for Marta Weiss in role engineer in 2 PoCs.",
    ],
  ])("%s", async (_, args, said) => {
    expect(await next(...args)).toBe(said);
  });

  test("a role that has nothing to do", () => {
    expect(nothingWaits(1, [], { person: undefined, role: "security" })).toBe(
      "Nothing is waiting for role security in 1 PoC.",
    );
  });

  test("somebody who is known is not said to be unknown", async () => {
    expect(await next("--for", "weiss")).toMatch(/^Marta Weiss · /);
  });
});
