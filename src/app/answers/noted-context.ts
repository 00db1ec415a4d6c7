// What `kept-answer.ts` compares is noted here: a command runs in a context that notes every question and everything
// that was printed. Whatever it asks that is not in this file spoils the notes, so that a new port cannot make an old
// answer wrong.

import { FileFault } from "../ports/faults.ts";
import type { AnswerStore, Assets, Clock, Context, Files, Folder, FolderItem, Terminal } from "../ports/ports.ts";
import { namesOf, text, type Asked, type Compared, type Head, type Question } from "./kept-answer.ts";
import { LogNotes } from "./kept-log.ts";

/** A context that notes every question and everything that was printed. */
export interface NotedContext {
  readonly context: Context;
  /** Keeps what was said, unless something was asked or done that is not noted. */
  keep(store: AnswerStore, line: string, exitCode: number): void;
  /** Keeps nothing. */
  drop(): void;
}

/** Of the files that each answer has a copy of: definitions, and what the organisation has of its own. */
const MOST_BYTES = 256 * 1024;
/** Of what was printed, in letters: `poc show` prints as much of thirty thousand entries. */
const MOST_SAID = 4_000_000;
/** Of names in a folder that is no log. */
const MOST_ITEMS = 4096;

/** @param compared what was looked into by now, which is not looked into again */
export function noted(context: Context, compared: Compared): NotedContext {
  const notes = new Notes(context.logStore);
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
      files: notedFiles(context.files, compared, notes),
    }),
    keep(store, line, exitCode) {
      const asked = notes.done();
      if (asked === undefined) return;
      const { from, until, said } = notes;
      const head: Head = { build: store.build, line, from, until, said, exitCode, asked };
      store.save(joined(new TextEncoder().encode(`${JSON.stringify(head)}\n`), notes.contents));
    },
    drop: () => notes.drop(),
  };
}

class Notes {
  readonly contents: Uint8Array[] = [];
  readonly said: (readonly ["out" | "err", string])[] = [];
  /** Whether anything was asked or done that a later run could not compare. */
  spoiled = false;
  /** How often it was asked what time it is, and not said until when that means the same. */
  moments = 0;
  from = -Infinity;
  until = Infinity;
  readonly #logStore: Context["logStore"];
  readonly #asked = new Map<string, Asked>();
  readonly #lists = new Map<string, readonly FolderItem[]>();
  #log: LogNotes | undefined;
  #bytes = 0;
  #letters = 0;

  constructor(logStore: Context["logStore"]) {
    this.#logStore = logStore;
  }

  note(what: Question, where: string, name: string, answer: string | number): void {
    if (this.spoiled) return;
    const question = text([what, where, name]);
    const before = this.#asked.get(question);
    if (before !== undefined && before[3] !== answer) this.spoiled = true;
    this.#asked.set(question, [what, where, name, answer]);
  }

  say(stream: "out" | "err", said: string): void {
    this.#letters += said.length;
    if (this.#letters > MOST_SAID) this.spoiled = true;
    this.said.push([stream, said]);
  }

  noteList(where: string, name: string, items: readonly FolderItem[]): void {
    if (this.spoiled) return;
    const question = text([where, name]);
    const before = this.#lists.get(question);
    if (before !== undefined && namesOf(before) !== namesOf(items)) this.spoiled = true;
    this.#lists.set(question, items);
  }

  noteFile(where: string, name: string, bytes: Uint8Array): void {
    if (this.spoiled) return;
    const isKnown = this.#asked.has(text(["read", where, name]));
    // Of a pipe nobody reads anything either, so that an empty file proves nothing; and a file may change between.
    if (bytes.length === 0 || isKnown) this.spoiled = true;
    this.#bytes += bytes.length;
    if (this.#bytes > MOST_BYTES) this.spoiled = true;
    if (this.spoiled) return;
    this.note("read", where, name, bytes.length);
    // Copied, for the memory may be that of the next file; the `slice` of a Buffer copies nothing.
    this.contents.push(new Uint8Array(bytes));
  }

  /** A file of the log: a command reads those of one folder in turn, after it has listed them. */
  noteInTurn(where: string, name: string, bytes: Uint8Array): void {
    if (this.spoiled) return;
    this.#log ??= this.#logOf(where, name.slice(0, Math.max(0, name.lastIndexOf("/"))));
    if (bytes.length === 0 || this.#log?.add(where, name, bytes) !== true) this.spoiled = true;
  }

  #logOf(where: string, subfolder: string): LogNotes | undefined {
    const store = this.#logStore(where);
    const items = this.#lists.get(text([where, subfolder]));
    return store && items && new LogNotes(where, subfolder, items, store);
  }

  /** Everything that was asked, what costs most to compare last; undefined where nothing can be kept of it. */
  done(): readonly Asked[] | undefined {
    const log = this.#log;
    const lists = [...this.#lists].flatMap(([question, items]): readonly Asked[] => {
      const [where, name] = JSON.parse(question) as [string, string];
      if (where === log?.where && name === log.subfolder) return [];
      if (items.length > MOST_ITEMS) this.spoiled = true;
      return [["list", where, name, namesOf(items)]];
    });
    if (this.spoiled || this.moments !== 0 || this.until === Infinity) return this.drop();
    const asked = [...this.#asked.values()];
    const [files, others] = [true, false].map((isFile) => asked.filter(([what]) => (what === "read") === isFile));
    const known = [...others!, ...lists, ...files!];
    if (log === undefined) return known;
    const id = log.done();
    return id === undefined ? undefined : [...known, ["log", log.where, log.subfolder, id]];
  }

  drop(): undefined {
    this.spoiled = true;
    this.#log?.drop();
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
      notes.say("out", said);
      terminal.out(said);
    },
    err(said) {
      notes.say("err", said);
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

function notedFiles(files: Files, compared: Compared, notes: Notes): Files {
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
      const folder = unless(notes, () => compared.folder(path));
      notes.note("folder", path, "", folder.path);
      return notedFolder(folder, compared, notes);
    },
  });
}

function notedFolder(folder: Folder, compared: Compared, notes: Notes): Folder {
  const { path } = folder;
  return guarded(folder, notes, {
    path,
    list(subfolder) {
      const items = compared.log?.listed(path, subfolder) ?? unless(notes, () => folder.list(subfolder));
      notes.noteList(path, subfolder, items);
      return items;
    },
    kind(name) {
      const kind = unless(notes, () => folder.kind(name));
      notes.note("kind", path, name, text(kind));
      return kind;
    },
    read(name, limit) {
      const bytes = unless(notes, () => folder.read(name, limit));
      notes.noteFile(path, name, bytes);
      return bytes;
    },
    readInTurn(name, limit) {
      const bytes = compared.log?.bytes(path, name) ?? unless(notes, () => folder.readInTurn(name, limit));
      notes.noteInTurn(path, name, bytes);
      return bytes;
    },
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
