import { spawn, spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { compiledScript } from "../compiled-script.ts";
import { dialogueWith, HAS_SCRIPT, type Dialogue, type Step } from "../../support/dialogue.ts";

/** Runs the prompts on a terminal of their own; whenever `prompt` shows, `keys` are typed. */
async function dialogue(steps: readonly Step[], prefix = ""): Promise<Dialogue> {
  const script = await compiledScript("prompter-command");
  return dialogueWith(`${prefix} ${process.execPath} ${script}`, steps);
}

describe.runIf(HAS_SCRIPT)("prompts on a terminal", () => {
  test("defaults are taken, what will not do is refused, answers go to standard output alone", async () => {
    const { status, out, shown } = await dialogue([
      ["Name", "bad\r"],
      ["not that", "Bo\r"],
      ["Which", "\r"],
      ["Several", " \r"],
      ["Sure", "n\r"],
    ]);
    expect([status, out]).toEqual([0, 'answers {"name":"Bo","chosen":"b","many":["a"],"sure":false}\n']);
    expect(shown).toContain(" icanon");
    expect(shown).not.toContain(" -icanon");
  });

  test("return alone takes the default", async () => {
    const { out } = await dialogue([
      ["Name", "\r"],
      ["Which", "\r"],
      ["Several", "\r"],
      ["Sure", "\r"],
    ]);
    expect(out).toBe('answers {"name":"Ana","chosen":"b","many":[],"sure":true}\n');
  });

  test("text of a project is shown with its control characters written out", async () => {
    const { shown } = await dialogue([
      ["Name", "\r"],
      ["Which", "\u0003"],
    ]);
    expect(shown).toContain("Name\\x1b[2J");
    expect(shown).toContain("Second \\x1b[31m");
  });

  test.each([
    ["at the first", [["Name", "\u0003"]]],
    [
      "at a list, which hides the cursor",
      [
        ["Name", "\r"],
        ["Which", "\u0003"],
      ],
    ],
  ] as const)("Ctrl-C cancels %s", async (_, steps) => {
    const { status, out, shown } = await dialogue(steps);
    expect([status, out]).toEqual([130, "cancelled\n"]);
    expect(shown).toContain(" icanon");
    expect(shown.lastIndexOf("\u001b[?25h")).toBeGreaterThanOrEqual(shown.lastIndexOf("\u001b[?25l"));
  });

  test("SIGTERM ends it with 143, and the terminal is as it was", async () => {
    const { status, shown } = await dialogue(
      [
        ["Name", "\r"],
        ["Which", " "],
      ],
      "timeout --foreground --preserve-status -s TERM 2",
    );
    expect(status).toBe(143);
    expect(shown).toContain(" icanon");
    expect(shown).not.toContain(" -icanon");
    expect(shown.lastIndexOf("\u001b[?25h")).toBeGreaterThan(shown.lastIndexOf("\u001b[?25l"));
  });
});

describe("standard input that is closed", () => {
  test("cancels, and never looks like success", async () => {
    const script = await compiledScript("prompter-command");
    const { status, stdout } = spawnSync(process.execPath, [script], {
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([130, "cancelled\n"]);
  });

  test("while a question waits, too", async () => {
    const script = await compiledScript("prompter-command");
    const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "pipe"] });
    child.stderr.on("data", (data: Buffer) => data.includes("Name") && child.stdin.end());
    let out = "";
    child.stdout.on("data", (data: Buffer) => (out += data.toString()));
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect([status, out]).toEqual([130, "cancelled\n"]);
  });
});
