import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { RecordsFault, UsageFault } from "../../src/app/ports/faults.ts";
import { packageRoot, shippedAssets } from "../../src/platform/assets.ts";
import { systemClock } from "../../src/platform/host/clock.ts";
import { systemRandomness, loadSha256 } from "../../src/platform/disk/randomness.ts";
import { realContext } from "../../src/platform/real-context.ts";
import { compiledScript } from "./compiled-script.ts";
import { say } from "./say.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("the clock", () => {
  test("is that of the machine, unless a moment is given", () => {
    const before = Date.now();
    const now = systemClock(undefined).now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(systemClock("").now()).toBeGreaterThanOrEqual(now);
    expect(systemClock("2026-11-25T16:20:00+01:00").now()).toBe(Date.UTC(2026, 10, 25, 15, 20));
    expect(systemClock("2026-11-25T16:20Z").now()).toBe(Date.UTC(2026, 10, 25, 16, 20));
  });

  test.each([
    "garbage",
    "2026-11-25",
    "2026-11-25T16:20:00",
    "2026-13-25T16:20:00Z",
    "2026-11-25T25:20:00Z",
    "1764000000000",
  ])("%s is no moment", (text) => {
    expect(() => systemClock(text).now()).toThrow(UsageFault);
  });
});

test("a clock that is set otherwise for one process is believed", async (context) => {
  if (spawnSync("faketime", ["--version"]).error !== undefined) {
    say("skipped: faketime is not installed");
    return context.skip();
  }
  const script = await compiledScript("clock-command");
  const { stdout } = spawnSync("faketime", ["2099-01-02 03:04:05", process.execPath, script], {
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  expect(stdout).toContain("2099-01-02T03:04:0");
});

test("random ids are of the length asked for, and of characters that every file system tells apart", () => {
  const { id } = systemRandomness();
  const ids = Array.from({ length: 5000 }, () => id(7));
  expect(new Set(ids).size).toBe(5000);
  expect(ids.every((text) => /^[0-9a-hjkmnp-tv-z]{7}$/.test(text))).toBe(true);
  expect(new Set(ids.join("")).size).toBe(32);
  expect([id(0), id(40).length]).toEqual(["", 40]);
});

test("sha256 is of the text in UTF-8, in hex", async () => {
  const sha256 = await loadSha256();
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256("grüße")).toBe(spawnSync("sha256sum", { input: "grüße", encoding: "utf8" }).stdout.slice(0, 64));
});

describe("what ships", () => {
  const assets = shippedAssets();

  test("is found from where the code lies", () => {
    expect(packageRoot()).toBe(ROOT);
    for (const folder of ["templates", "schemas", "examples"]) {
      const there = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      const listed = assets.files(folder);
      expect(listed).toHaveLength(there.length);
      expect(listed).toEqual([...listed].sort());
      for (const name of listed)
        expect(assets.text(`${folder}/${name}`)).toBe(readFileSync(join(ROOT, folder, name), "utf8"));
    }
  });

  test.each([
    "../package.json",
    "package.json",
    "src",
    "templates/../package.json",
    "/etc/passwd",
    "",
    ".",
    "none",
    "templates/none",
    "templates/none/none",
    "templates/a\0b",
    "templates\\scaffold",
  ])("%j is not of it", (name) => {
    expect(assets.text(name)).toBeUndefined();
    expect(assets.files(name)).toEqual([]);
  });

  test("a folder has no text", () => {
    expect(assets.text("templates")).toBeUndefined();
  });
});

describe("the context", () => {
  test("holds the environment as it was at the start", () => {
    const context = realContext();
    const before = process.env["TZ"];
    context.zones.zone("Asia/Tokyo")?.offsetAt(0);
    expect(process.env["TZ"]).toBe("Asia/Tokyo");
    expect(context.env["TZ"]).toBe(before);
  });

  test("has the version of the package, and a folder", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect([realContext().version, realContext().cwd]).toEqual([version, process.cwd()]);
  });

  test("says so when the current folder is gone", () => {
    const original = process.cwd;
    process.cwd = () => {
      throw new Error("ENOENT: no such file or directory, uv_cwd");
    };
    try {
      expect(() => realContext().cwd).toThrow(RecordsFault);
    } finally {
      process.cwd = original;
    }
  });
});
