import { expect, test } from "vitest";
import { NOW, OTHERS, portfolio, ROOT, TEN, type Told } from "../../support/followed-pocs.ts";
import { run, world } from "../../support/run.ts";

/** The report over generated PoCs, in each of its forms. */

async function report(pocs: readonly Told[], ...flags: readonly string[]) {
  const here = world({ disk: portfolio(pocs), cwd: ROOT, now: NOW });
  return run(["followup", "--report", ...flags], here);
}

test("from ten follow-ups on the report says how far forecasts are off", async () => {
  const { stdout, exitCode, stderr } = await report([...TEN, ...OTHERS]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  await expect(stdout).toMatchFileSnapshot("./golden/report.txt");
});

test("the page carries every figure in words, and nothing that runs", async () => {
  const { stdout } = await report([...TEN, ...OTHERS], "--format", "html");
  await expect(stdout.replace(/<style>[\s\S]*?<\/style>/, "<style></style>")).toMatchFileSnapshot(
    "./golden/report.html",
  );
  expect(stdout).not.toMatch(/<script|<b>.</);
});

test.each([0, 9])("below ten follow-ups no form of it has a median: %i", async (count) => {
  const pocs = [...TEN.slice(0, count), ...OTHERS];
  const { stdout } = await report(pocs);
  expect(stdout).toMatch(/too early/);
  expect(stdout).not.toMatch(/median of|By kind/);
  const { data } = JSON.parse((await report(pocs, "--json")).stdout);
  expect(data).toMatchObject({ answered: count, too_early: true, all: null, by_kind: [], by_team: [] });
  expect(data.figures).toHaveLength(2 * count);
  const { stdout: page } = await report(pocs, "--format", "html");
  expect(page).not.toMatch(/<svg|By kind/);
  expect((await report(pocs, "--format", "csv")).stdout.split("\r\n")[0]).not.toMatch(/median/);
});

test("JSON and CSV carry every figure; what never comes has no ratio in them", async () => {
  const { data } = JSON.parse((await report(TEN, "--json")).stdout);
  expect(data).toMatchObject({ answered: 11, decisions: 11, too_early: false, overdue: 0 });
  expect(data.by_team.map(({ team, figures }: { team: string; figures: number }) => [team, figures])).toEqual([
    ["Ana Ruiz", 12],
    ["Field service", 2],
    ["Tom Okafor", 8],
  ]);
  const never = data.figures.find(({ actual }: { actual: string }) => actual === "never");
  expect(never).toMatchObject({ name: "payback", forecast: "10 months", ratio: null, within: false, worse: true });
  const rows = (await report(TEN, "--format", "csv")).stdout.trim().split("\r\n");
  expect(rows).toHaveLength(23);
  expect(rows[1]).toContain('"metric","wrong-rate","%",10,8,12,10,1,"yes","no","2027-05-30","2027-05-30"');
});

test("what cannot be read is named, and the rest is compared", async () => {
  const disk = portfolio(TEN);
  disk.set(`${ROOT}/portfolio.yaml`, "paths: [p10, gone]\n");
  const found = await run(["followup", "--report"], world({ disk, cwd: ROOT, now: NOW }));
  expect(found.exitCode).toBe(3);
  expect(found.stdout).toMatch(/1 follow-up with figures[\s\S]*gone: /);
});

test.each([
  [["--report", "--actual", "payback=9"], "--actual is for one PoC"],
  [["--actual", "payback=9", "--as-of", "2027-03-01"], "--actual is stored as of now"],
  [["elsewhere"], 'found "elsewhere" without --report'],
  [["--format", "html"], "--format html is for all PoCs"],
  [["--out", "x.html"], "--out is for the report of all PoCs"],
  [["--report", "nowhere"], "nowhere"],
] as const)("%j is refused", async (flags, message) => {
  const found = await run(["followup", ...flags], world({ disk: portfolio(TEN.slice(0, 1)), cwd: ROOT, now: NOW }));
  expect([found.exitCode, found.stdout]).toEqual([2, ""]);
  expect(found.stderr).toContain(message);
});

test("the page is written where the person says, and over nothing but a page of the tool", async () => {
  const disk = portfolio(TEN);
  const write = (out: string) =>
    run(["followup", "--report", "--format", "html", "--out", out], world({ disk, cwd: ROOT, now: NOW }));
  disk.set(`${ROOT}/notes.html`, "mine");
  expect((await write("notes.html")).exitCode).toBe(2);
  expect((await write("forecasts.html")).exitCode).toBe(0);
  expect((await write("forecasts.html")).exitCode).toBe(0);
  expect(disk.get(`${ROOT}/forecasts.html`)).toContain("<svg");
});
