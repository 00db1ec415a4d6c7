import { expect, test } from "vitest";
import { openImport } from "../../../src/app/import/open-file.ts";
import type { Context } from "../../../src/app/ports/ports.ts";

/** A file of four pieces on a disk that takes a second for each. */
function read(errIsTerminal: boolean): readonly string[] {
  const shown: string[] = [];
  let now = 0;
  const context = {
    clock: { now: () => now },
    terminal: { errIsTerminal, columns: 80, err: (text: string) => void shown.push(text) },
    files: {
      openNamed: () => ({
        size: 40,
        *pieces() {
          for (let k = 0; k < 4; k++) {
            now += 1000;
            yield new TextEncoder().encode("123456789\n");
          }
        },
      }),
    },
  };
  const { file } = openImport(context as unknown as Context, { path: "runs/a.csv" });
  expect([...file.text()].join("")).toHaveLength(40);
  return shown;
}

test("a file that takes over a second says how far it is, and takes its line away", () => {
  const shown = read(true);
  expect(shown).toContain("\rReading runs/a.csv: 50%");
  expect(shown.at(-1)).toMatch(/^\r +\r$/);
});

test("nothing is said where nobody looks", () => {
  expect(read(false)).toEqual([]);
});
