import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { supportsNode } from "../../../src/app/doctor/node-versions.ts";
import { UsageFault } from "../../../src/app/ports/faults.ts";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world, type World } from "../../support/run.ts";

interface Answer {
  readonly data: {
    readonly findings: readonly { name: string; health: string; found: string; advice: string | null }[];
  };
}

async function findings(changes: Partial<World>) {
  const { exitCode, stdout } = await run(["doctor", "--json"], world({ terminal: true, ...changes }));
  const { data } = JSON.parse(stdout) as Answer;
  return { exitCode, of: (name: string) => data.findings.find((one) => one.name === name)! };
}

test("on a machine that has everything it says so, and where", async () => {
  const browser = { find: () => "/usr/bin/chromium", print: () => new Uint8Array(), open: () => false };
  const { exitCode, stdout } = await run(["doctor"], world({ terminal: true, disk: diskWithPoc(), browser }));
  expect(exitCode).toBe(0);
  for (const found of ["v20.20.0", "git version", "Ana Ruiz", "Europe/Berlin", "/usr/bin/chromium", "the shipped ones"])
    expect(stdout).toContain(found);
  expect(stdout).toContain("Everything works.");
});

const MACHINE = { node: "v20.20.0", platform: "linux x64", git: "git version 2.39.5", writeFault: () => undefined };

describe("what is not as it should be", () => {
  test.each<[string, Partial<World>, string, string]>([
    ["node", { machine: { ...MACHINE, node: "v18.20.0" } }, "broken", "install Node"],
    ["git", { machine: { ...MACHINE, git: undefined } }, "limited", "install git"],
    ["identity", { author: undefined }, "limited", "git config"],
    ["clock", { env: { POC_NOW: "2026-11-25T16:20:00+01:00" } }, "limited", "POC_NOW"],
    ["clock", { now: "1970-01-01T00:10:00Z" }, "broken", "set the clock"],
    ["browser", {}, "limited", "install Chromium"],
    ["organisation", { env: { POC_TEMPLATES: "/nowhere" } }, "broken", "POC_TEMPLATES"],
    ["write-access", { machine: { ...MACHINE, writeFault: () => "cannot write: read-only" } }, "broken", "stored"],
  ])("%s", async (name, changes, health, advice) => {
    const { exitCode, of } = await findings(changes);
    expect(of(name).health).toBe(health);
    expect(of(name).advice).toContain(advice);
    expect(exitCode).toBe(health === "broken" ? 3 : 0);
  });

  test("a pipe is no terminal", async () => {
    expect((await findings({ terminal: false })).of("terminal").health).toBe("limited");
  });

  test("a browser that was named and is none", async () => {
    const find = () => {
      throw new UsageFault("there is no browser chrom", "set POC_BROWSER to one");
    };
    const { of } = await findings({ browser: { find, print: () => new Uint8Array(), open: () => false } });
    expect(of("browser")).toMatchObject({ health: "broken", advice: "set POC_BROWSER to one" });
  });

  test("a template of the PoC that cannot be read, and an entry of tomorrow", async () => {
    const disk = diskWithPoc();
    disk.set(`${POC}/templates/memo/decision.md.hbs`, "{{#if");
    disk.set(`${POC}/log/2026-11-27-0900-x-abcdefg.yaml`, 'at: "2026-11-27T09:00:00+01:00"\nby: "Ana"\nnote: "x"\n');
    const { of, exitCode } = await findings({ disk });
    expect(of("templates").found).toContain("templates/memo/decision.md.hbs");
    expect(of("clock").found).toContain("later entries");
    expect(exitCode).toBe(0);
  });

  test("files that cannot be read", async () => {
    const disk = diskWithPoc();
    disk.set(`${POC}/evals.yaml`, "- id: [");
    expect((await findings({ disk })).of("poc")).toMatchObject({ health: "limited", advice: "poc check" });
  });
});

test.each([
  ["v20.19.0", true],
  ["v20.18.9", false],
  ["v21.7.0", false],
  ["v22.12.0", false],
  ["v22.13.1", true],
  ["v23.11.0", false],
  ["v24.0.0", true],
  ["v26.1.0", true],
  ["18", false],
])("Node %s: %s", (version, supported) => {
  expect(supportsNode(version)).toBe(supported);
});

test("the package says the same of its engines", () => {
  const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8")) as {
    engines: { node: string };
  };
  expect(engines.node).toBe("^20.19.0 || ^22.13.0 || >=24.0.0");
});
