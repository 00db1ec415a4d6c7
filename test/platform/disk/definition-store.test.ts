import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { definitionStores, storeFolder } from "../../../src/platform/disk/definition-store.ts";

let home: string;
let env: Record<string, string>;
let place: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "poc-kept-"));
  env = { HOME: home };
  place = join(home, ".cache/poc/definitions");
});

function store(folder = "/work/a") {
  return definitionStores(env, "build")(folder)!;
}

function onlyFile(): string {
  const [name, ...others] = readdirSync(place);
  expect(others).toEqual([]);
  return join(place, name!);
}

describe("a store", () => {
  test("gives back what was last kept for its folder, and for no other", () => {
    expect(store().load()).toBeUndefined();
    store().save("one");
    store().save("two");
    store("/work/b").save("other");
    expect(store().load()).toBe("two");
    expect(store("/work/b").load()).toBe("other");
    expect(store("/work/c").load()).toBeUndefined();
  });

  test("is for the user alone", () => {
    store().save("kept");
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(statSync(onlyFile()).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["the file may be written by others", () => chmodSync(onlyFile(), 0o602)],
    ["the file may be written by a group", () => chmodSync(onlyFile(), 0o620)],
    ["the folder may be written by others", () => chmodSync(place, 0o777)],
  ])("is not trusted where %s", (_why, change) => {
    store().save("kept");
    change();
    expect(store().load()).toBeUndefined();
  });

  test("is not trusted where the file belongs to another user", () => {
    store().save("kept");
    // Only another user's process can make such a file without rights of root, so this process takes another's place.
    const own = process.getuid!;
    try {
      process.getuid = () => own() + 1;
      expect(store().load()).toBeUndefined();
      store().save("other");
    } finally {
      process.getuid = own;
    }
    expect(store().load()).toBe("kept");
  });

  test("writes nothing into a folder that others may write", () => {
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o777);
    store().save("kept");
    expect(readdirSync(place)).toEqual([]);
  });

  test("is a miss and no fault where its place is a file, or no place at all", () => {
    writeFileSync(join(home, ".cache"), "");
    store().save("kept");
    expect(store().load()).toBeUndefined();
  });

  test("removes what nobody has read for 90 days, and keeps what is read", () => {
    store("/work/old").save("old");
    const old = onlyFile();
    const day = 86_400_000;
    const before = (days: number) => new Date(Date.now() - days * day);
    utimesSync(old, before(91), before(91));
    store().save("new");
    expect(existsSync(old)).toBe(false);
    const kept = onlyFile();
    utimesSync(kept, before(89), before(89));
    expect(store().load()).toBe("new");
    expect(Date.now() - statSync(kept).mtimeMs).toBeLessThan(day);
  });
});

describe("nothing is kept", () => {
  test.each([
    ["in CI", { CI: "true" }],
    ["where the person wants none", { POC_NO_CACHE: "1" }],
    ["without a home", { HOME: "" }],
    ["where the cache folder is no absolute path", { XDG_CACHE_HOME: "cache" }],
  ])("%s", (_where, changes) => {
    expect(definitionStores({ ...env, ...changes }, "build")("/work/a")).toBeUndefined();
  });

  test("where the command is no build", () => {
    expect(definitionStores(env, undefined)("/work/a")).toBeUndefined();
  });

  test("an answer of no to either is none", () => {
    expect(definitionStores({ ...env, CI: "false", POC_NO_CACHE: "0" }, "build")("/work/a")).toBeDefined();
  });
});

test("the cache folder is that of the system", () => {
  expect(storeFolder({ HOME: "/home/a" })).toBe("/home/a/.cache/poc/definitions");
  expect(storeFolder({ HOME: "/home/a", XDG_CACHE_HOME: "/x" })).toBe("/x/poc/definitions");
});
