import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world, type World } from "../../support/run.ts";

const log = (changes: Partial<World>) =>
  run(["log"], world({ disk: diskWithPoc(), terminal: true, columns: 140, ...changes }));

test("alone on a terminal it asks what happened, what was measured, what it cost", async () => {
  const { stdout, stderr } = await log({ answers: ["Reranker on", "wrong=22/200", "12.40:tokens; 2h harness"] });
  expect(stdout).toContain("wrong-rate 22/200");
  expect(stdout).toContain("12.40 EUR tokens");
  expect(stdout).toContain("2 h: harness");
  expect(stderr).toContain("wrong-rate");
});

test("blank throughout opens the editor", async () => {
  const { stdout } = await log({ answers: ["", "", ""], edited: "From the editor\n" });
  expect(stdout).toContain("From the editor");
});

test("a slip is said at the question", async () => {
  await expect(log({ answers: ["x", "wrng=22/200", ""] }).then(({ stderr }) => stderr)).resolves.toContain(
    "wrong-rate",
  );
});

test("Ctrl-C stores nothing", async () => {
  const { exitCode, files } = await log({ answers: ["x"] });
  expect(exitCode).toBe(130);
  expect([...files.keys()].filter((name) => name.includes("/log/2026-11-25"))).toEqual([]);
});
