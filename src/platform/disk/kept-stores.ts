import { closeSync, readSync, unlinkSync, writeFileSync } from "node:fs";
import type { AnswerStore, KeptStore, SummaryStore } from "../../app/ports/ports.ts";
import { keptPlace, quietly, type Environment, type KeptKind, type KeptPlace } from "./kept-place.ts";

/** Names the build, set where the command is bundled. What another build read may have another shape. */
declare const POC_BUILD: string | undefined;

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

function storesOfBytes(env: Environment, kind: KeptKind, build: string | undefined) {
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

function storesIn(env: Environment, kind: KeptKind, build: string | undefined): ((name: string) => Store) | undefined {
  const place = keptPlace(env, kind);
  if (build === undefined || place === undefined) return undefined;
  return (name) => {
    const path = place.pathOf(name);
    return {
      load: () => quietly(() => load(place, path)),
      save: (kept) => void quietly(() => save(place, path, kept)),
    };
  };
}

/** What was read last; the next one is read into the same memory, for a portfolio reads a thousand. */
let page = Buffer.allocUnsafe(64 * 1024);

function load(place: KeptPlace, path: string): Buffer | undefined {
  const file = place.open(path);
  if (file === undefined) return undefined;
  const { fd, size } = file;
  try {
    if (page.length < size) page = Buffer.allocUnsafe(2 * size);
    return page.subarray(0, readSync(fd, page, 0, size, null));
  } finally {
    closeSync(fd);
  }
}

function save(place: KeptPlace, path: string, kept: string | Uint8Array): void {
  const temporary = place.temporary();
  if (temporary === undefined) return;
  try {
    writeFileSync(temporary, kept, { flag: "wx", mode: 0o600 });
    place.put(temporary, path, Buffer.byteLength(kept));
  } catch (error) {
    quietly(() => unlinkSync(temporary));
    throw error;
  }
}
