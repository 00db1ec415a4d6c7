import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

test("the list is drawn anew when a file changes, and says what is true then", async () => {
  const disk = diskWithPoc();
  const charter = disk.get(`${POC}/poc.yaml`) ?? "";
  const changes = [
    () => disk.set(`${POC}/poc.yaml`, "title: ["),
    () => disk.delete(`${POC}/poc.yaml`),
    () => disk.set(`${POC}/poc.yaml`, charter),
  ];
  const { stdout, exitCode } = await run(["check", "--watch"], world({ disk, terminal: true, changes }));
  const drawn = stdout.split("\u001b[2J\u001b[3J\u001b[H").slice(1);
  expect(drawn).toHaveLength(4);
  expect(drawn.map((text) => /invalid-yaml|no PoC here/.exec(text)?.[0])).toEqual([
    undefined,
    "invalid-yaml",
    "no PoC here",
    undefined,
  ]);
  expect(drawn[3]).toBe(drawn[0]);
  expect(exitCode).toBe((await run(["check"], world({ disk: diskWithPoc() }))).exitCode);
});

test.each([
  ["without a terminal", [], {}],
  ["in CI", [], { terminal: true, env: { CI: "true" } }],
  ["for a program", ["--format", "json"], { terminal: true }],
  ["with a report", ["--report", "sarif=a"], { terminal: true }],
])("%s it is refused", async (_name, args, changes) => {
  const { exitCode, stdout } = await run(["check", "--watch", ...args], world({ disk: diskWithPoc(), ...changes }));
  expect([exitCode, stdout]).toEqual([2, ""]);
});
