import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world, type World } from "../../support/run.ts";

const inRepository: Partial<World> = {
  repository: {
    ...world().repository,
    placeOf: (folder) => (folder === "/work" ? "" : folder.replace(/^\/work\//, "")),
  },
};

const check = (args: string, changes: Partial<World> = {}) =>
  run(
    ["check", ...args.split(" ").filter((word) => word !== "")],
    world({ disk: diskWithPoc(), now: "2026-12-20T09:00:00+01:00", ...changes }),
  );

interface Entry {
  readonly fingerprint: string;
  readonly location: { readonly path: string };
}
const entriesOf = (text: string) => JSON.parse(text) as readonly Entry[];

describe("paths are those of the repository", () => {
  test.each([
    ["in the PoC folder", { ...inRepository }],
    ["below it", { ...inRepository, cwd: `${POC}/log` }],
    ["above the repository", { ...inRepository, cwd: "/", args: `-C ${POC}` }],
    ["beside it", { ...inRepository, cwd: "/work/other", args: "-C ../retrieval-poc" }],
    ["above, without a repository", { cwd: "/work", args: "-C retrieval-poc" }],
  ])("%s", async (_name, { args = "", ...changes }: Partial<World> & { args?: string }) => {
    const there = args === "" ? [] : args.split(" ");
    const here = world({ disk: diskWithPoc(), now: "2026-12-20T09:00:00+01:00", ...changes });
    const { stdout } = await run([...there, "check", "--format", "gitlab"], here);
    const paths = entriesOf(stdout).map(({ location }) => location.path);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !path.startsWith("retrieval-poc/"))).toEqual([]);
  });

  test("without a repository, from below the PoC folder: from the PoC folder, never with ..", async () => {
    const { stdout } = await check("--format gitlab", { cwd: `${POC}/log` });
    expect(entriesOf(stdout).filter(({ location }) => /\.\.|^\//.test(location.path))).toEqual([]);
    expect(entriesOf(stdout)[0]?.location.path).toBe("poc.yaml");
  });
});

describe("a problem of the organisation's file", () => {
  test.each<[string, string, Partial<World>, string]>([
    ["in the root of the repository", "/work", inRepository, "poc-org.yaml"],
    ["in the PoC folder itself", POC, inRepository, "retrieval-poc/poc-org.yaml"],
    ["above the repository", "/", inRepository, "/poc-org.yaml"],
    ["without a repository, above the current folder", "/work", { cwd: POC }, "/work/poc-org.yaml"],
    ["without a repository, in the current folder", "/work", { cwd: "/work" }, "poc-org.yaml"],
  ])("%s has a path without ..", async (_, folder, changes, path) => {
    const disk = diskWithPoc().set(`${folder === "/" ? "" : folder}/poc-org.yaml`, "hourly_rat: 95\n");
    const here = world({ disk, now: "2026-12-20T09:00:00+01:00", ...changes });
    const { stdout } = await run(["-C", POC, "check", "--format", "gitlab"], here);
    const paths = entriesOf(stdout).map(({ location }) => location.path);
    expect(paths).toContain(path);
    expect(paths.filter((one) => one.includes(".."))).toEqual([]);
  });
});

test("fingerprints are the same on another day, and none is there twice", async () => {
  const print = async (now: string) =>
    entriesOf((await check("--format gitlab", { ...inRepository, now })).stdout).map(({ fingerprint }) => fingerprint);
  const today = await print("2026-12-20T09:00:00+01:00");
  expect(today).toEqual(await print("2026-12-21T09:00:00+01:00"));
  expect(new Set(today).size).toBe(today.length);
});

test("an eval that is put above another leaves the fingerprints of the other as they were", async () => {
  const broken = diskWithPoc();
  const file = `${POC}/evals.yaml`;
  const text = broken.get(file) ?? "";
  broken.set(file, text.replace(/target: .*/, "target: nonsense"));
  const above = new Map(broken).set(file, `- id: another\n  metric: Another\n${broken.get(file) ?? ""}`);
  const print = async (disk: World["disk"]) =>
    entriesOf((await check("--format gitlab", { ...inRepository, disk })).stdout).map(({ fingerprint }) => fingerprint);
  const [before, after] = [await print(broken), await print(above)];
  expect(before.filter((one) => !after.includes(one))).toEqual([]);
});

describe("--report", () => {
  test("writes each file beside the text, over the report of the last run", async () => {
    const disk = diskWithPoc().set(`${POC}/poc.xml`, "of the last run");
    const reports =
      "--report sarif=poc.sarif --report junit=poc.xml --report gitlab=/work/gl.json --report github=a.txt";
    const { stdout, exitCode } = await check(reports, { ...inRepository, disk });
    expect(stdout).toBe((await check("")).stdout);
    expect(exitCode).toBe((await check("")).exitCode);
    expect(disk.get(`${POC}/poc.sarif`)).toContain('"version": "2.1.0"');
    expect(disk.get(`${POC}/poc.xml`)).toContain("<testsuites");
    expect(disk.get("/work/gl.json")).toContain('"check_name"');
    expect(disk.get(`${POC}/a.txt`)).toContain("::warning file=retrieval-poc/");
  });

  test("is the same as --format of that word", async () => {
    for (const word of ["sarif", "junit", "gitlab", "github", "json"]) {
      const disk = diskWithPoc();
      await check(`--report ${word}=out`, { ...inRepository, disk });
      expect(disk.get(`${POC}/out`)).toBe((await check(`--format ${word}`, inRepository)).stdout);
    }
  });

  test.each([
    ["xml=a.xml", /expected one of json, sarif/],
    ["sarf=a", /did you mean sarif/],
    ["sarif", /--report sarif=FILE/],
    ["sarif=", /--report sarif=FILE/],
    ["sarif=-", /--format sarif prints to standard output/],
    ["sarif=a --report junit=a", /a file of its own/],
    ["junit=evals.yaml", /a file of the records/],
    ["junit=./log/../evals.yaml", /a file of the records/],
    ["junit=log/2026-11-24-x-aaaaaaa.yaml", /a file of the records/],
  ])("%s is refused, and nothing is written", async (given, said) => {
    const disk = diskWithPoc();
    const { exitCode, stderr } = await check(`--report ${given}`, { disk });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(said);
    expect(disk).toEqual(diskWithPoc());
  });
});

test("records that cannot be read are reported too, with exit code 3", async () => {
  const disk = diskWithPoc().set(`${POC}/poc.yaml`, "title: [");
  const { stdout, exitCode } = await check("--format junit --report sarif=a", { ...inRepository, disk });
  expect(exitCode).toBe(3);
  expect(stdout).toContain('<error type="');
});

test("no PoC here is an error of its own: no report, exit code 3", async () => {
  const { stdout, exitCode } = await check("--format sarif", { disk: new Map(), ...inRepository });
  expect([stdout, exitCode]).toEqual(["", 3]);
});
