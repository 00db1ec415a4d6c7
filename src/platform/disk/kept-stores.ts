import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { isAbsolute, join } from "node:path";
import type { AnswerStore, KeptStore, SummaryStore } from "../../app/ports/ports.ts";
import { randomId } from "./randomness.ts";

/** Names the build, set where the command is bundled. What another build read may have another shape. */
declare const POC_BUILD: string | undefined;

const DAY_MS = 86_400_000;
const KEPT_UNREAD_DAYS = 90;
const ENDING = ".kept";

type Environment = Readonly<Record<string, string | undefined>>;

/** What this build is called, in a process that runs from it. */
const BUILD = typeof POC_BUILD === "undefined" ? undefined : POC_BUILD;

/**
 * Stores in the user's cache folder, one file for each PoC folder. Any fault is a miss: nothing here can keep a command
 * from its work. There is none in CI, with `POC_NO_CACHE=1`, and where the command runs from its source.
 */
export function definitionStores(env: Environment, build = BUILD): (folder: string) => KeptStore | undefined {
  const store = storesIn(env, "definitions", build);
  return (folder) => {
    const { load, save } = store?.(folder) ?? {};
    return build === undefined || load === undefined || save === undefined
      ? undefined
      : { build, load: () => load()?.toString("utf8"), save };
  };
}

/** The same for summaries. Days are those of the zones that this Node knows, so that it is part of the build. */
export function summaryStores(env: Environment, build = BUILD): (folder: string) => SummaryStore | undefined {
  return storesOfBytes(env, "summaries", build);
}

/** The same for answers, one file for each command line. */
export function answerStores(env: Environment, build = BUILD): (line: string) => AnswerStore | undefined {
  const store = storesOfBytes(env, "answers", build);
  // By version, so that two programs of Node do not take turns in replacing what the other kept.
  return (line) => store(`${process.version} ${line}`);
}

function storesOfBytes(env: Environment, kind: string, build: string | undefined) {
  const store = storesIn(env, kind, build);
  return (named: string): SummaryStore | undefined => {
    const found = store?.(named);
    return found && { build: `${build} ${process.version}`, ...found };
  };
}

interface Store {
  readonly load: () => Buffer | undefined;
  readonly save: (kept: string | Uint8Array) => void;
}

function storesIn(env: Environment, kind: string, build: string | undefined): ((folder: string) => Store) | undefined {
  const cache = cacheFolder(env);
  if (build === undefined || cache === undefined || isSet(env["CI"]) || isSet(env["POC_NO_CACHE"])) return undefined;
  const place: Place = { path: join(cache, kind), trusted: undefined, swept: false };
  return (folder) => {
    const path = join(place.path, `${addressOf(folder)}${ENDING}`);
    return {
      load: () => quietly(() => load(place, path)),
      save: (kept) => void quietly(() => save(place, path, kept)),
    };
  };
}

/** Absolute path of the folder that everything is kept in; undefined where the user has no cache folder. */
export function cacheFolder(env: Environment): string | undefined {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = env;
  const cache = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, ".cache"));
  return cache && isAbsolute(cache) ? join(cache, "poc") : undefined;
}

interface Place {
  readonly path: string;
  /** Whether nobody else can write there; undefined until somebody has looked. */
  trusted: boolean | undefined;
  /** Whether old files were looked for: once a run is enough, however many PoCs it keeps. */
  swept: boolean;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}

/** What was read last; the next one is read into the same memory, for a portfolio reads a thousand. */
let page = Buffer.allocUnsafe(64 * 1024);

function load(place: Place, path: string): Buffer | undefined {
  place.trusted ??= isOurs(lstatSync(place.path));
  if (!place.trusted) return undefined;
  const fd = openSync(path, "r");
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile() || !isOurs(stats)) return undefined;
    if (Date.now() - stats.mtimeMs > DAY_MS) utimesSync(path, new Date(), new Date());
    if (page.length < stats.size) page = Buffer.allocUnsafe(2 * stats.size);
    const length = readSync(fd, page, 0, stats.size, null);
    return page.subarray(0, length);
  } finally {
    closeSync(fd);
  }
}

/** Whether nobody else can have put there what it holds. Windows keeps a user's cache folder to the user. */
function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function save(place: Place, path: string, kept: string | Uint8Array): void {
  mkdirSync(place.path, { recursive: true, mode: 0o700 });
  if (!isOurs(lstatSync(place.path))) return;
  const temporary = join(place.path, `${randomId(12)}.tmp`);
  try {
    writeFileSync(temporary, kept, { flag: "wx", mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    quietly(() => unlinkSync(temporary));
    throw error;
  }
  if (!place.swept) removeOld(place.path);
  place.swept = true;
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
 * Where the store of a folder or a line lies: an address and no proof, for the texts decide. FNV-1a over it, because
 * loading node:crypto costs more than the whole lookup.
 */
function addressOf(folder: string): string {
  let [left, right] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < folder.length; index++) {
    const code = folder.charCodeAt(index);
    left = Math.imul(left ^ code, 0x01000193);
    right = Math.imul(right ^ code, 0x01000193);
  }
  return hex(left) + hex(right);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}
