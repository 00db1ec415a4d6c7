import * as fc from "fast-check";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ComparedLog, LogNotes } from "../../../src/app/answers/kept-log.ts";
import type { Folder } from "../../../src/app/ports/ports.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";
import { logStores } from "../../../src/platform/disk/kept-logs.ts";
import { runs } from "../../support/properties.ts";

/** A log on the disk beside what is kept of it in a real cache folder. */

const LIMIT = 1024 * 1024;
const files = realFiles(process.cwd, () => undefined);

let root: string;
let env: Record<string, string>;

beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), "poc-kept-log-"));
  env = { HOME: home };
  root = join(home, "poc");
});

function write(texts: readonly string[]): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, "log"), { recursive: true });
  for (const [index, text] of texts.entries()) writeFileSync(join(root, "log", nameOf(index)), text);
}

function nameOf(index: number): string {
  return `${String(index).padStart(4, "0")}.yaml`;
}

const store = () => logStores(env)(root)!;

/** As a command reads a log, with what was compared of it by then. */
function read(folder: Folder, note: (name: string, bytes: Uint8Array) => void, compared?: ComparedLog): void {
  for (const { name, kind } of compared?.listed(folder.path, "log") ?? folder.list("log"))
    if (kind === "file") note(name, compared?.bytes(folder.path, name) ?? folder.readInTurn(name, LIMIT));
}

function noted(compared?: ComparedLog): string | undefined {
  const folder = files.folder(root);
  const notes = new LogNotes(folder.path, "log", folder.list("log"), store());
  read(folder, (name, bytes) => expect(notes.add(folder.path, name, bytes)).toBe(true), compared);
  return notes.done();
}

/** Whether the log is as it is kept; and whatever of it was, what a command reads next is what lies on the disk. */
function isAsKept(id: string | undefined): boolean {
  const kept = store().read();
  if (kept === undefined || kept.id !== id) return false;
  const compared = new ComparedLog(files.folder(root), "log", kept);
  const same = compared.isAsKept(files);
  const texts: [string, string][] = [];
  read(
    files.folder(root),
    (name, bytes) => texts.push([name, new TextDecoder().decode(bytes)]),
    same ? undefined : compared,
  );
  const onDisk = readdirSync(join(root, "log"), { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(texts).toEqual(
    onDisk.map(({ name }) => [`log/${name}`, readFileSync(join(root, "log", name), "utf8")]).sort(),
  );
  compared.close();
  return same;
}

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 300 }),
  fc.integer({ min: 1, max: 200_000 }).map((length) => "x".repeat(length)),
);

describe("a log on the disk", () => {
  test("is as it was kept until a byte, a name or a kind is another", () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 30 }),
        fc.nat(),
        fc.constantFrom("edit", "grow", "cut", "remove", "rename", "add", "link", "folder", "move"),
        (texts, at, what) => {
          write(texts);
          const id = noted();
          expect(isAsKept(id)).toBe(true);
          const index = at % (texts.length - 1);
          const path = join(root, "log", nameOf(index));
          const own = texts[index]!;
          if (what === "edit") writeFileSync(path, `${own.slice(0, -1)}${own.endsWith("7") ? "8" : "7"}`);
          else if (what === "grow") writeFileSync(path, `${own}\n`);
          else if (what === "cut") writeFileSync(path, own.slice(0, -1));
          else if (what === "rename") renameSync(path, `${path}.yaml`);
          else if (what === "add") writeFileSync(join(root, "log", "9999.yaml"), "new\n");
          else if (what === "folder") mkdirSync(join(root, "log", "aside"));
          else if (what === "link") {
            renameSync(path, join(root, "aside.yaml"));
            symlinkSync(join(root, "aside.yaml"), path);
          } else if (what === "move") {
            // One byte from the end of a file to the beginning of the next: all of them together are the same.
            writeFileSync(path, own.slice(0, -1));
            writeFileSync(join(root, "log", nameOf(index + 1)), own.slice(-1) + texts[index + 1]!);
          } else unlinkSync(path);
          expect(isAsKept(id)).toBe(false);
          const again = noted();
          if (what !== "cut" || own.length > 1) expect(again).not.toBe(id);
          expect(isAsKept(id)).toBe(false);
          write(texts);
          expect(isAsKept(noted())).toBe(true);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test("is kept of what was compared as it is of what was read", () => {
    write(["one\n", "two\n", "three\n"]);
    noted();
    writeFileSync(join(root, "log", nameOf(1)), "another\n");
    const kept = store().read()!;
    const compared = new ComparedLog(files.folder(root), "log", kept);
    expect(compared.isAsKept(files)).toBe(false);
    expect(new TextDecoder().decode(compared.bytes(root, `log/${nameOf(0)}`))).toBe("one\n");
    expect(compared.bytes(root, `log/${nameOf(1)}`)).toBeUndefined();
    compared.close();
    const second = store().read()!;
    const again = new ComparedLog(files.folder(root), "log", second);
    again.isAsKept(files);
    expect(isAsKept(noted(again))).toBe(true);
    again.close();
  });

  test("is read from the disk where what was kept was removed or cut short meanwhile", () => {
    write(["one\n", "two\n", "three\n"]);
    noted();
    writeFileSync(join(root, "log", nameOf(2)), "another\n");
    const compared = new ComparedLog(files.folder(root), "log", store().read()!);
    expect(compared.isAsKept(files)).toBe(false);
    rmSync(join(env["HOME"]!, ".cache"), { recursive: true });
    expect(isAsKept(noted(compared))).toBe(true);
    compared.close();
  });
});
