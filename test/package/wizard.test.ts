import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dialogueWith, HAS_SCRIPT, type Step } from "../support/dialogue.ts";
import { temporaryFolder } from "../platform/temporary-folder.ts";

/** The wizard as the built command shows it, on a terminal of 80 × 24: back, `?`, Ctrl-C, resume. */

const COMMAND = `"${process.execPath}" "${join(import.meta.dirname, "../../dist/poc.cjs")}"`;
const CTRL_C = "\u0003";
const CLEAR = "\u0015";

function place() {
  const root = temporaryFolder();
  const cwd = join(root, "work");
  mkdirSync(cwd);
  writeFileSync(join(cwd, "notes.txt"), "x");
  const { PATH } = process.env;
  const env = {
    PATH,
    HOME: root,
    POC_AUTHOR: "Ana Ruiz <ana@example.com>",
    POC_NOW: "2026-11-23T09:00:00+01:00",
    TZ: "Europe/Berlin",
    TERM: "xterm",
  };
  return { cwd, options: { cwd, env }, state: join(root, ".local/state/poc/init") };
}

const enter = (text: string) => `${text}\r`;

const BEGINNING: readonly Step[] = [
  ["(1 of 23)", enter("?")],
  ["Such as: Retrieval", enter("Policy answers")],
  ["(2 of 23)", enter("Does retrieval lower the share of wrong answers?")],
  ["(3 of 23)", enter("n")],
  ["(4 of 23)", enter("<")],
  ["(3 of 23)", enter("no")],
  ["(4 of 23)", enter("")],
  ["(5 of 23)", enter("2")],
  ["(6 of 23)", enter("1")],
  ["(7 of 23)", enter("Marta Weiss")],
  ["(8 of 23)", enter("2000 EUR")],
];

describe.runIf(HAS_SCRIPT)("the wizard on a terminal", () => {
  test("shows an example, goes back, keeps what was answered on Ctrl-C, and goes on with it", async () => {
    const { cwd, options, state } = place();
    const left = await dialogueWith(`${COMMAND} init`, [...BEGINNING, ["(9 of 23)", CTRL_C]], options);
    expect({ status: left.status, out: left.out }).toEqual({ status: 130, out: "" });
    expect(left.shown).toContain("your answers are kept: poc init --resume");
    expect(left.shown).toContain(" icanon");
    expect(readdirSync(cwd)).toEqual(["notes.txt"]);
    expect(readdirSync(state)).toHaveLength(1);

    const steps: readonly Step[] = [
      ["(9 of 23)", enter("120000 EUR")],
      ["(10 of 23)", enter("python 3.12")],
      ["(11 of 23)", enter("same")],
      ["(12 of 23)", enter("Share of wrong answers on policy questions")],
      ["(13 of 23)", enter("")],
      ["(14 of 23)", enter("82/400")],
      ["(15 of 23)", enter("at most 12%")],
      ["(16 of 23)", enter("two reviewers")],
      ["(17 of 23)", enter("about 300")],
      ["write 300", `${CLEAR}${enter("400")}`],
      ["(18 of 23)", enter("Ana Ruiz on 2026-12-02")],
      ["(19 of 23)", enter("Has the vendor refused EU residency?")],
      ["(20 of 23)", enter("")],
      ["(21 of 23)", enter("12 months")],
      ["(22 of 23)", enter("y")],
      ["(23 of 23)", enter("n")],
      ["Write it?", enter("17")],
      ["What is the least", enter("40% fewer")],
      ["Write it?", enter("")],
    ];
    const done = await dialogueWith(`${COMMAND} init --resume`, steps, options);
    expect(done.status, done.shown).toBe(0);
    expect(done.shown).toContain("Going on after 8 answers.");
    expect(done.out).toContain("Wrote policy-answers");
    expect(readdirSync(state)).toEqual([]);
    const evals = readFileSync(join(cwd, "policy-answers/evals.yaml"), "utf8");
    for (const line of ["id: wrong-answers", "target: reduction >= 40%", "min_n: 400", "judge: two reviewers"])
      expect(evals).toContain(line);

    const started = await dialogueWith(`${COMMAND} -C policy-answers start`, [], options);
    expect({ status: started.status, out: started.out.split(" ")[0] }).toEqual({ status: 0, out: "Started" });
  });

  test("a terminal that closes keeps the answers too", async () => {
    const { cwd, options, state } = place();
    await dialogueWith(`${COMMAND} init`, [...BEGINNING, ["(9 of 23)", ""]], options);
    expect(existsSync(join(cwd, "policy-answers"))).toBe(false);
    expect(readdirSync(state)).toHaveLength(1);
  });
});
