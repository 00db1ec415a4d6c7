import { expect, test } from "vitest";
import { PORTFOLIO, portfolioDisk, TODAY } from "../support/portfolio.ts";
import { run, world, type World } from "../support/run.ts";
import { transcript } from "../support/session.ts";

/** A portfolio with a PoC in every state. `npx vitest run test/journeys/portfolio.test.ts --update` writes it anew. */

const golden = (name: string) => `./sessions/${name}.txt`;
const SCREEN: Partial<World> = {
  cwd: PORTFOLIO,
  now: TODAY,
  terminal: true,
  env: { NO_COLOR: "1", LANG: "en_GB.UTF-8" },
};
const SETTINGS = "title: PoCs of the platform\nwip_cap: 4\n";
const WITH_RATE = `${SETTINGS}currency: EUR\nexchange: { USD: { rate: 0.92, source: ECB } }\n`;

const made = portfolioDisk();
/** The same portfolio for each test, and what a test does to it stays with it. */
async function diskOf(file?: string): Promise<Map<string, string>> {
  const disk = new Map(await made);
  return file === undefined ? disk : disk.set(`${PORTFOLIO}/portfolio.yaml`, file);
}

test.each([60, 80, 120])("in %i columns", async (columns) => {
  const steps = [{ type: "poc list" }, { type: "poc list --state overdue --sort overdue" }];
  await expect(await transcript(steps, { disk: await diskOf(SETTINGS), columns, ...SCREEN })).toMatchFileSnapshot(
    golden(`portfolio-${columns}`),
  );
});

test("what is asked for, in a pipe, in ASCII, in one currency, and for programs", async () => {
  const disk = await diskOf(WITH_RATE);
  const steps = [
    { type: "poc list --state open --sort owner --sort spend", terminal: false, columns: 80 },
    { type: "poc list --owner okafor --owner sato", terminal: true, env: { NO_COLOR: "1", LANG: "C" } },
    { type: "poc list --team schaden" },
    { type: "poc list nothing-*" },
    { type: "poc list nowhere" },
    { type: "poc list legal --state go" },
    { type: "poc list legal --format csv" },
    { type: "poc list ops --format json" },
    { type: "poc list ops --as-of 2026-09-11 --state dead" },
    { type: "poc list --state overdu" },
  ];
  await expect(await transcript(steps, { disk, ...SCREEN })).toMatchFileSnapshot(golden("portfolio-asked"));
});

test.each([
  [[], 0],
  [["--fail-on", "error"], 3],
  [["--fail-on", "never"], 0],
  [["legal", "--state", "go", "--fail-on", "note"], 0],
])("exit code of %j", async (args, expected) => {
  const disk = await diskOf();
  expect((await run(["list", ...args], world({ disk, ...SCREEN }))).exitCode).toBe(expected);
});

test("what waits for people across PoCs", async () => {
  const disk = await diskOf();
  const steps = [
    { type: "poc next --all search legal" },
    { type: "poc next --all --for weiss" },
    { type: "poc next --all --for nobody" },
    { type: "poc next --all ops/go --for li --format json" },
    { type: "poc next legal" },
    { type: "poc next --for ana", cwd: `${PORTFOLIO}/ops/go` },
  ];
  await expect(await transcript(steps, { disk, columns: 100, ...SCREEN })).toMatchFileSnapshot(
    golden("portfolio-next"),
  );
});
