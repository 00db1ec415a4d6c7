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
import { userCache } from "../../../src/platform/disk/cache.ts";
import { cacheFolder } from "../../../src/platform/disk/kept-place.ts";
import { definitionStores, summaryStores } from "../../../src/platform/disk/kept-stores.ts";

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
  expect(cacheFolder({ HOME: "/home/a" })).toBe("/home/a/.cache/poc");
  expect(cacheFolder({ HOME: "/home/a", XDG_CACHE_HOME: "/x" })).toBe("/x/poc");
});

describe("a store of summaries", () => {
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);
  const summaries = (build = "build") => summaryStores(env, build)("/work/a")!;
  const bytes = (written: string) => new TextEncoder().encode(written);

  test("gives back the bytes, apart from definitions, and names build and Node", () => {
    summaries().save(bytes("kept\0\u00ff"));
    store().save("definitions");
    expect(text(summaries().load())).toBe("kept\0\u00ff");
    expect(summaries().build).toBe(`build ${process.version}`);
    expect(readdirSync(join(home, ".cache/poc")).sort()).toEqual(["definitions", "summaries"]);
  });

  test("has room for what is longer than everything before, and for what is shorter", () => {
    for (const length of [10, 300_000, 5, 70_000]) {
      summaries().save(bytes("x".repeat(length)));
      expect(text(summaries().load())).toBe("x".repeat(length));
    }
  });

  test("is not trusted where others may write", () => {
    summaries().save(bytes("kept"));
    const folder = join(home, ".cache/poc/summaries");
    const [name] = readdirSync(folder);
    chmodSync(join(folder, name!), 0o602);
    expect(summaries().load()).toBeUndefined();
    chmodSync(join(folder, name!), 0o600);
    chmodSync(folder, 0o770);
    expect(summaries().load()).toBeUndefined();
  });

  test("is none in CI", () => {
    expect(summaryStores({ ...env, CI: "true" }, "build")("/work/a")).toBeUndefined();
  });
});

test("everything that is kept is counted, and cleared", () => {
  store().save("four");
  summaryStores(env, "build")("/work/a")!.save(new Uint8Array(6));
  const cache = userCache(env);
  expect(cache.folder).toBe(join(home, ".cache/poc"));
  expect(cache.size()).toEqual({ files: 2, bytes: 10 });
  expect(cache.clear()).toEqual({ files: 2, bytes: 10 });
  expect(cache.size()).toEqual({ files: 0, bytes: 0 });
  expect(existsSync(join(home, ".cache"))).toBe(true);
  expect(userCache({}).clear()).toEqual({ files: 0, bytes: 0 });
});
