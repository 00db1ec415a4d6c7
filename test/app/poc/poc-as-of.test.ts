import { expect, test } from "vitest";
import type { History } from "../../../src/app/ports/ports.ts";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { POC, run, world } from "../../support/run.ts";

const files = committedFiles("retrieval-poc");
const now = "2026-11-20T10:10:00+01:00";

/** A repository that kept these texts on every earlier day, and nothing of other files. */
const kept = (texts: Readonly<Record<string, string>>): History => ({
  filesAt: () => new Map(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
});

const all = (changes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    [...files].filter(([name]) => /^[a-z-]+\.yaml$/.test(name)).map(([name, text]) => [name, changes[name] ?? text]),
  );

interface Told {
  readonly data: { readonly value: { readonly payback_months?: unknown } };
  readonly diagnostics: readonly { readonly code: string }[];
}

async function value(history: History, ...flags: readonly string[]) {
  const here = world({ disk: onDisk(files, POC), now, history });
  const told = JSON.parse((await run(["value", "--format", "json", ...flags], here)).stdout) as Told;
  return { value: JSON.stringify(told.data), codes: told.diagnostics.map(({ code }) => code) };
}

test("an earlier day is judged by what the files said that day", async () => {
  const cheaper = files.get("value.yaml")!.replace(/^build_cost:.*$/m, "build_cost: 1000 EUR");
  expect(cheaper).not.toBe(files.get("value.yaml"));
  const before = await value(kept(all({ "value.yaml": cheaper })), "--as-of", "2026-11-12");
  const same = await value(kept(all({})), "--as-of", "2026-11-12");
  const today = await value(kept(all({ "value.yaml": cheaper })));
  expect(before.value).not.toBe(same.value);
  expect(before.codes).toEqual(same.codes);
  expect(today.value).toBe((await value(kept(all({})))).value);
});

test("where git does not know, the files of today are read, and a note says so", async () => {
  const { codes } = await value(kept({}), "--as-of", "2026-11-12");
  expect(codes).toContain("judged-by-files-of-today");
  expect((await value(kept({}))).codes).not.toContain("judged-by-files-of-today");
});

test("a clock that ticks while the PoC is read does not make now an earlier day", async () => {
  const here = world({ disk: onDisk(files, POC), now, tickMs: 1, history: kept({}) });
  for (const command of ["check", "status", "value", "memo"]) {
    const { stderr, stdout } = await run([command], here);
    expect(stderr + stdout).not.toContain("judged-by-files-of-today");
  }
});
