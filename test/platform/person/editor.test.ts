import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { RecordsFault, UsageFault } from "../../../src/app/ports/faults.ts";
import { systemEditor } from "../../../src/platform/person/editor.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** An editor that runs `lines` of sh with the file as its last argument, and a folder for what it leaves behind. */
function editorScript(lines: string): { path: string; root: string } {
  const root = temporaryFolder();
  const path = join(root, "editor");
  writeFileSync(path, `#!/bin/sh\nfor file; do :; done\n${lines}\n`);
  chmodSync(path, 0o755);
  return { path, root };
}

function faultOf(step: () => unknown): {
  readonly kind: string;
  readonly message: string;
  readonly hint: string | undefined;
} {
  try {
    step();
  } catch (error) {
    if (error instanceof RecordsFault) return { kind: "records", message: error.message, hint: error.hint };
    if (error instanceof UsageFault) return { kind: "usage", message: error.message, hint: error.problems[0]?.hint };
    throw error;
  }
  throw new Error("there was no fault");
}

const PATH = process.env["PATH"];

describe("editing", () => {
  test("gives the text as it was saved, and leaves no file", () => {
    const { path, root } = editorScript(
      `echo "$file" > "$ROOT/where"; stat -c %a "$file" "$(dirname "$file")" > "$ROOT/modes"; cat "$file" > "$ROOT/before"; printf 'grüße\\n' > "$file"`,
    );
    expect(systemEditor({ PATH, EDITOR: path, ROOT: root }).edit("start\n")).toBe("grüße\n");
    expect(readFileSync(join(root, "before"), "utf8")).toBe("start\n");
    expect(readFileSync(join(root, "modes"), "utf8")).toBe("600\n700\n");
    expect(existsSync(dirname(readFileSync(join(root, "where"), "utf8").trim()))).toBe(false);
  });

  test("VISUAL comes before EDITOR, arguments are split, nothing goes through a shell", () => {
    const { path, root } = editorScript(`printf '%s|' "$@" > "$ROOT/args"`);
    systemEditor({ PATH, VISUAL: ` ${path} --wait  $(touch$IFS${root}/hacked);x `, EDITOR: "false", ROOT: root }).edit(
      "",
    );
    expect(readFileSync(join(root, "args"), "utf8")).toMatch(
      /^--wait\|\$\(touch\$IFS.*\/hacked\);x\|\/.*\/entry\.txt\|$/,
    );
    expect(readdirSync(root).sort()).toEqual(["args", "editor"]);
  });

  test.each([
    [(path: string) => `"${path}" --wait`, "--wait|"],
    [(path: string) => `'${path}' -w "two words" ''`, "-w|two words||"],
    [(path: string) => `${path.replaceAll(" ", "\\ ")} a\\"b`, 'a"b|'],
    [(path: string) => path, ""],
  ])("a path with spaces, quoted, escaped or bare: %#", (write, args) => {
    const { root } = editorScript("");
    const folder = join(root, "path with space");
    mkdirSync(folder);
    const path = join(folder, "ed");
    writeFileSync(path, `#!/bin/sh\nprintf '%s|' "$@" > "$ROOT/args"\n`);
    chmodSync(path, 0o755);
    systemEditor({ PATH, EDITOR: write(path), ROOT: root }).edit("");
    expect(readFileSync(join(root, "args"), "utf8").replace(/[^|]*entry\.txt\|$/, "")).toBe(args);
  });

  test("a quote that is left open is named with the variable it stands in", () => {
    const fault = faultOf(() => systemEditor({ PATH, VISUAL: '"code --wait' }).edit(""));
    expect(fault.kind).toBe("usage");
    expect(fault.message).toContain("VISUAL");
  });

  test("an editor that replaces the file by another is understood", () => {
    const { path } = editorScript(`echo new > "$file.new"; mv "$file.new" "$file"`);
    expect(systemEditor({ PATH, EDITOR: path }).edit("old")).toBe("new\n");
  });

  test("the editor gets the environment of the start, not a time zone that was set since", () => {
    const { path } = editorScript(`printf '%s' "\${TZ-unset}" > "$file"`);
    expect(systemEditor({ PATH, EDITOR: path }).edit("")).toBe("unset");
  });
});

describe("an editor that fails", () => {
  test.each([
    ["exit 7", "ended with status 7"],
    ["kill -TERM $$", "was ended by SIGTERM"],
  ])("%s: what was written is kept, and said where", (ending, message) => {
    const { path } = editorScript(`echo precious > "$file"; ${ending}`);
    const fault = faultOf(() => systemEditor({ PATH, EDITOR: path }).edit(""));
    expect(fault.kind).toBe("records");
    expect(fault.message).toContain(message);
    const kept = /kept in (.*)$/.exec(fault.hint ?? "")?.[1] ?? "";
    onTestFinished(() => rmSync(dirname(kept), { recursive: true }));
    expect(readFileSync(kept, "utf8")).toBe("precious\n");
  });

  test("what was not touched is not kept", () => {
    const { path, root } = editorScript(`echo "$file" > "$ROOT/where"; exit 1`);
    expect(faultOf(() => systemEditor({ PATH, EDITOR: path, ROOT: root }).edit("start")).hint).toBeUndefined();
    expect(existsSync(dirname(readFileSync(join(root, "where"), "utf8").trim()))).toBe(false);
  });

  test("that is not installed is named", () => {
    const fault = faultOf(() => systemEditor({ PATH, EDITOR: "no-such-editor-here" }).edit(""));
    expect(fault.kind).toBe("usage");
    expect(fault.message).toContain('"no-such-editor-here"');
  });

  test("that saves no text is told so", () => {
    const { path } = editorScript(`printf 'a\\377' > "$file"`);
    const fault = faultOf(() => systemEditor({ PATH, EDITOR: path }).edit(""));
    expect(fault.message).toContain("not UTF-8");
    rmSync(dirname(/kept in (.*)$/.exec(fault.hint ?? "")![1]!), { recursive: true });
  });
});
