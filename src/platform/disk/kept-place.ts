import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  type Stats,
} from "node:fs";
import { isAbsolute, join } from "node:path";
import { randomId } from "./randomness.ts";

const DAY_MS = 86_400_000;
const KEPT_UNREAD_DAYS = 90;
const ENDING = ".kept";

/** How many bytes are kept of each kind: of more, what was used longest ago is removed. */
const MOST_BYTES = { definitions: 64e6, answers: 128e6, logs: 256e6, summaries: 512e6 };
/** Of all kinds together, with the code that the launcher keeps. */
export const MOST_KEPT_BYTES = 1000e6;

export type KeptKind = keyof typeof MOST_BYTES;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Absolute path of the folder that everything is kept in; undefined where the user has no cache folder. */
export function cacheFolder(env: Environment): string | undefined {
  const { XDG_CACHE_HOME, HOME, LOCALAPPDATA } = env;
  const cache = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, ".cache"));
  return cache && isAbsolute(cache) ? join(cache, "poc") : undefined;
}

/** Where one kind is kept. There is no place in CI, with `POC_NO_CACHE=1`, and without a folder for it. */
export function keptPlace(env: Environment, kind: KeptKind): KeptPlace | undefined {
  const cache = cacheFolder(env);
  if (cache === undefined || isSet(env["CI"]) || isSet(env["POC_NO_CACHE"])) return undefined;
  return new KeptPlace(join(cache, kind), MOST_BYTES[kind]);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}

/** A folder that only the user writes to, with one file for each thing that is kept. */
export class KeptPlace {
  readonly #folder: string;
  readonly #mostBytes: number;
  /** Whether nobody else can write there; undefined until somebody has looked. */
  #trusted: boolean | undefined;
  /** How much is kept at most; undefined until it was counted. */
  #bytes: number | undefined;

  constructor(folder: string, mostBytes: number) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  pathOf(name: string): string {
    return join(this.#folder, `${addressOf(name)}${ENDING}`);
  }

  /** Opens what is kept at a path, and notes that it was used; undefined where somebody else can have written it. */
  open(path: string): { readonly fd: number; readonly size: number } | undefined {
    // Before anything is opened: what others may have put there could be a pipe.
    this.#trusted ??= isOurs(lstatSync(this.#folder));
    if (!this.#trusted) return undefined;
    const fd = openSync(path, "r");
    const stats = fstatSync(fd);
    if (!stats.isFile() || !isOurs(stats)) return void closeSync(fd);
    if (Date.now() - stats.mtimeMs > DAY_MS) utimesSync(path, new Date(), new Date());
    return { fd, size: stats.size };
  }

  /** Path of a new file, to be moved to where it is kept when it is complete; undefined where others may write. */
  temporary(): string | undefined {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    return isOurs(lstatSync(this.#folder)) ? join(this.#folder, `${randomId(12)}.tmp`) : undefined;
  }

  /** Puts a complete file in its place, and holds the bound. */
  put(temporary: string, path: string, bytes: number): void {
    renameSync(temporary, path);
    // One look a run is enough, however many PoCs it keeps, as long as they cannot have passed the bound.
    if (this.#bytes !== undefined && (this.#bytes += bytes) <= this.#mostBytes) return;
    this.#bytes = 0;
    for (const file of this.#newestFirst()) {
      this.#bytes += file.size;
      const unread = Date.now() - file.mtimeMs > KEPT_UNREAD_DAYS * DAY_MS;
      if (!unread && this.#bytes <= this.#mostBytes) continue;
      unlinkSync(file.path);
      this.#bytes -= file.size;
    }
  }

  #newestFirst(): readonly { readonly path: string; readonly size: number; readonly mtimeMs: number }[] {
    const files = readdirSync(this.#folder).flatMap((name) => {
      const path = join(this.#folder, name);
      // What another process removes meanwhile is not there.
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? [] : [{ path, size: stats.size, mtimeMs: stats.mtimeMs }];
    });
    return files.sort((a, b) => b.mtimeMs - a.mtimeMs);
  }
}

/** Whether nobody else can have put there what it holds. Windows keeps a user's cache folder to the user. */
function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** What `act` gives, or undefined: nothing that is kept can keep a command from its work. */
export function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/**
 * Where something lies that has a name: an address and no proof, for the bytes decide. FNV-1a over it, because loading
 * node:crypto costs more than the whole lookup.
 */
function addressOf(name: string): string {
  let [left, right] = [0x811c9dc5, 0x9e3779b9];
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    left = Math.imul(left ^ code, 0x01000193);
    right = Math.imul(right ^ code, 0x01000193);
  }
  return hex(left) + hex(right);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}
