import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Assets } from "../app/ports/ports.ts";
import { errnoOf } from "./disk/system-fault.ts";

/** The folder of the package that this code runs from, whether it is the bundle in dist/ or the source. */
export function packageRoot(): string {
  return (root ??= rootAbove(import.meta.dirname));
}

/** Looked for once: a memo is made from two dozen files of the package. */
let root: string | undefined;

function rootAbove(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, "package.json")) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

export function packageVersion(): string {
  const { version } = JSON.parse(textOf(join(packageRoot(), "package.json"))) as { version: string };
  return version;
}

/** The folders of the package that hold assets; nothing else of it is to be read by name. */
const SHIPPED = new Set(["templates", "schemas", "examples", "docs", "skills"]);

export function shippedAssets(): Assets {
  return {
    text(name) {
      return isShipped(name) ? textIfThere(join(packageRoot(), name)) : undefined;
    },
    files: (folder) => (isShipped(folder) ? filesUnder(join(packageRoot(), folder), "").sort() : []),
    // Beside the code of the build and nowhere else, so that it is never what another build has made.
    prepared: (what) => textIfThere(join(import.meta.dirname, `prepared-${what}.json`)),
  };
}

/** Names below `root`, each with the folders it lies in. */
function filesUnder(root: string, prefix: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const name = prefix + entry.name;
    return entry.isDirectory() ? filesUnder(join(root, entry.name), `${name}/`) : [name];
  });
}

/** A name may come from a command line; it is not a path. */
function isShipped(name: string): boolean {
  const plain =
    /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/.test(name) &&
    !name.split("/").some((part) => part === "." || part === "..");
  return plain && SHIPPED.has(name.split("/")[0]!);
}

function textIfThere(path: string): string | undefined {
  try {
    return textOf(path);
  } catch (error) {
    const code = errnoOf(error);
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw error;
  }
}

/** Not read with an encoding: where closing fails, Node would end the process where nothing can catch it. */
function textOf(path: string): string {
  return readFileSync(path).toString("utf8");
}
