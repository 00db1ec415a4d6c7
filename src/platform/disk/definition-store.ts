import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { isAbsolute, join } from "node:path";
import type { Context } from "../../app/ports/ports.ts";
import { randomId } from "./randomness.ts";

/** Names the build, set where the command is bundled. What another build read may have another shape. */
declare const POC_BUILD: string | undefined;

const DAY_MS = 86_400_000;
const KEPT_UNREAD_DAYS = 90;
const ENDING = ".kept";

/**
 * Stores in the user's cache folder, one file for each PoC folder. Any fault is a miss: nothing here can keep a command
 * from its work. There is none in CI, with `POC_NO_CACHE=1`, and where the command runs from its source.
 */
export function definitionStores(
  env: Readonly<Record<string, string | undefined>>,
  build: string | undefined = typeof POC_BUILD === "undefined" ? undefined : POC_BUILD,
): Context["definitionStore"] {
  const place = storeFolder(env);
  if (build === undefined || place === undefined || isSet(env["CI"]) || isSet(env["POC_NO_CACHE"]))
    return () => undefined;
  return (folder) => {
    const path = join(place, `${addressOf(folder)}${ENDING}`);
    return {
      build,
      load: () => quietly(() => load(place, path)),
      save: (kept) => void quietly(() => save(place, path, kept)),
    };
  };
}

/** Absolute path of the folder that the stores lie in; undefined where the user has no cache folder. */
export function storeFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = env;
  const cache = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, ".cache"));
  return cache && isAbsolute(cache) ? join(cache, "poc", "definitions") : undefined;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}

function load(place: string, path: string): string | undefined {
  if (!isOurs(lstatSync(place))) return undefined;
  const fd = openSync(path, "r");
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile() || !isOurs(stats)) return undefined;
    if (Date.now() - stats.mtimeMs > DAY_MS) utimesSync(path, new Date(), new Date());
    return readFileSync(fd, "utf8");
  } finally {
    closeSync(fd);
  }
}

/** Whether nobody else can have put there what it holds. Windows keeps a user's cache folder to the user. */
function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function save(place: string, path: string, kept: string): void {
  mkdirSync(place, { recursive: true, mode: 0o700 });
  if (!isOurs(lstatSync(place))) return;
  const temporary = join(place, `${randomId(12)}.tmp`);
  try {
    writeFileSync(temporary, kept, { flag: "wx", mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    quietly(() => unlinkSync(temporary));
    throw error;
  }
  removeOld(place);
}

function removeOld(place: string): void {
  for (const name of readdirSync(place)) {
    const path = join(place, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_UNREAD_DAYS * DAY_MS) unlinkSync(path);
  }
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/**
 * Where the store of a folder lies: an address and no proof, for the texts decide. FNV-1a over the path, because
 * loading node:crypto costs more than the whole lookup.
 */
function addressOf(folder: string): string {
  const hash = (seed: number): string => {
    let value = seed;
    for (let index = 0; index < folder.length; index++)
      value = Math.imul(value ^ folder.charCodeAt(index), 0x01000193) >>> 0;
    return value.toString(16).padStart(8, "0");
  };
  return hash(0x811c9dc5) + hash(0x9e3779b9);
}
