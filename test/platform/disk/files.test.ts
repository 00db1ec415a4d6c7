import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FileFault } from "../../../src/app/ports/faults.ts";
import type { Files } from "../../../src/app/ports/ports.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function filesIn(cwd: string): Files {
  return realFiles(
    () => cwd,
    () => undefined,
  );
}

function kindOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    if (error instanceof FileFault) return error.kind;
    throw error;
  }
  return "no fault";
}

describe("finding the nearest folder with a file", () => {
  test("upwards, the nearest first, from a folder that need not exist", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "a/b/c"), { recursive: true });
    writeFileSync(join(root, "poc.yaml"), "");
    const files = filesIn(join(root, "a/b"));
    expect(files.findUp(join(root, "a/b/c"), "poc.yaml")).toBe(root);
    writeFileSync(join(root, "a/poc.yaml"), "");
    expect(files.findUp("c", "poc.yaml")).toBe(join(root, "a"));
    expect(files.findUp("gone/away", "poc.yaml")).toBe(join(root, "a"));
    expect(files.findUp(".", "no-such-file.yaml")).toBeUndefined();
  });

  test("passes by a folder of that name, and stops at a link, whose reading then says what is wrong", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "a/poc.yaml"), { recursive: true });
    symlinkSync("/nowhere", join(root, "poc.yaml"));
    expect(filesIn(root).findUp("a", "poc.yaml")).toBe(root);
    expect(kindOf(() => filesIn(root).folder(root).read("poc.yaml", 10))).toBe("link");
  });
});

test("paths are taken from the current folder, which is not asked where it does not matter", () => {
  const gone = realFiles(
    () => {
      throw new Error("asked");
    },
    () => undefined,
  );
  expect([filesIn("/a/b").resolve("../c"), gone.resolve("/x/./y")]).toEqual(["/a/c", "/x/y"]);
});

test("a link is told from what it leads to", () => {
  const root = temporaryFolder();
  symlinkSync("/nowhere", join(root, "link"));
  expect(["link", "link/", ".", "gone"].map((name) => filesIn(root).linkAt(name))).toEqual([true, true, false, false]);
});

test("a circle of links is a fault", () => {
  const root = temporaryFolder();
  symlinkSync(join(root, "two"), join(root, "one"));
  symlinkSync(join(root, "one"), join(root, "two"));
  expect(kindOf(() => filesIn(root).folder("one"))).toBe("link");
});

describe("files that a person named", () => {
  test("are read through links, up to the limit, when they are files", () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "real"), "text");
    symlinkSync("real", join(root, "link"));
    execFileSync("mkfifo", [join(root, "fifo")]);
    const files = filesIn(root);
    expect(Buffer.from(files.readNamed("link", 4)).toString()).toBe("text");
    expect(["link", "fifo", "gone", "."].map((name) => kindOf(() => files.readNamed(name, 3)))).toEqual([
      "too-large",
      "not-a-file",
      "missing",
      "not-a-file",
    ]);
  });

  test("are written, and written over only where that was asked for", () => {
    const root = temporaryFolder();
    const files = filesIn(root);
    files.writeNamed("memo.md", "one", false);
    chmodSync(join(root, "memo.md"), 0o640);
    expect(kindOf(() => files.writeNamed("memo.md", "two", false))).toBe("exists");
    expect(readFileSync(join(root, "memo.md"), "utf8")).toBe("one");
    files.writeNamed("memo.md", "three", true);
    files.writeNamed("new.md", "four", true);
    expect([readFileSync(join(root, "memo.md"), "utf8"), readFileSync(join(root, "new.md"), "utf8")]).toEqual([
      "three",
      "four",
    ]);
    expect(statSync(join(root, "memo.md")).mode & 0o777).toBe(0o640);
    expect(readdirSync(root)).toEqual(["memo.md", "new.md"]);
  });

  test("have the folders above them made where that is asked for", () => {
    const root = temporaryFolder();
    const files = filesIn(root);
    files.makeFoldersAbove("reports/ci/poc.xml");
    files.makeFoldersAbove("reports/ci/poc.xml");
    files.writeNamed("reports/ci/poc.xml", "one", true);
    expect(readFileSync(join(root, "reports/ci/poc.xml"), "utf8")).toBe("one");
    writeFileSync(join(root, "file"), "");
    expect(kindOf(() => files.makeFoldersAbove("file/poc.xml"))).toBe("exists");
  });

  test.each([true, false])("are never written through a link or into a pipe (over what is there: %s)", (overwrite) => {
    const [root, outside] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(outside, "keys"), "secret");
    symlinkSync(join(outside, "keys"), join(root, "link"));
    symlinkSync(join(outside, "new"), join(root, "dangling"));
    execFileSync("mkfifo", [join(root, "fifo")]);
    const files = filesIn(root);
    expect(
      ["link", "dangling", "fifo", ".", "no/such/folder"].map((name) =>
        kindOf(() => files.writeNamed(name, "x", overwrite)),
      ),
    ).toEqual(["link", "link", "not-a-file", "not-a-file", "missing"]);
    expect(readFileSync(join(outside, "keys"), "utf8")).toBe("secret");
    expect(existsSync(join(outside, "new"))).toBe(false);
    expect(readdirSync(root)).toEqual(["dangling", "fifo", "link"]);
  });
});

describe("whether a file holds certain bytes", () => {
  const WHOLE = Buffer.from("before|the entry|after");
  const holds = (files: Files, path: string, text = "the entry") =>
    files.holds(path, WHOLE, 7, 7 + Buffer.byteLength(text));

  test("all of them and no more, however it is dated", () => {
    const root = temporaryFolder();
    const files = filesIn(root);
    const path = join(root, "a");
    const day = new Date("2026-11-25");
    const written = (text: string) => {
      writeFileSync(path, text);
      // As within one tick of the clock of the disk, and with a tool that puts the time back.
      utimesSync(path, day, day);
      return holds(files, path);
    };
    expect(written("the entry")).toBe(true);
    expect(["the Entry", "the entr", "the entry\n", ""].map(written)).toEqual([false, false, false, false]);
    expect(written("the entry")).toBe(true);
  });

  test("not through a link, in a folder, in a pipe or where nothing is", () => {
    const root = temporaryFolder();
    const files = filesIn(root);
    writeFileSync(join(root, "real"), "the entry");
    symlinkSync("real", join(root, "link"));
    mkdirSync(join(root, "folder"));
    execFileSync("mkfifo", [join(root, "pipe")]);
    const found = ["real", "link", "folder", "pipe", "nothing"].map((name) => holds(files, join(root, name)));
    expect(found).toEqual([true, false, false, false, false]);
  });

  test("names alone are sorted, and of what is no folder there are none", () => {
    const root = temporaryFolder();
    for (const name of ["b", "a\nb", "ä"]) writeFileSync(join(root, name), "");
    expect(filesIn(root).bareNames(root)).toEqual(["a\nb", "b", "ä"]);
    expect(filesIn(root).bareNames(join(root, "b"))).toBeUndefined();
  });
});
