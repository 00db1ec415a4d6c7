import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { FileFault } from "../../../src/app/ports/faults.ts";
import type { Folder } from "../../../src/app/ports/ports.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";
import { say } from "../say.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const LIMIT = 1_048_576;

function open(path: string): Folder {
  return realFiles(
    () => path,
    () => undefined,
  ).folder(path);
}

function faultOf(step: () => unknown): FileFault {
  try {
    step();
  } catch (error) {
    if (error instanceof FileFault) return error;
    throw error;
  }
  throw new Error("there was no fault");
}

function text(folder: Folder, name: string): string {
  return Buffer.from(folder.read(name, LIMIT)).toString("utf8");
}

describe("names", () => {
  const refused = [
    "..",
    "../x",
    "log/../../x",
    "/etc/passwd",
    "log//x",
    "log/",
    "./x",
    "log\\x",
    "a\0b",
    "C:/x",
    "c:x",
  ];
  test.each(refused)("%j cannot be read, written or looked at", (name) => {
    const root = temporaryFolder();
    mkdirSync(join(root, "log"));
    const folder = open(root);
    folder.list("log");
    for (const step of [
      () => folder.read(name, LIMIT),
      () => folder.create(name, "x"),
      () => folder.replace(name, "x", undefined),
      () => folder.kind(name),
      () => folder.list(name),
      () => folder.makeFolder(name),
    ]) {
      expect(faultOf(step).kind).toBe("denied");
    }
    expect(readdirSync(root)).toEqual(["log"]);
  });
});

describe("listing", () => {
  test("says what lies there, sorted, without what only this tool makes", () => {
    const root = temporaryFolder();
    for (const name of ["b.yaml", "a.yaml", ".tmp-abc", ".poc.yaml.lock", ".git"]) writeFileSync(join(root, name), "");
    mkdirSync(join(root, "log"));
    symlinkSync("/etc", join(root, "link"));
    execFileSync("mkfifo", [join(root, "fifo")]);
    expect(open(root).list("")).toEqual([
      { name: ".git", kind: "file" },
      { name: "a.yaml", kind: "file" },
      { name: "b.yaml", kind: "file" },
      { name: "fifo", kind: "other" },
      { name: "link", kind: "link" },
      { name: "log", kind: "folder" },
    ]);
  });

  test("an absent folder is empty; a link or a file in its place is a fault", () => {
    const root = temporaryFolder();
    expect(open(root).list("log")).toEqual([]);
    expect(open(join(root, "not", "there")).list("")).toEqual([]);
    symlinkSync("/etc", join(root, "log"));
    expect(faultOf(() => open(root).list("log"))).toMatchObject({ kind: "link", file: "log" });
    writeFileSync(join(root, "memos"), "");
    expect(faultOf(() => open(root).list("memos"))).toMatchObject({ kind: "not-a-file", file: "memos" });
  });
});

describe("what is no plain file is refused, in reading and in replacing", () => {
  const kinds: readonly [string, FileFault["kind"], (path: string) => void][] = [
    ["a folder", "not-a-file", (path) => mkdirSync(path)],
    ["a FIFO", "not-a-file", (path) => execFileSync("mkfifo", [path])],
    ["a link to a file", "link", (path) => symlinkSync("/etc/hostname", path)],
    ["a dangling link", "link", (path) => symlinkSync("/nowhere/at/all", path)],
    ["a link to itself", "link", (path) => symlinkSync(path, path)],
    ["a device", "not-a-file", (path) => execFileSync("mknod", [path, "c", "1", "3"])],
  ];
  test.each(kinds)("%s", (_, kind, make) => {
    const root = temporaryFolder();
    mkdirSync(join(root, "log"));
    try {
      make(join(root, "log", "x.yaml"));
    } catch {
      say("skipped: this user cannot make such a file here");
      return expect(kind).toBe("not-a-file");
    }
    const folder = open(root);
    const before = lstatSync(join(root, "log", "x.yaml"));
    expect(faultOf(() => folder.read("log/x.yaml", LIMIT))).toMatchObject({ kind, file: "log/x.yaml" });
    expect(faultOf(() => folder.replace("log/x.yaml", "new", undefined))).toMatchObject({ kind, file: "log/x.yaml" });
    expect(faultOf(() => folder.create("log/x.yaml", "new"))).toMatchObject({ kind: "exists" });
    expect(lstatSync(join(root, "log", "x.yaml")).ino).toBe(before.ino);
    expect(readdirSync(join(root, "log"))).toEqual(["x.yaml"]);
  });

  test("a socket", async () => {
    const root = temporaryFolder();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, "x.yaml"), resolve));
    onTestFinished(() => void server.close());
    expect(faultOf(() => open(root).read("x.yaml", LIMIT)).kind).toBe("not-a-file");
    expect(open(root).kind("x.yaml")).toBe("other");
  });

  test("a file of 2 GB, without reading it", () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "x.yaml"), "");
    truncateSync(join(root, "x.yaml"), 2 ** 31);
    const before = process.memoryUsage().rss;
    expect(faultOf(() => open(root).read("x.yaml", LIMIT))).toMatchObject({ kind: "too-large", file: "x.yaml" });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  });

  test("exactly the limit is read, one byte more is not; an empty file is empty", () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "x"), "12345");
    writeFileSync(join(root, "empty"), "");
    expect(Buffer.from(open(root).read("x", 5)).toString()).toBe("12345");
    expect(faultOf(() => open(root).read("x", 4)).kind).toBe("too-large");
    expect(open(root).read("empty", 0)).toHaveLength(0);
    expect(faultOf(() => open(root).read("absent", 5))).toMatchObject({ kind: "missing", file: "absent" });
    expect(faultOf(() => open(root).read("no/absent", 5))).toMatchObject({ kind: "missing" });
  });
});

describe("links on the way", () => {
  test("a subfolder that is a link is neither read nor written through", () => {
    const [root, outside] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(outside, "x.yaml"), "secret");
    for (const name of ["log", "memos"]) symlinkSync(outside, join(root, name));
    const folder = open(root);
    for (const name of ["log/x.yaml", "memos/x.yaml", "log/deep/x.yaml"]) {
      expect(faultOf(() => folder.read(name, LIMIT)).kind).toBe("link");
      expect(faultOf(() => folder.create(name, "mine")).kind).toBe("link");
      expect(faultOf(() => folder.replace(name, "mine", undefined)).kind).toBe("link");
      expect(faultOf(() => folder.kind(name)).kind).toBe("link");
    }
    expect(faultOf(() => folder.makeFolder("log")).kind).toBe("link");
    expect(readdirSync(outside)).toEqual(["x.yaml"]);
    expect(readFileSync(join(outside, "x.yaml"), "utf8")).toBe("secret");
  });

  test("a subfolder that becomes a link after it was read is not written through", () => {
    const [root, outside] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(root, "log"));
    const folder = open(root);
    folder.list("log");
    rmSync(join(root, "log"), { recursive: true });
    symlinkSync(outside, join(root, "log"));
    expect(faultOf(() => folder.create("log/x.yaml", "mine")).kind).toBe("link");
    expect(readdirSync(outside)).toEqual([]);
  });

  test("the PoC folder itself may be reached through a link, not made through a dangling one", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "real"));
    symlinkSync(join(root, "real"), join(root, "link"));
    symlinkSync(join(root, "gone"), join(root, "dangling"));
    const folder = open(join(root, "link"));
    folder.create("log/x.yaml", "mine");
    expect(text(folder, "log/x.yaml")).toBe("mine");
    expect(folder.path).toBe(join(root, "real"));
    expect([folder.kind(""), open(join(root, "none")).kind("")]).toEqual(["folder", undefined]);
    expect(faultOf(() => open(join(root, "dangling")).create("x", "y")).kind).toBe("link");
    expect(existsSync(join(root, "gone"))).toBe(false);
  });
});

describe("creating", () => {
  test("makes the folders, writes the text, leaves nothing else", () => {
    const root = join(temporaryFolder(), "new", "poc");
    const folder = open(root);
    folder.create("log/x.yaml", "grüße\n");
    expect(text(folder, "log/x.yaml")).toBe("grüße\n");
    expect(readdirSync(join(root, "log"))).toEqual(["x.yaml"]);
    expect(statSync(join(root, "log", "x.yaml")).nlink).toBe(1);
  });

  test("never over what is there", () => {
    const root = temporaryFolder();
    const folder = open(root);
    folder.create("x.yaml", "first");
    expect(faultOf(() => folder.create("x.yaml", "second"))).toMatchObject({
      kind: "exists",
      file: "x.yaml",
      perhapsWritten: false,
    });
    expect(text(folder, "x.yaml")).toBe("first");
    expect(readdirSync(root)).toEqual(["x.yaml"]);
  });

  test("honours the umask", () => {
    const root = temporaryFolder();
    const before = process.umask(0o077);
    onTestFinished(() => void process.umask(before));
    open(root).create("x.yaml", "mine");
    expect(statSync(join(root, "x.yaml")).mode & 0o777).toBe(0o600);
  });

  test("a name that is too long is a fault of that file, and nothing is left", () => {
    const root = temporaryFolder();
    expect(faultOf(() => open(root).create(`${"x".repeat(300)}.yaml`, "x")).message).toContain("name is too long");
    expect(readdirSync(root)).toEqual([]);
  });

  test("sweeps leftovers that are older than an hour, never fresh ones, never another's folder", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "log"));
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [".tmp-old", ".tmp-fresh"]) writeFileSync(join(root, "log", name), "half");
    mkdirSync(join(root, "log", ".tmp-folder"));
    for (const name of [".tmp-old", ".tmp-folder"]) utimesSync(join(root, "log", name), old, old);
    const folder = open(root);
    expect(folder.list("log")).toEqual([]);
    folder.create("log/x.yaml", "mine");
    expect(readdirSync(join(root, "log")).sort()).toEqual([".tmp-folder", ".tmp-fresh", "x.yaml"]);
  });
});

describe("replacing", () => {
  test("only what it was made from", () => {
    const root = temporaryFolder();
    const folder = open(root);
    folder.create("poc.yaml", "one");
    folder.replace("poc.yaml", "two", "one");
    expect(text(folder, "poc.yaml")).toBe("two");
    for (const expected of ["one", "twoo", "tw", "two and much more than that"]) {
      expect(faultOf(() => folder.replace("poc.yaml", "three", expected))).toMatchObject({
        kind: "changed",
        file: "poc.yaml",
      });
    }
    expect(faultOf(() => folder.replace("gone.yaml", "three", "one")).kind).toBe("changed");
    folder.replace("poc.yaml", "four", undefined);
    folder.replace("memos/new.md", "five", undefined);
    expect([text(folder, "poc.yaml"), text(folder, "memos/new.md")]).toEqual(["four", "five"]);
    expect([readdirSync(root), readdirSync(join(root, "memos"))]).toEqual([["memos", "poc.yaml"], ["new.md"]]);
  });

  test("keeps the mode and a byte order mark", () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "poc.yaml"), "\ufeffone");
    chmodSync(join(root, "poc.yaml"), 0o640);
    open(root).replace("poc.yaml", "two", "one");
    expect(readFileSync(join(root, "poc.yaml"), "utf8")).toBe("\ufefftwo");
    expect(statSync(join(root, "poc.yaml")).mode & 0o777).toBe(0o640);
  });
});

test("makeFolder makes what is missing and nothing where it exists", () => {
  const root = temporaryFolder();
  const folder = open(root);
  folder.makeFolder("templates/memo");
  folder.makeFolder("templates/memo");
  folder.makeFolder("");
  expect(statSync(join(root, "templates", "memo")).isDirectory()).toBe(true);
  writeFileSync(join(root, "memos"), "");
  expect(faultOf(() => folder.makeFolder("memos")).kind).toBe("not-a-file");
});
