import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** The data set that evals.yaml names when the terms are frozen. */

const SAFETY = '{"id": 1}\n';
const EASY = '{"id": 2}\n';
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const NOW = "2026-11-23T09:00:00+01:00";

async function started(dataset: string) {
  const evals = DEFINITIONS["evals.yaml"]!.replace("  min_n: 400\n", `  min_n: 400\n${dataset}\n`);
  const disk = diskWithPoc({ "evals.yaml": evals, "data/safety.jsonl": SAFETY, "data/easy.jsonl": EASY });
  const { exitCode, stdout, stderr } = await run(["start"], world({ disk, now: NOW }));
  const start = [...disk].find(([name]) => name.includes("-start-"))?.[1];
  const frozen = /"evals\.wrong-rate\.dataset": "([^"]*)"/.exec(start ?? "")?.[1];
  return { disk, exitCode, stdout, stderr, frozen, evals: disk.get(`${POC}/evals.yaml`)! };
}

describe("a file that is there is frozen with its hash", () => {
  test.each([
    [
      "in braces",
      "  dataset: {file: data/safety.jsonl}",
      `  dataset: {file: data/safety.jsonl, sha256: ${hashOf(SAFETY)}}`,
    ],
    ["as the scaffold has it", "  dataset: { file: data/safety.jsonl } # ours", `sha256: ${hashOf(SAFETY)} } # ours`],
    [
      "on lines",
      "  dataset:\n    file: data/safety.jsonl",
      `    file: data/safety.jsonl\n    sha256: ${hashOf(SAFETY)}`,
    ],
    ["with its hash", `  dataset: {file: data/safety.jsonl, sha256: ${hashOf(SAFETY)}}`, `sha256: ${hashOf(SAFETY)}}`],
  ])("%s", async (_, dataset, written) => {
    const { exitCode, frozen, evals } = await started(dataset);
    expect({ exitCode, frozen }).toEqual({ exitCode: 0, frozen: hashOf(SAFETY) });
    expect(evals).toContain(written);
  });

  test("a result on another file is named by check and on page one", async () => {
    const { disk } = await started("  dataset: {file: data/safety.jsonl}");
    const later = world({ disk, now: "2026-11-25T10:00:00+01:00" });
    await run(["log", "easy", "-e", "wrong-rate=31/400", "--dataset", "data/easy.jsonl"], later);
    expect((await run(["check"], later)).stdout).toContain("warning[dataset-changed]");
    const { stdout } = await run(["memo", "-o", "-"], later);
    expect(stdout.split("## Appendix")[0]).toContain("came from a different data set than was agreed");
  });

  test("the same file under another name is no other data set", async () => {
    const { disk } = await started("  dataset: {file: data/safety.jsonl}");
    disk.set(`${POC}/data/copy.jsonl`, SAFETY);
    const later = world({ disk, now: "2026-11-25T10:00:00+01:00" });
    await run(["log", "same", "-e", "wrong-rate=31/400", "--dataset", "data/copy.jsonl"], later);
    expect((await run(["check"], later)).stdout).not.toContain("dataset-changed");
  });
});

test("of a file that is not there the path is frozen, and start and memo say so", async () => {
  const { disk, exitCode, stdout, frozen, evals } = await started("  dataset: {file: data/later.jsonl}");
  expect({ exitCode, frozen }).toEqual({ exitCode: 0, frozen: "data/later.jsonl" });
  expect(stdout).toContain("data/later.jsonl of wrong-rate is not there");
  const here = world({ disk, now: "2026-11-24T09:00:00+01:00" });
  expect((await run(["memo", "-o", "-"], here)).stdout).toContain("The data set data/later.jsonl was not there");
  disk.set(`${POC}/evals.yaml`, evals.replace("data/later.jsonl", "data/easy.jsonl"));
  expect((await run(["check"], here)).stdout).toContain("error[terms-drift]: data set of wrong-rate");
});

test("a hash that is not that of the file is refused", async () => {
  const { exitCode, stderr, frozen } = await started(`  dataset: {file: data/safety.jsonl, sha256: ${hashOf(EASY)}}`);
  expect({ exitCode, frozen }).toEqual({ exitCode: 3, frozen: undefined });
  expect(stderr).toContain(`sha256: ${hashOf(SAFETY)}`);
});

describe("an amendment to another data set hashes its file as the start does", () => {
  const why = ["--reason", "the cases were too easy", "--approver", "Marta Weiss"];
  const change = /"evals\.wrong-rate\.dataset": \{"from": "([^"]*)", "to": "([^"]*)"/;

  async function amended(edit: (evals: string) => string, sets: readonly string[] = [], files = {}) {
    const { disk, evals } = await started("  dataset: {file: data/safety.jsonl}");
    disk.set(`${POC}/evals.yaml`, edit(evals));
    for (const [name, text] of Object.entries(files)) disk.set(`${POC}/${name}`, String(text));
    const { exitCode, stderr } = await run(
      ["amend", ...sets, ...why],
      world({ disk, now: "2026-11-24T09:00:00+01:00" }),
    );
    const entry = [...disk].find(([name]) => name.includes("-amend-"))?.[1] ?? "";
    const [, from, to] = change.exec(entry) ?? [];
    return { disk, exitCode, stderr, from, to, evals: disk.get(`${POC}/evals.yaml`)! };
  }
  const asIs = (evals: string) => evals;
  const agreed = { exitCode: 0, from: hashOf(SAFETY), to: hashOf(EASY) };

  test.each<[string, (evals: string) => string, readonly string[]]>([
    ["named by its path", asIs, ["--set", "evals.wrong-rate.dataset=data/easy.jsonl"]],
    [
      "edited to a path without a hash",
      (evals) => evals.replace(/\{file: data\/safety.jsonl, sha256: \w+\}/, "{file: data/easy.jsonl}"),
      [],
    ],
    [
      "edited to a path and its hash",
      (evals) => evals.replace("safety.jsonl", "easy.jsonl").replace(hashOf(SAFETY), hashOf(EASY)),
      [],
    ],
  ])("%s", async (_, edit, sets) => {
    const { exitCode, from, to, evals, disk } = await amended(edit, sets);
    expect({ exitCode, from, to }).toEqual(agreed);
    expect(evals).toContain(`{file: data/easy.jsonl, sha256: ${hashOf(EASY)}}`);
    expect((await run(["check"], world({ disk, now: "2026-11-24T10:00:00+01:00" }))).stdout).not.toContain(
      "terms-drift",
    );
  });

  test.each<[string, (evals: string) => string, readonly string[], object]>([
    ["a path with the hash of before", (evals) => evals.replace("safety.jsonl", "easy.jsonl"), [], {}],
    ["a hash that is not that of the file", asIs, ["--set", `evals.wrong-rate.dataset=${hashOf(EASY)}`], {}],
    ["a file that was changed in place", asIs, [], { "data/safety.jsonl": EASY }],
  ])("%s is refused, and the hash of the file is named", async (_, edit, sets, files) => {
    const { exitCode, stderr, to } = await amended(edit, sets, files);
    expect({ exitCode, to }).toEqual({ exitCode: 3, to: undefined });
    expect(stderr).toContain(`sha256: ${hashOf(sets.length > 0 ? SAFETY : EASY)}`);
  });

  test("a path where no file is has no hash to agree on", async () => {
    const { exitCode, to, evals } = await amended(asIs, ["--set", "evals.wrong-rate.dataset=data/none.jsonl"]);
    expect({ exitCode, to }).toEqual({ exitCode: 2, to: undefined });
    expect(evals).toContain("data/safety.jsonl");
  });

  test("another term is amended whatever became of the data", async () => {
    const { exitCode } = await amended(asIs, ["--set", "spend_cap=2500 EUR"], { "data/safety.jsonl": EASY });
    expect(exitCode).toBe(0);
  });
});
