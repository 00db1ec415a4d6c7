import { expect, test } from "vitest";
import { DEFINITIONS } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

/** A file of the organisation nearer to the PoC switches off no rule of the one at the root. */

/** The folder of the organisation is named by the environment, or by the user's configuration. */
const SETTINGS = { HOME: "/home/ana" };
const CONFIG = { "/home/ana/.config/poc/config.yaml": "templates: /org\n" };

const ROOT = "policy:\n  sponsor_decides: required\n  least_confidence: 95%\n  longest_timebox: 10\n";

async function started(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const own = Object.entries(DEFINITIONS).map(([name, text]) => [`/work/team/search/${name}`, text] as const);
  const disk = new Map([...own, ...Object.entries(files)]);
  const cwd = "/work/team/search";
  const start = await run(["start"], world({ disk, cwd, env, now: "2026-11-23T09:00:00+01:00" }));
  return { disk, start, here: world({ disk, cwd, env, now: "2026-11-24T09:00:00+01:00" }) };
}

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>?]>([
  ["the root alone", { "/work/poc-org.yaml": ROOT }],
  [
    "the folder of the environment, and a nearer file with a currency",
    { "/org/organisation.yaml": ROOT, "/work/poc-org.yaml": "currency: EUR\n" },
    { POC_TEMPLATES: "/org" },
  ],
  [
    "the folder of the user's configuration, and a nearer file that asks for less",
    { ...CONFIG, "/org/organisation.yaml": ROOT, "/work/team/poc-org.yaml": "policy:\n  sponsor_decides: asked\n" },
    SETTINGS,
  ],
  [
    "of each rule another file is the strictest",
    {
      ...CONFIG,
      "/org/organisation.yaml": "policy:\n  sponsor_decides: required\n  least_confidence: 90%\n",
      "/work/poc-org.yaml": "policy:\n  sponsor_decides: asked\n  least_confidence: 95%\n",
    },
    SETTINGS,
  ],
  ["a nearer file with a currency", { "/work/poc-org.yaml": ROOT, "/work/team/poc-org.yaml": "currency: EUR\n" }],
  [
    "a nearer file that asks for less",
    { "/work/poc-org.yaml": ROOT, "/work/team/poc-org.yaml": "policy:\n  sponsor_decides: asked\n" },
  ],
])("%s: the sponsor decides, and no less confidence is agreed", async (_, files, env) => {
  const { disk, start, here } = await started(files, env);
  expect(start.exitCode).toBe(0);
  const before = new Map(disk);
  const line = ["decide", "no-go", "--why", "no data for it", "--by", "Tom Okafor", "--override", "no data for it"];
  const decided = await run(line, here);
  expect({ exitCode: decided.exitCode, said: decided.stderr.includes("is not the sponsor") }).toEqual({
    exitCode: 1,
    said: true,
  });
  const said = ["--reason", "the vendor is late", "--approver", "Marta Weiss"];
  expect((await run(["amend", "--set", "confidence=90%", ...said], here)).exitCode).toBe(1);
  expect(disk).toEqual(before);
});

test("a file above that cannot be read is named, and nothing is judged without its rules", async () => {
  const files = { "/work/poc-org.yaml": `${ROOT}  boards: 3\n`, "/work/team/poc-org.yaml": "currency: EUR\n" };
  const { start } = await started(files);
  expect({ exitCode: start.exitCode, said: start.stderr.includes("../../poc-org.yaml") }).toEqual({
    exitCode: 3,
    said: true,
  });
});

test("a rule of the folder that the environment names is said with its file, and limits the start", async () => {
  const files = {
    "/org/organisation.yaml": "policy:\n  longest_timebox: 5\n",
    "/work/poc-org.yaml": "currency: EUR\n",
  };
  const { start } = await started(files, { POC_TEMPLATES: "/org" });
  expect(start.exitCode).not.toBe(0);
  expect(start.stderr).toContain("policy-timebox-longer");
  expect(start.stderr).toContain("/org/organisation.yaml:2");
});

test("a folder of the environment that cannot be read leaves nothing judged without its rules", async () => {
  const files = { "/org/organisation.yaml": `${ROOT}  boards: 3\n`, "/work/poc-org.yaml": "currency: EUR\n" };
  const { start } = await started(files, { POC_TEMPLATES: "/org" });
  expect({ exitCode: start.exitCode, said: start.stderr.includes("/org/organisation.yaml") }).toEqual({
    exitCode: 3,
    said: true,
  });
});

test("rates of the nearest file count, and check names what they override", async () => {
  const files = {
    "/org/organisation.yaml": "hourly_rates:\n  default: 90 EUR\n  ana: 80 EUR\n",
    "/work/poc-org.yaml": "hourly_rates:\n  default: 120 EUR\n",
  };
  const { here } = await started(files, { POC_TEMPLATES: "/org" });
  const { stdout } = await run(["check"], here);
  expect(stdout).toContain(
    "note[organisation-overridden]: found 120.00 EUR, where /org/organisation.yaml:2 says 90.00 EUR",
  );
  const { stdout: doctor } = await run(["doctor"], here);
  expect(doctor.replaceAll(/\s+/g, " ")).toContain(
    "poc-org.yaml holds, and the rules of /org/organisation.yaml apply as well",
  );
});

test("of each default the nearest file counts", async () => {
  const disk = new Map([
    ["/org/organisation.yaml", "defaults:\n  spend_cap: 2000 EUR\n  working_days: 8\n"],
    ["/work/poc-org.yaml", "defaults:\n  spend_cap: 3000 EUR\n"],
  ]);
  const here = world({ disk, cwd: "/work", env: { POC_TEMPLATES: "/org" } });
  const { stdout: doctor } = await run(["doctor"], here);
  expect(doctor.replaceAll(/\s+/g, " ")).toContain("its defaults count instead of spend_cap of /org/organisation.yaml");
  await run(["init", "search", "--yes"], here);
  const charter = disk.get("/work/search/poc.yaml") ?? "";
  expect(charter).toContain("spend_cap: 3000 EUR");
  expect(charter).toContain("working_days: 8");
});
