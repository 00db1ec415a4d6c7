import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/platform/assets.ts";
import type { Disk } from "../support/memory-files.ts";
import { POC, run, world } from "../support/run.ts";
import { committedFiles } from "./committed.ts";

/** What scripts/replay.mjs offers, as far as it is used here. */
interface Replaying {
  replay(
    script: object,
    files: { readonly kickoff: Readonly<Record<string, string>>; readonly sources: Readonly<Record<string, string>> },
    stage: {
      run(
        argv: readonly string[],
        moment: { now: string; author: string },
      ): Promise<{ stdout: string; stderr: string }>;
      log(): readonly string[];
      read(file: string): string;
      write(file: string, text: string): void;
      rename(from: string, to: string): void;
    },
  ): Promise<void>;
}

const SOURCE = join(packageRoot(), "examples/replay/retrieval-poc");

test("what the people of the example typed gives the committed folder again: npm run example writes it anew", async () => {
  const { replay } = (await import(pathToFileURL(join(packageRoot(), "scripts/replay.mjs")).href)) as Replaying;
  const disk: Disk = new Map();
  const at = (file: string) => `${POC}/${file}`;

  await replay(
    JSON.parse(readFileSync(join(SOURCE, "script.json"), "utf8")) as object,
    {
      kickoff: Object.fromEntries(committedFiles("replay/retrieval-poc/kickoff")),
      sources: Object.fromEntries(committedFiles("replay/retrieval-poc/sources")),
    },
    {
      async run(argv, { now, author }) {
        const { exitCode, stdout, stderr } = await run(argv, world({ disk, now, author }));
        if (exitCode !== 0) throw new Error(`poc ${argv.join(" ")} ended with ${exitCode}: ${stderr}`);
        return { stdout, stderr };
      },
      log: () =>
        [...disk.keys()].filter((name) => name.startsWith(at("log/"))).map((name) => name.slice(at("log/").length)),
      read: (file) => disk.get(at(file)) ?? "",
      write: (file, text) => void disk.set(at(file), text),
      rename(from, to) {
        disk.set(at(to), disk.get(at(from)) ?? "");
        disk.delete(at(from));
      },
    },
  );

  const replayed = new Map(
    [...disk]
      .filter(([name]) => !name.includes("/.schemas/"))
      .map(([name, text]) => [name.slice(POC.length + 1), withoutVersion(text)]),
  );
  const committed = new Map([...committedFiles("retrieval-poc")].map(([name, text]) => [name, withoutVersion(text)]));
  expect([...replayed.keys()].sort()).toEqual([...committed.keys()].sort());
  for (const [name, text] of committed) expect(replayed.get(name), name).toBe(text);
});

/** A document names the version that rendered it, which is another one in tests; a page within its text, which has a hash. */
function withoutVersion(text: string): string {
  const unversioned = text.replace(/ version=\S+ -->/, " -->");
  return unversioned.startsWith("<!doctype html>")
    ? unversioned.replace(/ by poc \S+<\/footer>/, "</footer>").replace(/ text=sha256:\w+/, "")
    : unversioned;
}
