// An answer that is kept stands in for reading, judging and writing it again, which is four fifths of what a daily
// command costs. Beside it is kept everything that the command asked of the world on the way: the names in folders, the
// bytes of files, the environment, the terminal. It is used only where every one of these questions has the same answer
// again, and until the day is over. So no hash, size or time of a file decides, and nothing has to be listed by hand. A
// command that asked anything else is never kept.

import { FileFault } from "../ports/faults.ts";
import type { AnswerStore, Assets, Clock, Context, Files, Folder, FolderItem, Terminal } from "../ports/ports.ts";

/** What a command said, and ended with. */
export interface Answer {
  readonly said: readonly (readonly [stream: "out" | "err", text: string])[];
  readonly exitCode: number;
}

/** The first line of what is kept; the bytes of the files that were read follow it, one after the other. */
interface Head extends Answer {
  readonly build: string;
  /** The command, what was typed, and where. */
  readonly line: string;
  /** From which moment on, and until before which, the clock says the same. */
  readonly from: number;
  readonly until: number;
  /** Those about files in the order of their bytes. */
  readonly asked: readonly Asked[];
}

/** A question and its answer: for a file that was read, how many bytes it has. */
type Asked = readonly [what: Question, where: string, name: string, answer: string | number];

type Question =
  | "environment"
  | "terminal"
  | "asset" // what ships with the tool
  | "assets"
  | "up" // the nearest folder upwards that holds a file
  | "folder"
  | "list"
  | "kind"
  | "missing" // a file that a person may have, and has not
  | "read";

const LINE_END = 0x0a;

/** The answer that is kept for a line, where the world is as it was when it was given. */
export function keptAnswer(context: Context, line: string, store: AnswerStore): Answer | undefined {
  const kept = store.load();
  if (kept === undefined) return undefined;
  try {
    const headEnd = kept.indexOf(LINE_END);
    const head = JSON.parse(new TextDecoder().decode(kept.subarray(0, headEnd))) as Head;
    if (head.build !== store.build || head.line !== line) return undefined;
    const now = context.clock.now();
    if (!(now >= head.from && now < head.until)) return undefined;
    let at = headEnd + 1;
    const folders = new Map<string, Folder>();
    for (const [what, where, name, answer] of head.asked)
      if (what === "read") {
        const from = at;
        at += answer as number;
        if (!context.files.holds(`${where}/${name}`, kept, from, at)) return undefined;
      } else if (answerOf(context, folders, what, where, name) !== answer) return undefined;
    return at === kept.length ? head : undefined;
  } catch {
    // Half a file, none of ours, or a folder that cannot be looked into any more: then the command says so itself.
    return undefined;
  }
}

function answerOf(
  { env, terminal, assets, files }: Context,
  folders: Map<string, Folder>,
  what: Exclude<Question, "read">,
  where: string,
  name: string,
): string {
  if (what === "environment") return text(env[name]);
  if (what === "terminal") return text(terminal[name as keyof Terminal]);
  if (what === "asset") return text(assets.text(name));
  if (what === "assets") return text(assets.files(name));
  if (what === "up") return text(files.findUp(where, name));
  if (what === "missing") return isMissing(() => files.readNamed(name, 0)) ? "" : "there";
  const folder = folders.get(where) ?? files.folder(where);
  folders.set(where, folder);
  return what === "folder" ? folder.path : what === "kind" ? text(folder.kind(name)) : namesOf(folder.list(name));
}

/** As it can be compared; a value that is not there is none that could be written. */
function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function isMissing(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (fault) {
    return fault instanceof FileFault && fault.kind === "missing";
  }
}

function namesOf(items: readonly FolderItem[]): string {
  return items.map(({ name, kind }) => `${kind} ${text(name)}`).join();
}

/** A context that notes every question and everything that was printed. */
export interface NotedContext {
  readonly context: Context;
  /** Keeps what was said, unless something was asked or done that is not noted. */
  keep(store: AnswerStore, line: string, exitCode: number): void;
}

/** A thousand entries. To note what larger PoCs hold would make each of their answers slower, and keep large copies. */
const MOST_BYTES = 256 * 1024;
/** Entries of so many names have more bytes than that. */
const MOST_ITEMS = 4096;

export function noted(context: Context): NotedContext {
  const notes = new Notes();
  return {
    context: guarded(context, notes, {
      cwd: context.cwd,
      version: context.version,
      zones: guarded(context.zones, notes, { zone: (name) => context.zones.zone(name) }),
      definitionStore: context.definitionStore,
      env: notedEnvironment(context.env, notes),
      clock: notedClock(context.clock, notes),
      terminal: notedTerminal(context.terminal, notes),
      assets: notedAssets(context.assets, notes),
      files: notedFiles(context.files, notes),
    }),
    keep(store, line, exitCode) {
      const { from, until, moments } = notes;
      if (notes.spoiled || moments !== 0 || until === Infinity) return;
      // Files last: what costs a call to the system each is not asked where something else has changed.
      const [files, others] = [true, false].map((isFile) =>
        [...notes.asked.values()].filter(([what]) => (what === "read") === isFile),
      );
      const asked = [...others!, ...files!];
      const head: Head = { build: store.build, line, from, until, said: notes.said, exitCode, asked };
      store.save(joined(new TextEncoder().encode(`${JSON.stringify(head)}\n`), notes.contents));
    },
  };
}

class Notes {
  readonly asked = new Map<string, Asked>();
  readonly contents: Uint8Array[] = [];
  readonly said: (readonly ["out" | "err", string])[] = [];
  bytes = 0;
  /** Whether anything was asked or done that a later run could not compare. */
  spoiled = false;
  /** How often it was asked what time it is, and not said until when that means the same. */
  moments = 0;
  from = -Infinity;
  until = Infinity;

  note(what: Question, where: string, name: string, answer: string | number): void {
    if (this.spoiled) return;
    const question = text([what, where, name]);
    const before = this.asked.get(question);
    if (before !== undefined && before[3] !== answer) this.spoiled = true;
    this.asked.set(question, [what, where, name, answer]);
  }

  noteFile(where: string, name: string, bytes: Uint8Array): void {
    if (this.spoiled) return;
    const isKnown = this.asked.has(text(["read", where, name]));
    // Of a pipe nobody reads anything either, so that an empty file proves nothing; and a file may change between.
    if (bytes.length === 0 || isKnown) this.spoiled = true;
    this.bytes += bytes.length;
    if (this.bytes > MOST_BYTES) this.spoiled = true;
    if (this.spoiled) return;
    this.note("read", where, name, bytes.length);
    // Copied, for the memory may be that of the next file; the `slice` of a Buffer copies nothing.
    this.contents.push(new Uint8Array(bytes));
  }
}

/** `known` in the place of what they stand for; to ask for anything else spoils the notes. */
function guarded<T extends object>(target: T, notes: Notes, known: Partial<T>): T {
  return new Proxy(target, {
    get(_target, key) {
      if (Object.hasOwn(known, key)) return known[key as keyof T];
      notes.spoiled = true;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
    ownKeys() {
      notes.spoiled = true;
      return Reflect.ownKeys(target);
    },
  });
}

function notedEnvironment(env: Context["env"], notes: Notes): Context["env"] {
  return new Proxy(env, {
    get(_target, name) {
      if (typeof name !== "string") return undefined;
      notes.note("environment", "", name, text(env[name]));
      return env[name];
    },
    has(_target, name) {
      notes.spoiled = true;
      return name in env;
    },
    ownKeys() {
      notes.spoiled = true;
      return Reflect.ownKeys(env);
    },
  });
}

/** A moment counts only where it is said until when it means the same. */
function notedClock(clock: Clock, notes: Notes): Clock {
  return guarded(clock, notes, {
    now() {
      const now = clock.now();
      notes.moments++;
      notes.from = Math.max(notes.from, now);
      return now;
    },
    alikeUntil(until) {
      notes.moments--;
      notes.until = Math.min(notes.until, until);
    },
  });
}

function notedAssets(assets: Assets, notes: Notes): Assets {
  return guarded(assets, notes, {
    text(name) {
      const found = assets.text(name);
      notes.note("asset", "", name, text(found));
      return found;
    },
    files(folder) {
      const names = assets.files(folder);
      notes.note("assets", "", folder, text(names));
      return names;
    },
    // It belongs to the build, and so does every answer.
    prepared: (what) => assets.prepared(what),
  });
}

function notedTerminal(terminal: Terminal, notes: Notes): Terminal {
  const facts = ["outIsTerminal", "errIsTerminal", "inIsTerminal", "columns", "rows", "host"] as const;
  const known: Partial<Terminal> = {
    out(said) {
      notes.said.push(["out", said]);
      terminal.out(said);
    },
    err(said) {
      notes.said.push(["err", said]);
      terminal.err(said);
    },
  };
  for (const name of facts)
    Object.defineProperty(known, name, {
      get() {
        notes.note("terminal", "", name, text(terminal[name]));
        return terminal[name];
      },
    });
  return guarded(terminal, notes, known);
}

function notedFiles(files: Files, notes: Notes): Files {
  return guarded(files, notes, {
    resolve: (path) => files.resolve(path),
    findUp(start, name) {
      const found = unless(notes, () => files.findUp(start, name));
      notes.note("up", start, name, text(found));
      return found;
    },
    readNamed(path, limit) {
      try {
        const bytes = files.readNamed(path, limit);
        notes.spoiled = true;
        return bytes;
      } catch (fault) {
        if (fault instanceof FileFault && fault.kind === "missing") notes.note("missing", "", path, "");
        else notes.spoiled = true;
        throw fault;
      }
    },
    folder(path) {
      const folder = unless(notes, () => files.folder(path));
      notes.note("folder", path, "", folder.path);
      return notedFolder(folder, notes);
    },
  });
}

function notedFolder(folder: Folder, notes: Notes): Folder {
  const { path } = folder;
  const read = (how: "read" | "readInTurn") => (name: string, limit: number) => {
    const bytes = unless(notes, () => folder[how](name, limit));
    notes.noteFile(path, name, bytes);
    return bytes;
  };
  return guarded(folder, notes, {
    path,
    list(subfolder) {
      const items = unless(notes, () => folder.list(subfolder));
      if (items.length > MOST_ITEMS) notes.spoiled = true;
      else notes.note("list", path, subfolder, namesOf(items));
      return items;
    },
    kind(name) {
      const kind = unless(notes, () => folder.kind(name));
      notes.note("kind", path, name, text(kind));
      return kind;
    },
    read: read("read"),
    readInTurn: read("readInTurn"),
  });
}

/** What `act` gives; a fault is no answer that could be compared. */
function unless<T>(notes: Notes, act: () => T): T {
  try {
    return act();
  } catch (fault) {
    notes.spoiled = true;
    throw fault;
  }
}

function joined(head: Uint8Array, contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, bytes) => sum + bytes.length, head.length);
  const all = new Uint8Array(length);
  all.set(head);
  let at = head.length;
  for (const bytes of contents) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
}
