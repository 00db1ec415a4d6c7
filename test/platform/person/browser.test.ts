import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RecordsFault, UsageFault } from "../../../src/app/ports/faults.ts";
import { systemBrowser } from "../../../src/platform/person/browser.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Programs that answer as a browser would, and say what they were asked. */
function standIn(folder: string, name: string, script: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const PRINTS = `for word; do case "$word" in --print-to-pdf=*) out="\${word#--print-to-pdf=}";; file:*) page="\${word#file://}";; esac; done
printf '%%PDF-1.4 ' > "$out"; cat "$page" >> "$out"`;

const PATH = process.env["PATH"] ?? "";

test("it is found by its usual names, in the order of the names", () => {
  const folder = temporaryFolder();
  const [a, b] = [join(folder, "a"), join(folder, "b")];
  const chrome = standIn(a, "google-chrome", PRINTS);
  const browser = systemBrowser({ PATH: `${a}:${b}` });
  expect(browser.find(undefined)).toBe(chrome);
  const chromium = standIn(b, "chromium", PRINTS);
  expect(browser.find(undefined)).toBe(chromium);
});

test("it need not be there", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "chromium"), "not to be run");
  mkdirSync(join(folder, "google-chrome"));
  expect(systemBrowser({ PATH: folder }).find(undefined)).toBeUndefined();
});

test("the one that is named wins over POC_BROWSER, and that over what is found", () => {
  const folder = temporaryFolder();
  const [found, set, named] = ["chromium", "set", "named"].map((name) => standIn(folder, name, PRINTS));
  expect(systemBrowser({ PATH: folder, POC_BROWSER: set }).find(undefined)).toBe(set);
  expect(systemBrowser({ PATH: folder, POC_BROWSER: set }).find(named)).toBe(named);
  expect(systemBrowser({ PATH: folder, POC_BROWSER: " " }).find(undefined)).toBe(found);
  expect(systemBrowser({ PATH: folder }).find("named")).toBe(named);
});

test.each([["/nowhere/chromium"], ["nowhere"], ["/"]])(
  "a browser that is named and is none is a mistake: %s",
  (named) => {
    expect(() => systemBrowser({ PATH: "" }).find(named)).toThrow(UsageFault);
  },
);

test("it is shown the page, in a folder of its own that is gone afterwards, without a shell", () => {
  const folder = temporaryFolder();
  const before = new Set(readdirSync(join(folder, "..")));
  const log = join(folder, "asked.txt");
  const path = standIn(
    folder,
    "chromium; touch broken-out",
    `${PRINTS}\nprintf '%s\\n' "$@" > '${log}'; echo "$HOME" >> '${log}'`,
  );
  const pdf = systemBrowser({ PATH }).print(path, "<p>Zoë</p>");
  const asked = readFileSync(log, "utf8").trim().split("\n");
  const home = asked.at(-1)!;

  expect(new TextDecoder().decode(pdf)).toBe("%PDF-1.4 <p>Zoë</p>");
  expect(asked).toEqual(
    expect.arrayContaining([
      "--headless",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--no-pdf-header-footer",
      `--user-data-dir=${join(home, "profile")}`,
    ]),
  );
  expect(asked.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
  expect(existsSync(home)).toBe(false);
  expect(existsSync("broken-out")).toBe(false);
  expect(readdirSync(join(folder, "..")).filter((name) => name.startsWith("poc-print-") && !before.has(name))).toEqual(
    [],
  );
});

test.each([
  ["ends badly", "echo first >&2; echo 'cannot open display' >&2; exit 7", "status 7 (cannot open display)"],
  ["is killed", "kill -9 $$", "ended by SIGKILL"],
  ["prints nothing", "exit 0", "status 0"],
  ["prints something else", `${PRINTS.replace("%%PDF-1.4", "<html>")}`, "status 0"],
])("a browser that %s is told of, with what it said", (_, script, why) => {
  const path = standIn(temporaryFolder(), "chromium", script);
  const print = () => systemBrowser({ PATH }).print(path, "<p>x</p>");
  expect(print).toThrow(RecordsFault);
  expect(print).toThrow(why);
});
